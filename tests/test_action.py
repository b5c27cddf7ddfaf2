"""The GitHub Action: its files keep to their schemas, and its script passes on what was asked and what was answered."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
ACTION = ROOT / "action.yml"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
STEPS = yaml.safe_load(ACTION.read_text("utf-8"))["runs"]["steps"]


@dataclass(frozen=True)
class Ended:
    """What a run of the action's script left."""

    code: int
    arguments: list[str]
    outputs: dict[str, str]
    said: str


@pytest.fixture
def run(tmp_path: Path):
    """Runs the step `check` with a program that writes its arguments down in govlint's place."""

    def run(script: str = "echo '{}' > govlint.sarif", **inputs: str) -> Ended:
        govlint = tmp_path / "govlint"
        govlint.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > arguments\n{script}\n')
        govlint.chmod(0o755)
        variables = {
            "PATH": os.environ["PATH"],
            "RUNNER_TEMP": str(tmp_path),
            "GITHUB_OUTPUT": str(tmp_path / "output"),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
            "GOVLINT": str(govlint),
            "SARIF_FILE": "govlint.sarif",
            "HTML_FILE": "govlint.html",
        }
        command = ["bash", ROOT / "tools" / "action.sh", "check"]
        ended = subprocess.run(command, cwd=tmp_path, env=variables | inputs, capture_output=True, text=True)
        written, outputs = tmp_path / "arguments", tmp_path / "output"
        return Ended(
            ended.returncode,
            written.read_text().splitlines() if written.exists() else [],
            dict(line.split("=", 1) for line in outputs.read_text().splitlines()) if outputs.exists() else {},
            ended.stdout + ended.stderr,
        )

    return run


@pytest.mark.parametrize(
    ("schema", "files"), [("vendor.github-actions", [ACTION]), ("vendor.github-workflows", WORKFLOWS)]
)
def test_the_files_keep_to_their_schema(schema, files):
    assert files
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files]
    ended = subprocess.run(command, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout


def test_no_input_is_written_into_a_script():
    scripts = [step["run"] for step in STEPS if "run" in step]
    assert len(scripts) == 2
    for workflow in WORKFLOWS:
        jobs = yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values()
        scripts += [step["run"] for job in jobs for step in job["steps"] if "run" in step]
    assert not [script for script in scripts if "${{" in script]


def test_every_variable_of_the_script_comes_from_an_input_that_exists():
    inputs = yaml.safe_load(ACTION.read_text("utf-8"))["inputs"]
    named = set(re.findall(r"inputs\.([\w-]+)", ACTION.read_text("utf-8")))
    assert named == set(inputs)
    script = (ROOT / "tools" / "action.sh").read_text("utf-8")
    (check,) = (step for step in STEPS if step.get("id") == "check")
    assert all(f"${{{variable}" in script or f"${variable}" in script for variable in check["env"])


def test_the_inputs_become_arguments_of_govlint_check(run):
    ended = run(
        TARGETS="https://one.example/\n\n  my pages  \n",
        PROFILE="govuk-service",
        FAIL_ON="serious",
        CONFIG="other.toml",
        RULES="open-formats/*\nmetadata/title",
        ARGUMENTS="--max-pages=50\n--no-crawl\n",
    )
    assert ended.code == 0
    assert ended.arguments[:8] == [
        "check",
        "--profile=govuk-service",
        "--fail-on=serious",
        "--config=other.toml",
        "--rules=open-formats/*",
        "--rules=metadata/title",
        "--max-pages=50",
        "--no-crawl",
    ]
    assert ended.arguments[-3:] == ["--", "https://one.example/", "my pages"]
    formats = [
        value for option, value in zip(ended.arguments, ended.arguments[1:], strict=False) if option == "--format"
    ]
    assert [name.split("=")[0] for name in formats] == ["text", "sarif", "html", "markdown"]
    assert formats[3].endswith("summary.md")


def test_inputs_left_empty_are_not_passed_on(run):
    ended = run(TARGETS="pages")
    assert not [word for word in ended.arguments if word.startswith(("--profile", "--fail-on", "--config", "--rules"))]


@pytest.mark.parametrize("code", [0, 1, 2, 3])
def test_the_exit_code_is_kept_and_told(run, code):
    ended = run(f"echo '{{}}' > govlint.sarif; exit {code}", TARGETS="pages")
    assert (ended.code, ended.outputs) == (code, {"sarif-written": "true", "exit-code": str(code)})


def test_a_run_that_wrote_no_sarif_never_passes(run):
    ended = run("exit 0", TARGETS="pages")
    assert (ended.code, ended.outputs) == (3, {"exit-code": "3"})
    assert "::error" in ended.said and "wrote no SARIF to govlint.sarif" in ended.said


def test_the_sarif_of_an_earlier_run_is_not_taken_for_this_one(run, tmp_path):
    (tmp_path / "govlint.sarif").write_text("{}")
    assert run("exit 2", TARGETS="pages").outputs == {"exit-code": "2"}


def test_no_target_is_a_mistake_and_nothing_is_run(run):
    ended = run(TARGETS=" \n ")
    assert (ended.code, ended.arguments) == (2, [])
    assert ended.outputs == {"exit-code": "2"} and "::error" in ended.said


def test_an_input_that_looks_like_a_script_or_an_option_stays_a_word(run, tmp_path):
    ended = run(TARGETS="$(touch bad)\n`touch bad`\n; touch bad\n--no-browser", PROFILE='"; touch bad; "')
    assert ended.arguments[-5:] == ["--", "$(touch bad)", "`touch bad`", "; touch bad", "--no-browser"]
    assert not (tmp_path / "bad").exists()


def test_sarif_is_uploaded_when_findings_made_the_check_fail():
    (upload,) = (step for step in STEPS if "upload-sarif" in step.get("uses", ""))
    assert "always()" in upload["if"] and "sarif-written" in upload["if"]


def test_the_installed_govlint_understands_what_the_action_asks(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "index.html").write_text("<!doctype html><html lang=en><title>Apply</title><h1>Apply</h1>")
    variables = {
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "GOVLINT": str(Path(sys.executable).with_name("govlint")),
        "SARIF_FILE": "govlint.sarif",
        "HTML_FILE": "govlint.html",
        "TARGETS": "pages",
        "PROFILE": "govuk-service",
        "FAIL_ON": "minor",
        "RULES": "metadata/viewport\nmetadata/title-*",
        "ARGUMENTS": "--no-browser\n--no-crawl",
    }
    command = ["bash", ROOT / "tools" / "action.sh", "check"]
    ended = subprocess.run(command, cwd=tmp_path, env=os.environ | variables, capture_output=True, text=True)
    assert ended.returncode == 1, ended.stdout + ended.stderr
    assert (tmp_path / "output").read_text().splitlines() == ["sarif-written=true", "exit-code=1"]
    assert "metadata/viewport" in (tmp_path / "govlint.sarif").read_text("utf-8")
    assert "metadata/viewport" in (tmp_path / "summary.md").read_text("utf-8")
    assert (tmp_path / "govlint.html").stat().st_size
