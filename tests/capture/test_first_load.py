"""The first load is told as it happened, before anything was pressed."""

import pytest

from govlint.capture.first_load import first_load, requests_of
from govlint.evidence.snapshot import Vantage
from tests.loopback import Loopback, html, redirect

PAGE = """<!doctype html><html lang=en><title>Page</title><p>Page
<script>document.cookie = 'js=1; path=/; samesite=strict'; localStorage.setItem('seen', 1); sessionStorage.setItem('step', 1);
console.log('nothing'); console.warn('mind this'); throw new Error('broken')</script>
<script src=/moved.js></script><img src=/lost.png><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
<script>fetch('/late?x=1')</script>"""
COOKIES = [("Content-Type", "text/html"), ("Set-Cookie", "id=1; HttpOnly; Max-Age=3600; SameSite=Lax"), ("Set-Cookie", "plain=1")]


@pytest.fixture(scope="module")
def told(browser):
    answers = {"/": (200, COOKIES, PAGE), "/moved.js": redirect("/real.js"), "/real.js": (200, {}, "1"), "/late": (200, {}, "x")}
    with Loopback(answers) as server:
        browser.open(server.url + "/", Vantage())
        answer = browser.run(first_load, Vantage())
        return server.url, answer


def test_cookies_come_with_their_attributes_whoever_set_them(told):
    cookies = {cookie["name"]: cookie for cookie in told[1]["cookies"]}

    assert set(cookies) == {"id", "plain", "js"}
    assert cookies["id"]["httpOnly"] and cookies["id"]["sameSite"] == "Lax" and cookies["id"]["expires"] > 0
    assert cookies["js"]["sameSite"] == "Strict"
    assert (cookies["plain"]["expires"], cookies["plain"]["sameSite"], cookies["plain"]["secure"]) == (-1, "", False)
    assert (cookies["id"]["domain"], cookies["id"]["path"]) == ("127.0.0.1", "/")


def test_each_request_is_told_with_the_status_of_its_answer(told):
    origin, answer = told
    requests = [(request["url"].removeprefix(origin), request["type"], request["status"]) for request in answer["requests"]]

    assert sorted(requests) == [
        ("/", "document", 200),
        ("/late?x=1", "fetch", 200),
        ("/lost.png", "image", 404),
        ("/moved.js", "script", 302),
        ("/real.js", "script", 200),
    ]
    assert requests[0][0] == "/"


def test_storage_is_told_by_its_keys(told):
    assert told[1]["storage"] == {"local": ["seen"], "session": ["step"]}


def test_the_console_is_told_from_warnings_upward(told):
    console = told[1]["console"]

    assert [entry["level"] for entry in console if "mind this" in entry["text"]] == ["warning"]
    assert [entry["level"] for entry in console if "broken" in entry["text"]] == ["error"]
    assert any("lost.png" in entry["text"] for entry in console)
    assert not any("nothing" in entry["text"] or "favicon" in entry["text"] for entry in console)


def test_one_visit_does_not_tell_of_another(browser, told):
    with Loopback({"/": html("<p>Quiet")}) as server:
        browser.open(server.url + "/", Vantage())
        answer = browser.run(first_load, Vantage())

    assert [request["url"] for request in answer["requests"]] == [server.url + "/"]
    assert (answer["cookies"], answer["console"], answer["storage"]) == ([], [], {"local": [], "session": []})


def test_a_request_without_an_answer_has_status_0():
    sent = {"requestId": "1", "request": {"url": "https://tracker.test/"}, "type": "Ping"}

    assert requests_of([{"method": "Network.requestWillBeSent", "params": sent}]) == [
        {"url": "https://tracker.test/", "type": "ping", "status": 0}
    ]


def test_a_web_socket_is_a_request_too():
    events = [
        {"method": "Network.webSocketCreated", "params": {"requestId": "7", "url": "wss://chat.test/"}},
        {"method": "Network.webSocketHandshakeResponseReceived", "params": {"requestId": "7", "response": {"status": 101}}},
    ]

    assert requests_of(events) == [{"url": "wss://chat.test/", "type": "websocket", "status": 101}]
