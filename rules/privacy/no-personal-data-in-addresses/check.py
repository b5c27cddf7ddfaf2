"""Look for personal data in the title, and in queries and paths of the page and of its links to the same site."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote, urlsplit

from govlint import CantTell, Failed, Verdict
from govlint.facts.hosts import owner
from govlint.facts.page import Link

# HMRC's rules for the prefix of a number: not D F I Q U V, nor O in second place.
NUMBER = re.compile(r"(?<![A-Z0-9])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D](?![A-Z0-9])", re.IGNORECASE)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
# Mailboxes of organisations, not of people.
ROLES = re.compile(
    r"^(info|enquir\w*|contact\w*|help\w*|support|admin|press|office|customer\w*|feedback|noreply|no-reply|team|\w*services?)@",
    re.IGNORECASE,
)
# By Royal Mail's rules for the last part. Alone it may be that of an office, or a reference of the same form.
POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?[ +-]?\d[ABD-HJLNP-UW-Z]{2}", re.IGNORECASE)
PASSWORD = re.compile(r"^(password|passwd|pwd)$", re.IGNORECASE)


def check(url: str, links: tuple[Link, ...], title: str = "") -> Iterator[Verdict]:
    own = owner(url)
    if kind := told_in([title]):
        yield Failed("head > title", "in-title", kind=kind)
    kind = held_in(url)
    if kind:
        yield Failed("", "in-page", kind=kind)
    elif has_postcode(url):
        yield CantTell("", "postcode")
    for link in links:
        if not link.url.startswith(("http:", "https:")) or owner(link.url) != own:
            continue
        if found := held_in(link.url):
            yield Failed(link.at, "in-link", kind=found)
        elif has_postcode(link.url):
            yield CantTell(link.at, "postcode")


def held_in(url: str) -> str:
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query)
    values = [unquote(parts.path), *(value for _, value in pairs)]
    if any(PASSWORD.match(name) and value for name, value in pairs):
        return "a password"
    return told_in(values)


def told_in(values: list[str]) -> str:
    if any(NUMBER.search(value) for value in values):
        return "a National Insurance number"
    mailboxes = [found[0] for value in values if (found := EMAIL.search(value))]
    return "an email address" if any(not ROLES.match(mailbox) for mailbox in mailboxes) else ""


def has_postcode(url: str) -> bool:
    parts = urlsplit(url)
    values = [*unquote(parts.path).split("/"), *(value.strip() for _, value in parse_qsl(parts.query))]
    return any(POSTCODE.fullmatch(value) for value in values)
