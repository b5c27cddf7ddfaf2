"""Find questions for title, sex and gender; whether they are needed, only the service knows."""

import re
from collections.abc import Iterator

from govlint import CantTell, Verdict
from govlint.facts.controls import asked
from govlint.facts.fields import Field, Fields
from govlint.facts.place import at, words

SEX = re.compile(r"sex|gender|gender identity|sex or gender")
TITLES = frozenset({"mr", "mrs", "ms", "miss"})
CHOICES = ("radio", "select")


def check(govuk_fields: Fields) -> Iterator[Verdict]:
    told: set[str] = set()
    for field in govuk_fields.every:
        if field.kind not in CHOICES:
            continue
        label = legend(field) if field.kind == "radio" else field.label
        kind = question(field, label)
        if kind and label not in told:
            told.add(label)
            yield CantTell(at(field.node), kind, label=label)


def legend(field: Field) -> str:
    """The words of the legend around a field."""
    found = None if field.group is None else field.group.css_first("legend")
    return "" if found is None else words(found)


def question(field: Field, label: str) -> str:
    """`title`, `sex` or nothing."""
    if SEX.fullmatch(asked(label)):
        return "sex"
    offered = [field.label] if field.kind == "radio" else [words(option) for option in field.node.css("option")]
    return "title" if TITLES & {text.lower().rstrip(".") for text in offered} else ""
