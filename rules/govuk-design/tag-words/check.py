"""Look for tags that tell somebody to do something."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.place import at, words

VERBS = frozenset({"start", "continue", "view", "edit", "delete", "remove", "change", "submit", "apply", "download"})


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for tag in govuk_classes.get("govuk-tag", ()):
        if words(tag).lower() in VERBS:
            yield Failed(at(tag), "verb", text=words(tag))
