"""Name the first line that is not written as the standard has it."""

from collections.abc import Iterator

from govlint import Failed, Passed, Place, Verdict
from govlint.facts.line_form import LineForm


def check(line_form: LineForm) -> Iterator[Verdict]:
    for key, line in (("line-end", line_form.bare_line), ("long", line_form.long_line)):
        if line:
            yield Failed(Place(f"line {line}", line), key, line=line)
    if not line_form.bare_line and not line_form.long_line:
        yield Passed("", "as-asked", lines=line_form.lines)
