"""Say whether an RTF file is whole."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.rtf import RtfReport


def check(rtf: RtfReport) -> Iterator[Verdict]:
    if rtf.open_groups:
        yield Failed("", "cut", count=rtf.open_groups)
    if rtf.extra_ends:
        yield Failed("", "torn")
    if rtf.objects:
        yield CantTell("", "embedded", count=rtf.objects)
    if not rtf.open_groups and not rtf.extra_ends and not rtf.objects:
        yield Passed("", "whole")
