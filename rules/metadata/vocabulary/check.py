"""Hold types and properties against schema.org's own list; what other vocabularies have is passed over."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.things import SCHEMA, Described, Thing
from govlint.facts.vocabulary import all_properties, properties_of, types


def check(described: Described) -> Iterator[Verdict]:
    for place, reason in described.unread:
        yield CantTell(place, "elsewhere", reason=reason)
    for thing in described.things:
        if names := thing.of(SCHEMA):
            yield from of_thing(thing, names)


def of_thing(thing: Thing, names: tuple[str, ...]) -> Iterator[Verdict]:
    unknown = [name for name in names if name not in types()]
    yield from (Failed(thing.at, "type", name=name) for name in unknown)
    if unknown:
        return  # whose properties nobody knows
    has = frozenset[str]().union(*map(properties_of, names))
    found = []
    for name in thing.names(SCHEMA):
        # An action may say what it takes and gives, as `query-input`.
        if name in has or name.endswith(("-input", "-output")):
            continue
        key = "misplaced" if name in all_properties() else "property"
        found.append(Failed(thing.at, key, name=name, type=names[0]))
    yield from found or [Passed(thing.at, "known", type=names[0])]
