"""Read the further lines of RFC 9116, and whether there is a signature; whether that is good only a key can tell."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from govlint import Failed, Passed, Verdict
from govlint.facts.metadata import spelt
from govlint.facts.well_known import WellKnown

LINE = re.compile(r"^([A-Za-z-]+):[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
ARMOUR = ("-----BEGIN PGP SIGNED MESSAGE-----", "-----BEGIN PGP SIGNATURE-----", "-----END PGP SIGNATURE-----")
ADDRESSES = ("acknowledgments", "canonical", "encryption", "hiring", "policy")
YEAR = timedelta(days=366)


def check(security_txt: WellKnown, public_host: bool, today: date | None = None) -> Iterator[Verdict]:
    fields = [(name.lower(), value) for name, value in LINE.findall(security_txt.text)]
    if not public_host or security_txt.status != 200 or not {name for name, _ in fields} & {"contact", "expires"}:
        return
    marks = [mark in security_txt.text for mark in ARMOUR]
    faults = [*of_canonical(fields, security_txt.url, any(marks)), *of_lines(fields), *of_expiry(fields, today)]
    if any(marks) and not all(marks):
        faults.append(Failed("", "broken"))
    yield from faults or [Passed("", "signed" if any(marks) else "plain-text")]


def of_canonical(fields: list[tuple[str, str]], url: str, is_signed: bool) -> Iterator[Verdict]:
    named = {spelt(value) for name, value in fields if name == "canonical"}
    if named and spelt(url) not in named:
        yield Failed("", "elsewhere", url=url)
    if is_signed and not named:
        yield Failed("", "unsigned-canonical")


def of_lines(fields: list[tuple[str, str]]) -> Iterator[Verdict]:
    counts = Counter(name for name, _ in fields)
    if counts["preferred-languages"] > 1:
        yield Failed("", "several", name="Preferred-Languages", count=counts["preferred-languages"])
    for name, value in fields:
        if name in ADDRESSES and value.lower().startswith("http:"):
            yield Failed("", "plain", name=name.capitalize(), value=value)


def of_expiry(fields: list[tuple[str, str]], today: date | None) -> Iterator[Verdict]:
    for _, value in (field for field in fields if field[0] == "expires"):
        try:
            day = datetime.fromisoformat(value.upper()).astimezone(UTC).date()
        except (ValueError, OverflowError):
            return  # told by another rule
        if today and day > today + YEAR:
            yield Failed("", "far", day=day.isoformat())
