"""veraPDF's verdict is taken as it gives it, and whatever else it does is said."""

from __future__ import annotations

import os
import time

import pytest

from govlint.capture import verapdf
from govlint.capture.processes import descendants
from govlint.capture.verapdf import NoVerdict, find_verapdf, read_report, verdicts

from ..verapdf import failed_report, program, report

BODY = b"%PDF-1.7\n"


def test_a_file_that_keeps_to_its_profile_is_found_so():
    version, verdict = read_report(report("2b", 10, good=True).encode())
    assert version == "1.28.2"
    assert verdict == {"profile": "PDF/A-2B validation profile", "compliant": True, "failed_rules": 0, "failed": []}


def test_the_rules_that_a_file_breaks_are_told():
    _, verdict = read_report(report("ua1", 10, good=False).encode())
    assert (verdict["compliant"], verdict["failed_rules"]) == (False, 1)
    assert verdict["failed"] == [{"specification": "ISO 14289-1:2014", "clause": "6.6.4", "test": "1", "text": "The part of the standard shall be said"}]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        pytest.param(failed_report("Exception: it cannot be parsed"), "Exception: it cannot be parsed", id="a file that it cannot parse"),
        pytest.param(report("2b", 1, True).replace('"normal"', '"cancelled"'), "ended as cancelled", id="a job that was cancelled"),
        pytest.param("<report><jobs/></report>", "holds no validationReport", id="no job"),
        pytest.param("Exception in thread main", "cannot be read", id="no report at all"),
        pytest.param("", "cannot be read", id="nothing"),
    ],
)
def test_a_report_without_a_verdict_says_why(said, why):
    with pytest.raises(NoVerdict, match=why):
        read_report(said.encode())


def test_each_claim_is_validated_by_its_own_profile(tmp_path):
    found = verdicts(program(tmp_path, good=("2b",)), BODY, ["2b", "ua1"], 60)
    assert {flavour: told["compliant"] for flavour, told in found["profiles"].items()} == {"2b": True, "ua1": False}
    assert (tmp_path / "asked").read_text().splitlines() == [
        "--format xml --maxfailuresdisplayed 1 --flavour 2b", "--format xml --maxfailuresdisplayed 1 --flavour ua1",
    ]  # fmt: skip


def test_a_claim_that_veraPDF_does_not_know_is_not_asked(tmp_path):
    with pytest.raises(NoVerdict, match="no profile 9z"):
        verdicts(program(tmp_path), BODY, ["9z"], 60)
    assert not (tmp_path / "asked").exists()


def test_a_program_that_takes_too_long_is_ended_with_what_it_started(tmp_path):
    asleep = "import subprocess; subprocess.Popen(['sleep', '600']).wait()"
    slow = program(tmp_path, first=asleep)
    began = time.monotonic()
    with pytest.raises(NoVerdict, match=r"longer than 3 seconds \(--verapdf-seconds\)"):
        verdicts(slow, BODY, ["2b"], 3)
    assert time.monotonic() - began < 60
    assert not any(b"sleep" in _command(pid) for pid in descendants(os.getpid()))


def test_a_report_without_end_is_not_read_to_its_end(tmp_path, monkeypatch):
    monkeypatch.setattr(verapdf, "LARGEST_REPORT", 1000)
    with pytest.raises(NoVerdict, match="larger than 1,000 bytes"):
        verdicts(program(tmp_path, first="print('<!-- ' + 'x' * 2000 + ' -->')"), BODY, ["2b"], 60)


def test_a_program_that_cannot_be_started_is_said(tmp_path):
    broken = tmp_path / "verapdf"
    broken.write_text("#!/no/such/program\n")
    broken.chmod(0o755)
    with pytest.raises(NoVerdict, match="did not start"):
        verdicts(broken, BODY, ["2b"], 60)


def test_java_is_told_to_keep_to_a_limit(tmp_path):
    first = f"import os; Path({str(tmp_path / 'java')!r}).write_text(os.environ['JAVA_TOOL_OPTIONS'])"
    verdicts(program(tmp_path, first=first), BODY, ["2b"], 60)
    assert (tmp_path / "java").read_text() == "-Xmx512m"


def test_the_program_is_found_where_it_was_named_or_on_the_path(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_verapdf() is None
    made = program(tmp_path)
    assert find_verapdf() == made
    assert find_verapdf(str(made)) == made
    assert find_verapdf(str(tmp_path / "other")) is None


def _command(pid):
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            return file.read()
    except OSError:
        return b""
