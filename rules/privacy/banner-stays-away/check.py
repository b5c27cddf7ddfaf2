"""Look whether the banner is there again after it was answered with no."""

from collections.abc import Iterator
from typing import Any

from govlint import Failed, Passed, Verdict


def check(after_reject: dict[str, Any] | None) -> Iterator[Verdict]:
    if after_reject and after_reject["pressed"]:
        tell, key = (Failed, "back") if after_reject["again"] else (Passed, "away")
        yield tell("", key, words=after_reject["words"])
