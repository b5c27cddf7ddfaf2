"""The first message of a TLS handshake, and what a server answers to it: bytes in, bytes out.

Libraries of today no longer offer what is obsolete, or not on every machine. To learn
whether a server still takes it, its first answer is enough, and no secret is needed.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

TLS_1_0, TLS_1_1, TLS_1_2 = 0x0301, 0x0302, 0x0303
HANDSHAKE, ALERT = 22, 21
SERVER_HELLO = 2
HEADER = 5  # bytes of a record before what it carries
# Key exchange with or without forward secrecy, each with a block cipher or RC4: IANA's TLS cipher suites.
OLD_SUITES = (
    0xC009, 0xC00A, 0xC013, 0xC014, 0x0033, 0x0039, 0x002F, 0x0035, 0x0016, 0x000A, 0xC008, 0xC012, 0x0041, 0x0084, 0x0004,
    0x0005, 0xC007, 0xC011,
)  # fmt: skip
# The block ciphers with SHA-256 and SHA-384 that came with TLS 1.2.
BLOCK_SUITES = (0xC023, 0xC024, 0xC027, 0xC028, 0x003C, 0x003D, 0x0067, 0x006B, *OLD_SUITES)
_GROUPS = (29, 23, 24, 25)  # x25519, secp256r1, secp384r1, secp521r1
_SIGNATURES = (0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201)
_RANDOM = bytes(range(32))  # no secret ever depends on it: the handshake ends here


@dataclass(frozen=True, slots=True)
class Reply:
    """A server's first answer: whether it went along, with the version and suite that it chose."""

    agreed: bool
    version: int = 0
    suite: int = 0


def hello(host: str, version: int, suites: tuple[int, ...]) -> bytes:
    """A ClientHello (RFC 5246, 7.4.1.2) that offers this version at most, and these suites; `host` empty for a number."""
    offered = b"".join(struct.pack(">H", suite) for suite in (*suites, 0x00FF))  # the last: no renegotiation, RFC 5746
    body = struct.pack(">H", version) + _RANDOM + b"\0" + _long(offered) + b"\1\0" + _long(_extensions(host, version))
    message = b"\1" + len(body).to_bytes(3, "big") + body
    return struct.pack(">BH", HANDSHAKE, TLS_1_0) + _long(message)


def wanted(start: bytes) -> int:
    """How many bytes the record has that begins so, with its header."""
    return HEADER + int.from_bytes(start[3:5], "big")


def reply(record: bytes) -> Reply | None:
    """What a server's first record says; None for what is no answer in TLS."""
    kind = record[0] if record else 0
    if kind == ALERT and len(record) >= HEADER + 2:
        return Reply(agreed=False)
    told = record[HEADER:]
    if kind != HANDSHAKE or len(told) < 41 or told[0] != SERVER_HELLO:
        return None
    version = int.from_bytes(told[4:6], "big")
    after = 39 + told[38]  # the session's name stands before the suite
    if len(told) < after + 2:
        return None
    return Reply(True, version, int.from_bytes(told[after : after + 2], "big"))


def _extensions(host: str, version: int) -> bytes:
    found = [(10, _long(b"".join(struct.pack(">H", group) for group in _GROUPS))), (11, b"\1\0")]
    if host:
        found.insert(0, (0, _long(b"\0" + _long(host.encode("ascii")))))
    if version >= TLS_1_2:
        found.append((13, _long(b"".join(struct.pack(">H", word) for word in _SIGNATURES))))
    return b"".join(struct.pack(">H", number) + _long(body) for number, body in found)


def _long(body: bytes) -> bytes:
    return struct.pack(">H", len(body)) + body
