"""One row for each finding, as RFC 4180 has it, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ..model.finding import Finding, Scan
from . import tally
from .clean import clean
from .grouping import address, groups

COLUMNS = (
    "settled",
    "outcome",
    "severity",
    "rule",
    "title",
    "text",
    "address",
    "line",
    "column",
    "selector",
    "excerpt",
    "vantage",
    "standards",
    "reason",
    "judged_address",
    "fingerprint",
    "cause",
)
# A cell that starts with one of these is a formula to some spreadsheet; the wide forms are to some, too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def report(scan: Scan) -> bytes:
    """All findings in UTF-8 with CRLF, in the order of the groups."""
    return b"".join(pieces(scan))


def pieces(scan: Scan) -> Iterator[bytes]:
    """The report as it is written, row by row."""
    yield _line(COLUMNS)
    for group in groups(scan.findings):
        for finding in group.findings:
            yield _line(tuple(cell(value) for value in _row(scan, finding)))


def _line(cells: tuple[str, ...]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().encode("utf-8")


def cell(value: object) -> str:
    """One line of text that no spreadsheet takes for a formula: an apostrophe is put before it."""
    text = "" if value is None else clean(value)
    return "'" + text if text.startswith(_FORMULA) else text


def _row(scan: Scan, finding: Finding) -> tuple[object, ...]:
    rule = tally.rule(scan, finding.rule)
    place = finding.place
    return (
        finding.settled,
        finding.outcome,
        finding.severity,
        finding.rule,
        rule.title,
        finding.text,
        address(finding),
        place.line,
        place.column,
        place.selector,
        place.excerpt,
        finding.vantage,
        " ".join(standard.id for standard in rule.standards),
        finding.reason,
        finding.url,
        finding.fingerprint,
        finding.cause,
    )
