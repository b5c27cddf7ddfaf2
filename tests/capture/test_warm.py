"""The fast lane finds what the plain one finds, and gives way where it cannot."""

import json
import re
from pathlib import Path

import pytest

from govlint.capture import warm
from govlint.capture.axe import axe
from govlint.capture.browser import Browser
from govlint.capture.folder import FolderServer
from govlint.evidence.snapshot import Vantage
from tests.loopback import Loopback, html, silence

FIXTURES = Path(__file__).parents[2] / "fixtures"
VANTAGE = Vantage()
PAGE = '<!doctype html><html lang=en><title>Page</title><main><h1>Page</h1><img src="x.png" width=40 height=40>{}</main>'
ROBOTS = {"/robots.txt": (404, {"Content-Type": "text/plain"}, b"none")}


@pytest.fixture
def fast():
    """A browser with the fast lane, and the lane."""
    with Browser(lane=warm.Lane(), load_seconds=5) as browser:
        yield browser


def answer(browser, url, first=False):
    browser.open(url, VANTAGE, first=first)
    return browser.run(axe, VANTAGE)


def failing(answer):
    """(rule, target, html) of each violation."""
    results = (result for result in answer["results"] if result["outcome"] == "violations")
    return [(result["id"], node["target"], node["html"]) for result in results for node in result["nodes"]]


@pytest.mark.parametrize("folder", ["sites/permit-clean", "sites/permit-broken", "probes"])
def test_both_lanes_give_the_same_answer_on_every_page_of_the_fixtures(browser, fast, folder):
    differing = []
    with FolderServer(FIXTURES / folder) as server:
        for page in server.pages():
            url = server.address_of(page)
            if answer(browser, url) != answer(fast, url):
                differing.append(url)

    assert differing == []
    assert fast.lane.warm is not None


def test_one_axe_core_stays_started_from_page_to_page(fast):
    with Loopback({f"/{n}": html(PAGE.format(n)) for n in range(3)} | ROBOTS) as server:
        pages = [failing(answer(fast, f"{server.url}/{n}")) for n in range(3)]
        robots = [path for _, path in server.asked if path == warm.HOME]

    assert pages[0] and pages == [pages[0]] * 3
    assert robots == [warm.HOME]
    assert fast.evaluate("typeof window.govlintAxe") == "undefined"


def test_a_page_that_keeps_apart_from_its_opener_is_looked_at_the_plain_way(fast):
    apart = {"Content-Type": "text/html", "Cross-Origin-Opener-Policy": "same-origin"}
    with Loopback({"/": (200, apart, PAGE.format("")), "/next": html(PAGE.format("")), **ROBOTS}) as server:
        assert [rule for rule, *_ in failing(answer(fast, server.url + "/"))] == ["image-alt"]
        assert [rule for rule, *_ in failing(answer(fast, server.url + "/next"))] == ["image-alt"]


def test_a_page_that_refuses_frames_is_no_matter(fast):
    refusing = {"Content-Type": "text/html", "X-Frame-Options": "DENY", "Content-Security-Policy": "frame-ancestors 'none'"}
    with Loopback({"/": (200, refusing, PAGE.format("")), **ROBOTS}) as server:
        assert failing(answer(fast, server.url + "/"))
        assert fast.lane.warm is not None


def test_a_page_with_frames_is_looked_at_with_its_frames(fast):
    framing = PAGE.format('<iframe title=f src="/frame"></iframe>')
    with Loopback({"/": html(framing), "/frame": html(PAGE.format("")), **ROBOTS}) as server:
        found = failing(answer(fast, server.url + "/"))

    assert ["img"] in [target for _, target, _ in found] and ["iframe", "img"] in [target for _, target, _ in found]


def test_an_origin_whose_robots_txt_never_comes_is_looked_at_the_plain_way(fast):
    with Loopback({"/": html(PAGE.format("")), "/robots.txt": silence}) as server:
        assert failing(answer(fast, server.url + "/"))


def test_an_answer_that_differs_from_the_plain_lane_s_closes_the_fast_one(fast, monkeypatch):
    def other(self, *_):
        self._asked = 1
        return {"version": "0", "results": []}

    monkeypatch.setattr(warm.Warm, "ask", other)
    with Loopback({"/": html(PAGE.format("")), "/next": html(PAGE.format("")), **ROBOTS}) as server:
        found = failing(answer(fast, server.url + "/"))
        assert [rule for rule, *_ in found] == ["image-alt"]
        assert fast.lane.warm is None

        assert failing(answer(fast, server.url + "/next"))
        assert fast.lane.warm is None


def test_windows_that_pages_open_stay_shut_and_the_lane_stays_open(fast):
    opening = PAGE.format("""<a id=a href=/other target=_blank>A</a><form id=f action=/other target=_blank></form>
        <script>open('/other'); a.click(); f.submit(); a.dispatchEvent(new MouseEvent('click'))</script>""")
    with Loopback({"/": html(opening), "/other": html(PAGE.format("")), **ROBOTS}) as server:
        for _ in range(3):
            assert failing(answer(fast, server.url + "/"))
        assert fast.lane.warm is not None
        assert len(fast.driver.window_handles) == 2
        assert "/other" not in [path for _, path in server.asked]


def test_axe_core_still_begins_as_the_fast_lane_needs_it():
    assert len(re.findall(r"window\.govlintPoint=function", warm.source())) == 1
    assert json.dumps(warm.source())
