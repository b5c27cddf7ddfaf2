"""Say what runs in a drawing."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.svg import Svg


def check(svg: Svg) -> Iterator[Verdict]:
    if svg.script:
        yield Failed("", "script", what=svg.script)
    else:
        yield Passed("", "plain")
