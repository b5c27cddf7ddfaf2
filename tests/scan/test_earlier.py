"""With --fresh-for a page that was visited lately is not asked for, an older one only if it changed; the report says so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from govlint.capture.probe import probes
from govlint.evidence.snapshot import Exchange, Job, Observation, Snapshot
from govlint.evidence.store import Store
from govlint.report.as_html import report as as_html
from govlint.report.as_json import report as as_json
from govlint.report.as_text import report as as_text
from govlint.scan.asked import Asked
from govlint.scan.earlier import Earlier, unchanged, validators
from govlint.scan.run import run

from ..loopback import Loopback

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
JOB = Job("http://a.example/", wanted=("axe",))
RULES = ("metadata/title-present",)
PAGE = '<!doctype html><html lang="en"><head><title>Apply</title></head><body><h1>Apply</h1></body></html>'


def before(**ago):
    return (NOW - timedelta(**ago)).isoformat()


def snapshot(at, **given):
    exchange = Exchange("http://a.example/", 200, (("etag", '"1"'), ("date", "then"), ("content-type", "text/html")), b"<p>")
    return Snapshot(JOB, at, exchange, {"axe": Observation("axe", probes()["axe"].version, {"results": []}, key="k")}, **given)


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "s.sqlite") as store:
        yield store


def scanned(store, seen):
    """An earlier scan that ended, and a new one that began."""
    store.begin("k", before(days=2))
    store.save("k", seen)
    store.end("k", before(days=1))
    store.begin("k", NOW.isoformat(), keep=True)


def test_what_is_fresh_enough_stands_for_a_visit_and_says_of_when_it_is(store):
    scanned(store, snapshot(before(hours=1)))
    known = Earlier(store, "k", 7200, NOW).of(Job(JOB.url, wanted=JOB.wanted, text="Start"))

    assert (known.ask, known.snapshot.evidence_at, known.snapshot.job.text) == (False, before(hours=1), "Start")
    assert "is of " + before(hours=1) in known.snapshot.reused


def test_what_is_older_has_to_be_asked_for(store):
    scanned(store, snapshot(before(hours=3)))
    known = Earlier(store, "k", 7200, NOW).of(JOB)

    assert (known.ask, known.snapshot.at) == (True, before(hours=3))


def test_without_the_option_nothing_of_an_earlier_scan_is_used(store):
    scanned(store, snapshot(before(minutes=1)))

    assert Earlier(store, "k", None, NOW).of(JOB).snapshot is None


def test_a_scan_without_the_option_throws_earlier_snapshots_away(store):
    scanned(store, snapshot(before(minutes=1)))
    store.end("k", NOW.isoformat())
    store.begin("k", NOW.isoformat())

    assert store.load_earlier("k", JOB) is None


@pytest.mark.parametrize(
    "seen",
    [
        Observation("axe", "1", missing="The browser gave no answer in time."),
        Observation("axe", "an older version", {"results": []}),
        Observation("no_such_probe", "1", {}),
    ],
)
def test_evidence_that_is_not_whole_or_not_of_today_is_not_used_again(store, seen):
    scanned(store, Snapshot(JOB, before(minutes=1), snapshot("").exchange, {seen.probe: seen}))

    assert Earlier(store, "k", 7200, NOW).of(JOB).snapshot is None


def test_what_was_taken_over_survives_an_interruption_and_still_says_of_when_it_is(store):
    scanned(store, snapshot(before(hours=1)))
    Earlier(store, "k", 7200, NOW).of(JOB)
    again = Earlier(store, "k", 7200, NOW + timedelta(hours=5)).of(JOB)

    assert (again.ask, again.snapshot.evidence_at) == (False, before(hours=1))


def test_taking_over_does_not_make_evidence_younger(store):
    scanned(store, snapshot(before(hours=1)))
    Earlier(store, "k", 7200, NOW).of(JOB)
    store.end("k", NOW.isoformat())
    later = NOW + timedelta(hours=1, minutes=1)
    store.begin("k", later.isoformat(), keep=True)

    assert Earlier(store, "k", 7200, later).of(JOB).ask


def test_a_page_of_this_scan_is_no_evidence_of_an_earlier_one(store):
    store.begin("k", before(hours=1))
    store.save("k", snapshot(before(minutes=30)))
    known = Earlier(store, "k", 7200, NOW).of(JOB).snapshot

    assert (known.evidence_at, known.reused) == ("", "")


def test_an_answer_304_dates_the_visit_and_not_the_evidence():
    asked = Snapshot(JOB, NOW.isoformat(), Exchange(JOB.url, 304, (("date", "now"), ("etag", '"1"'))))
    found = unchanged(snapshot(before(hours=3)), asked)

    assert (found.at, found.evidence_at) == (NOW.isoformat(), before(hours=3))
    assert found.exchange.headers == (("content-type", "text/html"), ("date", "now"), ("etag", '"1"'))
    assert (found.exchange.status, found.exchange.body) == (200, b"<p>")
    assert before(hours=3) in found.reused


def test_only_what_the_server_gave_a_mark_can_be_asked_for_so():
    assert validators(snapshot("")) == {"If-None-Match": '"1"'}
    assert validators(Snapshot(JOB, "", Exchange(JOB.url, 200))) == {}


def scan(site, tmp_path, fresh_for=None, **options):
    given = {"rules": RULES, "browser": False, "workers": 1, "store": tmp_path / "s.sqlite"} | options
    return run(Asked(targets=(site.url + "/",), fresh_for=fresh_for, **given))


def site_with(etag):
    def answer(handler):
        if handler.headers.get("If-None-Match") == etag:
            return 304, {"ETag": etag}, b""
        return 200, {"Content-Type": "text/html", "ETag": etag}, PAGE

    return Loopback({"/": answer})


def gets(site):
    return sum(path == "/" for _, path in site.asked)


def test_a_second_scan_in_time_sends_no_request_for_the_page_and_finds_the_same(tmp_path):
    with site_with('"1"') as site:
        first = scan(site, tmp_path)
        second = scan(site, tmp_path, fresh_for=3600)
        third = scan(site, tmp_path)

        assert gets(site) == 2
    (visit,) = [v for v in second.visits if v.role == "page"]
    assert first.findings == second.findings == third.findings
    assert visit.evidence_at and "--fresh-for" in visit.reason and visit.outcomes == {"metadata/title-present": "passed"}
    assert [v.evidence_at for v in third.visits if v.role == "page"] == [""]
    for report in (as_json, as_html):
        assert visit.evidence_at.encode() in report(second)
    assert b"evidence of earlier scans" in as_text(second) and b"evidence of earlier scans" not in as_text(third)


def test_a_second_scan_later_asks_whether_the_page_changed(tmp_path):
    with site_with('"1"') as site:
        scan(site, tmp_path)
        unlike = scan(site, tmp_path, fresh_for=1, forget=True)
        asked = [headers.get("If-None-Match") for headers in site.seen]
        assert [v.evidence_at for v in unlike.visits if v.role == "page"] == [""] and set(asked) == {None}
        with Store(tmp_path / "s.sqlite") as store:
            store._database.execute("UPDATE snapshot SET at = '2020-01-01T00:00:00+00:00', record = replace(record, '\"at\": \"20', '\"at\": \"19')")
        same = scan(site, tmp_path, fresh_for=3600)
        assert gets(site) == 3

        site.answers["/"] = (200, {"Content-Type": "text/html", "ETag": '"2"'}, PAGE.replace("<title>Apply</title>", ""))
        with Store(tmp_path / "s.sqlite") as store:
            store._database.execute("UPDATE snapshot SET record = replace(record, '\"at\": \"20', '\"at\": \"19')")
        other = scan(site, tmp_path, fresh_for=3600)

    (visit,) = [v for v in same.visits if v.role == "page"]
    assert visit.evidence_at.startswith("19") and "The server says that it is unchanged" in visit.reason
    (visit,) = [v for v in other.visits if v.role == "page"]
    assert (visit.evidence_at, visit.outcomes) == ("", {"metadata/title-present": "failed"})
