"""What an editor is told of rule.yaml, cases.yaml and govlint.toml agrees with what the loader takes."""

from __future__ import annotations

import json
import tomllib
from functools import cache

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from govlint.cli import main
from govlint.config import KINDS
from govlint.rulebook.axe import OVERRIDES
from govlint.rulebook.folder import KEYS
from govlint.rulebook.packs import read_rulebook
from govlint.rulebook.written import read

from .house import CASES, CHECKED, SHEET, folder_of

BOOK = read_rulebook()
FOLDERS = [rule.folder for rule in BOOK.rules.values() if rule.folder and rule.pack != "axe"]
OVERRIDDEN = [rule.folder for rule in BOOK.rules.values() if rule.folder and rule.pack == "axe"]
CONFIG = """\
targets = ["http://localhost:3000"]
profile = "govuk-service"
fail-on = "serious"
rate = 1.5
max-pages = 50
packs = ["rules/our-department"]

[[waivers]]
rule = "open-formats/pdf-tagged"
address = "*/archive/*"
reason = "Published before September 2018."
until = 2027-09-01
"""


@cache
def schema(kind):
    """What `govlint schema KIND` prints."""
    printed = json.loads(CliRunner().invoke(main, ["schema", kind]).output)
    Draft202012Validator.check_schema(printed)
    return printed


def faults(kind, value):
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in Draft202012Validator(schema(kind)).iter_errors(value)]


def yaml(path):
    """A file as an editor reads it: by YAML 1.2, where `no` is text and 3 is a number."""
    return read(path, json_scalars=True)


def toml(text):
    """A configuration as an editor compares it with a schema: a date is text."""
    return json.loads(json.dumps(tomllib.loads(text), default=str))


def test_every_built_in_rule_is_as_the_schema_says():
    assert {} == {folder.name: found for folder in FOLDERS if (found := faults("rule", yaml(folder / "rule.yaml")))}


def test_all_built_in_cases_are_as_the_schema_says():
    assert {} == {folder.name: found for folder in FOLDERS if (found := faults("cases", yaml(folder / "cases.yaml")))}


def test_what_is_said_more_of_axe_cores_rules_is_as_the_schema_says():
    assert {} == {folder.name: found for folder in OVERRIDDEN if (found := faults("override", yaml(folder / "rule.yaml")))}


@pytest.mark.parametrize(
    ("kind", "keys"), [("rule", KEYS), ("override", OVERRIDES), ("config", KINDS)], ids=["rule", "override", "config"]
)
def test_a_schema_has_the_keys_that_the_loader_knows_and_no_other(kind, keys):
    assert set(schema(kind)["properties"]) == set(keys)


def test_every_fact_can_stand_in_a_case():
    assert set(BOOK.facts) <= set(schema("cases")["items"]["properties"])


@pytest.mark.parametrize("sheet", [SHEET, CHECKED], ids=["expect", "check.py"])
def test_a_sound_sheet_has_no_fault(tmp_path, sheet):
    assert faults("rule", yaml(folder_of(tmp_path, sheet) / "rule.yaml")) == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("why:", "wy:"), ""),
        (("title: A page has a heading\n", ""), ""),
        (("severity: minor", "severity: mnior"), "severity"),
        (("standards: [house/one]", "standards: [one]"), "standards/0"),
        (("standards: [house/one]", "standards: []"), "standards"),
        (("severity: minor", "severity: minor\nprofiles: [govuk-servise]"), "profiles/0"),
        (("severity: minor", "severity: minor\njudges: [pages]"), "judges/0"),
        (("severity: minor", "severity: minor\naxe: [image-alt]"), ""),
        (("select: body\n", ""), ""),
        (("    find: h1", "    fnd: h1"), "expect/heading"),
        (("count: 1", "count: few"), "expect/heading/count"),
        (("    else: The page has {count} headings; give it one.\n", ""), "expect/heading"),
        (("severity: minor", "severity: minor\nknown-issues: [{reason: Ours.}]"), "known-issues/0"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_fault_of_a_sheet_is_seen_at_its_place(tmp_path, change, place):
    assert SHEET.replace(*change) != SHEET
    found = faults("rule", yaml(folder_of(tmp_path, SHEET.replace(*change)) / "rule.yaml"))

    assert {fault.split(":")[0] for fault in found} == {place}


def test_a_rule_of_a_check_needs_messages(tmp_path):
    sheet = CHECKED.partition("messages:")[0]

    assert faults("rule", yaml(folder_of(tmp_path, sheet) / "rule.yaml")) != []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("html:", "htm:"), "0"),
        (("- name: one heading\n  html", "- html"), "0"),
        (("passed: {body: as-expected}", "passed: as-expected"), "0/passed"),
        (("passed: {body: as-expected}", "site: {/a: {titel: Apply}}"), "0/site//a"),
        (("passed: {body: as-expected}", "headers: DENY"), "0/headers"),
        (("passed: {body: as-expected}", "untested: false"), "0/untested"),
    ],
    ids=lambda value: str(value)[:60],
)
def test_a_fault_of_a_case_is_seen_at_its_place(tmp_path, change, place):
    text = CASES.partition("\n\n")[0].replace(*change)
    found = faults("cases", yaml(folder_of(tmp_path, cases=text) / "cases.yaml"))

    assert {fault.split(":")[0] for fault in found} == {place}


def test_a_sound_configuration_has_no_fault():
    assert faults("config", toml(CONFIG)) == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("targets", "target"), ""),
        (('"govuk-service"', '"govuk-servise"'), "profile"),
        (('fail-on = "serious"', 'fail-on = "bad"'), "fail-on"),
        (("max-pages = 50", 'max-pages = "50"'), "max-pages"),
        (('packs = ["rules/our-department"]', 'packs = "rules"'), "packs"),
        (('reason = "Published before September 2018."\n', ""), "waivers/0"),
        (("address", "adress"), "waivers/0"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_fault_of_a_configuration_is_seen_at_its_place(change, place):
    assert CONFIG.replace(*change) != CONFIG

    assert [fault.split(":")[0] for fault in faults("config", toml(CONFIG.replace(*change)))] == [place]


def test_without_a_name_the_schema_of_the_report_is_printed():
    assert json.loads(CliRunner().invoke(main, ["schema"]).output) == schema("scan")
