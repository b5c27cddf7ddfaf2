"""Read the policy as a browser does: the last value that it knows, and the meta element after the header."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.http import Headers
from govlint.facts.metadata import Meta

SAFE = {"no-referrer", "same-origin", "origin", "strict-origin", "origin-when-cross-origin", "strict-origin-when-cross-origin"}
LEAKS = {"unsafe-url", "no-referrer-when-downgrade"}


def check(html: str, site_headers: Headers, metas: tuple[Meta, ...] = ()) -> Iterator[Verdict]:
    written = [site_headers.get("referrer-policy", ""), *(m.content for m in metas if m.name == "referrer")]
    values = [word.strip().lower() for text in written for word in text.split(",") if word.strip()]
    known = [value for value in values if value in SAFE | LEAKS]

    if not values:
        yield Failed("", "missing")
    elif not known:
        yield Failed("", "unknown", value=values[-1])
    elif known[-1] in LEAKS:
        yield Failed("", "leaks", value=known[-1])
    else:
        yield Passed("", "there")
