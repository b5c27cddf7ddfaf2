"""Look at fields for names, email and National Insurance numbers by what they are called."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.fields import Fields
from govlint.facts.place import at

TYPES = ("text", "email")
PERSONAL = re.compile(r"(full|first|last|middle|given|family) names?|surname|e-?mail( address)?|national insurance number")


def check(govuk_fields: Fields) -> Iterator[Verdict]:
    for field in govuk_fields.every:
        if field.kind not in TYPES or not PERSONAL.fullmatch(field.asks):
            continue
        if field.written.get("spellcheck", "").lower() == "false":
            yield Passed(at(field.node), "unchecked")
        else:
            yield Failed(at(field.node), "checked", label=field.label)
