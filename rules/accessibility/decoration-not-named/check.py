"""Compare the marks of decoration with what names an element."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.place import at, attributes
from govlint.facts.roles import written_role

NAMING = ("aria-label", "aria-labelledby")


def check(dom: LexborHTMLParser, exposure: Exposure) -> Iterator[Verdict]:
    for node in dom.css("img, [role]"):
        written = attributes(node)
        by_role = written_role(node) in ("none", "presentation")
        by_alt = node.tag == "img" and not written.get("alt", "x").strip() and not written_role(node)
        if not (by_role or by_alt) or not exposure.exposed(node):
            continue
        naming = next((name for name in NAMING if written.get(name, "").strip()), "")
        if naming:
            yield Failed(at(node), "labelled", attribute=naming)
        elif by_alt and written.get("title", "").strip():
            yield Failed(at(node), "titled", attribute="title", name=written["title"])
        else:
            yield Passed(at(node), "silent")
