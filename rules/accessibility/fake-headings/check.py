"""Look for short paragraphs that are bold throughout and stand before other text."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import CantTell, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.place import at, words
from govlint.facts.surroundings import after, ancestors

LONGEST = 80  # characters; a longer one is a sentence that was stressed
ENDS = (".", "!", ";", ",", "…")
BOLD = frozenset({"strong", "b"})
FOLLOWED_BY = frozenset({"p", "ul", "ol", "dl", "table", "div", "h3", "h4", "h5", "h6"})
# In these, bold text is a label or a message of its own.
ELSEWHERE = frozenset({"li", "td", "th", "dd", "dt", "label", "legend", "fieldset", "blockquote", "address", "footer", "figure", "a", "button"})
OWN_CLASSES = ("warning-text", "inset-text", "panel", "banner", "error-summary", "contact", "notice")


def check(dom: LexborHTMLParser, exposure: Exposure) -> Iterator[Verdict]:
    for node in dom.css("p"):
        text = words(node)
        if not text or len(text) > LONGEST or text.endswith(ENDS) or not exposure.exposed(node):
            continue
        following = after(node)
        if following is None or following.tag not in FOLLOWED_BY or is_bold(following):
            continue
        if is_bold(node) and not lies_elsewhere(node):
            yield CantTell(at(node), "bold", text=text)


def is_bold(node: LexborNode) -> bool:
    inner = [child for child in node.iter(include_text=True) if not child.is_text_node or (child.text_content or "").strip()]
    return len(inner) == 1 and inner[0].tag in BOLD


def lies_elsewhere(node: LexborNode) -> bool:
    for spot in (node, *ancestors(node)):
        classes = spot.attributes.get("class") or ""
        if spot.tag in ELSEWHERE or any(name in classes for name in OWN_CLASSES):
            return True
    return False
