"""Look for a name of the link around the logo."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes, words

LINK = ".govuk-header__homepage-link, .govuk-header__link--homepage, .govuk-header__logo a"


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for header in govuk_classes.get("govuk-header", ()):
        link = header.css_first(LINK)
        if link is not None and "href" in link.attributes:
            named = words(link) or any(has_name(node) for node in (link, *link.css("*")))
            yield Passed(at(link), "named") if named else Failed(at(link), "nameless")


def has_name(node) -> bool:
    written = attributes(node)
    return any(written.get(name, "").strip() for name in ("aria-label", "aria-labelledby", "alt", "title"))
