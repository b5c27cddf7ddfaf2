"""Read what a page did once its cookie banner was answered with no."""

from collections.abc import Iterator
from typing import Any

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.cookies import tracked_by
from govlint.facts.trackers import keeper_of, told_by

# Kept by the site itself and shared with nobody, which the law may treat otherwise.
OWN_STATISTICS = {"Matomo"}


def check(after_reject: dict[str, Any] | None) -> Iterator[Verdict]:
    if after_reject is None or not after_reject["words"]:
        return
    words = after_reject["words"]
    if not after_reject["pressed"]:
        yield CantTell("", "by-hand", words=words)
        return
    found = list(tracked(after_reject))
    yield from found or [Passed("", "kept", words=words)]


def tracked(answer: dict[str, Any]) -> Iterator[Verdict]:
    words = answer["words"]
    for cookie in answer["cookies"]:
        if company := tracked_by(cookie["name"]):
            tell, key = (CantTell, "statistics") if company in OWN_STATISTICS else (Failed, "cookie")
            yield tell("", key, words=words, company=company, name=cookie["name"])
    for one in told_by(answer["requests"]):
        tell, key = (Failed, "called") if one.sure else (CantTell, "manager")
        yield tell("", key, words=words, company=one.company, host=one.host)
    for where in ("local", "session"):
        for key in answer["storage"][where]:
            if keeper_of(key):
                yield Failed("", "stored", words=words, company=keeper_of(key), key=key)
