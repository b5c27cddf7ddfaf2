"""Compare what a page holds for one person with what its headers let caches keep."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.cookies import is_session, place_of
from govlint.facts.http import Cookie, Headers
from govlint.facts.personal import PersonalField
from govlint.facts.place import attributes, find

KEPT_BACK = re.compile(r"(^|[,\s])(no-store|private|no-cache)\b", re.IGNORECASE)
FOR_ALL = re.compile(r"(^|[,\s])(public\b|s-maxage\s*=\s*\"?[1-9]|max-age\s*=\s*\"?[1-9])", re.IGNORECASE)


def check(
    dom: LexborHTMLParser, headers: Headers, set_cookies: tuple[Cookie, ...], personal_fields: tuple[PersonalField, ...]
) -> Iterator[Verdict]:
    said = headers.get("cache-control", "")
    begun = [cookie for cookie in set_cookies if is_session(cookie.name) and cookie.value]
    filled = [field for field in personal_fields if is_filled(dom, field)]
    if not (begun or filled):
        return
    if KEPT_BACK.search(said):
        yield Passed("", "private")
    elif FOR_ALL.search(said):
        yield from (Failed(place_of(cookie), "session", name=cookie.name, value=said) for cookie in begun)
        yield from (Failed(field.at, "filled", kind=field.kind, value=said) for field in filled)


def is_filled(dom: LexborHTMLParser, field: PersonalField) -> bool:
    node = find(dom, field.at.selector)
    return node is not None and bool(attributes(node).get("value", "").strip())
