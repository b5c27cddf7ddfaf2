"""The browser is held to the same borders as the fetch, whatever a page tries."""

from __future__ import annotations

import base64
import hashlib
import socket
import threading

import pytest

from govlint.capture.borders import Borders, Names
from govlint.capture.browser import Browser, BrowserFailed
from govlint.capture.fetch import Session
from govlint.capture.gate import Gate
from govlint.capture.limits import Limits
from govlint.capture.worker import REFUSED, visit
from govlint.evidence.snapshot import Job, Vantage
from tests.borders import BORDERS
from tests.loopback import Loopback, html, redirect

VANTAGE = Vantage()
LIMITS = Limits(connect=5, read=5, total=20)
READY = "new Promise(done => document.readyState == 'complete' ? done(true) : addEventListener('load', () => done(true)))"


@pytest.fixture(scope="module")
def gate():
    with Gate(Names(BORDERS)) as gate:
        yield gate


@pytest.fixture(scope="module")
def held(gate):
    """A browser behind a gate."""
    with Browser(arguments=gate.arguments) as browser:
        yield browser


@pytest.fixture
def inside():
    """A server that nothing may come to."""
    with Loopback({}, host="127.0.0.2") as server:
        server.answers = {path: html("secret") for path in ("/", "/a", "/frame", "/script.js")}
        yield server


@pytest.fixture
def outside():
    """A server of the public internet, as the gate sees it."""
    with Loopback({}) as server:
        yield server


def page(body):
    return html(f"<!doctype html><html lang=en><title>Page</title><h1>Page</h1>{body}</html>")


def shown(held, gate, outside, body, wait="true", **answers):
    """What the gate refused, and what the script `wait` says, when a page of this body is shown."""
    outside.answers |= {"/": page(body), **{f"/{name}": answer for name, answer in answers.items()}}
    with gate.visit() as refused:
        held.open(f"http://www.service.test:{outside.port}/", VANTAGE)
        held.evaluate(READY)
        # In the page's own world, for what its scripts may do is asked.
        said = held.cdp("Runtime.evaluate", expression=wait, awaitPromise=True, returnByValue=True)["result"].get("value")
        return dict(refused), said


WAYS = {
    "picture": '<img src="{}/a" alt="">',
    "frame": '<iframe src="{}/frame"></iframe>',
    "script": '<script src="{}/script.js"></script>',
    "style sheet": '<link rel=stylesheet href="{}/a">',
    "preload": '<link rel=preload as=fetch crossorigin href="{}/a">',
    "object": '<object data="{}/a"></object>',
    "video": '<video src="{}/a" preload=auto></video>',
    "font": '<style>@font-face {{ font-family: f; src: url({}/a) }}</style><p style="font-family: f">text',
    "background": '<p style="background: url({}/a)">text',
    "frame in a frame": '<iframe srcdoc="<iframe src={}/frame></iframe>"></iframe>',
}


@pytest.mark.parametrize("way", WAYS)
def test_no_part_of_a_page_comes_from_inside(held, gate, outside, inside, way):
    refused, said = shown(held, gate, outside, WAYS[way].format(inside.url), "document.querySelector('h1').textContent")

    assert inside.asked == []
    assert refused == {f"127.0.0.2:{inside.port}": "loopback"}
    assert said == "Page"


