"""Look how long the cookies last that an answer to the banner set; trackers are another rule's."""

from collections.abc import Iterator
from typing import Any

from govlint import Failed, Passed, Verdict
from govlint.facts.cookies import tracked_by

SHORTEST, LONGEST = 28, 396  # days: about a year, and not "at the next visit"


def check(after_reject: dict[str, Any] | None) -> Iterator[Verdict]:
    if after_reject is None:
        return
    words = after_reject["words"]
    for cookie in after_reject["cookies"]:
        name, days = cookie["name"], cookie["days"]
        if not cookie["new"] or tracked_by(name):
            continue
        if days < 0:
            yield Failed("", "session", name=name, words=words)
        elif days < SHORTEST:
            yield Failed("", "short", name=name, words=words, days=days)
        elif days > LONGEST:
            yield Failed("", "long", name=name, words=words, days=days)
        else:
            yield Passed("", "kept", name=name)
