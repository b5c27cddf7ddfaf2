"""Look for the word that stands for the icon."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, words

HIDDEN = ".govuk-visually-hidden, .govuk-warning-text__assistive"
IN_SIGHT = ("warning", "rhybudd")


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for warning in govuk_classes.get("govuk-warning-text", ()):
        text = " ".join(words(part) for part in warning.css(".govuk-warning-text__text"))
        hidden = any(words(part) for part in warning.css(HIDDEN))
        if hidden or text.lower().startswith(IN_SIGHT):
            yield Passed(at(warning), "said")
        else:
            yield Failed(at(warning), "unsaid", text=text)
