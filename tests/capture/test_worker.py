"""A visit gives a snapshot, whatever happens on the way."""

from datetime import datetime

import pytest

from govlint.capture import worker
from govlint.capture.browser import Browser
from govlint.capture.probe import DISTURBS, READS, Probe, probes
from govlint.capture.worker import loads, visit
from govlint.evidence.gathering import gathered_values
from govlint.evidence.snapshot import Job
from tests.loopback import Loopback, html, redirect, silence

WANTED = ("axe", "first_load", "focus_trail", "layout", "rendered")
PAGE = "<!doctype html><html lang=en><title>Page</title><main><h1>Page</h1><a id=a href=#>Link</a></main></html>"


def named(name, effect=READS, first=False):
    return Probe(name, "1", effect, lambda browser, vantage: None, first)


def test_a_page_is_fetched_and_shown_to_each_probe_that_was_asked_for(session, browser):
    with Loopback({"/": redirect("/page"), "/page": html(PAGE)}) as server:
        snapshot = visit(Job(server.url + "/", wanted=WANTED, text="Start"), session, browser)
        values, missing = gathered_values(snapshot)

    assert set(snapshot.observations) == set(WANTED)
    assert missing == {}
    assert (values["url"], values["asked"]) == (server.url + "/page", server.url + "/")
    assert values["redirects"] == [{"url": server.url + "/", "status": 302, "location": server.url + "/page"}]
    assert values["focus_trail"]["stops"] == ["#a"]
    assert "<h1>Page</h1>" in values["rendered"]
    assert [request["url"] for request in values["first_load"]["requests"]] == [server.url + "/page"]
    assert datetime.fromisoformat(snapshot.at).utcoffset().total_seconds() == 0
    assert snapshot.seconds > 0


def test_a_page_that_does_not_concern_a_probe_is_not_loaded_for_it(session):
    with Browser() as unused, Loopback({"/": html(PAGE)}) as server:
        values, missing = gathered_values(visit(Job(server.url + "/", wanted=("after_reject",)), session, unused))

        assert (values["after_reject"], missing, unused.profile) == (None, {}, None)


def test_without_browser_facts_no_browser_is_started(session):
    with Browser() as unused, Loopback({"/": html(PAGE)}) as server:
        snapshot = visit(Job(server.url + "/"), session, unused)

        assert (snapshot.exchange.status, snapshot.observations, unused.profile) == (200, {}, None)


def test_without_a_browser_the_reason_stands_at_each_fact_of_it(session):
    with Loopback({"/": html(PAGE)}) as server:
        values, missing = gathered_values(visit(Job(server.url + "/", wanted=("axe", "layout")), session, None, "Not wanted."))

    assert missing == {"axe": "Not wanted.", "layout": "Not wanted."}
    assert values["status"] == 200


def test_a_host_that_is_not_there_is_a_failure_of_the_visit(session, browser, dead_port):
    snapshot = visit(Job(f"http://127.0.0.1:{dead_port}/", wanted=("axe",)), session, browser)
    values, missing = gathered_values(snapshot)

    assert snapshot.failure.kind == "dead-host"
    assert snapshot.exchange is None
    assert {"url", "status", "body", "axe"} <= set(missing)
    assert set(missing.values()) == {snapshot.failure.text}
    assert values["asked"] == snapshot.job.url


@pytest.mark.parametrize(
    ("answer", "role", "missing"),
    [
        (html(PAGE), "page", False),
        (html("Not found", 404), "error", None),
        ((200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"), "document", True),
        ((200, {}, b"<!DOCTYPE html><p>Unlabelled"), "page", False),
        ((200, {}, b"%PDF-1.7"), "document", True),
    ],
)
def test_only_a_page_is_shown_in_the_browser(session, browser, answer, role, missing):
    with Loopback({"/": answer}) as server:
        values, reasons = gathered_values(visit(Job(server.url + "/", wanted=("rendered",)), session, browser))

    assert values["role"] == role
    assert ("rendered" in values) == (missing is False)
    assert ("rendered" in reasons) == (missing is True)


def test_a_page_that_the_browser_cannot_load_keeps_what_was_fetched(session):
    answers = iter([html(PAGE)])
    with Browser(load_seconds=4) as impatient, Loopback({"/": lambda handler: next(answers, None) or silence(handler)}) as server:
        values, missing = gathered_values(visit(Job(server.url + "/", wanted=("axe", "layout")), session, impatient))

    assert values["status"] == 200
    assert set(missing) == {"axe", "layout"}
    assert "in time" in missing["axe"]


def test_a_probe_that_fails_leaves_the_others_their_answers(session, browser, monkeypatch):
    throws = Probe("layout", "1", DISTURBS, lambda browser, vantage: browser.evaluate("(() => { throw new Error('no walking') })()"))
    monkeypatch.setattr(worker, "probes", lambda: probes() | {"layout": throws})
    with Loopback({"/": html(PAGE)}) as server:
        values, missing = gathered_values(visit(Job(server.url + "/", wanted=WANTED), session, browser))

    assert set(missing) == {"layout"}
    assert "no walking" in missing["layout"]
    assert values["focus_trail"]["stops"] == ["#a"]


def test_a_probe_with_a_fault_costs_its_own_answer_only(session, browser, monkeypatch):
    def faulty(browser, vantage):
        return {}["nothing"]

    known = {**probes(), "faulty": Probe("faulty", "1", READS, faulty)}
    monkeypatch.setattr(worker, "probes", lambda: known)
    with Loopback({"/": html(PAGE)}) as server:
        values, missing = gathered_values(visit(Job(server.url + "/", wanted=("faulty", "rendered")), session, browser))

    assert missing == {"faulty": "The probe faulty failed: KeyError: 'nothing'"}
    assert "rendered" in values


def test_a_redirect_that_may_not_be_followed_is_not_followed_by_the_browser_either(session, browser):
    with Loopback({"/": redirect("/else"), "/else": html(PAGE)}) as server:
        snapshot = visit(Job(server.url + "/", wanted=("rendered",)), session, browser, may_follow=lambda url: False)

        assert (snapshot.exchange.status, snapshot.observations) == (302, {})
        assert server.asked == [("GET", "/")]


def test_probes_that_read_share_a_load_and_those_that_disturb_have_their_own():
    first, late, one, two = named("first", first=True), named("late"), named("one", DISTURBS), named("two", DISTURBS)

    assert list(loads([late, two, first, one])) == [[first, late, two], [one]]
    assert list(loads([one, two])) == [[one], [two]]
    assert list(loads([])) == []
