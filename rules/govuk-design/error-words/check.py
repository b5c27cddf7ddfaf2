"""Read the error messages for words that do not help."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.errors import ErrorMessage
from govlint.facts.place import at

UNHELPFUL = re.compile(
    r"\b(please|sorry|oops|invalid|illegal|forbidden|prohibited|you forgot|not valid|valid(?= \w)|mandatory)\b", re.IGNORECASE
)
GENERAL = re.compile(
    r"(an error (has )?occurred|something went wrong|this (field|question) is required|required|select an option"
    r"|answer (this|the) question)\.?",
    re.IGNORECASE,
)


def check(language: str, error_messages: tuple[ErrorMessage, ...]) -> Iterator[Verdict]:
    if language.lower().split("-")[0] not in ("en", ""):
        return
    for message in error_messages:
        if not message.text:
            continue
        unhelpful = UNHELPFUL.search(message.text)
        if unhelpful:
            yield Failed(at(message.node), "word", text=message.text, word=unhelpful[0].lower())
        elif GENERAL.fullmatch(message.text):
            yield Failed(at(message.node), "general", text=message.text)
        else:
            yield Passed(at(message.node), "plain")
