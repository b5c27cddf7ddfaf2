"""Look for abbreviations as names of fields."""

import re
from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.controls import Control, asked
from govlint.facts.place import at

WORDS = {
    "National Insurance number": re.compile(r"nino|ni (number|no)|nat(ional)? ins(urance)? no"),
    "Card security code": re.compile(r"(card )?(cvv2?|cvc2?|cv2|csc)( (number|code))?|card verification (value|code)"),
}


def check(govuk_page, controls: tuple[Control, ...]) -> Iterator[Verdict]:
    for control in controls:
        for wanted, jargon in WORDS.items():
            if jargon.fullmatch(asked(control.name)):
                yield Failed(at(control.node), "jargon", label=control.name, wanted=wanted)
