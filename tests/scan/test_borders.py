"""What a scan of a public site may not reach is told, never silent, and never a fuss on loopback."""

from __future__ import annotations

import pytest

from govlint.capture.borders import Borders
from govlint.capture.frontier import Frontier, Scope
from govlint.evidence.snapshot import Job
from govlint.model.finding import NOTED
from govlint.scan.asked import Asked
from govlint.scan.crawl import Crawled
from govlint.scan.earlier import Known
from govlint.scan.outcome import findings_of
from govlint.scan.run import run
from govlint.scan.visit import Settings, serve
from tests.borders import BORDERS
from tests.loopback import Loopback, html, redirect

RULES = ("metadata/*",)


class Wire:
    """A connection whose other end is a list of tasks and a list of answers."""

    def __init__(self, *tasks):
        self.tasks, self.answers = [*tasks, None], []

    def recv(self):
        return self.tasks.pop(0)

    def send(self, answer):
        self.answers.append(answer)


def judged(*jobs, borders=BORDERS, browser=False, probes=()):
    wire = Wire(*((job, Known()) for job in jobs))
    serve(wire, Settings(rules=(), browser=browser, probes=probes, borders=borders))
    return wire.answers


def told(*answers):
    """Outcome and settled word of the engine's findings on refused addresses, with their text."""
    crawled = Crawled(judged=list(answers))
    found = findings_of([], crawled, Frontier((), Scope(()), 1, 0))
    return [finding for finding in found if finding.rule == "engine/refused-address"]


def page(*links, body=""):
    anchors = "".join(f'<a href="{link}">{link}</a>' for link in links)
    return html(f'<!doctype html><html lang="en"><head><title>Apply</title></head><body><h1>Apply</h1>{anchors}{body}</body></html>')


@pytest.fixture
def inside():
    with Loopback({"/": page(), "/secret.pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"), "/a": page()}, host="127.0.0.2") as server:
        yield server


@pytest.fixture
def by_proxy(monkeypatch):
    """A server that plays the proxy of the environment, and so the whole internet."""
    with Loopback({}) as proxy:
        for name in ("http_proxy", "HTTP_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        for name in ("no_proxy", "NO_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.delenv(name, raising=False)
        yield proxy


def test_a_redirect_inside_counts_where_the_address_was_asked_for_and_is_noted_where_not(inside):
    with Loopback({"/": redirect(inside.url + "/")}) as outside:
        url = f"http://www.service.test:{outside.port}/"
        (asked,), (linked,) = judged(Job(url, asked=True)), judged(Job(url, role="document", found_on=url))

    assert inside.asked == []
    (counts,), (noted,) = told(asked), told(linked)
    assert (counts.outcome, counts.settled) == ("untested", "")
    assert (noted.outcome, noted.settled) == ("untested", NOTED)
    assert f"{inside.url}/ is a loopback address" in counts.text
    assert "--allow-private" in counts.text


def test_what_the_browser_was_refused_is_noted_on_the_page_with_the_addresses(inside):
    body = f'<img src="{inside.url}/a" alt=""><iframe src="http://secrets.service.test:81/latest" title="Frame"></iframe>'
    with Loopback({"/": page(body=body)}) as outside:
        url = f"http://www.service.test:{outside.port}/"
        (answer,) = judged(Job(url, wanted=("rendered",), asked=True), browser=True, probes=("rendered",))

    assert inside.asked == []
    (finding,) = told(answer)
    assert (finding.url, finding.settled) == (url, NOTED)
    assert f"127.0.0.2:{inside.port} (loopback), secrets.service.test:81 (link-local)" in finding.text
    assert "<h1>Apply</h1>" in answer.snapshot.observations["rendered"].value


def test_what_is_allowed_is_fetched_without_a_word(inside):
    with Loopback({"/": page(body=f'<img src="{inside.url}/a" alt="">')}) as outside:
        job = Job(outside.url + "/", wanted=("rendered",), asked=True)
        (answer,) = judged(job, borders=Borders(allowed=True), browser=True, probes=("rendered",))

    assert ("GET", "/a") in inside.asked
    assert told(answer) == []


def test_a_developers_page_loads_from_another_port_without_fuss(tmp_path, inside):
    with Loopback({"/": page(body=f'<script src="{inside.url}/a"></script>')}) as site:
        found = run(Asked(targets=(site.url + "/",), rules=("axe/*",), workers=1, store=tmp_path / "e.sqlite"))

    assert ("GET", "/a") in inside.asked
    assert not [f for f in found.findings if f.rule.startswith("engine/")]


def test_links_to_files_are_never_followed(tmp_path):
    secret = tmp_path / "secret.pdf"
    secret.write_bytes(b"%PDF-1.7")
    with Loopback({"/": page(secret.as_uri(), "file:///etc/passwd", "/on"), "/on": redirect(secret.as_uri())}) as site:
        found = run(Asked(targets=(site.url + "/",), rules=("open-formats/*", *RULES), browser=False, workers=1, allow_private=True, store=tmp_path / "e.sqlite"))

    assert {(visit.url.removeprefix(site.url), visit.outcome) for visit in found.visits if visit.role in ("page", "document")} == {("/", "judged"), ("/on", "unreached")}
    assert ["engine/bad-address"] == [f.rule for f in found.findings if f.rule.startswith("engine/")]


def test_a_link_of_a_public_page_to_an_address_inside_is_skipped_with_the_reason(tmp_path, by_proxy, inside):
    link = f"{inside.url}/secret.pdf"
    by_proxy.answers = {"http://www.service.test/": page(link, "http://www.service.test/gone"), "http://www.service.test/gone": redirect(inside.url + "/a")}
    found = run(Asked(targets=("http://www.service.test/",), rules=("open-formats/*", *RULES), browser=False, workers=1, rate=1000, store=tmp_path / "e.sqlite"))

    assert inside.asked == []
    assert not any(path.startswith(inside.url) for _, path in by_proxy.asked)
    (visit,) = [visit for visit in found.visits if visit.url == link]
    assert (visit.outcome, visit.found_on) == ("skipped", "http://www.service.test/")
    assert "loopback address" in visit.reason
    (finding,) = [f for f in found.findings if f.rule == "engine/refused-address"]
    assert (finding.url, finding.settled) == (link, NOTED)
    assert found.options["allowPrivate"] is False


def test_a_public_target_that_redirects_inside_leaves_the_scan_incomplete(tmp_path, by_proxy, inside):
    by_proxy.answers = {"http://www.service.test/": redirect(inside.url + "/a")}
    given = {"targets": ("http://www.service.test/",), "rules": RULES, "browser": False, "workers": 1, "rate": 1000}
    refused = run(Asked(**given, store=tmp_path / "e.sqlite"))

    assert inside.asked == []
    assert refused.exit_code == 3
    assert "engine/refused-address" in {f.rule for f in refused.findings if f.settled == "counts"}

    allowed = run(Asked(**given, allow_private=True, store=tmp_path / "f.sqlite"))

    assert ("GET", "/a") in inside.asked
    assert "engine/refused-address" not in {f.rule for f in allowed.findings}
