"""Find questions for title, sex and gender; whether they are needed, only the service knows."""

import re
from collections.abc import Iterator

from govlint import CantTell, Verdict
from govlint.facts.controls import Control, asked
from govlint.facts.place import at, words

SEX = re.compile(r"sex|gender|gender identity|sex or gender")
TITLES = frozenset({"mr", "mrs", "ms", "miss"})
CHOICES = ("radio", "select")


def check(govuk_page, controls: tuple[Control, ...]) -> Iterator[Verdict]:
    told: set[str] = set()
    for control in controls:
        label = control.legend if control.kind == "radio" else control.name
        kind = question(control, label)
        if kind and label not in told:
            told.add(label)
            yield CantTell(at(control.node), kind, label=label)


def question(control: Control, label: str) -> str:
    """`title`, `sex` or nothing."""
    if control.kind not in CHOICES:
        return ""
    if SEX.fullmatch(asked(label)):
        return "sex"
    offered = [control.name] if control.kind == "radio" else [words(option) for option in control.node.css("option")]
    return "title" if TITLES & {text.lower().rstrip(".") for text in offered} else ""
