"""Read the first refresh that a browser would obey."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes
from govlint.facts.surroundings import ancestors

# HTML, "Refresh state": digits, then nothing or a separator and an address.
REFRESH = re.compile(r"\s*(\d+)[\d.]*(?:[\s;,](.*))?", re.DOTALL)


def check(dom: LexborHTMLParser) -> Iterator[Verdict]:
    for node in dom.css("meta[http-equiv=refresh i][content]"):
        found = REFRESH.fullmatch(attributes(node)["content"])
        # Without scripts only; with them the browser never sees it.
        if not found or any(above.tag in ("noscript", "template") for above in ancestors(node)):
            continue
        seconds, leaves = int(found[1]), bool((found[2] or "").strip(" \t\n;,"))
        if seconds:
            yield Failed(at(node), "leaves" if leaves else "reloads", seconds=seconds)
        elif leaves:
            yield Passed(at(node), "at-once")
        return
