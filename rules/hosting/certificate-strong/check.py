"""Look at the key's kind and size, and at the hash of the signature."""

from collections.abc import Iterator
from typing import Any

from govlint import Failed, Passed, Verdict

LEAST = {"RSA": 2048, "EC": 256}  # bits; NCSC
BROKEN = ("MD5", "SHA-1")


def check(handshake: dict[str, Any], certificate: dict[str, Any]) -> Iterator[Verdict]:
    host, key, bits = handshake["host"], certificate["key"], certificate["bits"]
    found = []
    if key == "DSA":
        found.append(Failed("", "kind", host=host, key=key))
    # An EC key on a curve that is not known has no size here.
    if bits and bits < LEAST.get(key, 0):
        found.append(Failed("", "key", host=host, key=key, bits=bits, least=LEAST["RSA"]))
    if certificate["signature"] in BROKEN:
        found.append(Failed("", "hash", host=host, signature=certificate["signature"]))
    yield from found or [Passed("", "strong", host=host)]
