"""Read whether the server went along with nothing but old suites."""

from collections.abc import Iterator
from typing import Any

from govlint import CantTell, Failed, Passed, Verdict


def check(handshake: dict[str, Any]) -> Iterator[Verdict]:
    host, answer = handshake["host"], handshake["suites"]
    if answer == "accepted":
        yield Failed("", "old", host=host)
    elif answer == "refused":
        yield Passed("", "current", host=host)
    else:
        yield CantTell("", "unknown", host=host, reason=answer)
