"""What a certificate of X.509 says: whose it is, from when to when, and by which key and signature (RFC 5280)."""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from ..evidence.fact import Inapplicable, NotGathered, fact

RSA, EC = "RSA", "EC"
_KEYS = {"1.2.840.113549.1.1.1": RSA, "1.2.840.113549.1.1.10": RSA, "1.2.840.10045.2.1": EC, "1.3.101.112": "Ed25519", "1.3.101.113": "Ed448",
         "1.2.840.10040.4.1": "DSA"}  # fmt: skip
_SIGNATURES = {
    "1.2.840.113549.1.1.4": "MD5", "1.2.840.113549.1.1.5": "SHA-1", "1.2.840.10045.4.1": "SHA-1", "1.2.840.10040.4.3": "SHA-1",
    "1.2.840.113549.1.1.11": "SHA-256", "1.2.840.113549.1.1.12": "SHA-384", "1.2.840.113549.1.1.13": "SHA-512",
    "1.2.840.10045.4.3.2": "SHA-256", "1.2.840.10045.4.3.3": "SHA-384", "1.2.840.10045.4.3.4": "SHA-512",
    "1.3.101.112": "Ed25519", "1.3.101.113": "Ed448", "1.2.840.113549.1.1.10": "RSA-PSS",
}  # fmt: skip
_CURVES = {"1.2.840.10045.3.1.7": 256, "1.3.132.0.34": 384, "1.3.132.0.35": 521, "1.2.840.10045.3.1.1": 192, "1.3.132.0.33": 224, "1.3.132.0.10": 256}
_ALTERNATIVES = "2.5.29.17"
SEQUENCE, INTEGER, BITS, OCTETS, OID, UTC_TIME, TIME = 0x30, 0x02, 0x03, 0x04, 0x06, 0x17, 0x18
NAME, NUMBER, VERSION, EXTENSIONS = 0x82, 0x87, 0xA0, 0xA3


class BadCertificate(ValueError):
    """The bytes are no certificate that can be read."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """The names that it is for, when it begins and ends, its key's kind and size (0: not known), its signature's hash."""

    names: tuple[str, ...]
    begins: datetime
    ends: datetime
    key: str
    bits: int
    signature: str


@fact
def certificate(handshake: dict[str, Any]) -> dict[str, Any]:
    """The certificate that the host's TLS server shows: {names, begins, ends (ISO 8601), key, bits (0: not known), signature (its hash)}."""
    if not handshake["certificate"]:
        raise NotGathered(f"No TLS handshake stood with {handshake['host']}: {handshake['refusal']}.")
    try:
        read = read_certificate(base64.b64decode(handshake["certificate"], validate=True))
        return asdict(read) | {"names": list(read.names), "begins": read.begins.isoformat(), "ends": read.ends.isoformat()}
    except (BadCertificate, binascii.Error) as fault:
        raise Inapplicable(f"the certificate cannot be read: {fault}") from None


def fits(names: Iterable[str], host: str) -> bool:
    """Whether a certificate of these names is for this host (RFC 9525: a star stands for the whole first label)."""
    wild = f"*.{host.partition('.')[2]}"
    return any(name.lower() in (host, wild) for name in names)


def read_certificate(der: bytes) -> Certificate:
    """The certificate in its binary form; raises BadCertificate."""
    try:
        return _certificate(der)
    except (IndexError, ValueError, StopIteration, OverflowError) as fault:
        raise BadCertificate(str(fault) or "it ends too early") from None


def _certificate(der: bytes) -> Certificate:
    signed = _one(_one(der, SEQUENCE), SEQUENCE)
    parts = [part for part in _parts(signed) if part[0] != VERSION]
    (_, _), (_, algorithm), (_, _), (_, validity), (_, _), (_, public), *rest = parts
    begins, ends = (_time(*part) for part in _parts(validity))
    extensions = next((body for tag, body in rest if tag == EXTENSIONS), b"")
    kind, bits = _key(public)
    signature = _oid(_one(algorithm, OID))
    return Certificate(tuple(_names(extensions)), begins, ends, kind, bits, _SIGNATURES.get(signature, signature))


def _key(public: bytes) -> tuple[str, int]:
    (_, algorithm), (_, key) = list(_parts(public))
    (_, name), *parameters = _parts(algorithm)
    kind = _KEYS.get(_oid(name), _oid(name))
    if kind == RSA:
        modulus = _one(_one(key[1:], SEQUENCE), INTEGER)
        return kind, int.from_bytes(modulus, "big").bit_length()
    if kind == EC:
        return kind, _CURVES.get(_oid(parameters[0][1]), 0) if parameters and parameters[0][0] == OID else 0
    return kind, 0


def _names(extensions: bytes) -> Iterator[str]:
    for _, extension in _parts(_one(extensions, SEQUENCE)) if extensions else ():
        (_, name), *others = _parts(extension)
        if _oid(name) != _ALTERNATIVES:
            continue
        for tag, body in _parts(_one(others[-1][1], SEQUENCE)):
            if tag == NAME:
                yield body.decode("ascii", "replace")
            elif tag == NUMBER and len(body) in (4, 16):
                yield str(ipaddress.ip_address(body))


def _time(tag: int, body: bytes) -> datetime:
    text = body.decode("ascii")
    if not re.fullmatch(r"\d{12}Z" if tag == UTC_TIME else r"\d{14}Z", text):
        raise ValueError(f"its time {text!r} cannot be read")
    if tag == UTC_TIME:  # RFC 5280, 4.1.2.5.1
        text = ("19" if int(text[:2]) >= 50 else "20") + text
    return datetime.strptime(text, "%Y%m%d%H%M%SZ").replace(tzinfo=UTC)


def _oid(body: bytes) -> str:
    numbers, value = [], 0
    for byte in body:
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            numbers.append(value)
            value = 0
    first = min(numbers[0] // 40, 2)
    return ".".join(map(str, (first, numbers[0] - 40 * first, *numbers[1:])))


def _one(body: bytes, tag: int) -> bytes:
    """The content of the first part, which has that tag."""
    found, content = next(_parts(body))
    if found != tag:
        raise ValueError(f"it has the tag {found} where {tag} belongs")
    return content


def _parts(body: bytes) -> Iterator[tuple[int, bytes]]:
    """Tag and content of each part, one after the other."""
    place = 0
    while place < len(body):
        tag, length, place = body[place], body[place + 1], place + 2
        if length & 0x80:
            size = length & 0x7F
            length, place = int.from_bytes(body[place : place + size], "big"), place + size
        if place + length > len(body):
            raise ValueError("it ends too early")
        yield tag, body[place : place + length]
        place += length
