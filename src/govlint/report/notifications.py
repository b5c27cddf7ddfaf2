"""What a SARIF invocation says beside its results: what could not be tested, and what was cut."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from ..model.chosen import matching
from ..model.finding import COUNTS, Scan
from ..model.verdict import UNTESTED
from . import tally
from .clean import clean
from .grouping import Gap, Group, address, gaps, groups

_LOCATIONS = 10  # named in one notification


def gap_notifications(scan: Scan, places: dict[str, int], path: Callable[[str], str]) -> list[dict[str, object]]:
    """One for each rule and reason, and one for each reason why addresses were not judged.

    `places` says at which index a rule stands among the rules of the tool, `path` what stands for an address.
    """
    untested = matching(groups(scan.findings), lambda group: group.outcome == UNTESTED)
    unjudged = [gap for gap in gaps(scan) if not gap.rules]
    return [_of_group(group, places[group.rule], path) for group in untested] + [_of_gap(gap, path) for gap in unjudged]


def cut(results: int, limit: int) -> dict[str, object]:
    """Says that results were left out."""
    said = (
        f"{results - limit:,} of {results:,} results are left out here, the least severe ones, because code "
        f"scanning takes {limit:,}; the JSON report has them all."
    )
    return {"level": "warning", "message": {"text": said}}


def instant(time: str) -> str:
    """A time as SARIF wants it, in UTC with a Z; empty where it cannot be read."""
    try:
        read = datetime.fromisoformat(time)
    except (ValueError, TypeError):
        return ""
    read = read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    return read.strftime("%Y-%m-%dT%H:%M:%S.") + f"{read.microsecond // 1000:03d}Z"


def _of_group(group: Group, index: int, path: Callable[[str], str]) -> dict[str, object]:
    urls = list(dict.fromkeys(address(finding) for finding in group.findings))
    return {
        "level": "error" if group.settled == COUNTS else "warning",
        "message": {"text": _said(group.text, urls)},
        "associatedRule": {"id": group.rule, "index": index},
        "locations": _locations(urls, path),
    }


def _of_gap(gap: Gap, path: Callable[[str], str]) -> dict[str, object]:
    return {
        "level": "warning",
        "message": {"text": _said(gap.reason, list(gap.addresses))},
        "locations": _locations(list(gap.addresses), path),
    }


def _said(text: str, urls: list[str]) -> str:
    escaped = clean(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return f"Not tested at {tally.plural(len(urls), 'address', 'addresses')}: {escaped}"


def _locations(urls: list[str], path: Callable[[str], str]) -> list[dict[str, object]]:
    named = list(dict.fromkeys(path(url) for url in urls))[:_LOCATIONS]
    return [{"physicalLocation": {"artifactLocation": {"uri": uri}}} for uri in named]
