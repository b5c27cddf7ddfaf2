"""Look at the href of each link."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes
from govlint.facts.roles import role_of


def check(dom: LexborHTMLParser) -> Iterator[Verdict]:
    for node in dom.css("a[href], area[href]"):
        # A link that says it is a button, menu item or tab is judged as one.
        if role_of(node) != "link":
            continue
        key = fault(re.sub(r"[\t\r\n]", "", attributes(node)["href"]).strip())
        yield Failed(at(node), key) if key else Passed(at(node), "leads")


def fault(href: str) -> str:
    if not href:
        return "empty"
    if href == "#":
        return "hash"
    return "script" if href.lower().startswith("javascript:") else ""
