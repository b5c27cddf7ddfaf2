"""Linked documents are read in a process that is ended when it has to be, with the answers that reading here would give."""

from __future__ import annotations

import mimetypes
import os
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from govlint.capture.limits import MEGABYTE, Limits
from govlint.capture.processes import descendants
from govlint.evidence.fact import Evidence, Inapplicable, NotGathered
from govlint.facts import builtin_facts
from govlint.rulebook.packs import read_facts
from govlint.scan import parser as parser_module
from govlint.scan.parser import Parser, Unsendable, follows

from .. import bombs

DOCUMENTS = Path(__file__).parents[2] / "fixtures" / "documents"
FACTS = '''
import os, signal
from govlint import fact, Inapplicable, NotGathered

class Mine:
    """A value of a kind that nobody else knows."""
    def __init__(self, size):
        self.size = size

@fact
def endless(document: bytes) -> int:
    while True:
        pass

@fact
def swollen(document: bytes) -> int:
    return len(bytearray(400_000_000))

@fact
def killed(document: bytes) -> int:
    os.kill(os.getpid(), signal.SIGKILL)

@fact
def faulty(document: bytes) -> int:
    raise KeyError("no such thing")

@fact
def mine(document: bytes) -> Mine:
    return Mine(len(document))

@fact
def growing(document: bytes) -> int:
    import time
    kept = b"x" * 60_000_000
    time.sleep(600)
    return len(kept)

@fact
def reader(document: bytes) -> int:
    return os.getpid()

@fact
def without(url: str, document: bytes = b"") -> str:
    return f"{url} has {len(document)} bytes"
'''


def values(body: bytes, path: str = "/a.txt", media_type: str = "text/plain", **more: object) -> dict[str, object]:
    url = f"https://service.gov.uk{path}"
    headers = [["content-type", media_type]]
    return {
        "url": url, "asked": url, "found_on": "https://service.gov.uk/", "role": "document", "status": 200, "body": body,
        "raw_headers": headers, "redirects": [], "link_text": "", "visited": "2026-03-01T00:00:00+00:00", "truncated": "", **more,
    }  # fmt: skip


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packs") / "hostile-facts"
    rule = folder / "one"
    rule.mkdir(parents=True)
    (folder / "facts.py").write_text(FACTS)
    (rule / "rule.yaml").write_text("title: nothing\n")
    return folder


@contextmanager
def reading(pack, **limits):
    with Parser(read_facts((pack,), (pack,)), Limits(**limits), (pack,), (pack,)) as parser:
        yield parser


def alive(pid):
    return pid in descendants(os.getpid())


def told(evidence, name):
    try:
        return evidence.get(name)
    except (Inapplicable, NotGathered) as absent:
        return type(absent), str(absent)


def test_every_fact_of_every_document_is_the_same_as_when_it_is_read_here():
    facts = builtin_facts()
    names = sorted(name for name in facts if follows(name, "document", facts))
    assert {"opened_pdf", "odf", "ooxml", "csv_table", "xml_document", "archive", "signature"} <= set(names)
    compared = 0
    with Parser(facts, Limits()) as parser:
        for path in sorted(p for p in DOCUMENTS.iterdir() if p.suffix != ".md"):
            given = values(path.read_bytes(), f"/{path.name}", mimetypes.guess_type(path.name)[0] or "application/octet-stream")
            here, there = Evidence(given, {}, facts), parser.evidence(given, {})
            for name in names:
                assert told(there, name) == told(here, name), f"{name} of {path.name}"
                compared += not isinstance(told(here, name), tuple)
    assert compared > 300  # facts that are there


def test_a_document_that_takes_too_long_is_given_up_with_the_limit_and_its_size_and_the_next_one_is_read(pack):
    with reading(pack, parse=0.5) as parser:
        evidence = parser.evidence(values(b"x" * 1500), {})
        pid = evidence.get("reader")
        with pytest.raises(NotGathered, match=r"longer than 0\.5 seconds \(--parse-seconds\), and it was given up: text/plain, 1\.5 kB"):
            evidence.get("endless")
        assert not alive(pid)
        with pytest.raises(NotGathered, match="longer than"):  # nothing more is asked of it
            evidence.get("signature")
        assert parser.evidence(values(b"other"), {}).get("signature") == "text"


def test_what_was_known_before_a_document_was_given_up_stays_known(pack):
    with reading(pack, parse=0.5) as parser:
        evidence = parser.evidence(values(b"some text"), {})
        assert evidence.get("signature") == "text"
        with pytest.raises(NotGathered):
            evidence.get("endless")
        assert evidence.get("signature") == "text"


def test_all_facts_of_a_document_share_its_time(pack):
    with reading(pack, parse=60) as parser:
        evidence = parser.evidence(values(b"some text"), {})
        evidence.get("signature")
        evidence._until = time.monotonic()  # what is left after many facts
        with pytest.raises(NotGathered, match="longer than 60 seconds"):
            evidence.get("endless")


def test_a_document_that_takes_too_much_memory_is_given_up_with_the_limit(pack):
    with reading(pack, parse_memory=50 * MEGABYTE) as parser:
        evidence = parser.evidence(values(b"x" * 2_500_000), {})
        with pytest.raises(NotGathered, match=r"more than 50 MB of memory beside it \(--parse-megabytes\), and it was given up: text/plain, 2\.5 MB"):
            evidence.get("swollen")
        assert parser.evidence(values(b"other"), {}).get("signature") == "text"


