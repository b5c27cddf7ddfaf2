"""Name what keeps a browser from showing captions."""

from collections.abc import Iterator

from govlint import Failed, Passed, Place, Verdict
from govlint.facts.captions import Captions


def check(captions: Captions) -> Iterator[Verdict]:
    found = list(_faults(captions))
    yield from found or [Passed("", "sound", cues=captions.cues)]


def _faults(captions: Captions) -> Iterator[Verdict]:
    if not captions.marked:
        yield Failed("", "subrip" if captions.subrip else "unmarked")
        return
    if not captions.utf8:
        yield Failed("", "encoding")
    if not captions.words:
        yield Failed("", "empty")
    for fault in captions.faults:
        yield Failed(Place(f"line {fault.line}", fault.line), "timing", line=fault.line, fault=fault.text)
    if captions.late:
        yield Failed(Place(f"line {captions.late}", captions.late), "late", line=captions.late)
