"""See on which side of the main element the back links are."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import in_main, in_order, is_hidden
from govlint.facts.place import at

MAIN = "main, [role=main]"


def check(dom) -> Iterator[Verdict]:
    main = dom.css_first(MAIN)
    if main is None:
        return
    order = in_order(dom, f"{MAIN}, .govuk-back-link")
    for link in dom.css(".govuk-back-link"):
        if is_hidden(link):
            continue
        if in_main(link):
            yield Failed(at(link), "in-main")
        elif order[link.mem_id] > order[main.mem_id]:
            yield Failed(at(link), "after-main")
        else:
            yield Passed(at(link), "before-main")

