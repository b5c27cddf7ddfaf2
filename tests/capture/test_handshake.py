"""What a TLS server agrees to is learnt from real handshakes with real servers."""

from __future__ import annotations

import base64
import socket
import ssl
import threading
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.capture import handshake
from govlint.capture.borders import Names, Refused
from govlint.capture.handshake import NoAnswer, shake
from govlint.capture.hello import BLOCK_SUITES, TLS_1_0, TLS_1_2, Reply, hello, reply
from govlint.capture.limits import Limits
from govlint.facts.certificate import BadCertificate, fits, read_certificate
from tests.authority import Authority, faulty, sound
from tests.borders import BORDERS
from tests.loopback import Loopback

LIMITS = Limits(connect=5, read=5, total=10)
HOST = "www.service.test"


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def shaken(authority, monkeypatch):
    monkeypatch.setattr(handshake, "PAUSE", 0)

    def ask(context, host=HOST, roots=authority.roots):
        with Loopback({}, context) as server:
            return shake(f"https://{host}:{server.port}/", Names(BORDERS), str(roots), LIMITS)

    return ask


def certificate_of(answer):
    return read_certificate(base64.b64decode(answer["certificate"]))


def test_a_sound_server_agrees_to_what_is_of_today_and_refuses_the_rest(shaken, authority):
    found = shaken(sound(authority.issue(f"DNS:{HOST}")))

    assert (found["host"], found["number"], found["version"], found["alpn"]) == (HOST, "127.0.0.1", "TLSv1.3", "h2")
    assert found["trust"] == {"code": 0, "text": ""}
    assert found["old"] == {"TLS 1.0": "refused", "TLS 1.1": "refused"}
    assert found["suites"] == "refused"


def test_a_faulty_server_is_seen_to_accept_old_versions_and_suites(shaken, authority):
    found = shaken(faulty(authority.issue(f"DNS:{HOST}")))

    assert found["old"] == {"TLS 1.0": "accepted", "TLS 1.1": "accepted"}
    assert (found["suites"], found["version"], found["alpn"]) == ("accepted", "TLSv1.3", "")


def test_each_version_is_told_apart(shaken, authority):
    pem = authority.issue(f"DNS:{HOST}")
    only = shaken(faulty(pem, ssl.TLSVersion.TLSv1_1, ssl.TLSVersion.TLSv1_1))
    latest = shaken(faulty(pem, ssl.TLSVersion.TLSv1_3))

    assert only["old"] == {"TLS 1.0": "refused", "TLS 1.1": "accepted"}
    assert (only["version"], only["certificate"], only["trust"]["code"]) == ("", "", -1)
    assert "version" in only["refusal"] or "protocol" in only["refusal"]
    assert (latest["version"], latest["old"], latest["suites"]) == ("TLSv1.3", {"TLS 1.0": "refused", "TLS 1.1": "refused"}, "refused")


def test_what_is_wrong_with_a_certificate_is_seen(shaken, authority, certificate):
    other = shaken(sound(authority.issue("DNS:other.test", "DNS:*.other.test")))
    own = shaken(sound(certificate(f"DNS:{HOST}")))
    ended = shaken(sound(authority.issue(f"DNS:{HOST}", days=-1, before=9)))
    weak = shaken(faulty(authority.issue(f"DNS:{HOST}", days=5, key=("rsa:1024",), digest="sha1")))

    assert other["trust"]["code"] == 62
    assert certificate_of(other).names == ("other.test", "*.other.test")
    assert own["trust"]["code"] == 18
    assert ended["trust"]["code"] == 10
    assert (certificate_of(weak).key, certificate_of(weak).bits, certificate_of(weak).signature) == ("RSA", 1024, "SHA-1")
    assert (certificate_of(weak).ends - certificate_of(weak).begins).days == 6


def test_a_certificate_says_its_key_and_signature(authority):
    found = {}
    for key in (("rsa:2048",), ("ec", "-pkeyopt", "ec_paramgen_curve:secp384r1"), ("ed25519",)):
        pem = authority.issue("DNS:a.test", "IP:192.0.2.7", "IP:2001:db8::7", key=key)
        read = read_certificate(ssl.PEM_cert_to_DER_cert(pem.read_text()[pem.read_text().index("-----BEGIN CERT") :]))
        found[read.key] = read.bits
        assert read.names == ("a.test", "192.0.2.7", "2001:db8::7")
        assert read.signature == "SHA-256"
    assert found == {"RSA": 2048, "EC": 384, "Ed25519": 0}


