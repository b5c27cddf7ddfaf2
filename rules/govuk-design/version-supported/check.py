"""Read the age of GOV.UK Frontend from the markup."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.govuk_version import NEWEST, GovukVersion

# The newest major and the one before it.
SUPPORTED = NEWEST - 1


def check(govuk_page, govuk_version: GovukVersion) -> Iterator[Verdict]:
    if govuk_version.at_most is None:  # then at_least is None too
        return
    if govuk_version.at_most < SUPPORTED:
        sign = min(govuk_version.signs, key=lambda sign: sign.at_most)
        yield Failed("html", "old", major=govuk_version.at_most, sign=sign.words, newest=NEWEST)
    elif govuk_version.at_least >= SUPPORTED:
        yield Passed("html", "supported")
