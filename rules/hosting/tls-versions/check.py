"""Read which versions the server went along with."""

from collections.abc import Iterator
from typing import Any

from govlint import CantTell, Failed, Passed, Verdict

ANSWERED = ("accepted", "refused")


def check(handshake: dict[str, Any]) -> Iterator[Verdict]:
    host, old = handshake["host"], handshake["old"]
    accepted = [version for version, answer in old.items() if answer == "accepted"]
    unknown = [version for version, answer in old.items() if answer not in ANSWERED]

    if accepted:
        yield Failed("", "old", host=host, versions=" and ".join(accepted))
    if not handshake["version"]:
        # Nothing but a broken connection is known of a server that agrees to nothing at all.
        verdict = Failed if accepted else CantTell
        yield verdict("", "none", host=host, reason=handshake["refusal"])
    if unknown:
        yield CantTell("", "unknown", host=host, versions=" and ".join(unknown), reason=old[unknown[0]])
    elif handshake["version"] and not accepted:
        yield Passed("", "current", host=host)