@pytest.mark.parametrize(("names", "host", "is_for"), [
    (("a.gov.uk",), "a.gov.uk", True), (("A.GOV.UK",), "a.gov.uk", True), (("*.gov.uk",), "a.gov.uk", True),
    (("*.gov.uk",), "b.a.gov.uk", False), (("*.gov.uk",), "gov.uk", False), ((), "a.gov.uk", False), (("192.0.2.7",), "192.0.2.7", True),
])  # fmt: skip
def test_a_star_stands_for_one_label(names, host, is_for):
    assert fits(names, host) is is_for


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader_of_certificates(junk):
    with pytest.raises(BadCertificate):
        read_certificate(junk)


def test_a_certificate_that_was_damaged_is_read_or_refused(authority):
    text = authority.issue("DNS:a.test").read_text()
    der = ssl.PEM_cert_to_DER_cert(text[text.index("-----BEGIN CERT") :])
    for place in range(len(der)):
        for damaged in (der[:place], der[:place] + bytes([der[place] ^ 0xFF]) + der[place + 1 :]):
            try:
                read_certificate(damaged)
            except BadCertificate:
                continue


@given(st.binary(max_size=120))
def test_no_bytes_break_the_reader_of_answers(junk):
    assert isinstance(reply(junk), Reply | None)


def test_a_hello_names_the_host_but_not_a_number():
    assert HOST.encode() in hello(HOST, TLS_1_2, BLOCK_SUITES)
    assert b"\0\0" + (0).to_bytes(2, "big") not in hello("", TLS_1_0, BLOCK_SUITES)[-8:]


@contextmanager
def answering(*answers):
    """A server that reads what comes and sends the answers, one for each connection; then it hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve():
            for answer in answers:
                try:
                    with listening.accept()[0] as peer:
                        peer.recv(4096)
                        peer.sendall(answer)
                except OSError:
                    return

        threading.Thread(target=serve, daemon=True).start()
        yield listening.getsockname()[1]


def test_what_is_no_tls_is_told_as_not_known(authority):
    with answering(*[b"HTTP/1.1 400 Bad Request\r\n\r\n"] * 4) as port:
        found = shake(f"https://127.0.0.1:{port}/", None, str(authority.roots), LIMITS)

    assert (found["version"], found["trust"]["code"]) == ("", -1)
    assert found["old"]["TLS 1.0"] == "the server's answer is not in TLS"


def test_who_hangs_up_has_refused(authority):
    with answering(*[b""] * 4) as port:
        found = shake(f"https://127.0.0.1:{port}/", None, str(authority.roots), LIMITS)

    assert found["old"] == {"TLS 1.0": "refused", "TLS 1.1": "refused"}
    assert found["version"] == ""


def test_who_says_nothing_is_not_waited_for_longer_than_the_limit(authority):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        found = shake(f"https://127.0.0.1:{port}/", None, str(authority.roots), Limits(connect=1, read=0.2, total=0.5))

    assert found["old"] == dict.fromkeys(("TLS 1.0", "TLS 1.1"), "the server gave no answer")


def test_where_nobody_listens_nothing_can_be_known(authority, dead_port):
    with pytest.raises(NoAnswer, match="could not be connected to on port"):
        shake(f"https://127.0.0.1:{dead_port}/", None, str(authority.roots), LIMITS)


def test_no_handshake_goes_where_a_scan_may_not_go(authority):
    with Loopback({}, sound(authority.issue(f"DNS:{HOST}")), host="127.0.0.2") as inside, pytest.raises(Refused):
        shake(f"https://inside.service.test:{inside.port}/", Names(BORDERS), str(authority.roots), LIMITS)
    assert inside.asked == []


def test_behind_a_proxy_it_says_so(authority, monkeypatch):
    monkeypatch.setenv("https_proxy", "http://proxy.test:3128")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)

    with pytest.raises(NoAnswer, match="A proxy stands before"):
        shake(f"https://{HOST}/", Names(BORDERS), str(authority.roots), LIMITS)
