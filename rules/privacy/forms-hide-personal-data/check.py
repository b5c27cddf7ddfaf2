"""Look at how the forms that ask for personal data are sent."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.personal import PersonalField

# A register is searched by names and numbers, and such a search may be shared as a link.
SEARCHED_BY = {"name", "telephone number", "address"}


def check(personal_fields: tuple[PersonalField, ...]) -> Iterator[Verdict]:
    for field in personal_fields:
        if field.kind in SEARCHED_BY or field.method == "dialog":
            continue
        if field.method == "post":
            yield Passed(field.at, "hidden", kind=field.kind)
        else:
            yield Failed(field.at, "shown", kind=field.kind)
