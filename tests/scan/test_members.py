"""What lies in a zip is judged as if it were linked itself."""

from __future__ import annotations

import io
import zipfile

import pytest

from govlint.evidence.fact import Evidence
from govlint.evidence.vendored import shipped
from govlint.rulebook.packs import read_rulebook
from govlint.scan import judge
from govlint.scan.members import OF_THE_ANSWER, with_members

BOOK = read_rulebook()
RULES = [rule for rule in BOOK.rules.values() if rule.pack == "open-formats"]
URL = "https://a.gov.uk/data.zip"


def judged(body: bytes, url: str = URL):
    values = {
        "url": url, "asked": url, "role": "document", "status": 200, "found_on": "", "body": body, "link_text": "",
        "raw_headers": [["content-type", "application/zip"]], "redirects": [], "visited": "2026-01-01T12:00:00Z", "truncated": "",
    }  # fmt: skip
    evidence = Evidence(values, {}, BOOK.facts)
    alone = judge.page(RULES, evidence, url, "document")
    return alone, with_members(alone, RULES, evidence, lambda values, missing: Evidence(values, missing, BOOK.facts))


def packed(**members: bytes | str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, body in members.items():
            package.writestr(name.replace("_", "."), body)
    return out.getvalue()


def document(name: str) -> bytes:
    return (shipped("documents") / name).read_bytes()


def test_a_fault_in_a_member_is_a_finding_of_the_archive():
    alone, whole = judged(packed(fees_csv="name,fee\r\nhive\r\n", map_pdf=document("untagged.pdf")))
    inner = [f for f in whole.findings if f not in alone.findings]
    found = {(f.rule, f.place.selector.split()[0]) for f in inner}

    assert ("open-formats/csv-shape", "fees.csv") in found
    assert ("open-formats/pdf-tagged", "map.pdf") in found
    assert {f.url for f in inner} == {URL}
    assert all(f.text.startswith(f"{f.place.selector.split()[0]} in the archive: ") for f in inner if not f.rule.startswith("engine/"))


def test_findings_in_two_members_can_be_told_apart():
    _, whole = judged(packed(a_csv="name,fee\r\nhive\r\n", b_csv="name,fee\r\nhive\r\n"))
    prints = [f.fingerprint for f in whole.findings]

    assert len(prints) == len(set(prints)) > 1


def test_sound_members_leave_no_finding_and_count_as_judged():
    alone, whole = judged(packed(fees_csv="name,fee\r\nhive,12\r\n"))

    assert whole.findings == alone.findings
    assert whole.outcomes["open-formats/csv-shape"] == "passed"
    assert "open-formats/csv-shape" not in alone.outcomes


def test_what_only_an_answer_tells_is_not_asked_of_a_member():
    alone, whole = judged(packed(fees_csv="name,fee\r\nhive,12\r\n"))

    assert whole.outcomes["open-formats/media-type"] == alone.outcomes["open-formats/media-type"]
    assert "open-formats/csv-content-type" not in whole.outcomes


@pytest.mark.parametrize("body", [packed(inner_zip=packed(fees_csv="name,fee\r\nhive\r\n")), document("locked.zip"), document("bomb.zip")])
def test_archives_in_archives_locked_files_and_bombs_are_left_alone(body):
    alone, whole = judged(body)

    assert whole == alone


def test_a_document_that_is_packed_as_a_zip_is_no_archive():
    alone, whole = judged(document("good.odt"), "https://a.gov.uk/good.odt")

    assert whole is alone


def test_the_facts_of_an_answer_are_all_known():
    assert OF_THE_ANSWER <= BOOK.facts.keys()
