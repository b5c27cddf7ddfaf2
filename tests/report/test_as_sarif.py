"""SARIF output is valid against the official schema and fit for code scanning."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from govlint.model.finding import KNOWN, NOTED, Scan, Visit
from govlint.model.verdict import Place
from govlint.report import as_sarif

from . import sample
from .sample import HOME, finding


def run(scan: Scan) -> dict[str, Any]:
    (only,) = json.loads(as_sarif.report(scan))["runs"]
    return only


def results(scan: Scan, rule: str) -> list[dict[str, Any]]:
    return [result for result in run(scan)["results"] if result["ruleId"] == rule]


def test_the_sample_is_valid_sarif(scan: Scan, sarif_problems: Callable[[object], list[str]]) -> None:
    assert sarif_problems(json.loads(as_sarif.report(scan))) == []


def test_an_empty_scan_is_valid_sarif(sarif_problems: Callable[[object], list[str]]) -> None:
    empty = sample.scan((), visits=(), rules={}, tools={}, verdict="", started="", ended="")

    assert sarif_problems(json.loads(as_sarif.report(empty))) == []


def test_the_schema_notices_a_wrong_level(scan: Scan, sarif_problems: Callable[[object], list[str]]) -> None:
    document = json.loads(as_sarif.report(scan))
    document["runs"][0]["results"][0]["level"] = "dreadful"

    assert len(sarif_problems(document)) == 1


@pytest.mark.parametrize(
    ("severity", "level"), [("critical", "error"), ("serious", "error"), ("moderate", "warning"), ("minor", "note")]
)
def test_severity_becomes_level(severity: str, level: str) -> None:
    (result,) = results(sample.scan((finding("axe/region", "No.", severity=severity),)), "axe/region")

    assert (result["kind"], result["level"]) == ("fail", level)


def test_every_result_points_at_its_rule(scan: Scan) -> None:
    whole = run(scan)
    rules = whole["tool"]["driver"]["rules"]

    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in whole["results"])
    assert [rule["id"] for rule in rules] == sorted(scan.rules)


def test_a_rule_says_why_how_and_who_asks(scan: Scan) -> None:
    (rule,) = [rule for rule in run(scan)["tool"]["driver"]["rules"] if rule["id"] == "axe/color-contrast"]

    assert rule["name"] == "ColorContrast"
    assert rule["helpUri"] == "https://www.w3.org/TR/WCAG22/#contrast-minimum"
    assert "Make the text darker" in rule["help"]["text"]
    assert "](<https://www.w3.org/TR/WCAG22/#contrast-minimum>)" in rule["help"]["markdown"]
    assert rule["properties"]["tags"] == ["axe", "wcag22/1.4.3", "afw4f7", "09o5cg"]
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_what_a_person_has_to_look_at_is_a_review_without_level(scan: Scan) -> None:
    (review,) = [result for result in run(scan)["results"] if result["kind"] == "review"]

    assert review["level"] == "none"


def test_what_was_not_tested_is_a_notification_and_no_result(scan: Scan) -> None:
    whole = run(scan)
    (invocation,) = whole["invocations"]
    said = [one["message"]["text"] for one in invocation["toolExecutionNotifications"]]

    assert results(scan, "accessibility/focus-order") == []
    assert said[0].startswith("Not tested at 12 addresses: The probe focus_trail did not run")
    assert "Not tested at 1 address: robots.txt asks not to visit it." in said
    assert invocation["executionSuccessful"] is False
    assert invocation["exitCode"] == 1
    assert invocation["startTimeUtc"] == "2026-11-23T09:00:00.000Z"
    assert invocation["endTimeUtc"] == "2026-11-23T09:04:05.500Z"


def test_findings_alone_do_not_make_the_run_unsuccessful() -> None:
    assert run(sample.scan((finding("axe/region", "No."),)))["invocations"][0]["executionSuccessful"] is True


def test_known_and_waived_findings_are_suppressed_with_their_reason(scan: Scan) -> None:
    (known,) = results(scan, "axe/region")
    (waived,) = results(scan, "design/title-prefix")

    accepted = {"kind": "external", "status": "accepted"}
    assert known["suppressions"] == [
        accepted | {"justification": "The official GOV.UK page template puts the skip link there."}
    ]
    assert waived["suppressions"] == [accepted | {"justification": "To be mended by 1 March 2027, ticket 123."}]
    assert "suppressions" not in results(scan, "accessibility/field-name")[0]


def test_the_baseline_is_told_for_all_results_or_for_none(scan: Scan) -> None:
    states = [result["baselineState"] for result in run(scan)["results"]]
    without = replace(scan, findings=tuple(one for one in scan.findings if one.settled != "baseline"))

    assert states.count("unchanged") == 1
    assert states.count("new") == len(states) - 1
    assert all("baselineState" not in result for result in run(without)["results"])


def test_a_place_has_line_column_excerpt_and_selector(scan: Scan) -> None:
    (location,) = results(scan, "documents/open-copy")[0]["locations"]

    assert location["physicalLocation"]["artifactLocation"] == {"uri": "statistics"}
    assert location["physicalLocation"]["region"] == {
        "startLine": 90,
        "startColumn": 9,
        "snippet": {"text": '<a href="/files/spending.xlsx">Spending 2025</a>'},
    }
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "main > ul > li:nth-of-type(3) > a"


def test_a_finding_without_a_line_says_that_it_means_the_whole(scan: Scan) -> None:
    result = results(scan, "hosting/strict-transport-security")[0]

    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    assert result["properties"]["wholeResource"] is True
    assert result["properties"]["url"] == sample.PAGES[0]


def test_a_result_carries_its_fingerprint(scan: Scan) -> None:
    fingerprints = {result["partialFingerprints"]["govlint/v1"] for result in run(scan)["results"]}

    assert fingerprints == {one.fingerprint for one in scan.findings if one.outcome != "untested"}


@pytest.mark.parametrize(
    ("url", "path"),
    [
        (f"{HOME}/", "index.html"),
        (HOME, "index.html"),
        (f"{HOME}/apply/name", "apply/name"),
        (f"{HOME}/apply/", "apply/index.html"),
        (f"{HOME}/apply?errors=1&x=a:b", "apply%3Ferrors=1&x=a%3Ab"),
        (f"{HOME}/a%20b/c d", "a%20b/c%20d"),
        (f"{HOME}//evil.example/../x", "evil.example/x"),
        (f"{HOME}/javascript:alert(1)", "javascript%3Aalert(1)"),
        (f"{HOME}/%2e%2e/%2F/x", "%2F/x"),
        ("https://old.example.gov.uk/x", "old.example.gov.uk/x"),
        ("http://[::1", "http%3A%2F%2F%5B%3A%3A1"),
        ("", "index.html"),
    ],
)
def test_a_relative_path_stands_for_an_address(url: str, path: str) -> None:
    assert as_sarif.artifact(url, as_sarif.Home(HOME)) == path


def test_no_more_results_than_code_scanning_takes_and_the_worst_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_sarif, "LIMIT", 3)
    found = tuple(finding("axe/region", f"Nothing {letter}.", severity="minor") for letter in "abcd")
    whole = run(sample.scan((*found, finding("a/b", "Worst.", severity="critical")), visits=()))

    assert [result["message"]["text"] for result in whole["results"]] == ["Worst.", "Nothing a.", "Nothing b."]
    assert whole["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].startswith("2 of 5 results are left")


def test_a_rule_that_the_scan_does_not_describe_is_described_by_its_name() -> None:
    (rule,) = run(sample.scan((finding("mine/own", "No."),), rules={}))["tool"]["driver"]["rules"]

    assert rule["shortDescription"]["text"] == "mine/own"


def test_a_page_cannot_put_a_link_into_a_message() -> None:
    (result,) = results(sample.scan((finding("axe/region", "See [here](javascript:x) \\[a]"),)), "axe/region")

    assert result["message"]["text"] == "See \\[here\\](javascript:x) \\\\\\[a\\]"


def test_the_file_is_ascii_so_that_it_can_be_printed(scan: Scan) -> None:
    odd = finding("axe/region", "ESC \x1b[2J and C1 \x9b and Welsh ŵ", place=Place("a\x1b"), settled=KNOWN)

    assert re.fullmatch(rb"[\n\x20-\x7e]*", as_sarif.report(replace(scan, findings=(odd,))))


def test_a_visit_that_failed_is_named_even_without_a_finding() -> None:
    visits = (Visit(f"{HOME}/gone", outcome="unreached", reason="Time-out."),)
    (said,) = run(sample.scan((), visits=visits))["invocations"][0]["toolExecutionNotifications"]

    assert said["message"]["text"] == "Not tested at 1 address: Time-out."
    assert said["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "gone"}}}]


def test_a_noted_finding_keeps_its_level() -> None:
    (result,) = results(sample.scan((finding("axe/region", "No.", settled=NOTED),)), "axe/region")

    assert (result["level"], result["properties"]["settled"]) == ("warning", NOTED)


def test_a_page_of_a_served_folder_is_named_as_the_file_that_it_is(scan: Scan) -> None:
    served = replace(scan, options={"served": {HOME: "site/pages"}})

    found = run(served)["results"]
    paths = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in found}
    assert any(path.startswith("site/pages/") for path in paths)


@pytest.mark.parametrize("folder", ["/elsewhere/pages", "../pages"])
def test_a_folder_outside_is_not_named(folder: str) -> None:
    assert as_sarif._served_folder(replace(sample.scan(), options={"served": {HOME: folder}})) == ""
