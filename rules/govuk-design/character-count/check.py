"""Pair each character count's message with its field."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes

LIMITS = ("data-maxlength", "data-maxwords")


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for count in govuk_classes.get("govuk-character-count", ()):
        field = count.css_first("textarea, input")
        message = count.css_first(".govuk-character-count__message")
        if field is None or message is None or "id" not in attributes(field):
            continue
        wanted, found = attributes(field)["id"] + "-info", attributes(message).get("id", "")
        if found != wanted:
            yield Failed(at(message), "wrong-id", id=found, wanted=wanted)
        elif wanted not in attributes(field).get("aria-describedby", "").split():
            yield Failed(at(field), "not-named", wanted=wanted)
        elif not any(name.startswith(LIMITS) for name in attributes(count)):
            yield Failed(at(count), "no-limit")
        else:
            yield Passed(at(count), "tied")
