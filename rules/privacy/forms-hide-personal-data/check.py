"""Look at how the forms that ask for personal data are sent."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.personal import PersonalField

# A register is searched by names and numbers, and such a search may be shared as a link.
SEARCHED_BY = {"name", "telephone number", "address"}


def check(personal_fields: tuple[PersonalField, ...]) -> Iterator[Verdict]:
    for field in personal_fields:
        if field.kind in SEARCHED_BY or field.method == "dialog":
            continue
        if field.method == "post":
            yield Passed(field.at, "hidden", kind=field.kind)
        elif not field.method and not field.action:
            # A script may send it in another way, as single-page applications do.
            yield CantTell(field.at, "unset", kind=field.kind)
        else:
            yield Failed(field.at, "shown", kind=field.kind)