@pytest.mark.parametrize(
    ("name", "body", "media_type"),
    [
        pytest.param("pdf", bombs.huge_stream(60), "application/pdf", id="qpdf"),
        pytest.param("odf", bombs.large_odt(18), bombs.ODF, id="zip and XML"),
        pytest.param("json_document", b"[" + b"1234567," * 500_000 + b"1]", "application/json", id="JSON"),
    ],
)
def test_a_sound_document_that_takes_too_much_memory_is_not_taken_for_a_broken_one(name, body, media_type):
    with Parser(builtin_facts(), Limits(parse_memory=6 * MEGABYTE)) as parser:
        with pytest.raises(NotGathered, match="more than 6 MB of memory beside it"):
            parser.evidence(values(body, "/a.json" if "json" in name else "/a", media_type), {}).get(name)


def test_where_the_system_holds_no_process_to_its_memory_it_is_looked_at(pack, monkeypatch):
    monkeypatch.setattr(parser_module, "HAS_LIMIT", False)
    with reading(pack, parse=120) as parser:
        evidence = parser.evidence(values(b"x"), {})
        evidence.get("signature")
        parser._base -= 100 * MEGABYTE  # as if nothing held it below
        with pytest.raises(NotGathered, match="more than 100 MB of memory beside it"):
            evidence.get("growing")


def test_the_same_document_is_read_where_the_limit_allows_it(pack):
    with reading(pack, parse_memory=500 * MEGABYTE) as parser:
        assert parser.evidence(values(b"x"), {}).get("swollen") == 400_000_000


def test_a_process_that_kept_much_memory_is_replaced_before_the_next_document(pack):
    with reading(pack) as parser:
        parser.evidence(values(b"x"), {}).get("signature")
        first = parser._process.pid
        parser.evidence(values(b"x"), {}).get("signature")
        assert parser._process.pid == first
        parser._base -= 65 * MEGABYTE  # as if it had grown so much
        parser.evidence(values(b"x"), {}).get("signature")
        assert parser._process.pid != first
        assert not alive(first)


def test_a_document_that_kills_its_reader_is_given_up_and_the_next_one_is_read(pack):
    with reading(pack) as parser:
        with pytest.raises(NotGathered, match="ended with code -9, and it was given up"):
            parser.evidence(values(b"x"), {}).get("killed")
        assert parser.evidence(values(b"other"), {}).get("signature") == "text"


def test_a_reader_that_died_while_it_was_idle_is_replaced(pack):
    with reading(pack) as parser:
        pid = parser.evidence(values(b"x"), {}).get("reader")
        os.kill(pid, 9)
        parser._process.join(20)
        assert parser.evidence(values(b"other"), {}).get("signature") == "text"


def test_a_fault_of_a_fact_is_told_by_its_own_name(pack):
    with reading(pack) as parser:
        with pytest.raises(Exception, match="no such thing") as raised:
            parser.evidence(values(b"x"), {}).get("faulty")
        assert type(raised.value).__name__ == "KeyError"


def test_a_value_that_cannot_be_sent_is_worked_out_here(pack):
    with reading(pack) as parser:
        assert parser.evidence(values(b"four"), {}).get("mine").size == 4


def test_a_document_of_somebody_else_is_not_read_at_all(pack):
    with reading(pack) as parser:
        evidence = parser.evidence(values(b"x", found_on="https://other.example/"), {})
        with pytest.raises(Inapplicable, match="somebody else's"):
            evidence.get("signature")
        assert evidence.get("without") == "https://service.gov.uk/a.txt has 0 bytes"
        assert parser._process is None


def test_a_page_is_read_where_it_was(pack):
    with reading(pack) as parser:
        assert parser.evidence(values(b"<title>a</title>", "/", "text/html", role="page"), {}).get("title") == "a"
        assert parser._process is None


def test_an_answer_that_is_more_than_values_is_refused(pack):
    import io
    import pickle

    from govlint.scan.parser import _Reader

    class Evil:
        def __reduce__(self):
            return os.system, ("true",)

    with pytest.raises(Unsendable, match="system"):
        _Reader(io.BytesIO(pickle.dumps(Evil())), frozenset({"posix"})).load()


def test_facts_that_are_wanted_anyway_are_read_on_and_those_that_nobody_asked_for_do_not_mix_with_the_next_document(pack):
    facts = read_facts((pack,), (pack,))
    with Parser(facts, Limits(), (pack,), (pack,), wanted=("locked", "reader", "xml_document")) as parser:
        first = parser.evidence(values(b"<a/>", media_type="application/xml"), {})
        pid = first.get("reader")
        second = parser.evidence(values(b"<b/>", media_type="application/xml"), {})
        assert second.get("xml_document").root == "b"
        assert first.get("xml_document").root == "a"  # handed over again
        assert second.get("reader") == pid


def test_nothing_is_left_of_a_reader_that_was_closed(pack):
    with reading(pack) as parser:
        pid = parser.evidence(values(b"x"), {}).get("reader")
        assert alive(pid)
    assert not alive(pid)
