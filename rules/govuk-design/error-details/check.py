"""Look for traces and debug pages of common frameworks."""

import re
from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.place import words

# Pages that explain programs quote them there.
QUOTED = ("code", "pre")
TRACE = re.compile(
    r"Traceback \(most recent call last\):|Whitelabel Error Page|Server Error in '/|because you have DEBUG = True"
    r"|\bat [\w$.<>]+\(\w+\.(?:java|scala):\d+\)|\bat [\w.<> ]+ \(/[^)\s]+\.[cm]?[jt]s:\d+:\d+\)"
    r"|Fatal error: [^/]+ in /\S+\.php on line \d+"
)


def check(dom, status: int) -> Iterator[Verdict]:
    if dom.body is None:
        return
    found = TRACE.search(re.sub(r"\s+", " ", dom.body.text(separator=" "))) and TRACE.search(words(dom.body))
    if found and (status >= 400 or not is_quoted(dom, found[0])):
        yield Failed("body", "trace", text=found[0])


def is_quoted(dom, text: str) -> bool:
    return any(text in words(node) for tag in QUOTED for node in dom.css(tag))
