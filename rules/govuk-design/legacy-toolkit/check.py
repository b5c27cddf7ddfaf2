"""Look for the marks of the products before GOV.UK Frontend."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.kin import classes
from govlint.facts.place import at, find

# Classes that only GOV.UK Elements had. Bootstrap has form-group and form-control too.
ELEMENTS = (
    "heading-xlarge", "heading-large", "heading-medium", "form-label-bold", "form-hint", "error-summary-heading",
    "multiple-choice", "column-two-thirds", "link-back", "govuk-box-highlight",
)  # fmt: skip
# One of them may be somebody's own; two are not by chance.
TOGETHER = 2


def check(dom) -> Iterator[Verdict]:
    header = find(dom, "#global-header")
    if header is not None and find(dom, "#global-header-bar, #global-header .header-logo") is not None:
        yield Failed(at(header), "template")
    found: dict = {}
    for node in dom.css(", ".join("." + name for name in ELEMENTS)):
        for name in classes(node):
            if name in ELEMENTS:
                found.setdefault(name, node)
    if len(found) >= TOGETHER:
        yield Failed(at(next(iter(found.values()))), "elements", names=", ".join(sorted(found)[:3]))
