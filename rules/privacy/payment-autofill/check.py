"""Look at fields for card details: by their autocomplete, or by their names."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.place import at, attributes

# Words of a name, and the token of HTML's autofill for it.
NAMED = (
    (re.compile(r"(card|cc|credit)[-_]?(number|num|no)$", re.IGNORECASE), "card number", "cc-number"),
    (re.compile(r"(^|[-_.])(cvc|cvv|csc|cv2)\d?$|security[-_]?code$", re.IGNORECASE), "security code", "cc-csc"),
)
TYPED = {"text", "tel", "number", "password", ""}


def check(dom: LexborHTMLParser, exposure: Exposure) -> Iterator[Verdict]:
    for node in dom.css("input"):
        written = attributes(node)
        kind = written.get("type", "").strip().lower()
        tokens = written.get("autocomplete", "").lower().split()
        card = next((token for token in tokens if token.startswith("cc-")), "")
        shown = kind != "hidden" and exposure.exposed(node)
        name = written.get("name") or written.get("id", "")
        what, token = next(((what, token) for pattern, what, token in NAMED if pattern.search(name)), ("", ""))
        if card and not shown:
            yield Failed(at(node), "hidden", token=card)
        elif card or (what and tokens == ["off"] and shown):
            yield Passed(at(node), "said")
        elif what and shown and kind in TYPED:
            yield Failed(at(node), "unsaid", what=what, token=token)
