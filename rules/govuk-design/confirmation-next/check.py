"""See whether anything is written around the confirmation panel."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, words

# A sentence, or a heading with a few words under it.
ENOUGH = 40


def check(govuk_page, govuk_classes: dict, main) -> Iterator[Verdict]:
    panels = govuk_classes.get("govuk-panel--confirmation", ())
    if not panels:
        return
    around = len(words(main)) - sum(len(words(panel)) for panel in panels)
    if around < ENOUGH:
        yield Failed(at(panels[0]), "nothing")
    else:
        yield Passed(at(panels[0]), "said")
