"""Compare the status of each task with whether it is a link."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, words

NOT_YET = re.compile(r"cannot start yet|methu dechrau eto", re.IGNORECASE)
STATUS = ".govuk-task-list__status, .govuk-tag"


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for tasks in govuk_classes.get("govuk-task-list", ()):
        early = [item for item in tasks.css("li") if is_not_yet(item) and item.css_first("a[href]") is not None]
        for item in early:
            yield Failed(at(item), "linked", text=words(item.css_first("a[href]")))
        if not early:
            yield Passed(at(tasks), "plain")


def is_not_yet(item) -> bool:
    status = item.css_first(STATUS)
    return status is not None and NOT_YET.search(words(status)) is not None
