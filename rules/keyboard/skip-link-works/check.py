"""Look at the first stops for a skip link, and at where it leads."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.place import attributes, find
from govlint.facts.trail import place_of

# A cookie banner and its buttons may stand before it.
FIRST_STOPS = 8
SKIPS = re.compile(r"\b(?:skip|jump|go (?:straight )?to (?:the )?(?:main|content))\b|^(?:neidio|mynd) i", re.IGNORECASE)


def check(focus_trail: dict[str, Any], dom: LexborHTMLParser) -> Iterator[Verdict]:
    for stop in focus_trail["details"][:FIRST_STOPS]:
        node = find(dom, stop["selector"])
        href = attributes(node).get("href", "") if node is not None else ""
        if not href.startswith("#") or not SKIPS.search(stop["name"]):
            continue
        place = place_of(focus_trail, stop["selector"])
        target = unquote(href[1:])
        if not stop["visible"]:
            yield Failed(place, "unseen")
        elif not any(attributes(n).get("id") == target or attributes(n).get("name") == target for n in dom.css("[id], a[name]")):
            yield Failed(place, "no-target", target=target)
        else:
            yield Passed(place, "works")
