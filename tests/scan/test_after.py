"""Rules that judge what the others found: once a site, on what was settled, and never on each other."""

from __future__ import annotations

import pytest

from govlint.rulebook.packs import read_rulebook
from govlint.rulebook.written import RuleError
from govlint.scan import after
from govlint.scan.asked import Asked
from govlint.scan.policy import Waiver
from govlint.scan.run import run

from ..loopback import Loopback, html

RULE = """
title: The scan found {what}
severity: serious
standards: [wcag22/1.1.1]
why: w
fix: f
messages: {{seen: "Seen: {{rules}}."}}
"""
CHECK = """
from govlint import Each, Failed, Place


def check(title: Each[str], scan_findings):
    told = sorted(f"{f['rule']} {f['settled']} {'+'.join(f['criteria'])}" for f in scan_findings["found"])
    yield Failed(Place(url=min(title)), "seen", rules="; ".join([*told, *scan_findings["tested"]]))
"""
STATEMENT = "<title>Accessibility statement</title><h1>Accessibility statement</h1><p>This website is fully compliant with WCAG 2.2 AA.</p>"
LONELY = "<!doctype html><meta http-equiv=refresh content=30><title>Apply</title><h1>Apply</h1>"
RESTLESS = "<!doctype html><meta http-equiv=refresh content=30><title>Apply</title><h1>Apply</h1><a href=/s>Accessibility statement</a>"


@pytest.fixture
def pack(tmp_path):
    """A pack of two rules that judge after the others."""
    folder = tmp_path / "late"
    for name in ("first", "second"):
        (folder / name).mkdir(parents=True)
        (folder / name / "rule.yaml").write_text(RULE.format(what=f"what it found, {name}"))
        (folder / name / "check.py").write_text(CHECK)
    return folder


def scan(site, tmp_path, **options):
    given = {"browser": False, "workers": 1, "store": tmp_path / "evidence.sqlite", "profile": "uk-public-sector"} | options
    return run(Asked(targets=(site.url + "/",), **given))


def said(scan, rule):
    return [finding.text for finding in scan.findings if finding.rule == rule]


def test_such_rules_see_what_the_others_found_and_nothing_of_each_other(pack, tmp_path):
    with Loopback({"/": html(RESTLESS), "/s": html(STATEMENT)}) as site:
        found = scan(site, tmp_path, rules=("accessibility/no-refresh", "late"), packs=(pack,), trusted=(pack,))

    told = ["Seen: accessibility/no-refresh counts 2.2.1; 2.2.1."]
    assert (said(found, "late/first"), said(found, "late/second")) == (told, told)
    assert {f.settled for f in found.findings if f.rule.startswith("late/")} == {"counts"}


def test_they_see_what_was_settled_and_are_settled_themselves(pack, tmp_path):
    waivers = (Waiver("accessibility/*", "*", "A reason."), Waiver("late/second", "*", "Another."))
    with Loopback({"/": html(LONELY)}) as site:
        found = scan(site, tmp_path, rules=("accessibility/no-refresh", "late"), packs=(pack,), trusted=(pack,), waivers=waivers)

    assert said(found, "late/first") == ["Seen: accessibility/no-refresh waived 2.2.1; 2.2.1."]
    assert {f.rule: f.settled for f in found.findings if f.rule.startswith("late/")} == {"late/first": "counts", "late/second": "waived"}


def test_each_site_is_told_of_its_own_findings(pack, tmp_path):
    with Loopback({"/": html(LONELY)}) as site, Loopback({"/": html(LONELY)}, host="127.0.0.2") as other:
        asked = Asked(targets=(site.url + "/", other.url + "/"), browser=False, workers=1, store=tmp_path / "evidence.sqlite",
                      rules=("accessibility/no-refresh", "late/first"), packs=(pack,), trusted=(pack,))  # fmt: skip
        found = run(asked)

    assert said(found, "late/first") == ["Seen: accessibility/no-refresh counts 2.2.1; 2.2.1."] * 2


def test_a_false_claim_decides_the_exit_code(tmp_path):
    with Loopback({"/": html(RESTLESS), "/s": html(STATEMENT)}) as site:
        found = scan(site, tmp_path, rules=("accessibility/no-refresh", "statement/claim-agrees"))

    (text,) = said(found, "statement/claim-agrees")
    assert "accessibility/no-refresh (2.2.1)" in text
    assert (found.exit_code, found.verdict) == (1, "Not compliant: 2 findings count.")


def test_without_a_rule_of_accessibility_no_claim_is_judged(tmp_path):
    with Loopback({"/": html(RESTLESS), "/s": html(STATEMENT)}) as site:
        found = scan(site, tmp_path, rules=("metadata/title-present", "statement/claim-agrees"))

    assert (found.findings, found.exit_code) == ((), 0)


def test_what_only_a_browser_could_tell_is_not_said_to_be_tested_without_one(pack, tmp_path):
    with Loopback({"/": html(LONELY)}) as site:
        found = scan(site, tmp_path, rules=("keyboard/no-focus-trap", "late/first"), packs=(pack,), trusted=(pack,))

    assert said(found, "late/first") == ["Seen: engine/not-gathered noted."]


def test_criteria_of_level_aaa_and_what_was_removed_are_asked_of_nobody():
    standards = read_rulebook().standards
    named = ("wcag22/1.4.3", "wcag22/1.4.6", "wcag22/4.1.1", "uk-gdpr/13", "wcag22/2.1.1")

    assert after.criteria(named, standards) == ("1.4.3", "2.1.1")


@pytest.mark.parametrize("check", ["def check(scan_findings):", "def check(title: Each[str], scan_findings=None):"])
def test_a_rule_that_could_not_be_judged_after_the_others_is_refused(pack, check):
    (pack / "first" / "check.py").write_text(f"from govlint import Each\n{check}\n    return []\n")

    with pytest.raises(RuleError, match="once a site, after all pages"):
        read_rulebook((pack,), (pack,))
