"""What a page shows of NHS.UK frontend: its classes, its release, and what is not as in the official examples."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..evidence.fact import Inapplicable, fact
from .components import Breach, Pointers, breaches
from .kin import classes

# The examples of this release and later ones were published.
FIRST_WITH_EXAMPLES, NEWEST = 10, 10
FILE_NAME = re.compile(r"nhsuk(?:-frontend)?(?:-dynamic-type)?-(\d+)\.\d+\.\d+(?:[.-][\w.]+)?\.(?:css|m?js)\b")


@fact
def nhsuk_classes(dom: LexborHTMLParser) -> dict[str, tuple[LexborNode, ...]]:
    """The elements of each class that begins with `nhsuk-`, in order; a page without any has no such fact."""
    found: dict[str, list[LexborNode]] = {}
    for node in dom.css('[class*="nhsuk-"]'):
        for name in dict.fromkeys(classes(node)):
            if name.startswith("nhsuk-"):
                found.setdefault(name, []).append(node)
    if not found:
        raise Inapplicable("the page has no class of NHS.UK frontend")
    return {name: tuple(nodes) for name, nodes in found.items()}


@fact
def nhsuk_major(dom: LexborHTMLParser, nhsuk_classes: dict[str, tuple[LexborNode, ...]]) -> int:
    """The major version of NHS.UK frontend, by the name of a file or the script of the template; the newest known at most."""
    for node in dom.css("link[href*=nhsuk], script[src*=nhsuk]"):
        named = FILE_NAME.search(node.attributes.get("href") or node.attributes.get("src") or "")
        if named:
            return min(int(named[1]), NEWEST)
    if any("nhsuk-frontend-supported" in (node.text() or "") for node in dom.css("body script:not([src])")):
        return FIRST_WITH_EXAMPLES
    raise Inapplicable("the page does not tell which release of NHS.UK frontend it uses")


@fact
def nhsuk_breaches(
    nhsuk_classes: dict[str, tuple[LexborNode, ...]], nhsuk_major: int, pointed_ids: Pointers, drawn_by_script: bool
) -> tuple[Breach, ...]:
    """What is not as in the official examples of the page's release of NHS.UK frontend."""
    if drawn_by_script:
        raise Inapplicable("scripts have changed the components since they were written")
    if nhsuk_major < FIRST_WITH_EXAMPLES:
        raise Inapplicable(f"no examples of NHS.UK frontend {nhsuk_major} were published")
    return breaches(nhsuk_classes, frozenset((str(nhsuk_major),)), pointed_ids, "nhsuk")
