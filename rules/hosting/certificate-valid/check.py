"""Hold the certificate against the host, the day, and what a handshake said that trusts the known roots alone."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.certificate import fits

SOON = timedelta(days=14)
# What OpenSSL calls its faults: not yet valid, ended, another host's name or number. They are told by the certificate itself.
OF_DATES_AND_NAMES = {9, 10, 62, 64}
NO_ANSWER = -1


def check(handshake: dict[str, Any], certificate: dict[str, Any], visited: str) -> Iterator[Verdict]:
    host, trust = handshake["host"], handshake["trust"]
    found = [*of_dates(host, certificate, datetime.fromisoformat(visited))]
    if not fits(certificate["names"], host):
        names = ", ".join(certificate["names"][:3]) or "no host"
        found.append(Failed("", "other", host=host, names=names))
    if trust["code"] == NO_ANSWER:
        found.append(CantTell("", "unknown", host=host, reason=trust["text"]))
    elif trust["code"] and trust["code"] not in OF_DATES_AND_NAMES:
        found.append(Failed("", "untrusted", host=host, reason=trust["text"]))
    yield from found or [Passed("", "valid", host=host, day=certificate["ends"][:10])]


def of_dates(host: str, certificate: dict[str, Any], now: datetime) -> Iterator[Verdict]:
    begins, ends = (datetime.fromisoformat(certificate[name]) for name in ("begins", "ends"))
    if now > ends:
        yield Failed("", "ended", host=host, day=ends.date().isoformat())
    elif now < begins:
        yield Failed("", "early", host=host, day=begins.date().isoformat())
    # One that lives for six days is renewed after four, and that is in time.
    elif ends - now < min(SOON, (ends - begins) / 4):
        yield Failed("", "soon", host=host, day=ends.date().isoformat(), left=(ends - now).days)
