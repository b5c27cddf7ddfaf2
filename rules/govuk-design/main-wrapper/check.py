"""Look at what is around and in the main element."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import closest
from govlint.facts.place import at


def check(govuk_page, dom) -> Iterator[Verdict]:
    main = dom.css_first("main, [role=main]")
    if main is None:
        return
    if not wraps(main, "govuk-main-wrapper"):
        yield Failed(at(main), "no-wrapper")
    elif not wraps(main, "govuk-width-container"):
        yield Failed(at(main), "no-container")
    else:
        yield Passed("html", "wrapped")


def wraps(main, name: str) -> bool:
    """Whether a class is on the main element, around it or inside."""
    return closest(main, name) is not None or main.css_first("." + name) is not None
