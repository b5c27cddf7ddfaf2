"""The browser starts each visit clean, and fails in plain words."""

import subprocess
from pathlib import Path

import pytest

from govlint.capture.browser import Browser, BrowserFailed
from govlint.capture.interact import focus_trail
from govlint.capture.probe import READS, Probe
from govlint.evidence.snapshot import Vantage
from tests.loopback import Loopback, drip, html, redirect, silence

DESKTOP = Vantage()
LOOKS = Probe("looks", "1", READS, lambda browser, vantage: browser.evaluate("1"))
CRASHES = Probe("crashes", "1", READS, lambda browser, vantage: browser.cdp("Page.crash"))
ENDLESS = "<title>Endless</title><p>Here<script>setTimeout(() => { for (;;); }, 300)</script>"


@pytest.fixture
def impatient():
    """A browser that does not wait for long."""
    with Browser(load_seconds=4, answer_seconds=8) as browser:
        yield browser


def shown(browser, answers, path="/", vantage=DESKTOP):
    with Loopback(answers) as server:
        browser.open(server.url + path, vantage)
        return browser.evaluate("document.body.innerText")


def still_there(pids):
    """Those of the processes that are more than an entry in the table."""
    table = subprocess.run(["ps", "-A", "-o", "pid=,stat=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in table.splitlines()]
    return [row for row in rows if int(row[0]) in pids and not row[1].startswith("Z")]


def headers_of_pages(server):
    return [headers for (_, path), headers in zip(server.asked, server.seen, strict=True) if path == "/"]


def refused(browser, answers, path="/"):
    with Loopback(answers) as server, pytest.raises(BrowserFailed) as failed:
        browser.open(server.url + path, DESKTOP)
    return failed.value


def test_a_page_is_shown_with_what_its_scripts_add(browser):
    late = "<p id=p>Sent</p><script>fetch('/more').then(a => a.text()).then(t => { p.append(t) })</script>"

    assert shown(browser, {"/": html(late), "/more": html(" and fetched")}) == "Sent and fetched"


def test_a_page_that_is_drawn_from_what_it_fetches_is_waited_for(browser):
    def slowly(handler):
        handler.loopback.ending.wait(0.5)
        return html("and fetched")

    page = "<p id=p>Sent </p><script>fetch('/more').then(a => a.text()).then(t => { p.append(t) })</script>"

    assert shown(browser, {"/": html(page), "/more": slowly}) == "Sent and fetched"


def test_the_versions_are_those_of_the_browser_that_runs(browser):
    shown(browser, {"/": html("<p>Here")})

    assert browser.versions["browser"].split()[-1].split(".")[0] == browser.versions["driver"].split(".")[0]


def test_a_vantage_decides_size_language_and_scripts(browser):
    page = "<p id=p>none</p><script>p.textContent = [innerWidth, innerHeight, navigator.language].join(' ')</script>"
    with Loopback({"/": html(page)}) as server:
        seen = []
        for vantage in (Vantage("phone", 375, 667, "cy"), Vantage("no scripts", scripts=False), DESKTOP):
            browser.open(server.url + "/", vantage)
            seen.append(browser.evaluate("p.textContent"))
        languages = [headers["Accept-Language"].split(",")[0] for headers in headers_of_pages(server)]

    assert seen == ["375 667 cy", "none", "1280 1024 en-GB"]
    assert languages == ["cy", "en-GB", "en-GB"]


def test_the_browser_says_that_it_is_govlint(browser):
    with Loopback({"/": html("<p>Hello")}) as server:
        browser.open(server.url + "/", DESKTOP)

        assert "govlint/" in server.seen[0]["User-Agent"]


def test_nothing_is_remembered_from_one_visit_to_the_next(browser):
    page = """<p id=p></p><script>
        p.textContent = [document.cookie, localStorage.kept, sessionStorage.kept].join('|');
        document.cookie = 'kept=1'; localStorage.kept = 1; sessionStorage.kept = 1</script>"""
    with Loopback({"/": html(page)}) as server:
        for _ in range(2):
            browser.open(server.url + "/", DESKTOP)

            assert browser.evaluate("p.textContent") == "||"
        assert all("Cookie" not in headers for headers in headers_of_pages(server))


def test_message_boxes_and_questions_before_leaving_hold_nothing_up(browser):
    page = """<p id=p></p><script>onbeforeunload = event => { event.preventDefault(); return 'Stay?' };
        p.textContent = [alert(1), confirm(2), prompt(3), print()].join(); for (let i = 0; i < 99; i++) alert(i)</script>"""

    assert shown(browser, {"/": html(page)}) == ",false,,"
    assert shown(browser, {"/": html("<p>Next")}) == "Next"


def test_a_page_that_was_used_does_not_ask_before_it_is_left(browser):
    page = "<a href=#>A</a><p id=p></p><script>onbeforeunload = event => { event.preventDefault(); return 'Stay?' }</script>"
    with Loopback({"/": html(page), "/next": html("<p>Next")}) as server:
        for path in ("/", "/", "/next"):
            browser.open(server.url + path, DESKTOP)
            browser.run(focus_trail, DESKTOP)

        assert browser.evaluate("document.body.innerText") == "Next"
        assert [path for _, path in server.asked if path != "/favicon.ico"] == ["/", "/", "/next"]


def test_a_page_that_is_gone_at_the_second_look_is_not_judged_by_the_first(browser):
    answers = iter([html("<p>Once"), (204, {}, b"")])
    with Loopback({"/": lambda handler: next(answers)}) as server:
        browser.open(server.url + "/", DESKTOP)
        with pytest.raises(BrowserFailed, match="no document"):
            browser.open(server.url + "/", DESKTOP)


def test_windows_that_a_page_opened_are_closed_before_the_next_visit(browser):
    shown(browser, {"/": html("<p>One<script>open('/two'); open('/two')</script>"), "/two": html("<p>Two")})
    shown(browser, {"/": html("<p>Next")})

    assert len(browser.driver.window_handles) == 1


def test_a_picture_that_never_ends_does_not_lose_the_page(impatient):
    slow = {"/": html("<p>Here<img src=/slow.png>"), "/slow.png": (200, {"Content-Type": "image/png"}, drip(0.1))}

    assert shown(impatient, slow) == "Here"


def test_a_page_that_never_comes_is_a_time_out_and_the_next_one_is_shown(impatient):
    failed = refused(impatient, {"/": silence})

    assert failed.kind == "time-out"
    assert shown(impatient, {"/": html("<p>Next")}) == "Next"


def test_a_script_that_never_ends_is_a_time_out_and_leaves_no_process(impatient):
    assert impatient.driver
    running = impatient.processes
    with Loopback({"/": html(ENDLESS)}) as server:
        with pytest.raises(BrowserFailed) as failed:
            impatient.open(server.url + "/", DESKTOP)
            while True:
                impatient.run(LOOKS, DESKTOP)
        assert failed.value.kind == "time-out"
    assert running and still_there(running) == []
    assert shown(impatient, {"/": html("<p>Next")}) == "Next"


def test_a_crashed_tab_is_said_and_the_next_page_is_shown(impatient):
    shown(impatient, {"/": html("<p>One")})
    with pytest.raises(BrowserFailed) as failed:
        impatient.run(CRASHES, DESKTOP)

    assert failed.value.kind == "browser-crashed"
    assert shown(impatient, {"/": html("<p>Next")}) == "Next"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((204, {}, b""), "no document"),
        ((200, {"Content-Type": "text/html", "Content-Disposition": "attachment"}, b"<p>Saved"), "no document"),
        ((200, {"Content-Type": "application/zip"}, b"PK"), "no document"),
        ((503, {"Content-Type": "text/html"}, b"<p>Too busy"), "status 503"),
        ((401, {"WWW-Authenticate": "Basic"}, b""), "401"),
        (html("<script>location.replace('/else')</script>"), "sent on"),
        (redirect("/else"), "sent on"),
        (redirect("/"), "TOO_MANY_REDIRECTS"),
    ],
)
def test_what_is_not_the_page_is_never_taken_for_it(browser, answer, words):
    shown(browser, {"/": html("<p>The page before")})
    failed = refused(browser, {"/": answer, "/else": html("<p>Another page")})

    assert [] == [*Path.cwd().glob("download*"), *browser.profile.glob("download*")]
    assert failed.kind == "not-shown"
    assert words in failed.text


