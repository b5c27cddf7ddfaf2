"""Count the elements that bear an id which a label or an ARIA attribute points at."""

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at
from govlint.facts.references import Reference

# A link to a part of the page goes to the first of them, which does no harm; neither does `form`.
HARMLESS = frozenset({"href", "form"})


def check(
    references: tuple[Reference, ...], elements_by_id: Mapping[str, tuple[LexborNode, ...]]
) -> Iterator[Verdict]:
    pointed: dict[str, str] = {}
    for reference in references:
        if reference.attribute not in HARMLESS:
            pointed.setdefault(reference.id, reference.attribute)

    for name, attribute in pointed.items():
        bearers = elements_by_id.get(name, ())
        if len(bearers) == 1:
            yield Passed(at(bearers[0]), "single", id=name)
        for extra in bearers[1:]:
            yield Failed(at(extra), "shared", count=len(bearers), id=name, attribute=attribute)
