"""Hold the words of the link against the file."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.formats import name_of
from govlint.facts.kinds import fits
from govlint.facts.pdf import PdfReport
from govlint.facts.promise import Promise
from govlint.facts.signatures import BINARY, EMPTY

WORDS = {"text": "plain text", "zip": "a zip", "ole": "an old Office file", "iwork": "an Apple file"}
MOST_OFF = 2  # times larger or smaller; units are used loosely
SLACK = 20_000  # bytes


def check(promise: Promise, promised: str, signature: str, size: int, pdf: PdfReport | None = None) -> Iterator[Verdict]:
    # Pages in place of files, empty ones and unknown ones are other rules' business.
    if signature in ("html", EMPTY, BINARY) or not (promise.formats or promise.size):
        return
    # Where the file is not what its own name says, type-agrees tells.
    named_wrongly = bool(promised) and not fits(promised, signature)
    found = list(_faults(promise, named_wrongly, signature, size, pdf))
    yield from found or ([] if named_wrongly else [Passed("", "kept")])


def _faults(promise: Promise, named_wrongly: bool, signature: str, size: int, pdf: PdfReport | None) -> Iterator[Verdict]:
    if promise.formats and not named_wrongly and not any(fits(form, signature) for form in promise.formats):
        yield Failed("", "type", said=promise.said, real=WORDS.get(signature, name_of(signature)))
    said = promise.size
    if said and (size > MOST_OFF * said + SLACK or size * MOST_OFF < said - SLACK):
        yield Failed("", "size", said=promise.size_said, real=f"{size:,} bytes")
    pages = pdf.pages.count if pdf and not pdf.error else 0
    if promise.pages and pages and pages != promise.pages:
        yield Failed("", "pages", said=promise.pages, real=pages)