SCRIPTS = {
    "fetch": "fetch('{}/a', {{mode: 'no-cors'}}).then(() => 'came', () => 'refused')",
    "post": "fetch('{}/a', {{mode: 'no-cors', method: 'POST', body: 'x'}}).then(() => 'came', () => 'refused')",
    "request": "new Promise(done => {{ const r = new XMLHttpRequest(); r.onload = () => done('came'); r.onerror = () => done('refused'); r.open('GET', '{}/a'); r.send() }})",
    "events": "new Promise(done => {{ const s = new EventSource('{}/a'); s.onopen = () => done('came'); s.onerror = () => {{ s.close(); done('refused') }} }})",
    "picture": "new Promise(done => {{ const i = new Image(); i.onload = () => done('came'); i.onerror = () => done('refused'); i.src = '{}/a' }})",
    "worker": "new Promise(done => {{ const w = new Worker(URL.createObjectURL(new Blob([\"fetch('{}/a', {{mode: 'no-cors'}}).then(() => postMessage('came'), () => postMessage('refused'))\"]))); w.onmessage = e => done(e.data) }})",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_no_script_reaches_inside(held, gate, outside, inside, script):
    refused, said = shown(held, gate, outside, "", SCRIPTS[script].format(inside.url))

    assert said == "refused"
    assert inside.asked == []
    assert refused == {f"127.0.0.2:{inside.port}": "loopback"}


def test_no_web_socket_reaches_inside(held, gate, outside, inside):
    script = f"new Promise(done => {{ const s = new WebSocket('ws://127.0.0.2:{inside.port}/a'); s.onopen = () => done('came'); s.onerror = () => done('refused') }})"

    assert shown(held, gate, outside, "", script) == ({f"127.0.0.2:{inside.port}": "loopback"}, "refused")
    assert inside.asked == []


@pytest.mark.parametrize("host", ["127.2", "0x7f000002", "2130706434", "0177.0.0.2", "inside.service.test"])
def test_spellings_and_names_are_of_no_use(held, gate, outside, inside, host):
    refused, said = shown(held, gate, outside, "", SCRIPTS["fetch"].format(f"http://{host}:{inside.port}"))

    assert (said, list(refused.values()), inside.asked) == ("refused", ["loopback"], [])


def test_what_browsers_send_past_every_proxy_comes_to_the_gate():
    """Loopback by name and by IPv6, with the real table of networks."""
    hosts = {"localhost": "loopback", "a.localhost": "loopback", "[::1]": "loopback", "[::ffff:127.0.0.2]": "loopback",
             "[64:ff9b::7f00:2]": "loopback", "169.254.1.1": "link-local", "[fe80::1]": "link-local"}  # fmt: skip
    with Gate(Names(Borders(public=True))) as strict, Browser(arguments=strict.arguments) as browser, Loopback({}) as server:
        for host, kind in hosts.items():
            with strict.visit() as refused, pytest.raises(BrowserFailed):
                browser.open(f"http://{host}:{server.port}/a", VANTAGE)
            assert list(refused.values()) == [kind], host
        assert server.asked == []


def test_a_redirect_of_a_frame_or_a_request_ends_at_the_border(held, gate, outside, inside):
    answers = {"frame": redirect(f"{inside.url}/frame"), "data": redirect(f"{inside.url}/a")}
    script = "fetch('/data').then(() => 'came', () => 'refused')"
    refused, said = shown(held, gate, outside, "<iframe src=/frame></iframe>", script, **answers)

    assert (said, inside.asked) == ("refused", [])
    assert refused == {f"127.0.0.2:{inside.port}": "loopback"}


def test_public_hosts_and_their_web_sockets_pass(held, gate, outside):
    def greet(handler):
        key = handler.headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
        handler.send_response_only(101)
        handler.send_header("Upgrade", "websocket")
        handler.send_header("Connection", "Upgrade")
        handler.send_header("Sec-WebSocket-Accept", base64.b64encode(hashlib.sha1(key.encode()).digest()).decode())
        handler.end_headers()
        handler.wfile.write(b"\x81\x05hello")
        handler.wfile.flush()
        handler.loopback.ending.wait(10)
        handler.close_connection = True

    other = f"assets.service.test:{outside.port}"
    script = f"new Promise(done => {{ const s = new WebSocket('ws://{other}/socket'); s.onmessage = e => done(e.data + ' ' + fromOther); s.onerror = () => done('refused') }})"
    answers = {"socket": greet, "set.js": (200, {"Content-Type": "text/javascript"}, "window.fromOther = 'there'")}
    refused, said = shown(held, gate, outside, f'<script src="http://{other}/set.js"></script>', script, **answers)

    assert (refused, said) == ({}, "hello there")
    assert {headers["Host"] for headers in outside.seen} == {f"www.service.test:{outside.port}", other}


def test_fetch_and_browser_get_the_same_answer_of_a_name_that_changes(inside, outside):
    answers = iter([("127.0.0.1",), ("127.0.0.2",)])
    names = Names(Borders(public=True, table=BORDERS.table, resolve=lambda host: next(answers)))
    outside.answers["/"] = page("<img src=/again alt=''>")
    with Gate(names) as gate, Browser(arguments=gate.arguments) as browser, Session(limits=LIMITS, names=names) as session:
        url = f"http://rebinding.test:{outside.port}/"
        snapshot = visit(Job(url, wanted=("rendered",)), session, browser, gate=gate)

    assert "<h1>Page</h1>" in snapshot.observations["rendered"].value
    assert [path for _, path in outside.asked if path != "/favicon.ico"] == ["/", "/", "/again"]


def test_what_was_refused_stands_beside_what_was_seen(held, gate, outside, inside):
    outside.answers["/"] = page(f'<img src="{inside.url}/a" alt="">')
    with Session(limits=LIMITS, names=Names(BORDERS)) as session:
        snapshot = visit(Job(f"http://www.service.test:{outside.port}/", wanted=("rendered", "layout")), session, held, gate=gate)

    assert snapshot.observations[REFUSED].value == {f"127.0.0.2:{inside.port}": "loopback"}
    assert "<h1>Page</h1>" in snapshot.observations["rendered"].value
    assert snapshot.observations["layout"].missing == ""


def test_the_error_of_the_browser_in_a_refused_frame_is_not_judged_as_the_sites(held, gate, outside, inside):
    body = f'<main><h1>Frames</h1><iframe src="{inside.url}/frame" title="Inside"></iframe></main>'
    outside.answers["/"] = html(f"<!doctype html><html lang=en><title>Page</title>{body}</html>")
    with Session(limits=LIMITS, names=Names(BORDERS)) as session:
        snapshot = visit(Job(f"http://www.service.test:{outside.port}/", wanted=("axe",)), session, held, gate=gate)

    found = {rule["id"]: rule for rule in snapshot.observations["axe"].value["results"] if rule["nodes"]}
    assert inside.asked == []
    assert set(found) == {"frame-tested"}  # axe-core says that it could not look inside
    assert found["frame-tested"]["outcome"] == "incomplete"


@pytest.mark.parametrize("way", ["location = '{}'", "setTimeout(() => location = '{}', 100)", "document.write(`<meta http-equiv=refresh content='0; url={}'>`)"])
def test_a_page_that_goes_on_to_an_address_inside_is_not_judged_by_what_the_browser_shows_then(held, gate, outside, inside, way):
    outside.answers["/"] = page(f"<script>addEventListener('load', () => {{ {way.format(inside.url + '/')} }})</script>")
    with Session(limits=LIMITS, names=Names(BORDERS)) as session:
        snapshot = visit(Job(f"http://www.service.test:{outside.port}/", wanted=("rendered", "axe")), session, held, gate=gate)

    assert inside.asked == []
    for name in ("rendered", "axe"):
        seen = snapshot.observations[name]
        assert seen.missing or "<h1>Page</h1>" in str(seen.value), name
        assert "ERR_" not in str(seen.value)


def test_where_the_server_sends_only_the_browser_inside_the_page_is_not_shown(held, gate, outside, inside):
    first = iter([page("")])
    outside.answers["/"] = lambda handler: next(first, redirect(inside.url + "/"))
    with Session(limits=LIMITS, names=Names(BORDERS)) as session:
        snapshot = visit(Job(f"http://www.service.test:{outside.port}/", wanted=("rendered",)), session, held, gate=gate)

    assert inside.asked == []
    assert f"went on to where a scan may not go: 127.0.0.2:{inside.port}" in snapshot.observations["rendered"].missing
    assert snapshot.observations[REFUSED].value == {f"127.0.0.2:{inside.port}": "loopback"}


@pytest.mark.parametrize("way", ["frame", "picture", "script", "fetch", "location", "redirect", "frame redirect"])
def test_a_file_is_never_shown_in_any_position(browser, tmp_path, way):
    secret = tmp_path / "secret.html"
    secret.write_text("<title>secret</title><p id=secret>secret<script>window.secret = 1</script>")
    address = secret.as_uri()
    bodies = {
        "frame": f"<iframe src='{address}'></iframe>", "picture": f"<img src='{address}'>", "script": f"<script src='{address}'></script>",
        "fetch": f"<script>fetch('{address}').then(r => r.text()).then(t => document.body.append(t))</script>",
        "location": f"<script>addEventListener('load', () => {{ location = '{address}' }})</script>",
        "redirect": "", "frame redirect": "<iframe src=/to></iframe>",
    }  # fmt: skip
    with Loopback({"/": page(bodies[way]), "/to": redirect(address)}) as server:
        if way == "redirect":
            with pytest.raises(BrowserFailed):
                browser.open(server.url + "/to", VANTAGE)
            return
        browser.open(server.url + "/", VANTAGE)
        browser.evaluate(READY)

        assert browser.evaluate("location.protocol + document.title") == "http:Page"
        assert "secret" not in browser.evaluate("document.body.innerText")
        frames = browser.cdp("Page.getFrameTree")["frameTree"].get("childFrames", [])
        assert not any(frame["frame"]["url"].startswith("file:") for frame in frames)


def test_calls_between_browsers_send_nothing_past_the_gate(held, gate, outside):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as heard, socket.create_server(("127.0.0.2", 0)) as calls:
        heard.bind(("127.0.0.2", 0))
        calls.settimeout(0.2)
        heard.settimeout(0.2)
        udp, tcp = heard.getsockname()[1], calls.getsockname()[1]
        script = f"""new Promise(done => {{
          const c = new RTCPeerConnection({{iceServers: [{{urls: ["stun:127.0.0.2:{udp}"]}},
            {{urls: ["turn:127.0.0.2:{udp}", "turn:127.0.0.2:{tcp}?transport=tcp"], username: "u", credential: "c"}}]}});
          c.onicegatheringstatechange = () => c.iceGatheringState == "complete" && done("gathered");
          c.createDataChannel("x");
          c.createOffer().then(offer => c.setLocalDescription(offer));
          setTimeout(() => done("gave up"), 8000);
        }})"""
        shown(held, gate, outside, "", script)

        with pytest.raises(TimeoutError):
            heard.recvfrom(2000)
        with pytest.raises(TimeoutError):
            calls.accept()


def test_a_proxy_of_the_environment_is_gone_through_and_names_are_judged_before(monkeypatch, inside, outside):
    asked = []

    def carry(listening):
        while True:
            try:
                client, _ = listening.accept()
            except OSError:
                return
            head = client.recv(65_536).decode()
            asked.append(head.split()[1])
            there = socket.create_connection(("127.0.0.1", outside.port))
            client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            for one, other in ((client, there), (there, client)):
                threading.Thread(target=copy, args=(one, other), daemon=True).start()

    def copy(one, other):
        try:
            while piece := one.recv(65_536):
                other.sendall(piece)
        except OSError:
            pass
        finally:
            other.close()

    outside.answers["/"] = page(f'<img src="{inside.url}/a" alt=""><img src="http://intranet/a" alt="">')
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=carry, args=(listening,), daemon=True).start()
        for name in ("http_proxy", "HTTP_PROXY"):
            monkeypatch.setenv(name, f"http://user:word@127.0.0.1:{listening.getsockname()[1]}")
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        with Gate(Names(BORDERS)) as gate, Browser(arguments=gate.arguments) as browser, gate.visit() as refused:
            browser.open("http://unknown.service.test:8080/", VANTAGE)
            browser.evaluate(READY)

            assert browser.evaluate("document.title") == "Page"
    assert set(refused) == {f"127.0.0.2:{inside.port}", "intranet:80"}
    assert "unknown.service.test:8080" in asked
    assert not any("127.0.0.2" in place or "intranet" in place for place in asked)
    assert inside.asked == []


def test_the_gate_answers_only_requests_to_connect(gate):
    for request in (b"\5\1\0\5\2\0\1\x7f\0\0\1\0\x50", b"\5\1\0\5\1\0\3\x01a\0\0"):
        with socket.create_connection(("127.0.0.1", gate.port), timeout=5) as client:
            client.sendall(request)

            assert client.makefile("rb").read()[:4] == b"\5\0\5\7"


def test_a_gate_that_is_closed_lets_nothing_through():
    gate = Gate(Names(BORDERS))
    with socket.create_connection(("127.0.0.1", gate.port), timeout=5) as waiting:
        waiting.sendall(b"\5\1\0")
        assert waiting.recv(2) == b"\5\0"
        gate.close()

        assert waiting.recv(1) == b""
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", gate.port), timeout=5).close()
