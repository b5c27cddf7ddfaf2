"""Read which protocol the server chose in the handshake."""

from collections.abc import Iterator
from typing import Any

from govlint import Failed, Passed, Verdict


def check(handshake: dict[str, Any]) -> Iterator[Verdict]:
    if not handshake["version"]:
        return
    offered = handshake["alpn"] == "h2"
    yield Passed("", "offered", host=handshake["host"]) if offered else Failed("", "old", host=handshake["host"])
