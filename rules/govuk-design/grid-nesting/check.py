"""Look at what each column stands in."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import has_class
from govlint.facts.place import at

COLUMN = "govuk-grid-column-"


def check(govuk_classes: dict) -> Iterator[Verdict]:
    seen: set[int] = set()
    for name, nodes in govuk_classes.items():
        for node in nodes if name.startswith(COLUMN) else ():
            # The sections of the footer are set in a flexible box of its own.
            if node.mem_id in seen or has_class(node, "govuk-footer__section"):
                continue
            seen.add(node.mem_id)
            if node.parent is not None and has_class(node.parent, "govuk-grid-row"):
                yield Passed(at(node), "in-row")
            else:
                yield Failed(at(node), "no-row", name=name)
