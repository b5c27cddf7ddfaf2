"""Read the dates of time elements and of the metadata."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.metadata import Meta
from govlint.facts.place import at, attributes

DAY = r"\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
TIME = r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?"
ZONE = r"(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)"
MONTH_OR_YEAR = r"\d{4,}(-(0[1-9]|1[0-2]|W(0[1-9]|[1-4]\d|5[0-3])))?"
# HTML Standard, 4.5.14: what the datetime attribute may hold; the last two are durations.
MACHINE = re.compile(
    rf"({DAY}([T ]{TIME}\s?{ZONE}?)?|{MONTH_OR_YEAR}|\d\d-\d\d|{TIME}|{ZONE}"
    r"|P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?|(\s*\d+(\.\d+)?\s*[wdhms]\s*)+)",
    re.IGNORECASE,
)
NAMED = {
    "article:published_time": "published",
    "article:modified_time": "changed",
    "og:updated_time": "changed",
    "dc.date": "",
    "dc.date.issued": "published",
    "dc.date.modified": "changed",
    "dcterms.date": "",
    "dcterms.created": "made",
    "dcterms.issued": "published",
    "dcterms.modified": "changed",
    "govuk:first-published-at": "published",
    "govuk:public-updated-at": "changed",
    "govuk:updated-at": "changed",
}


def check(dom: LexborHTMLParser, metas: tuple[Meta, ...], today: date | None = None) -> Iterator[Verdict]:
    for node in dom.css("time[datetime]"):
        text = attributes(node)["datetime"].strip()
        yield Passed(at(node), "read") if MACHINE.fullmatch(text) else Failed(at(node), "unreadable", text=text)
    for meta in metas:
        if meta.name in NAMED and meta.content:
            yield of_meta(meta, today)


def of_meta(meta: Meta, today: date | None) -> Verdict:
    if not MACHINE.fullmatch(meta.content):
        return Failed(meta.at, "unreadable", text=meta.content)
    day = re.match(DAY, meta.content)
    # A day's grace, for what is tomorrow in another zone of time.
    if day and today and NAMED[meta.name] and meta.content[:10] > (today + timedelta(days=1)).isoformat():
        return Failed(meta.at, "future", what=NAMED[meta.name], text=meta.content)
    return Passed(meta.at, "read")
