"""Read the phase banner."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import in_main
from govlint.facts.place import at, words


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for banner in govuk_classes.get("govuk-phase-banner", ()):
        tag = banner.css_first(".govuk-tag")
        if tag is None or not words(tag):
            yield Failed(at(banner), "no-phase")
        elif banner.css_first("a[href]") is None:
            yield Failed(at(banner), "no-feedback")
        elif in_main(banner):
            yield Failed(at(banner), "in-main")
        else:
            yield Passed(at(banner), "whole")
