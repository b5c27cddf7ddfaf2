"""Read the heading of the error summary."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.errors import ErrorSummary, same_words
from govlint.facts.place import at, words

AGREED = ("There is a problem", "Mae problem wedi codi", "Mae yna broblem")


def check(error_summary: ErrorSummary, language: str) -> Iterator[Verdict]:
    heading = error_summary.heading
    if heading is None or not words(heading):
        yield Failed(at(error_summary.node), "no-heading")
    elif any(same_words(words(heading), agreed) for agreed in AGREED):
        yield Passed(at(heading), "as-agreed")
    elif language.lower().split("-")[0] in ("en", ""):
        yield Failed(at(heading), "other-words", text=words(heading))
