"""Say of which kind a file is."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.ooxml import OoxmlReport


def check(ooxml: OoxmlReport) -> Iterator[Verdict]:
    kind = "strict" if ooxml.strict else "transitional"
    if ooxml.mixed:
        yield Failed("", "mixed", kind=kind, part=ooxml.mixed)
    elif not ooxml.broken:
        yield Passed("", kind)
