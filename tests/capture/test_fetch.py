"""Every answer that a server can give is evidence, or a reason in plain words."""

import gzip
import socket
import time
import zlib

import pytest

from govlint import __version__
from govlint.capture.fetch import USER_AGENT, Session, Unreachable
from govlint.capture.limits import Limits
from govlint.evidence.snapshot import Redirect
from tests.loopback import Loopback, drip, html, redirect, silence


def unreachable(session, url, **options):
    with pytest.raises(Unreachable) as told:
        session.get(url, **options)
    assert str(told.value) == told.value.text
    assert "Error" not in told.value.text and "object at" not in told.value.text
    assert told.value.text.endswith(".")
    return told.value


def test_an_answer_is_kept_with_each_header_as_it_was_sent(session):
    headers = [("Content-Type", "text/html"), ("Set-Cookie", "a=1"), ("X-Odd", "caf\u00e9"),
               ("set-cookie", "b=2; Expires=Wed, 09 Jun 2100 10:18:14 GMT")]
    with Loopback({"/a": (404, headers, "<p>None")}) as site:
        exchange = session.get(f"{site.url}/x/../a#part")
    assert exchange.url == f"{site.url}/a"
    assert (exchange.status, exchange.body, exchange.truncated) == (404, b"<p>None", "")
    cookies = [value for name, value in exchange.headers if name == "set-cookie"]
    assert cookies == ["a=1", "b=2; Expires=Wed, 09 Jun 2100 10:18:14 GMT"]
    assert exchange.header("X-Odd") == "caf\u00e9"
    assert exchange.media_type == "text/html"


def test_a_request_says_who_asks_and_brings_no_password(session, tmp_path, monkeypatch):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login someone password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    with Loopback({"/": html("")}) as site:
        session.get(site.url)
    [sent] = site.seen
    assert sent["User-Agent"] == USER_AGENT
    assert f"govlint/{__version__}" in USER_AGENT
    assert sent["Accept-Language"] == "en-GB"
    assert sent["Accept-Encoding"] == "gzip, deflate"
    assert sent["Authorization"] is None


