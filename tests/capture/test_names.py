"""What name servers say is asked of a real one, on loopback; what nobody says is not known."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager

import dns.flags
import dns.message
import dns.rcode
import dns.resolver
import dns.rrset
import pytest

from govlint.capture import names
from govlint.capture.names import look_up

ZONES = {
    ("www.permits.gov.uk.", "AAAA"): "2001:db8::7",
    ("permits.gov.uk.", "CAA"): '0 issue "ca.example"',
    ("permits.gov.uk.", "SOA"): "ns.permits.gov.uk. hostmaster.permits.gov.uk. 1 2 3 4 5",
    ("permits.gov.uk.", "DS"): "12345 13 2 " + "ab" * 32,
    ("plain.gov.uk.", "SOA"): "ns.plain.gov.uk. hostmaster.plain.gov.uk. 1 2 3 4 5",
    ("plain.gov.uk.", "A"): "192.0.2.7",
}
KNOWN = {name for name, _ in ZONES} | {"gov.uk.", "uk."}


@contextmanager
def name_server(refuses=()):
    """A resolver whose questions go to a server of names on loopback; `refuses` are kinds that it gives no answer to."""
    asked = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.bind(("127.0.0.1", 0))

        def serve():
            while True:
                try:
                    wire, peer = listening.recvfrom(4096)
                except OSError:
                    return
                if not wire:
                    return
                query = dns.message.from_wire(wire)
                question = query.question[0]
                name, kind = question.name.to_text(), dns.rdatatype.to_text(question.rdtype)
                asked.append((name, kind))
                answer = dns.message.make_response(query)
                answer.flags |= dns.flags.RA
                if kind in refuses:
                    answer.set_rcode(dns.rcode.SERVFAIL)
                elif name not in KNOWN:
                    answer.set_rcode(dns.rcode.NXDOMAIN)
                elif (name, kind) in ZONES:
                    answer.answer.append(dns.rrset.from_text(name, 60, "IN", kind, ZONES[name, kind]))
                listening.sendto(answer.to_wire(), peer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        resolver = dns.resolver.Resolver(configure=False)
        resolver.nameservers, resolver.port = ["127.0.0.1"], listening.getsockname()[1]
        yield resolver, asked
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as last:
            last.sendto(b"", listening.getsockname())
        thread.join(5)


def test_what_a_name_server_says_is_told():
    with name_server() as (resolver, asked):
        found = look_up("www.permits.gov.uk", resolver)

    assert found == {
        "host": "www.permits.gov.uk", "zone": "permits.gov.uk", "ipv6": ["2001:db8::7"], "caa": ['0 issue "ca.example"'],
        "signed": True, "unknown": {},
    }  # fmt: skip
    assert len(asked) == len(set(asked)) <= 6


def test_what_a_name_does_not_have_is_known_to_be_missing():
    with name_server() as (resolver, _):
        found = look_up("plain.gov.uk", resolver)

    assert (found["zone"], found["ipv6"], found["caa"], found["signed"], found["unknown"]) == ("plain.gov.uk", [], [], False, {})


def test_what_nobody_answers_is_not_known(monkeypatch):
    monkeypatch.setattr(names, "SECONDS", 0.5)
    with name_server(refuses=("AAAA", "CAA", "SOA")) as (resolver, _):
        found = look_up("www.permits.gov.uk", resolver)

    assert {*found["unknown"]} == {"ipv6", "caa", "signed"}
    assert (found["ipv6"], found["caa"], found["signed"]) == ([], [], False)


def test_a_name_that_the_server_does_not_know_is_not_known():
    with name_server() as (resolver, _):
        found = look_up("nowhere.gov.uk", resolver)

    assert found["unknown"]["ipv6"] == "the name server of this machine does not know the name"


@pytest.mark.parametrize("host", ["www.permits.test", "permits.example", "printer.local", "localhost"])
def test_a_reserved_name_is_never_asked_for(host, monkeypatch):
    monkeypatch.setattr(dns.resolver, "Resolver", None)

    assert "no name server outside knows" in look_up(host)["unknown"]["caa"]


def test_a_machine_without_a_name_server_says_so(monkeypatch):
    def none():
        raise dns.resolver.NoResolverConfiguration

    monkeypatch.setattr(dns.resolver, "Resolver", none)

    assert look_up("www.gov.uk")["unknown"]["caa"] == "this machine has no name server"
