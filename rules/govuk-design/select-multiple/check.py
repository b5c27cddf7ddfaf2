"""Look for selects that take several answers."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.place import at


def check(govuk_classes: dict, dom) -> Iterator[Verdict]:
    for field in dom.css("select[multiple]"):
        yield Failed(at(field), "multiple")
