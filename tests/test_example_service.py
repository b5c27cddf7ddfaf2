"""The broken edition of the example service has the defects of its manifest, the clean one has none."""

import re
from datetime import date

import pytest
import yaml
from click.testing import CliRunner

from govlint import cli
from govlint.demo import EDITIONS, filled, staged
from govlint.evidence.vendored import shipped
from govlint.report.as_json import read
from govlint.rulebook.packs import read_rulebook
from tools.example_findings import listed

MANIFEST = yaml.safe_load((shipped("sites") / "permit-broken" / "manifest.yaml").read_text("utf-8"))
FINDINGS = [line for lines in MANIFEST.values() for line in lines]
FAILED = {line.split()[0] for line in FINDINGS if "[" not in line.partition(" @ ")[0]}
BOOK = read_rulebook()
# What axe-core says of official GOV.UK markup, and each rule tells why it does not count.
KNOWN = {"axe/region", "axe/aria-allowed-attr"}


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """A function that runs `govlint demo` for an edition, once, and gives its output and its scan."""
    ran = {}

    def run(edition):
        if edition not in ran:
            file = tmp_path_factory.mktemp("demo") / "report.json"
            asked = ["demo", "--edition", edition, "--format", "text", "--format", f"json={file}"]
            result = CliRunner().invoke(cli.main, asked)
            ran[edition] = result, read(file.read_bytes()), file
        return ran[edition]

    return run


def test_the_broken_edition_has_exactly_the_defects_of_its_manifest(demo):
    result, scan, _ = demo("broken")
    found = listed(scan)

    for page in sorted(MANIFEST.keys() | found.keys()):
        missed = set(MANIFEST.get(page, ())) - set(found.get(page, ()))
        added = set(found.get(page, ())) - set(MANIFEST.get(page, ()))
        assert (sorted(missed), sorted(added)) == ([], []), f"{page}: see tools/example_findings.py"
    assert found == MANIFEST
    assert (result.exit_code, scan.exit_code) == (0, 1)


def test_the_clean_edition_has_nothing_but_known_issues(demo):
    result, scan, _ = demo("clean")

    assert [f for f in scan.findings if f.settled != "known"] == []
    assert {f.rule for f in scan.findings} == KNOWN
    assert all(f.reason for f in scan.findings)
    assert (result.exit_code, scan.exit_code) == (0, 0)


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_of_the_service_is_judged(demo, edition, tmp_path):
    _, scan, _ = demo(edition)
    judged = {re.sub(r"^http://[^/]+", "", visit.url) for visit in scan.visits if visit.outcome == "judged"}

    site = staged(edition, tmp_path)
    pages = {f"/{page.parent.relative_to(site).as_posix()}/".replace("/./", "/") for page in site.rglob("index.html")}
    assert len(pages) > 12
    assert pages <= judged
    assert scan.profile == "govuk-service"


def test_the_demonstration_prints_the_report_and_says_where_the_other_is(demo):
    result, _, file = demo("broken")

    assert "keyboard/no-focus-trap" in result.stdout
    assert f"The json report is in {file}." in result.stderr


def test_a_demonstration_that_finds_nothing_fails(monkeypatch, tmp_path):
    (tmp_path / "index.html").write_text('<!doctype html><html lang="en"><title>Apply for a permit</title><main><h1>Apply</h1></main>')
    monkeypatch.setattr(cli, "staged", lambda edition, into: tmp_path)

    assert CliRunner().invoke(cli.main, ["demo"]).exit_code == 3


def test_the_defects_are_of_each_pack_and_of_many_rules():
    # The service is built from GOV.UK Frontend: of another design system it has nothing.
    packs = {rule.pack for rule in BOOK.rules.values()} - {"nhsuk-design", "statement-eu", "statement-agid"}

    assert {rule.partition("/")[0] for rule in FAILED} == packs
    assert len(FAILED) >= 60


def test_the_defects_are_of_all_kinds_and_severities():
    rules = [BOOK.rules[name] for name in FAILED]

    assert any(set(rule.needs) == {"dom"} for rule in rules), "static"
    assert any("axe" in rule.needs for rule in rules), "browser"
    assert any({"first_load", "told"} & set(rule.needs) for rule in rules), "first visit"
    assert any({"headers", "site_headers"} & set(rule.needs) for rule in rules), "HTTP"
    assert any(rule.judges == ("document",) for rule in rules), "documents"
    assert any(rule.of_site for rule in rules), "whole site"
    assert any("focus_trail" in rule.needs for rule in rules), "interaction"
    assert any("layout" in rule.needs for rule in rules), "layout"
    assert {rule.severity for rule in rules} == {"minor", "moderate", "serious", "critical"}


def test_each_finding_of_the_manifest_names_a_rule_that_is_there():
    names = {line.split()[0] for line in FINDINGS}

    assert {name for name in names if not name.startswith("engine/")} <= BOOK.rules.keys()


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_staged_edition_is_whole(edition, tmp_path):
    site = staged(edition, tmp_path)
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}

    assert {"_headers", "404.html", "robots.txt", ".well-known/security.txt", "assets/govuk-frontend.min.css"} <= names
    assert not any(name.startswith(("_parts", "manifest", "README")) for name in names)
    for path in site.rglob("*"):
        if path.suffix in (".html", ".txt", ".xml"):
            assert "{{" not in path.read_text("utf-8"), path
    style = (site / "assets" / "govuk-frontend.min.css").read_text("utf-8")
    assert "GDS Transport" not in style and "arial,sans-serif" in style


def test_the_editions_differ_only_where_the_broken_one_says(tmp_path):
    clean, broken = (staged(edition, tmp_path) for edition in ("clean", "broken"))
    layer = shipped("sites") / "permit-broken"
    ours = {path.relative_to(layer) for path in layer.rglob("*") if path.is_file()}

    for path in clean.rglob("*"):
        name = path.relative_to(clean)
        same = path.is_dir() or path.read_bytes() == (broken / name).read_bytes()
        assert same == (name not in ours), name


def test_there_is_no_third_edition(tmp_path):
    with pytest.raises(ValueError, match="only broken, clean"):
        staged("perfect", tmp_path)


def test_dates_are_near_the_day_on_which_the_service_is_shown():
    today = date(2028, 2, 29)

    assert filled("{{ day -60 }}, {{ iso +1 }}", {}, today) == "31 December 2027, 2028-03-01"
    assert filled("<p>{{ a }}", {"a": "{{ day +0 }}"}, today) == "<p>29 February 2028"


def test_the_manifest_is_sorted_so_that_a_change_is_easy_to_see():
    assert list(MANIFEST) == sorted(MANIFEST)
    assert all(lines == sorted(lines) for lines in MANIFEST.values())
