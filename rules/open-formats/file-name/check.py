"""Read the name that the server gives the file."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from govlint import Failed, Passed, Verdict
from govlint.facts.formats import FORMATS
from govlint.facts.signatures import TEXT


def check(file_name: str, signature: str) -> Iterator[Verdict]:
    if not file_name or (signature not in FORMATS and signature != TEXT):
        return
    suffix = PurePosixPath(file_name).suffix
    if suffix:
        yield Passed("", "named", name=file_name)
    else:
        yield Failed("", "bare", name=file_name, suffix="csv" if signature == TEXT else signature)
