"""Look at fields for names, email and National Insurance numbers by what they are called."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.controls import Control, asked
from govlint.facts.place import at

TYPES = ("text", "email")
PERSONAL = re.compile(r"(full|first|last|middle|given|family) names?|surname|e-?mail( address)?|national insurance number")


def check(govuk_page, controls: tuple[Control, ...]) -> Iterator[Verdict]:
    for control in controls:
        if control.kind not in TYPES or not PERSONAL.fullmatch(asked(control.name)):
            continue
        if control.written.get("spellcheck", "").lower() == "false":
            yield Passed(at(control.node), "unchecked")
        else:
            yield Failed(at(control.node), "checked", label=control.name)
