"""Look for what version 6 took out of the header."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.govuk_version import GovukVersion
from govlint.facts.place import at

SINCE = 6


def check(govuk_classes: dict, govuk_version: GovukVersion) -> Iterator[Verdict]:
    if govuk_version.at_least is None or govuk_version.at_least < SINCE:
        return
    for header in govuk_classes.get("govuk-header", ()):
        if header.css_first(".govuk-header__navigation, nav") is not None:
            yield Failed(at(header), "navigation")
        elif header.css_first(".govuk-header__service-name, .govuk-header__link--service-name") is not None:
            yield Failed(at(header), "name")
        else:
            yield Passed(at(header), "logo-alone")
