"""The JSON report is complete, stable, and as its schema says."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

from govlint.model.finding import Scan
from govlint.report import as_json

from . import sample

VALIDATOR = jsonschema.Draft202012Validator


def test_the_schema_is_a_valid_schema() -> None:
    VALIDATOR.check_schema(json.loads(as_json.schema()))


def test_the_schema_is_named_by_a_urn_that_needs_no_network() -> None:
    assert json.loads(as_json.schema())["$id"] == as_json.SCHEMA_ID
    assert as_json.SCHEMA_ID.startswith("urn:")


def test_the_report_is_as_the_schema_says(scan: Scan) -> None:
    document = json.loads(as_json.report(scan))

    assert list(VALIDATOR(json.loads(as_json.schema())).iter_errors(document)) == []


@pytest.mark.parametrize("broken", ["settled", "place", "rule"])
def test_the_schema_notices_a_finding_without_a_part(scan: Scan, broken: str) -> None:
    document = json.loads(as_json.report(scan))
    del document["findings"][0][broken]

    assert [error.message for error in VALIDATOR(json.loads(as_json.schema())).iter_errors(document)]


def test_a_scan_that_is_read_back_is_the_same_scan(scan: Scan) -> None:
    back = as_json.read(as_json.report(scan))

    assert set(back.findings) == set(scan.findings)
    assert back.rules == scan.rules
    assert sorted(back.visits, key=lambda visit: visit.url) == sorted(scan.visits, key=lambda visit: visit.url)
    assert replace(back, findings=(), visits=()) == replace(scan, findings=(), visits=())


def test_the_report_is_laid_out_as_the_library_would_lay_out_the_whole(scan: Scan) -> None:
    told = as_json.report(scan)

    assert told == (json.dumps(json.loads(told), indent=1) + "\n").encode()


def test_lists_without_items_are_laid_out_alike(scan: Scan) -> None:
    told = as_json.report(replace(scan, findings=(), visits=(), alike=()))

    assert told == (json.dumps(json.loads(told), indent=1) + "\n").encode()


def test_a_report_from_before_markup_had_versions_is_read(scan: Scan) -> None:
    document = json.loads(as_json.report(scan))
    for finding in document["findings"]:
        del finding["majors"]

    assert all(finding.majors == () for finding in as_json.read(json.dumps(document).encode()).findings)


def test_the_order_of_finding_does_not_change_the_report(scan: Scan) -> None:
    turned = replace(
        scan,
        findings=scan.findings[::-1],
        visits=scan.visits[::-1],
        rules=dict(reversed(scan.rules.items())),
        tools=dict(reversed(scan.tools.items())),
    )

    assert as_json.report(turned) == as_json.report(scan)


def test_one_header_on_270_pages_is_one_group(scan: Scan) -> None:
    groups = json.loads(as_json.report(scan))["groups"]

    headers = [group for group in groups if group["rule"] == "hosting/strict-transport-security"]
    assert [(group["places"], group["pages"]) for group in headers] == [(270, 270)]


def test_half_a_surrogate_pair_becomes_a_character_that_can_be_sent() -> None:
    scan = sample.scan((sample.finding("axe/region", "half \ud800 a pair"),))

    assert json.loads(as_json.report(scan))["findings"][0]["text"] == "half \ufffd a pair"


def test_an_option_that_json_cannot_say_is_written_as_text() -> None:
    scan = sample.scan((), options={"limit": float("inf"), "folder": sample})

    options = json.loads(as_json.report(scan))["options"]
    assert options["limit"] == "inf"
    assert options["folder"].startswith("<module")


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"$schema": "urn:govlint:schema:scan:0"}', b"\xff"])
def test_reading_something_else_says_so(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a JSON report of govlint"):
        as_json.read(data)
