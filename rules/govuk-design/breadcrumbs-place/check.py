"""See on which side of the main element the breadcrumbs are."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import in_main, in_order, is_hidden
from govlint.facts.place import at

MAIN = "main, [role=main]"


def check(dom) -> Iterator[Verdict]:
    main = dom.css_first(MAIN)
    if main is None:
        return
    order = in_order(dom, f"{MAIN}, .govuk-breadcrumbs")
    for crumbs in dom.css(".govuk-breadcrumbs"):
        if is_hidden(crumbs):
            continue
        if in_main(crumbs):
            yield Failed(at(crumbs), "in-main")
        elif order[crumbs.mem_id] > order[main.mem_id]:
            yield Failed(at(crumbs), "after-main")
        else:
            yield Passed(at(crumbs), "before-main")
