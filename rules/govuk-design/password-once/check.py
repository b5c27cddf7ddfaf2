"""Look for fields that ask for a password a second time."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.fields import Fields
from govlint.facts.place import at

AGAIN = re.compile(r"^(confirm|repeat|retype|re-?enter|re-type)\b|\bagain$", re.IGNORECASE)


def check(govuk_fields: Fields) -> Iterator[Verdict]:
    asked = [field for field in govuk_fields.every if field.kind == "password"]
    for field in asked:
        if not AGAIN.search(field.label):
            yield Passed(at(field.node), "once")
        elif len(asked) > 1:
            yield Failed(at(field.node), "again", label=field.label)
