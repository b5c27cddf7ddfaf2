"""Read the Content-Type of a table."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.csv_table import CsvTable
from govlint.facts.kinds import GENERIC_TYPES

UTF8 = ("", "utf-8", "utf8", "us-ascii")


def check(csv_table: CsvTable, media_type: str, charset: str, promised: str) -> Iterator[Verdict]:
    right = "text/tab-separated-values" if promised in ("tsv", "tab") else "text/csv"
    # Some bytes and no type are for media-type-said.
    if not media_type or media_type in GENERIC_TYPES:
        return
    if media_type != right:
        yield Failed("", "wrong", said=media_type, right=f"{right}; charset=utf-8")
    elif csv_table.encoding == "utf-8" and charset not in UTF8:
        yield Failed("", "charset", charset=charset)
    else:
        yield Passed("", "right", said=media_type)
