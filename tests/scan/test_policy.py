"""What counts, and the exit code that follows."""

from __future__ import annotations

from datetime import date

import pytest

from govlint.model.finding import BASELINE, COUNTS, KNOWN, NOTED, WAIVED, Finding
from govlint.model.verdict import Place
from govlint.scan.policy import Waiver, exit_code, profile_of, settle

TODAY = date(2026, 6, 1)


def finding(outcome="failed", severity="serious", settled="", rule="pack/rule", fingerprint="f1"):
    return Finding(rule, outcome, severity, "http://a.example/x", Place(), "key", "Text.", settled=settled, fingerprint=fingerprint)


def settled(*findings, fail_on="serious", waivers=(), baseline=frozenset()):
    return [f.settled for f in settle(findings, fail_on, waivers, baseline, TODAY)]


@pytest.mark.parametrize(
    ("severity", "fail_on", "expected"),
    [("serious", "serious", COUNTS), ("moderate", "serious", NOTED), ("critical", "serious", COUNTS), ("minor", "minor", COUNTS)],
)
def test_a_failure_counts_from_the_threshold_up(severity, fail_on, expected):
    assert [expected] == settled(finding(severity=severity), fail_on=fail_on)


def test_doubt_never_counts():
    assert [NOTED] == settled(finding("cantTell", "critical"), fail_on="minor")


def test_what_was_not_tested_counts_whatever_the_threshold():
    assert [COUNTS] == settled(finding("untested", "minor"), fail_on="critical")


def test_known_and_noted_stay_what_they_are():
    assert [KNOWN, NOTED] == settled(finding(settled=KNOWN), finding("untested", settled=NOTED))


def test_a_waiver_accepts_until_its_last_day():
    waiver = Waiver("pack/*", "*/x", "Agreed.", until=TODAY)
    late = Waiver("pack/*", "*/x", "Agreed.", until=date(2026, 5, 31))

    assert [WAIVED] == settled(finding(), waivers=[waiver])
    assert [COUNTS] == settled(finding(), waivers=[late])
    assert [COUNTS] == settled(finding(), waivers=[Waiver("pack/*", "*/y", "Agreed.")])


def test_what_stood_in_the_baseline_does_not_count():
    assert [BASELINE, COUNTS] == settled(finding(), finding(fingerprint="f2"), baseline=frozenset({"f1"}))


@pytest.mark.parametrize(
    ("findings", "code"),
    [
        ([], 0),
        ([finding(settled=NOTED)], 0),
        ([finding(settled=COUNTS)], 1),
        ([finding("untested", settled=COUNTS)], 3),
        ([finding("untested", settled=NOTED)], 0),
        ([finding(settled=COUNTS), finding("untested", settled=COUNTS)], 3),
    ],
)
def test_the_exit_code_says_what_happened(findings, code):
    assert code == exit_code(findings)[0]


def test_the_profile_is_what_most_pages_speak_for():
    signs = [("any-government", "nothing"), ("govuk-service", "template"), ("govuk-service", "template")]

    assert ("govuk-service", "template (2 of 3 pages)") == profile_of(signs)


def test_the_more_particular_profile_wins_a_tie():
    assert "govuk-service" == profile_of([("any-government", "n"), ("govuk-service", "t")])[0]
