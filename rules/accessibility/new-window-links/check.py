"""Look for the words “new tab” in links with target="_blank"."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.names import Names
from govlint.facts.place import at, attributes

SAYS_SO = re.compile(
    r"\bnew\s+(browser\s+)?(tab|window)s?\b|\b(another|separate|different)\s+(browser\s+)?(tab|window)\b"
    r"|\b(tab|ffenestr|dab)\s+(porwr\s+)?newydd",
    re.IGNORECASE,
)


def check(dom: LexborHTMLParser, exposure: Exposure, names: Names) -> Iterator[Verdict]:
    for node in dom.css("a[href][target], area[href][target]"):
        written = attributes(node)
        if written["target"].strip().lower() not in ("_blank", "_new") or not exposure.exposed(node):
            continue
        said = " ".join((names.of(node), names.described(node), written.get("title", "")))
        if SAYS_SO.search(said):
            yield Passed(at(node), "said")
        else:
            yield Failed(at(node), "unsaid")
