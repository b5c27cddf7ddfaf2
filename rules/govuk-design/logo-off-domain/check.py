"""Look for the marks of GOV.UK on hosts that are not under gov.uk."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, words

LOGO = "svg.govuk-header__logotype, .govuk-header__logotype-crown"


def check(govuk_classes: dict, domain: str) -> Iterator[Verdict]:
    marks = [(node, "header") for node in govuk_classes.get("govuk-header", ()) if shows_logo(node)]
    marks += [(node, "crown") for node in govuk_classes.get("govuk-footer__crown", ())]
    for node, key in marks:
        if domain == "elsewhere":
            yield Failed(at(node), key)
    if marks and domain == "gov.uk":
        yield Passed("html", "at-home")


def shows_logo(header) -> bool:
    said = " ".join(words(logo) for logo in header.css(".govuk-header__logo"))
    return header.css_first(LOGO) is not None or "gov.uk" in said.lower()
