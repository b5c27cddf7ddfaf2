"""Read the file by RFC 9116; whether its signature is good is not looked at."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

from govlint import Failed, Passed, Verdict
from govlint.facts.well_known import WellKnown

LINE = re.compile(r"^([A-Za-z-]+):[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
ADDRESS = re.compile(r"(mailto:\S+@\S+|https://\S+|tel:[+\d][\d().-]*|openpgp4fpr:\S+)$", re.IGNORECASE)
CLOSED = {401, 403}


def check(security_txt: WellKnown, public_host: bool, today: date | None = None) -> Iterator[Verdict]:
    if not public_host or security_txt.status in CLOSED:
        return
    fields = LINE.findall(security_txt.text) if security_txt.status == 200 else []
    if not any(name.lower() in ("contact", "expires") for name, _ in fields):
        yield Failed("", "missing")
        return
    faults = [*of_type(security_txt), *of_contacts(values(fields, "contact")), *of_expiry(values(fields, "expires"), today)]
    yield from faults or [Passed("", "valid")]


def of_type(found: WellKnown) -> Iterator[Verdict]:
    if found.media_type != "text/plain":
        yield Failed("", "not-text", type=found.media_type or "no type")


def of_contacts(contacts: list[str]) -> Iterator[Verdict]:
    if not contacts:
        yield Failed("", "no-contact")
    yield from (Failed("", "bad-contact", value=value) for value in contacts if not ADDRESS.match(value))


def of_expiry(dates: list[str], today: date | None) -> Iterator[Verdict]:
    if len(dates) != 1:
        yield Failed("", "two-expires", count=len(dates)) if dates else Failed("", "no-expires")
        return
    try:
        expires = datetime.fromisoformat(dates[0].upper())
    except ValueError:
        expires = None
    if expires is None or expires.tzinfo is None:
        yield Failed("", "bad-expires", value=dates[0])
    elif today and expires.astimezone(UTC).date() < today:
        yield Failed("", "expired", day=expires.date().isoformat())


def values(fields: list[tuple[str, str]], wanted: str) -> list[str]:
    return [value for name, value in fields if name.lower() == wanted]
