"""Look for the aria-describedby that points at each hint beside a field."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.place import at, attributes, words
from govlint.facts.references import Reference
from govlint.facts.surroundings import ancestors

AROUND = "govuk-form-group", "govuk-radios__item", "govuk-checkboxes__item", "govuk-fieldset"
FIELDS = "input:not([type=hidden i]), select, textarea"


def check(dom: LexborHTMLParser, exposure: Exposure, references: tuple[Reference, ...]) -> Iterator[Verdict]:
    described = {r.id for r in references if r.attribute == "aria-describedby"}
    for node in dom.css(".govuk-hint"):
        if not exposure.exposed(node) or not words(node) or not stands_by_a_field(node):
            continue
        name = attributes(node).get("id", "")
        if not name:
            yield Failed(at(node), "no-id")
        elif name in described:
            yield Passed(at(node), "used")
        else:
            yield Failed(at(node), "unused", id=name)


def stands_by_a_field(node: LexborNode) -> bool:
    for above in ancestors(node):
        # Inside a label it is read out with the label.
        if above.tag in ("label", "legend"):
            return False
        classes = (above.attributes.get("class") or "").split()
        if any(name in classes for name in AROUND):
            return bool(above.css(FIELDS))
    return False
