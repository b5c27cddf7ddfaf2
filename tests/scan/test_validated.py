"""PDFs that claim PDF/A or PDF/UA are held against the whole standard where there is veraPDF; where there is none that is said once."""

from __future__ import annotations

import pytest

from govlint.evidence.vendored import shipped
from govlint.model.finding import NOTED
from govlint.scan.asked import Asked
from govlint.scan.run import run

from ..loopback import Loopback, html
from ..verapdf import program

FILES = ("pdfa-2b.pdf", "pdfua.pdf", "good.pdf")
RULES = ("open-formats/pdf-archival-validated", "open-formats/pdf-accessible-validated", "open-formats/pdf-tagged")


def scanned(folder, verapdf=""):
    links = "".join(f"<a href=/{name}>the file {name}</a> " for name in FILES)
    answers = {"/": html(f"<!doctype html><title>Files</title>{links}")}
    answers |= {f"/{name}": (200, {"Content-Type": "application/pdf"}, (shipped("documents") / name).read_bytes()) for name in FILES}
    with Loopback(answers) as site:
        scan = run(Asked((site.url,), rules=RULES, browser=False, workers=1, store=folder / "evidence.sqlite", verapdf=verapdf))
        return scan, {visit.url.removeprefix(site.url + "/"): visit.outcomes for visit in scan.visits}, site.url


@pytest.fixture(scope="module")
def with_it(tmp_path_factory):
    folder = tmp_path_factory.mktemp("with")
    return *scanned(folder, str(program(folder, good=("2b",)))), folder


def test_its_verdict_decides_for_what_is_claimed(with_it):
    scan, outcomes, url, _ = with_it
    assert outcomes["pdfa-2b.pdf"]["open-formats/pdf-archival-validated"] == "passed"
    assert "open-formats/pdf-accessible-validated" not in outcomes["pdfa-2b.pdf"]
    assert outcomes["pdfua.pdf"]["open-formats/pdf-accessible-validated"] == "failed"
    [finding] = [f for f in scan.findings if f.rule == "open-formats/pdf-accessible-validated"]
    assert finding.url == f"{url}/pdfua.pdf"
    assert finding.text == "The PDF claims PDF/UA-1 and breaks 1 of its rules, first 6.6.4 of ISO 14289-1:2014; export it again and check it."


def test_a_pdf_that_claims_nothing_is_not_handed_to_it(with_it):
    _, outcomes, _, folder = with_it
    assert set(outcomes["good.pdf"]) == {"open-formats/pdf-tagged"}
    assert [line.split()[-1] for line in sorted((folder / "asked").read_text().splitlines())] == ["2b", "ua1"]


def test_without_it_the_rules_are_untested_and_one_note_for_the_site_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    scan, outcomes, url = scanned(tmp_path)
    assert outcomes["pdfa-2b.pdf"]["open-formats/pdf-archival-validated"] == "untested"
    assert outcomes["pdfua.pdf"]["open-formats/pdf-accessible-validated"] == "untested"
    assert "untested" not in outcomes["good.pdf"].values()
    [note] = [f for f in scan.findings if f.rule.startswith("engine/")]
    assert (note.rule, note.settled) == ("engine/not-gathered", NOTED)
    assert note.url == url
    assert note.text.startswith("veraPDF is not installed here. 2 PDFs that claim PDF/A or PDF/UA were not validated.")
