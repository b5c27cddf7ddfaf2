"""Compare the day of each date that a page gives for one thing; two that say the same of it are enough to be looked at."""

import re
from collections.abc import Iterator
from datetime import UTC, date, timedelta
from email.utils import parsedate_to_datetime

from selectolax.lexbor import LexborHTMLParser

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.http import Headers
from govlint.facts.metadata import Meta
from govlint.facts.place import at, attributes, words
from govlint.facts.things import SCHEMA, Described, Thing
from govlint.facts.written_dates import date_at_start

GRACE = timedelta(days=1)  # what is tomorrow in another zone of time
PUBLISHED, CHANGED = "published", "changed"
NAMES = {
    "article:published_time": PUBLISHED, "dcterms.issued": PUBLISHED, "dc.date.issued": PUBLISHED, "govuk:first-published-at": PUBLISHED,
    "article:modified_time": CHANGED, "dcterms.modified": CHANGED, "dc.date.modified": CHANGED, "govuk:public-updated-at": CHANGED,
    "og:updated_time": CHANGED,
}  # fmt: skip
OF_THINGS = {SCHEMA + "datePublished": PUBLISHED, SCHEMA + "dateModified": CHANGED}
SHOWN = re.compile(r"\b(?:(published|cyhoeddwyd)|updated|modified|changed|diweddarwyd)(?: on| ar)?:? (?=\d)", re.IGNORECASE)
WHOLE = re.compile(r"\d{1,2} \w+ \d{4}")


def check(dom: LexborHTMLParser, metas: tuple[Meta, ...], described: Described, headers: Headers, main_text: str) -> Iterator[Verdict]:
    told = {**of_things(described), **dict(of_metas(metas))}
    shown, sent = of_words(main_text), sent_day(headers)
    found = [*of_times(dom)]
    for what in shown.keys() & told.keys():
        if abs(shown[what] - told[what]) > GRACE:
            found.append(Failed("html", "shown", what=what, shown=shown[what].isoformat(), told=told[what].isoformat()))
    if len(told) > 1 and told[CHANGED] + GRACE < told[PUBLISHED]:
        found.append(Failed("html", "order", changed=told[CHANGED].isoformat(), published=told[PUBLISHED].isoformat()))
    # A page made anew for each visit is sent with the day of the visit, or without one.
    if sent and sent + GRACE < told.get(CHANGED, sent):
        found.append(CantTell("html", "sent", sent=sent.isoformat(), told=told[CHANGED].isoformat()))
    compared = shown.keys() & told.keys() or len(told) > 1 or (sent and CHANGED in told)
    yield from found or ([Passed("html", "agree")] if compared else [])


def of_metas(metas: tuple[Meta, ...]) -> Iterator[tuple[str, date]]:
    for meta in metas:
        if (what := NAMES.get(meta.name)) and (day := day_of(meta.content)):
            yield what, day


def of_things(described: Described) -> dict[str, date]:
    """The dates of the page, where it describes one thing that has some: a list of news has dates of other pages."""
    days = [found for thing in described.things if not thing.nested and (found := dict(of_thing(thing)))]
    return days[0] if len(days) == 1 else {}


def of_thing(thing: Thing) -> Iterator[tuple[str, date]]:
    for name, what in OF_THINGS.items():
        for value in thing.properties.get(name, ()):
            if day := day_of(str(value.get("@value")) if isinstance(value, dict) else value):
                yield what, day


def of_words(text: str) -> dict[str, date]:
    """What the page shows, where it shows it once."""
    found: dict[str, set[date]] = {}
    for match in SHOWN.finditer(text):
        if day := date_at_start(text[match.end() :]):
            found.setdefault(PUBLISHED if match[1] else CHANGED, set()).add(day)
    return {what: days.pop() for what, days in found.items() if len(days) == 1}


def of_times(dom: LexborHTMLParser) -> Iterator[Verdict]:
    for node in dom.css("time"):
        told, text = day_of(attributes(node).get("datetime", "")), words(node)
        shown = date_at_start(text) if WHOLE.fullmatch(text) else None
        if told and shown and abs(shown - told) > GRACE:
            yield Failed(at(node), "machine", text=text, told=told.isoformat())


def day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def sent_day(headers: Headers) -> date | None:
    try:
        return parsedate_to_datetime(headers["last-modified"]).astimezone(UTC).date()
    except (KeyError, ValueError, OverflowError):
        return None
