"""Look for handlers of the mouse in the page's source that have no twin for the keyboard."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.place import at, attributes

KEYS = ("onkeydown", "onkeyup", "onkeypress")
TWINS = {
    "onmouseover": ("onfocus", "onfocusin"),
    "onmouseenter": ("onfocus", "onfocusin"),
    "onmouseout": ("onblur", "onfocusout"),
    "onmouseleave": ("onblur", "onfocusout"),
    "onmousedown": (*KEYS, "onclick"),
    "onmouseup": (*KEYS, "onclick"),
    "ondblclick": (*KEYS, "onclick"),
}
SELECTOR = ":is(" + ", ".join(f"[{handler}]" for handler in TWINS) + ")"


def check(dom: LexborHTMLParser, exposure: Exposure) -> Iterator[Verdict]:
    for node in dom.css(SELECTOR):
        if not exposure.displayed(node):
            continue
        written = attributes(node)
        lonely = [h for h, twins in TWINS.items() if written.get(h, "").strip() and not any(written.get(t) for t in twins)]
        for handler in lonely:
            yield Failed(at(node), "mouse-only", handler=handler, twins=" or ".join(TWINS[handler][:2]))
        if not lonely:
            yield Passed(at(node), "both")
