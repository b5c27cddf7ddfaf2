"""Look at the classes of the groups and fields that error messages stand beside."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.errors import ErrorMessage
from govlint.facts.kin import classes, has_class
from govlint.facts.place import at

BORDERED = ("govuk-input", "govuk-textarea", "govuk-select", "govuk-file-upload")


def check(error_messages: tuple[ErrorMessage, ...]) -> Iterator[Verdict]:
    for message in error_messages:
        if message.group is None or not message.controls:
            continue
        fields = [f for f in message.controls if has_class(f, *BORDERED)]
        # Fields inside a choice belong to it, not to the message of the whole.
        choices = len(fields) < len(message.controls)
        if not has_class(message.group, "govuk-form-group--error"):
            yield Failed(at(message.group), "group", text=message.text)
        elif fields and not choices and not any(is_marked(field) for field in fields):
            yield Failed(at(fields[0]), "field", text=message.text, wanted=border_of(fields[0]))
        else:
            yield Passed(at(message.group), "shown")


def is_marked(field) -> bool:
    return any(name.endswith("--error") for name in classes(field))


def border_of(field) -> str:
    return next(name for name in classes(field) if name in BORDERED) + "--error"
