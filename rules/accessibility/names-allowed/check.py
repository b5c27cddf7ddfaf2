"""Look for names on elements of roles for which ARIA prohibits them."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.place import at, attributes
from govlint.facts.roles import implicit_role, written_role
from govlint.facts.surroundings import ancestors

NAMES = ("aria-label", "aria-labelledby", "aria-braillelabel", "aria-roledescription", "aria-brailleroledescription")
SELECTOR = ":is(" + ", ".join(f"[{name}]" for name in NAMES) + ")"
# WAI-ARIA 1.2, section 5.2.8.6, "Roles which cannot be named"; presentation is the matter of another rule.
NAMELESS_ROLES = frozenset(
    "caption code deletion emphasis generic insertion paragraph strong subscript superscript".split()
)
# ARIA in HTML gives these one of those roles.
NAMELESS_TAGS = frozenset("b bdi bdo code data del div em i ins p pre q s samp small span strong sub sup u".split())


def check(dom: LexborHTMLParser, exposure: Exposure) -> Iterator[Verdict]:
    for node in dom.css(SELECTOR):
        written = attributes(node)
        named = next((name for name in NAMES if written.get(name, "").strip()), "")
        if not named or not exposure.exposed(node) or any(a.tag == "svg" for a in ancestors(node)):
            continue
        role = written_role(node)
        if role in NAMELESS_ROLES:
            yield Failed(at(node), "prohibited-role", attribute=named, role=role)
        # An unknown role may be of a newer ARIA than ours.
        elif not written.get("role", "").strip() and is_nameless(node.tag, written, node):
            yield Failed(at(node), "prohibited", attribute=named, tag=node.tag)


def is_nameless(tag: str | None, written: dict[str, str], node: object) -> bool:
    if "contenteditable" in written or "popover" in written:
        return False
    return tag in NAMELESS_TAGS or (tag == "a" and "href" not in written and not implicit_role(node))
