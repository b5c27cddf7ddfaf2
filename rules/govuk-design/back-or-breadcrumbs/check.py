"""See whether a page has two ways back."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.kin import is_hidden
from govlint.facts.place import at


def check(govuk_classes: dict) -> Iterator[Verdict]:
    shown = {
        name: [node for node in govuk_classes.get(name, ()) if not is_hidden(node)]
        for name in ("govuk-breadcrumbs", "govuk-back-link")
    }
    if all(shown.values()):
        yield Failed(at(shown["govuk-back-link"][0]), "both")
