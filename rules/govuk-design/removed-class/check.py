"""Compare the page's classes with those of the oldest release that it can be using."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.design_systems import known_classes
from govlint.facts.govuk_version import GovukVersion
from govlint.facts.place import at

INSTEAD = {
    "govuk-body-xs": "govuk-body-s",
    "govuk-tag--inactive": "govuk-tag--grey",
    "govuk-tag--light-blue": "govuk-tag--blue",
    "govuk-button--disabled": "the disabled attribute alone",
    "govuk-header__link--homepage": "govuk-header__homepage-link",
    "govuk-header__service-name": "the service navigation component",
    "govuk-header__link--service-name": "the service navigation component",
    "govuk-header__navigation": "the service navigation component",
    "govuk-pagination__item--ellipses": "govuk-pagination__item--ellipsis",
}


def check(govuk_classes: dict, govuk_version: GovukVersion) -> Iterator[Verdict]:
    oldest = govuk_version.at_least
    if oldest is None:
        return
    known = known_classes()
    removed = [name for name in govuk_classes if name in known and last_major(known[name]) < oldest]
    if not removed:
        yield Passed("html", "current")
    for name in removed:
        place, major = at(govuk_classes[name][0]), last_major(known[name]) + 1
        if name in INSTEAD:
            yield Failed(place, "replaced", name=name, major=major, instead=INSTEAD[name])
        else:
            yield Failed(place, "removed", name=name, major=major)


def last_major(majors: frozenset[str]) -> int:
    return max(map(int, majors))
