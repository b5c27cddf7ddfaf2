"""Compare the Content-Type with what the bytes are."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.formats import FORMATS, name_of
from govlint.facts.kinds import GENERIC_TYPES, TABLES, is_served_as, type_of


def check(signature: str, promised: str, media_type: str) -> Iterator[Verdict]:
    real = type_of(promised, signature)
    # Some bytes and no type are for media-type-said, tables for csv-content-type.
    if not media_type or media_type in GENERIC_TYPES or real not in FORMATS or real in TABLES:
        return
    said = {"real": name_of(real), "said": media_type, "right": FORMATS[real].media_types[0]}
    if is_served_as(real, media_type):
        yield Passed("", "right", **said)
    else:
        yield Failed("", "wrong", **said)