def test_a_proxy_of_the_environment_is_not_asked_for_loopback(session, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    with Loopback({"/": html("here")}) as site:
        assert session.get(site.url).body == b"here"


def test_a_proxy_that_does_not_answer_is_named_as_the_cause(session, monkeypatch, dead_port):
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{dead_port}")
    monkeypatch.delenv("no_proxy", raising=False)
    told = unreachable(session, "http://service.invalid/")
    assert told.kind == "dead-host"
    assert "proxy" in told.text


def test_head_brings_the_headers_and_no_body(session):
    with Loopback({"/a": redirect("/b"), "/b": html("hello")}) as site:
        exchange = session.head(f"{site.url}/a")
    assert (exchange.status, exchange.body) == (200, b"")
    assert exchange.header("content-length") == "5"
    assert site.asked == [("HEAD", "/a"), ("HEAD", "/b")]


def test_one_connection_serves_visit_after_visit(session):
    ports = []

    def note(handler):
        ports.append(handler.client_address)
        return html("again")

    with Loopback({"/": note}) as site:
        for _ in range(3):
            assert session.get(site.url).body == b"again"
    assert len(set(ports)) == 1


def test_a_kept_connection_that_the_server_has_closed_is_replaced(session):
    def hang_up_on_the_second(handler):
        if len(site.asked) == 2:
            handler.close_connection = True
            return None
        return html("here")

    with Loopback({"/": hang_up_on_the_second}) as site:
        assert session.get(site.url).body == b"here"
        assert session.get(site.url).body == b"here"
    assert len(site.asked) == 3


class TestRedirects:
    def test_each_step_is_recorded_with_absolute_addresses(self, session):
        answers = {"/a": redirect("b?x=1#part", 301), "/b": redirect("../c", 307), "/c": html("c")}
        with Loopback(answers) as site:
            exchange = session.get(f"{site.url}/a")
        assert exchange.url == f"{site.url}/c"
        assert exchange.redirects == (
            Redirect(f"{site.url}/a", 301, f"{site.url}/b?x=1"),
            Redirect(f"{site.url}/b?x=1", 307, f"{site.url}/c"),
        )

    def test_a_location_in_utf_8_is_read_as_such(self, session):
        def answer(handler):
            handler.wfile.write("HTTP/1.1 302 Found\r\nLocation: /caf\u00e9\r\n"
                                "Content-Length: 0\r\n\r\n".encode())

        with Loopback({"/": answer, "/caf%C3%A9": html("yes")}) as site:
            assert session.get(site.url).body == b"yes"

    def test_a_redirect_that_may_not_be_followed_is_the_answer(self, session):
        asked = []
        with Loopback({"/a": (302, {"Location": "http://elsewhere.invalid/x"}, "gone")}) as site:
            exchange = session.get(f"{site.url}/a", may_follow=lambda url: bool(asked.append(url)))
        assert asked == ["http://elsewhere.invalid/x"]
        assert (exchange.status, exchange.body, exchange.redirects) == (302, b"gone", ())
        assert exchange.header("location") == "http://elsewhere.invalid/x"

    @pytest.mark.parametrize("status", [300, 304, 302])
    def test_a_redirect_that_points_nowhere_is_the_answer(self, session, status):
        with Loopback({"/a": (status, {}, b"")}) as site:
            assert session.get(f"{site.url}/a").status == status

    def test_a_circle_is_a_redirect_loop(self, session):
        with Loopback({"/a": redirect("/b"), "/b": redirect("/a")}) as site:
            told = unreachable(session, f"{site.url}/a")
        assert told.kind == "redirect-loop"
        assert "in a circle" in told.text
        assert len(site.asked) == 2

    def test_a_chain_without_end_is_a_redirect_loop(self, session):
        def further(handler):
            return redirect(f"/n?{int(handler.path.partition('?')[2] or 0) + 1}")

        with Loopback({"/n": further}) as site:
            told = unreachable(session, f"{site.url}/n")
        assert told.kind == "redirect-loop"
        assert "more than 10 times" in told.text

    def test_a_chain_of_ten_is_followed(self, session):
        answers = {f"/{n}": redirect(f"/{n + 1}") for n in range(10)} | {"/10": html("end")}
        with Loopback(answers) as site:
            assert session.get(f"{site.url}/0").body == b"end"

    def test_a_cookie_goes_along_the_chain_but_not_to_the_next_visit(self, session):
        def ask(handler):
            if handler.headers["Cookie"] == "seen=yes":
                return html("welcome")
            return 302, {"Location": "/", "Set-Cookie": "seen=yes"}, b""

        with Loopback({"/": ask}) as site:
            for _ in range(2):
                exchange = session.get(site.url)
                assert (exchange.body, len(exchange.redirects)) == (b"welcome", 1)

    @pytest.mark.parametrize(
        "location", ["file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "http://[::1/",
                     "http://a b/"]
    )
    def test_a_redirect_to_what_is_no_address_is_a_bad_address(self, session, location):
        with Loopback({"/a": redirect(location)}) as site:
            told = unreachable(session, f"{site.url}/a")
        assert told.kind == "bad-address"
        assert f"{site.url}/a redirects to" in told.text

    def test_the_body_of_a_redirect_is_not_waited_for(self, session):
        with Loopback({"/a": (302, {"Location": "/b"}, drip(0.05)), "/b": html("b")}) as site:
            assert session.get(f"{site.url}/a").body == b"b"


class TestWhatDoesNotAnswer:
    def test_a_dead_port_is_a_dead_host(self, session, dead_port):
        told = unreachable(session, f"http://127.0.0.1:{dead_port}/")
        assert told.kind == "dead-host"
        assert "refused" in told.text
        assert told.failure.kind == "dead-host"

    def test_a_name_without_an_entry_is_a_dead_host(self, session, monkeypatch):
        monkeypatch.setenv("no_proxy", "*")
        told = unreachable(session, "http://service.invalid/")
        assert told.kind == "dead-host"
        assert "DNS" in told.text

    def test_a_connection_closed_without_a_word_is_a_dead_host(self, session):
        def close(handler):
            handler.close_connection = True

        with Loopback({"/": close}) as site:
            told = unreachable(session, site.url)
        assert told.kind == "dead-host"
        assert "closed the connection" in told.text
        assert len(site.asked) == 1

    def test_silence_is_a_time_out(self):
        with Session(limits=Limits(read=0.2)) as session, Loopback({"/": silence}) as site:
            told = unreachable(session, site.url)
        assert told.kind == "time-out"
        assert "within 0.2 seconds" in told.text

    def test_headers_that_drip_are_a_time_out(self):
        with (
            Session(limits=Limits(read=5, total=0.5)) as session,
            Loopback({"/": drip(0.05, b"H")}) as site,
        ):
            told = unreachable(session, site.url)
        assert told.kind == "time-out"
        assert "within 0.5 seconds" in told.text

    def test_a_handshake_that_never_comes_is_a_time_out(self):
        with (
            socket.create_server(("127.0.0.1", 0)) as mute,
            Session(limits=Limits(read=30, connect=30, total=0.3)) as session,
        ):
            told = unreachable(session, f"https://127.0.0.1:{mute.getsockname()[1]}/")
        assert told.kind == "time-out"

    def test_what_is_no_address_is_a_bad_address(self, session):
        assert unreachable(session, "file:///etc/passwd").kind == "bad-address"


class TestEncryption:
    def test_a_self_signed_certificate_is_a_tls_error(self, session, certificate):
        with Loopback({"/": html("")}, certificate("IP:127.0.0.1")) as site:
            told = unreachable(session, site.url)
        assert told.kind == "tls-error"
        assert "certificate" in told.text and "self-signed" in told.text

    def test_a_certificate_that_the_user_trusts_is_good(self, certificate):
        trusted = certificate("IP:127.0.0.1")
        with Loopback({"/": html("safe")}, trusted) as site, Session(verify=str(trusted)) as session:
            assert session.get(site.url).body == b"safe"

    def test_a_certificate_of_another_host_is_a_tls_error(self, certificate):
        other = certificate("DNS:other.example")
        with Loopback({"/": html("")}, other) as site, Session(verify=str(other)) as session:
            told = unreachable(session, site.url)
        assert told.kind == "tls-error"
        assert "127.0.0.1" in told.text

    def test_plain_http_on_an_https_address_is_a_tls_error(self, session):
        with Loopback({"/": html("")}) as site:
            told = unreachable(session, site.url.replace("http:", "https:"))
        assert told.kind == "tls-error"
        assert "http:// was meant" in told.text

    def test_the_clock_runs_over_tls_too(self, certificate):
        trusted = certificate("IP:127.0.0.1")
        limits = Limits(read=30, total=0.5)
        with (
            Loopback({"/": (200, {}, drip(0.05))}, trusted) as site,
            Session(verify=str(trusted), limits=limits) as session,
        ):
            assert "0.5 seconds" in session.get(site.url).truncated


class TestBodies:
    def test_a_body_that_drips_is_cut_by_the_clock(self):
        with (
            Session(limits=Limits(read=30, total=0.5)) as session,
            Loopback({"/": (200, {}, drip(0.05))}) as site,
        ):
            exchange = session.get(site.url)
        assert exchange.body.startswith(b".")
        assert exchange.truncated == "cut after 0.5 seconds, the limit of a visit"

    def test_a_promised_body_that_drips_is_cut_by_the_clock(self):
        with (
            Session(limits=Limits(read=30, total=0.5)) as session,
            Loopback({"/": (200, {"Content-Length": "1000"}, drip(0.05))}) as site,
        ):
            exchange = session.get(site.url)
        assert 0 < len(exchange.body) < 1000
        assert "0.5 seconds" in exchange.truncated

    def test_chunks_that_drip_are_cut_by_the_clock(self):
        headers = {"Transfer-Encoding": "chunked", "Content-Length": "0"}
        with (
            Session(limits=Limits(read=30, total=0.5)) as session,
            Loopback({"/": (200, headers, drip(0.05, b"1\r\n.\r\n"))}) as site,
        ):
            exchange = session.get(site.url)
        assert exchange.body.startswith(b"..")
        assert "0.5 seconds" in exchange.truncated

    def test_a_body_that_falls_silent_is_cut(self):
        def begin(handler):
            handler.wfile.write(b"<p>begun")
            silence(handler)

        with Session(limits=Limits(read=0.3)) as session, Loopback({"/": (200, {}, begin)}) as site:
            exchange = session.get(site.url)
        assert exchange.body == b"<p>begun"
        assert exchange.truncated == "cut after 0.3 seconds of silence"

    def test_a_body_that_never_begins_is_a_time_out(self):
        with (
            Session(limits=Limits(read=0.2)) as session,
            Loopback({"/": (200, {}, silence)}) as site,
        ):
            assert unreachable(session, site.url).kind == "time-out"

    def test_a_large_body_is_cut_at_its_limit(self, session):
        with Loopback({"/": html("x" * 100_001)}) as site:
            assert session.get(site.url, body_limit=100_001).truncated == ""
            exchange = session.get(site.url, body_limit=100_000)
        assert len(exchange.body) == 100_000
        assert exchange.truncated == "cut at 100,000 bytes, the limit of a body"

    def test_a_compressed_body_is_unpacked(self, session):
        page = b"<p>" + bytes(range(256)) * 500
        with Loopback({"/": (200, {"Content-Encoding": "gzip"}, gzip.compress(page))}) as site:
            assert session.get(site.url).body == page

    def test_a_bomb_is_not_unpacked_to_its_end(self, session):
        packer = zlib.compressobj(wbits=31)
        bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(300)) + packer.flush()
        with Loopback({"/": (200, {"Content-Encoding": "gzip"}, bomb)}) as site:
            exchange = session.get(site.url)
        assert len(exchange.body) <= 201 * 65_536
        assert "decompressed from" in exchange.truncated
        assert "200 to 1" in exchange.truncated

    def test_a_page_that_compresses_well_is_no_bomb(self, session):
        page = b"<tr><td>0</td></tr>" * 50_000
        with Loopback({"/": (200, {"Content-Encoding": "gzip"}, gzip.compress(page))}) as site:
            exchange = session.get(site.url)
        assert (exchange.body, exchange.truncated) == (page, "")

    def test_a_body_that_its_encoding_cannot_unpack_is_a_bad_answer(self, session):
        with Loopback({"/": (200, {"Content-Encoding": "gzip"}, "<p>plain")}) as site:
            told = unreachable(session, site.url)
        assert told.kind == "bad-answer"
        assert "Content-Encoding" in told.text

    def test_an_encoding_that_was_not_asked_for_is_a_bad_answer(self, session):
        with Loopback({"/": (200, {"Content-Encoding": "br"}, b"\x0b\x02\x80")}) as site:
            told = unreachable(session, site.url)
        assert told.kind == "bad-answer"
        assert "not asked for" in told.text

    def test_less_than_was_promised_is_a_bad_answer(self, session):
        def short(handler):
            handler.wfile.write(b"short")

        with Loopback({"/": (200, {"Content-Length": "1000"}, short)}) as site:
            told = unreachable(session, site.url)
        assert told.kind == "bad-answer"
        assert "less than its headers promised" in told.text

    def test_more_than_was_promised_is_left_on_the_wire(self, session):
        with Loopback({"/": (200, {"Content-Length": "5"}, "hello and more")}) as site:
            assert session.get(site.url).body == b"hello"
            assert session.get(site.url).body == b"hello"

    @pytest.mark.parametrize("chunks", [b"zz\r\nhello\r\n", b"5\r\nhel", b"5\r\nhello\r\n", b""])
    def test_broken_chunks_are_a_bad_answer(self, session, chunks):
        def broken(handler):
            handler.wfile.write(chunks)

        headers = {"Transfer-Encoding": "chunked"}
        with Loopback({"/": (200, headers, broken)}) as site:
            assert unreachable(session, site.url).kind == "bad-answer"

    def test_a_scan_that_is_stopped_reads_no_further(self):
        began = time.monotonic()
        with Session() as session, Loopback({"/": (200, {}, drip(0.01))}) as site:
            exchange = session.get(site.url, stop=lambda: time.monotonic() > began + 0.2)
        assert exchange.truncated == "cut because the scan was stopped"

    def test_an_empty_answer_is_an_answer(self, session):
        with Loopback({"/": (204, {}, b"")}) as site:
            assert session.get(site.url).status == 204


class TestHeadersThatAreNone:
    @staticmethod
    def raw(data):
        def write(handler):
            handler.wfile.write(data)
            handler.close_connection = True

        return write

    @pytest.mark.parametrize(
        "data",
        [
            b"SSH-2.0-OpenSSH_9.2\r\n",
            b"\x00\x01\x02\x03\n\n",
            b"HTTP/1.1 banana OK\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 70_000 + b"\r\n\r\n",
            b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 150 + b"\r\n",
            b"HTTP/1.1 200 OK\r\n" + b"X: " + b"a" * 60_000 + b"\r\n" + (b"Y: " + b"a" * 60_000
            + b"\r\n") * 5 + b"\r\n",
        ],
    )
    def test_what_is_not_http_or_floods_is_a_bad_answer(self, session, data):
        with Loopback({"/": self.raw(data)}) as site:
            told = unreachable(session, site.url)
        assert told.kind == "bad-answer"
        assert len(told.text) < 400
