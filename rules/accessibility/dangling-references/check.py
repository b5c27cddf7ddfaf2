"""Look for the elements that labels, hints and table cells point at."""

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at
from govlint.facts.references import MUST_BE_THERE, Reference

LABELABLE = frozenset({"button", "input", "meter", "output", "progress", "select", "textarea"})


def check(
    references: tuple[Reference, ...], elements_by_id: Mapping[str, tuple[LexborNode, ...]]
) -> Iterator[Verdict]:
    for reference in references:
        if reference.attribute not in MUST_BE_THERE:
            continue
        bearers = elements_by_id.get(reference.id, ())
        said = {"attribute": reference.attribute, "id": reference.id}
        if not bearers:
            yield Failed(at(reference.node), "missing", **said)
        elif reference.node.tag == "label" and not can_be_labelled(bearers[0]):
            yield Failed(at(reference.node), "not-a-field", tag=bearers[0].tag)
        else:
            yield Passed(at(reference.node), "there", **said)


def can_be_labelled(node: LexborNode) -> bool:
    # A name with a hyphen is a custom element, which may take part in forms.
    return node.tag in LABELABLE or "-" in (node.tag or "")
