"""Compare the Content-Type with what the bytes are."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.formats import FORMATS, name_of
from govlint.facts.kinds import is_served_as, type_of

# Types that only say “some bytes”: another rule's business.
GENERIC = ("application/octet-stream", "binary/octet-stream", "application/download", "application/x-download",
           "application/force-download", "application/x-forcedownload")  # fmt: skip
TABLES = ("csv", "tsv", "tab")  # csv-content-type sees to these


def check(signature: str, promised: str, media_type: str) -> Iterator[Verdict]:
    real = type_of(promised, signature)
    if not media_type or media_type in GENERIC or real not in FORMATS or real in TABLES:
        return
    said = {"real": name_of(real), "said": media_type, "right": FORMATS[real].media_types[0]}
    if is_served_as(real, media_type):
        yield Passed("", "right", **said)
    else:
        yield Failed("", "wrong", **said)
