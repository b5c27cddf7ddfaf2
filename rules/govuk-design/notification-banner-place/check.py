"""Count the notification banners of a page and see where they stand."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import contains, is_hidden
from govlint.facts.place import at, words


def check(govuk_page, govuk_classes: dict, main) -> Iterator[Verdict]:
    banners = [node for node in govuk_classes.get("govuk-notification-banner", ()) if not is_hidden(node)]
    if not banners:
        return
    banner, *others = banners
    first, *_ = [*main.css("h1, .govuk-notification-banner"), banner]
    if others:
        yield Failed(at(others[-1]), "several", count=len(banners))
    elif first.tag == "h1" and contains(main, banner):
        yield Failed(at(banner), "below", heading=words(first))
    else:
        yield Passed(at(banner), "above")
