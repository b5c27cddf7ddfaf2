"""Follow the button and its second link."""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes


def check(govuk_classes: dict, url: str) -> Iterator[Verdict]:
    second = govuk_classes.get("govuk-js-exit-this-page-skiplink", ())
    for button in govuk_classes.get("govuk-exit-this-page__button", ()):
        href = attributes(button).get("href", "").strip()
        others = [attributes(link).get("href", "").strip() for link in second]
        if not href or href.startswith(("#", "javascript:")):
            yield Failed(at(button), "nowhere", href=href)
        elif is_own_page(href, url):
            yield Failed(at(button), "same-site")
        elif not second:
            yield Failed(at(button), "no-second")
        elif href not in others:
            yield Failed(at(second[0]), "differs", href=others[0])
        else:
            yield Passed(at(button), "ready")


def is_own_page(href: str, url: str) -> bool:
    """Whether an address given in full is of this site; a short one may be turned elsewhere by the server."""
    return bool(urlsplit(href).hostname) and urlsplit(urljoin(url, href)).hostname == urlsplit(url).hostname