def test_a_host_that_is_not_there_is_said_with_the_reason_of_the_browser(browser, dead_port):
    with pytest.raises(BrowserFailed, match="ERR_CONNECTION_REFUSED"):
        browser.open(f"http://127.0.0.1:{dead_port}/", DESKTOP)


def test_a_script_may_change_the_address_without_leaving_the_page(browser):
    moved = "<p>Here<script>history.pushState(null, '', '/elsewhere?now=1#there')</script>"

    assert shown(browser, {"/?a=%20b": html(moved)}, "/?a=%20b") == "Here"


def test_a_closed_browser_leaves_neither_process_nor_profile():
    with Browser() as browser:
        shown(browser, {"/": html("<p>Here")})
        running, profile = browser.processes, browser.profile
        assert profile.is_dir()
        assert len(still_there(running)) > 3

    assert not profile.exists()
    assert still_there(running) == []


def blocked(browser):
    told = (event["params"] for event in browser.events() if event["method"] == "Network.loadingFailed")
    return [one for one in told if one.get("blockedReason") == "inspector"]


def test_trackers_are_asked_only_where_a_rule_looks_at_what_a_first_visit_asks(browser):
    page = "<img src='https://www.google-analytics.com/collect'><img src='/picture.png'>"
    with Loopback({"/": html(page)}) as server:
        browser.open(server.url + "/", DESKTOP, first=False)
        assert len(blocked(browser)) == 1
        assert ("GET", "/picture.png") in server.asked

        browser.open(server.url + "/", DESKTOP)
        assert blocked(browser) == []


def test_a_visit_that_is_not_the_first_starts_with_an_empty_store_all_the_same(browser):
    page = """<p id=p></p><script>
        p.textContent = [document.cookie, localStorage.kept, sessionStorage.kept].join('|');
        document.cookie = 'kept=1'; localStorage.kept = 1; sessionStorage.kept = 1</script>"""
    with Loopback({"/": html(page), "/other": html(page)}) as server:
        for path in ("/", "/", "/other"):
            browser.open(server.url + path, DESKTOP, first=False)

            assert browser.evaluate("p.textContent") == "||"


def test_nothing_is_taken_for_the_page_that_follows_without_an_empty_one_between(browser):
    with Loopback({"/": html("<p>Before"), "/none": (204, {}, b"")}) as server:
        browser.open(server.url + "/", DESKTOP, first=False)
        with pytest.raises(BrowserFailed) as failed:
            browser.open(server.url + "/none", DESKTOP, first=False)

    assert "no document to show" in failed.value.text
