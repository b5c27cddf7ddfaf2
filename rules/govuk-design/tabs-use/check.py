"""Pair tabs with panels."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes, words


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for tabs in govuk_classes.get("govuk-tabs", ()):
        panels = {attributes(p).get("id", ""): p for p in tabs.css(".govuk-tabs__panel")}
        links = [(tab, attributes(tab).get("href", "")) for tab in tabs.css(".govuk-tabs__tab")]
        lost = [(tab, href) for tab, href in links if not href.startswith("#") or href[1:] not in panels]
        for tab, href in lost:
            yield Failed(at(tab), "no-panel", text=words(tab), href=href)
        shut = [(name, panel) for name, panel in panels.items() if "#" + name not in {href for _, href in links}]
        for name, panel in shut:
            yield Failed(at(panel), "no-tab", id=name)
        if links and not lost and not shut:
            yield Passed(at(tabs), "paired")
