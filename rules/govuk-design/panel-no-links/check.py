"""Look for links and buttons in green panels."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.kin import closest
from govlint.facts.place import at, words


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for panel in govuk_classes.get("govuk-panel--confirmation", ()):
        for link in panel.css("a[href], button"):
            if closest(link, "govuk-panel").mem_id == panel.mem_id:
                yield Failed(at(link), "link", text=words(link))
