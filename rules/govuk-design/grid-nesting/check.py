"""Look at what each column stands in."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import has_class
from govlint.facts.place import at

COLUMN = "govuk-grid-column-"


def check(govuk_classes: dict) -> Iterator[Verdict]:
    columns = {n.mem_id: (name, n) for name, nodes in govuk_classes.items() if name.startswith(COLUMN) for n in nodes}
    # The sections of the footer are set in a flexible box of its own.
    inside = [(name, node) for name, node in columns.values() if not has_class(node, "govuk-footer__section")]
    outside = [(name, node) for name, node in inside if not has_class(node.parent, "govuk-grid-row")]
    for name, node in outside:
        yield Failed(at(node), "no-row", name=name)
    if inside and not outside:
        yield Passed("html", "in-row")
