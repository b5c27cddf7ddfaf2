"""Walk down the headings of a text; a step may go down one level, and up any number."""

from collections.abc import Iterator
from itertools import pairwise

from govlint import CantTell, Failed, Passed, Place, Verdict
from govlint.facts.odf import OdfReport
from govlint.facts.office_headings import OfficeHeadings
from govlint.facts.ooxml import OoxmlReport

LONG = 1_000  # words; about three pages, from which one looks for a place and does not read on


def check(office_headings: OfficeHeadings, odf: OdfReport | None = None, ooxml: OoxmlReport | None = None) -> Iterator[Verdict]:
    report = odf or ooxml
    levels, words = office_headings.levels, office_headings.words
    skips = [(number, level, to) for number, (level, to) in enumerate(pairwise(levels), 2) if to > level + 1]
    bare = not levels and words > LONG
    if (bare or skips) and report and report.old:
        yield CantTell("", "old", changed=report.changed, fault="no headings" if bare else "a level of headings left out")
    elif bare:
        yield Failed("", "none", words=words)
    elif skips:
        number, level, to = skips[0]
        yield Failed(Place(f"heading {number}"), "skip", number=number, level=level, to=to, right=level + 1)
    elif levels:
        yield Passed("", "in-order", count=len(levels))
