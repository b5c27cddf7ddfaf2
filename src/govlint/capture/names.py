"""What name servers say of a host, beside the numbers that a crawl connects to."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import dns.exception
import dns.name
import dns.rdatatype
import dns.resolver

SECONDS = 5.0  # for one question, with its second tries
RESERVED = re.compile(r"(^|\.)(test|example|invalid|localhost|local|internal|lan)$|(^|\.)home\.arpa$")
_FAULTS = (dns.exception.DNSException, OSError, ValueError)


def look_up(host: str, resolver: dns.resolver.Resolver | None = None) -> dict[str, Any]:
    """The fact `dns` of a host; `resolver` is that of this machine, if none is given."""
    nothing: dict[str, Any] = {"host": host, "zone": "", "ipv6": [], "caa": [], "signed": False}
    if RESERVED.search(host):
        return nothing | {"unknown": dict.fromkeys(("ipv6", "caa", "signed"), f"{host} is a name that no name server outside knows")}
    try:
        resolver = resolver or dns.resolver.Resolver()
    except _FAULTS:
        return nothing | {"unknown": dict.fromkeys(("ipv6", "caa", "signed"), "this machine has no name server")}
    resolver.lifetime = SECONDS
    found, unknown = nothing, {}
    asked: dict[str, Callable[[], Any]] = {
        "ipv6": lambda: _answers(resolver, host, "AAAA"),
        "caa": lambda: _caa(resolver, host),
        "signed": lambda: bool(_answers(resolver, found["zone"], "DS")),
    }
    try:
        found = found | {"zone": str(dns.resolver.zone_for_name(host, resolver=resolver)).rstrip(".")}
    except _FAULTS as fault:
        unknown["signed"] = _reason(fault)
        del asked["signed"]
    for name, ask in asked.items():
        try:
            found = found | {name: ask()}
        except _FAULTS as fault:
            unknown[name] = _reason(fault)
    return found | {"unknown": unknown}


def _answers(resolver: dns.resolver.Resolver, name: str, kind: str) -> list[str]:
    """The records of that kind; none where the name has none, raises DNSException where nobody said so."""
    answer = resolver.resolve(f"{name}.", kind, raise_on_no_answer=False, search=False)
    return [record.to_text() for record in answer.rrset or () if record.rdtype == dns.rdatatype.from_text(kind)]


def _caa(resolver: dns.resolver.Resolver, host: str) -> list[str]:
    """The nearest records on the way up (RFC 8659, section 3); those of a top level are nobody's choice here."""
    labels = host.split(".")
    for start in range(len(labels) - 1):
        try:
            if found := _answers(resolver, ".".join(labels[start:]), "CAA"):
                return found
        except dns.resolver.NXDOMAIN:
            continue
    return []


def _reason(fault: Exception) -> str:
    if isinstance(fault, dns.resolver.NXDOMAIN):
        return "the name server of this machine does not know the name"
    if isinstance(fault, dns.exception.Timeout):
        return "no name server answered in time"
    return f"the name server of this machine gave no answer ({type(fault).__name__})"
