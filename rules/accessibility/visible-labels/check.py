"""Look at what gives each field its name."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.controls import Control
from govlint.facts.place import at


def check(controls: tuple[Control, ...]) -> Iterator[Verdict]:
    for control in controls:
        source = named_by(control)
        if source in ("placeholder", "title"):
            yield Failed(at(control.node), source, name=control.name)
        elif source:
            yield Passed(at(control.node), "labelled")


def named_by(control: Control) -> str:
    written = control.written
    for source in ("aria-labelledby", "aria-label"):
        if written.get(source, "").strip():
            return source
    if control.label:
        return "label"
    # A field without any name is axe's matter.
    return next((source for source in ("title", "placeholder") if written.get(source, "").strip()), "")
