"""Compare what accepts cookies with what rejects them."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import classes, is_hidden
from govlint.facts.place import at, attributes, words

ACCEPT = re.compile(r"\b(accept|allow|agree|yes|derbyn)", re.IGNORECASE)
REJECT = re.compile(r"\b(reject|decline|do not|no\b|only|gwrthod)", re.IGNORECASE)


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for message in govuk_classes.get("govuk-cookie-banner__message", ()):
        if is_hidden(message) and len(govuk_classes["govuk-cookie-banner__message"]) > 1:
            continue
        controls = message.css("button, a, input")
        rejects = [c for c in controls if REJECT.search(name_of(c))]
        ids = {c.mem_id for c in rejects}
        accepts = [c for c in controls if c.mem_id not in ids and ACCEPT.search(name_of(c)) and is_button(c)]
        if not accepts:
            continue
        if not rejects:
            yield Failed(at(message), "no-reject")
        elif not any(is_button(c) and weight(c) == weight(accepts[0]) for c in rejects):
            yield Failed(at(rejects[0]), "weaker", text=name_of(rejects[0]))
        else:
            yield Passed(at(message), "equal")


def is_button(control) -> bool:
    return control.tag != "a" or "govuk-button" in classes(control)


def weight(control) -> frozenset[str]:
    """The looks of a button: its modifiers."""
    return frozenset(name for name in classes(control) if name.startswith("govuk-button--"))


def name_of(control) -> str:
    return words(control) or attributes(control).get("value", "")
