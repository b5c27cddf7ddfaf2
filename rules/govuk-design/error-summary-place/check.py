"""See where the error summary is, from the main element and from the heading."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.errors import ErrorSummary
from govlint.facts.kin import in_main, in_order
from govlint.facts.place import at, words


def check(dom, error_summary: ErrorSummary) -> Iterator[Verdict]:
    box = error_summary.node
    heading = next((h for h in dom.css("h1") if in_main(h)), None)
    order = in_order(dom, "h1, .govuk-error-summary")
    if dom.css_first("main, [role=main]") is not None and not in_main(box):
        yield Failed(at(box), "outside-main")
    elif heading is not None and order[heading.mem_id] < order[box.mem_id]:
        yield Failed(at(box), "below-heading", heading=words(heading))
    else:
        yield Passed(at(box), "at-top")
