"""Count the red buttons of a page."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.kin import has_class, is_hidden
from govlint.facts.place import at

MOST = 2


def check(govuk_page, govuk_classes: dict) -> Iterator[Verdict]:
    buttons = govuk_classes.get("govuk-button--warning", ())
    red = [button for button in buttons if not has_class(button, "govuk-exit-this-page__button") and not is_hidden(button)]
    if len(red) > MOST:
        yield Failed(at(red[MOST]), "many", count=len(red))
