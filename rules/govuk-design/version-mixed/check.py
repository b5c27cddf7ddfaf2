"""See whether the signs of the release agree."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.govuk_version import GovukVersion


def check(govuk_version: GovukVersion) -> Iterator[Verdict]:
    if govuk_version.contradiction:
        new, old = govuk_version.contradiction
        yield Failed(
            "html", "mixed", new=capital(new.words), at_least=new.at_least, old=old.words, at_most=old.at_most
        )
    elif len(govuk_version.signs) > 1:
        yield Passed("html", "one")


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]
