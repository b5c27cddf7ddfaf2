"""Look for text that is visually hidden by its class and hidden from all by something else."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure, declarations
from govlint.facts.place import at, attributes, words
from govlint.facts.surroundings import ancestors

CLASSES = frozenset({"govuk-visually-hidden", "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "nhsuk-u-visually-hidden"})

LIVE = ("status", "alert")


def check(dom: LexborHTMLParser, exposure: Exposure) -> Iterator[Verdict]:
    for node in dom.css("[class]"):
        # What lies in something hidden as a whole waits for it to be shown.
        # Punctuation alone is for those who copy the text or print it; nobody misses it.
        silent = not any(letter.isalnum() for letter in words(node))
        if not CLASSES & set((node.attributes.get("class") or "").split()) or silent:
            continue
        if not exposure.exposed(next(ancestors(node), node)):
            continue
        if exposure.exposed(node):
            yield Passed(at(node), "heard")
        elif not waits(node):
            yield Failed(at(node), "silenced", way=way_of(node))


def waits(node: LexborNode) -> bool:
    """Whether something may use the text: a name is taken from it by its id, or a script fills and shows a live region."""
    live = (a.attributes.get("aria-live") or a.attributes.get("role") in LIVE for a in (node, *ancestors(node)))
    return "id" in attributes(node) or any(live)


def way_of(node: LexborNode) -> str:
    written = attributes(node)
    if written.get("aria-hidden") == "true":
        return "aria-hidden"
    if "hidden" in written:
        return "the hidden attribute"
    style = declarations(written.get("style", ""))
    return "display none" if style.get("display") == "none" else "a style"
