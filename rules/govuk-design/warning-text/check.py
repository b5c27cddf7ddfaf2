"""Look for the word that stands for the icon."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, words

HIDDEN = ".govuk-visually-hidden, .govuk-warning-text__assistive"
IN_SIGHT = ("warning", "rhybudd", "important", "pwysig")


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for warning in govuk_classes.get("govuk-warning-text", ()):
        text = warning.css_first(".govuk-warning-text__text") or warning
        hidden = warning.css_first(HIDDEN)
        if (hidden is not None and words(hidden)) or words(text).lower().startswith(IN_SIGHT):
            yield Passed(at(warning), "said")
        else:
            yield Failed(at(warning), "unsaid", text=words(text))
