"""Look for abbreviations as names of fields."""

import re
from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.fields import Fields
from govlint.facts.place import at

WORDS = {
    "National Insurance number": re.compile(r"nino|ni (number|no)|nat(ional)? ins(urance)? no"),
    "Card security code": re.compile(r"(card )?(cvv2?|cvc2?|cv2|csc)( (number|code))?|card verification (value|code)"),
}


def check(govuk_fields: Fields) -> Iterator[Verdict]:
    for field in govuk_fields.every:
        for wanted, jargon in WORDS.items():
            if jargon.fullmatch(field.asks):
                yield Failed(at(field.node), "jargon", label=field.label, wanted=wanted)
