"""Look for a name of the link around the logo."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes, words

LINK = "a.govuk-header__homepage-link[href], a.govuk-header__link--homepage[href], .govuk-header__logo a[href]"


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for header in govuk_classes.get("govuk-header", ()):
        for link in header.css(LINK)[:1]:
            named = words(link) or any(has_name(node) for node in (link, *link.css("svg, img, [role=img]")))
            yield Passed(at(link), "named") if named else Failed(at(link), "nameless")


def has_name(node) -> bool:
    written = attributes(node)
    return any(written.get(name, "").strip() for name in ("aria-label", "aria-labelledby", "alt", "title"))
