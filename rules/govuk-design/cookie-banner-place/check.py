"""See what comes before the cookie banner."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import in_order, inside
from govlint.facts.place import at

AFTER = {".govuk-skip-link": "after-skip-link", "header, .govuk-header": "after-header"}


def check(dom, govuk_classes: dict) -> Iterator[Verdict]:
    for banner in govuk_classes.get("govuk-cookie-banner", ()):
        landmark = inside(banner, "header", "main", "footer", "nav")
        if landmark is not None:
            yield Failed(at(banner), "inside", tag=landmark.tag)
            continue
        late = next((key for css, key in AFTER.items() if comes_after(dom, banner, css)), "")
        yield Failed(at(banner), late) if late else Passed(at(banner), "first")


def comes_after(dom, node, css: str) -> bool:
    """Whether an element comes after the first one that a selector finds."""
    order = in_order(dom, f"{css}, .govuk-cookie-banner")
    first = dom.css_first(css)
    return first is not None and order[node.mem_id] > order[first.mem_id]
