"""Many commands at once, in order, and a clear end where none comes."""

from __future__ import annotations

import os
import signal

import pytest

from govlint.capture.browser import Browser
from govlint.capture.shown import BrowserFailed
from govlint.capture.wire import Wire
from govlint.evidence.snapshot import Vantage
from tests.loopback import Loopback, html

PAGE = html("<!doctype html><html lang=en><title>Page</title><input id=field autofocus>")


def evaluated(expression):
    return "Runtime.evaluate", {"expression": expression, "returnByValue": True}


@pytest.fixture
def own():
    with Browser(answer_seconds=3) as browser:
        yield browser


def test_answers_come_in_the_order_of_the_commands(own):
    with Loopback({"/": PAGE}) as site:
        own.open(site.url + "/", Vantage())
        answers = own.ask([evaluated(f"{number} * 2") for number in range(200)])

    assert [told["result"]["value"] for told in answers] == [number * 2 for number in range(200)]


def test_a_line_outlives_the_page_it_was_first_used_on(own):
    with Loopback({"/": PAGE, "/next": PAGE}) as site:
        own.open(site.url + "/", Vantage())
        own.ask([evaluated("1")])
        own.open(site.url + "/next", Vantage())

        assert own.ask([evaluated("location.pathname")])[0]["result"]["value"] == "/next"


def test_a_refused_command_is_told_with_its_reason(own):
    with Loopback({"/": PAGE}) as site:
        own.open(site.url + "/", Vantage())
        with pytest.raises(ConnectionError, match="wasn't found"):
            own.ask([("Nothing.likeThis", {})])


def test_no_answer_in_time_ends_the_browser_and_not_the_scan(own):
    with Loopback({"/": html("<!doctype html><title>Page</title><input autofocus onkeydown='for (;;) {}'>")}) as site:
        own.open(site.url + "/", Vantage())
        key = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
        with pytest.raises(BrowserFailed) as told, own._failures("keys were pressed"):
            own.ask([("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})])

        assert told.value.kind == "time-out"
        own.open(site.url + "/", Vantage())
        assert own.ask([evaluated("1 + 1")])[0]["result"]["value"] == 2


def test_a_tab_that_dies_is_no_wait(own):
    with Loopback({"/": PAGE}) as site:
        own.open(site.url + "/", Vantage())
        own.ask([evaluated("1")])
        for pid in own.processes:
            with open(f"/proc/{pid}/cmdline", "rb") as told:
                if b"--type=renderer" in told.read():
                    os.kill(pid, signal.SIGKILL)
        with pytest.raises(BrowserFailed) as told, own._failures("keys were pressed"):
            own.ask([evaluated("1")] * 3)

        assert told.value.kind == "browser-crashed"


def test_nothing_listens_where_the_line_should_go():
    with pytest.raises(OSError):
        Wire("127.0.0.1:9", "nobody", 1)


def test_a_proxy_for_everything_else_is_not_on_the_way(own, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "example.org")
    with Loopback({"/": PAGE}) as site:
        own.open(site.url + "/", Vantage())

        assert own.ask([evaluated("1")])[0]["result"]["value"] == 1
