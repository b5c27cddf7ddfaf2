"""The pytest plugin makes a test of each case of a pack."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.rulebook.house import CASES, CHECK, CHECKED, SHEET, folder_of

STANDARD = "house/one: {title: House rule one, url: https://example.org/one}\n"
FACTS = "from govlint import fact\n\n\n@fact\ndef headings_here(dom):\n    return len(dom.css('h1'))\n"


def pack(tmp_path: Path, **files: str) -> Path:
    folder = folder_of(tmp_path, **files)
    (folder.parent / "standards").mkdir(exist_ok=True)
    (folder.parent / "standards" / "house.yaml").write_text(STANDARD, "utf-8")
    return folder.parent


def pytest_in(folder: Path, *arguments: str, plugins: tuple[str, ...] = ("-p", "govlint")) -> tuple[int, str]:
    """Exit code and output of a pytest of its own, as a third party runs it."""
    alone = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"} if plugins else {}  # the plugins of others take time
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *plugins, *arguments],
        cwd=folder, env={**os.environ, "PYTEST_ADDOPTS": "", "COLUMNS": "200", **alone}, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    return run.returncode, run.stdout + run.stderr


def test_each_case_is_a_test_named_after_the_rule_and_the_case(tmp_path):
    pack(tmp_path)

    code, output = pytest_in(tmp_path, "--govlint-pack", ".", "-vv", plugins=())

    assert code == 0, output
    assert "pack/some-rule/cases.yaml::pack/some-rule: one heading PASSED" in output
    assert "2 passed" in output


def test_a_failure_shows_the_place_and_the_difference_and_nothing_else(tmp_path):
    path = pack(tmp_path, cases=CASES.replace("failed: {body: heading}", "passed: {body: as-expected}"))

    code, output = pytest_in(tmp_path, "--govlint-pack", "pack")

    assert code == 1
    assert (
        f"{path}/some-rule/cases.yaml:5:1: no heading\n"
        "  - passed at body: as-expected\n"
        "  + failed at body: heading  “The page has 0 headings; give it one.”\n"
    ) in output
    assert "Traceback" not in output


def test_a_check_that_crashes_is_shown_with_its_line(tmp_path):
    pack(tmp_path, sheet=CHECKED, check=CHECK.replace("len(", "lne("), cases="- name: one\n  html: <h1>\n")

    code, output = pytest_in(tmp_path, "--govlint-pack", "pack")

    assert code == 1
    assert "check.py:5:1: the case “one” ends in NameError: name 'lne' is not defined" in output


def test_a_fault_of_the_cases_is_told_when_tests_are_collected(tmp_path):
    pack(tmp_path, cases=CASES.replace("html: <p>", "htlm: <p>"))

    code, output = pytest_in(tmp_path, "--govlint-pack", "pack")

    assert code == 2
    assert "cases.yaml:6:3: unknown fact “htlm”; did you mean html?" in output
    assert "Traceback" not in output


def test_cases_run_beside_other_tests_and_can_be_chosen_by_name(tmp_path):
    pack(tmp_path)
    (tmp_path / "test_own.py").write_text("def test_own():\n    assert True\n", "utf-8")

    assert "3 passed" in pytest_in(tmp_path, "test_own.py", "--govlint-pack", "pack")[1]
    assert "1 passed, 2 deselected" in pytest_in(tmp_path, "--govlint-pack", "pack", "-k", "one and heading")[1]


def test_without_the_option_no_case_is_a_test(tmp_path):
    pack(tmp_path)

    code, output = pytest_in(tmp_path)

    assert (code, "no tests ran" in output) == (5, True)


def test_a_pack_may_bring_facts_of_its_own(tmp_path):
    folder = pack(tmp_path, sheet=CHECKED, check=CHECK.replace("dom", "headings_here").replace('len(headings_here.css("h1"))', "headings_here"),
                  cases="- name: two\n  html: <h1>A</h1><h1>B</h1>\n  failed: {body: found}\n")  # fmt: skip
    (folder / "facts.py").write_text(FACTS, "utf-8")

    code, output = pytest_in(tmp_path, "--govlint-pack", "pack")

    assert (code, "1 passed" in output) == (0, True), output


def test_a_folder_that_is_not_there_is_misuse(tmp_path):
    code, output = pytest_in(tmp_path, "--govlint-pack", "nowhere")

    assert (code, "--govlint-pack: there is no folder nowhere" in output) == (4, True)


def test_a_sheet_that_cannot_be_read_is_told(tmp_path):
    pack(tmp_path, sheet=SHEET.replace("severity: minor", "severity: mnior"))

    code, output = pytest_in(tmp_path, "--govlint-pack", "pack")

    assert code == 2
    assert "rule.yaml:2:11: unknown severity “mnior”; did you mean minor?" in output
