"""Look for the answer “none” among checkboxes and at what is around it."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import children, has_class
from govlint.facts.place import at, words

NONE = re.compile(r"none( of (these|the above|them)\b.*)?", re.IGNORECASE)


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for group in govuk_classes.get("govuk-checkboxes", ()):
        parts = [part for part in children(group) if has_class(part, "govuk-checkboxes__item", "govuk-checkboxes__divider")]
        for number, part in enumerate(parts):
            name = part.css_first("label")
            label = "" if name is None else words(name)
            if not NONE.fullmatch(label):
                continue
            if number + 1 < len(parts):
                yield Failed(at(part), "not-last", label=label)
            elif has_class(parts[number - 1], "govuk-checkboxes__item") and number > 0:
                yield Failed(at(part), "no-divider", label=label)
            else:
                yield Passed(at(part), "apart")
