"""Look for disabled buttons."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.operable import is_disabled
from govlint.facts.place import at, attributes
from govlint.facts.roles import role_of


def check(dom: LexborHTMLParser, exposure: Exposure) -> Iterator[Verdict]:
    for node in dom.css("button, input, [role]"):
        if role_of(node) != "button" or not exposure.displayed(node):
            continue
        if is_disabled(node) or attributes(node).get("aria-disabled", "").lower() == "true":
            yield Failed(at(node), "disabled")
        else:
            yield Passed(at(node), "enabled")
