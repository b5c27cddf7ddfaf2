"""Look for the properties without which a thing is of no use to those who read it."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.things import SCHEMA, Described, Thing
from govlint.facts.vocabulary import kinds_of

# For each type the properties, one of each group. Services: what the Italian validator of public services asks for,
# of which the audience is left out here, as all are meant where none is named. Vacancies, questions, data sets, events:
# what search engines ask for. A part of another thing need not repeat what stands there.
NEEDED: dict[str, tuple[tuple[str, ...], ...]] = {
    "GovernmentService": (("name",), ("serviceOperator", "provider"), ("areaServed",), ("availableChannel", "url")),
    "GovernmentOrganization": (("name",), ("url",)),
    "Dataset": (("name",), ("description",), ("license",), ("distribution", "url")),
    "FAQPage": (("mainEntity",),),
    "JobPosting": (
        ("title",), ("description",), ("datePosted",), ("validThrough",), ("hiringOrganization",),
        ("jobLocation", "applicantLocationRequirements"),
    ),
    "BreadcrumbList": (("itemListElement",),),
    "Event": (("name",), ("startDate",), ("location",)),
}  # fmt: skip


def check(described: Described) -> Iterator[Verdict]:
    for thing in described.things:
        kinds = {kind for name in thing.of(SCHEMA) for kind in kinds_of(name)}
        needed = [name for name in NEEDED if name in kinds]
        if needed and thing.properties and not thing.nested:
            yield judged(thing, needed)


def judged(thing: Thing, needed: list[str]) -> Verdict:
    has = {*thing.names(SCHEMA)}
    lacks = [" or ".join(group) for name in needed for group in NEEDED[name] if not has.intersection(group)]
    if lacks:
        return Failed(thing.at, "lacks", type=needed[0], names=", ".join(lacks))
    return Passed(thing.at, "complete", type=needed[0])
