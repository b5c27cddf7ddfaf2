"""Look for handlers that cancel pasting, and for password fields that switch autofill off."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.controls import Control
from govlint.facts.place import at

CANCELS = re.compile(r"return\s*\(?\s*false|preventDefault", re.IGNORECASE)
HANDLERS = ("onpaste", "onbeforepaste", "ondrop")
TYPED = frozenset({"text", "password", "email", "tel", "number", "url", "search", "textarea"})


def check(controls: tuple[Control, ...]) -> Iterator[Verdict]:
    for control in controls:
        if control.kind not in TYPED:
            continue
        written = control.written
        refusing = next((h for h in HANDLERS if CANCELS.search(written.get(h, ""))), "")
        value = written.get("autocomplete", "").strip().lower()
        if refusing:
            yield Failed(at(control.node), "refused", handler=refusing)
        elif control.kind == "password" and value in ("off", "nope", "false", "disabled"):
            yield Failed(at(control.node), "managers", value=value)
        elif control.kind == "password" or value == "one-time-code":
            yield Passed(at(control.node), "open")
