"""A pack of somebody else is installed as a package, and works like a built-in one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from govlint.rulebook import packs
from govlint.rulebook.written import RuleError

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "fixtures" / "packs" / "harbour"
PAGE = """\
<!doctype html>
<html class="harbour" lang="en">
<title>Register a boat</title>
<style>body { margin: 0 } .harbour-bar { height: 600px }</style>
<div class="harbour-bar"><a href="/">Ministry of Boats</a></div>
<main><h1>Register a boat</h1>
<form><button class="harbour-action--main">Register</button> <button class="harbour-action--main">Save</button></form></main>
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """A folder that the sample was installed into, with its entry points."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--target", str(folder), str(SAMPLE)], check=True, timeout=300)
    return folder


def run(installed: Path, *arguments: str, where: Path = ROOT) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", "from govlint.cli import main; main()", *arguments],
        cwd=where, env={**os.environ, "PYTHONPATH": str(installed)}, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def test_its_rules_are_listed_beside_the_built_in_ones(installed):
    code, said = run(installed, "rules", "list", "harbour")

    assert code == 0, said
    assert ["harbour/identity-bar", "harbour/one-main-action", "harbour/short-bar"] == [
        line.split()[0] for line in said.splitlines()
    ]


def test_its_documentation_is_shown_as_that_of_a_built_in_rule(installed):
    code, said = run(installed, "explain", "harbour/one-main-action")

    assert code == 0, said
    assert "A form has one main action" in said
    assert "https://design.westmark.example/components/actions" in said
    assert "“Continue” is one of 2 main actions; keep one and make the others plain." in said


def test_its_cases_are_run_and_all_of_its_mutants_are_caught(installed, tmp_path):
    code, said = run(installed, "rules", "test", "harbour", "--mutate", "--at-least", "100", where=tmp_path)

    assert code == 0, said
    assert "15 cases of 3 rules: all as they say" in said


def test_a_scan_uses_its_rules_its_facts_and_its_probe(installed, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(PAGE, "utf-8")

    code, said = run(
        installed, "check", str(site), "--rules", "harbour", "--format", f"json={tmp_path / 'report.json'}", "--workers", "1",
        where=tmp_path,
    )  # fmt: skip
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    texts = {finding["rule"]: finding["text"] for finding in report["findings"]}

    assert code == 0, said  # none of these is serious
    assert texts == {
        "harbour/identity-bar": "The bar says “Ministry of Boats”; write “Government of Westmark”.",
        "harbour/one-main-action": "“Save” is one of 2 main actions; keep one and make the others plain.",
        "harbour/short-bar": texts["harbour/short-bar"],
    }
    assert texts["harbour/short-bar"].startswith("The bar is 600 pixels high in a window of ")


def test_the_same_pack_as_a_bare_folder_is_refused_until_it_is_trusted():
    folder = SAMPLE / "src" / "govlint_harbour" / "harbour"

    with pytest.raises(RuleError, match="this pack brings Python; name its folder under “trusted”") as fault:
        packs.read_rulebook([folder])

    assert fault.value.path.endswith("harbour/facts.py")
    assert "harbour/one-main-action" in packs.read_rulebook([folder], [folder]).rules


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("def pack():\n    return 1 / 0\n", "the pack “broken” of an installed package cannot be loaded (division by zero)"),
        ("def pack():\n    return 'nowhere'\n", "the pack “broken” of an installed package names nowhere, which is no folder"),
        ("", "cannot be loaded"),
    ],
)
def test_an_installed_pack_that_is_broken_is_named(tmp_path, monkeypatch, code, said):
    (tmp_path / "broken_pack.py").write_text(code, "utf-8")
    (tmp_path / "broken-1.dist-info").mkdir()
    (tmp_path / "broken-1.dist-info" / "entry_points.txt").write_text("[govlint.packs]\nbroken = broken_pack:pack\n", "utf-8")
    (tmp_path / "broken-1.dist-info" / "METADATA").write_text("Name: broken\nVersion: 1\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "broken_pack", raising=False)

    with pytest.raises(RuleError) as fault:
        packs.pack_folders()

    assert said in str(fault.value)
