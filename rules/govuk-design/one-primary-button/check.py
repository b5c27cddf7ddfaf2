"""Count the green buttons of the main content."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import classes, contains, is_hidden
from govlint.facts.place import at

OTHERS = ("govuk-button--secondary", "govuk-button--warning", "govuk-button--inverse")


def check(govuk_page, govuk_classes: dict, main) -> Iterator[Verdict]:
    green = [node for node in govuk_classes.get("govuk-button", ()) if is_green(node) and contains(main, node)]
    if len(green) > 1:
        yield Failed(at(green[1]), "several", count=len(green))
    elif green:
        yield Passed(at(green[0]), "one")


def is_green(node) -> bool:
    return not any(name in OTHERS for name in classes(node)) and not is_hidden(node)
