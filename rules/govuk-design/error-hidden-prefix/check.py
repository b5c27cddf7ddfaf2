"""Look for the word that says to all senses that a message is an error."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.errors import ErrorMessage
from govlint.facts.place import at

WRITTEN = re.compile(r"(error|gwall)\b", re.IGNORECASE)


def check(error_messages: tuple[ErrorMessage, ...]) -> Iterator[Verdict]:
    for message in error_messages:
        if not message.text:
            continue
        if message.prefix:
            yield Passed(at(message.node), "prefixed")
        elif WRITTEN.match(message.text):
            yield Passed(at(message.node), "in-sight", text=message.text)
        else:
            yield Failed(at(message.node), "no-prefix", text=message.text)
