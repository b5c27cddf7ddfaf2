"""Look in tables without headers for what belongs to a layout: other tables, forms, headings, navigation."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.place import at, attributes
from govlint.facts.tables import Table

LAYOUT = {
    "another table": "table",
    "a form": "form",
    "headings": "h1, h2, h3, h4, h5, h6",
    "navigation": "nav, [role=navigation]",
    "several fields": "input:not([type=hidden i]):not([type=checkbox i]):not([type=radio i]), select, textarea",
}


def check(tables: tuple[Table, ...], exposure: Exposure) -> Iterator[Verdict]:
    for table in tables:
        if table.node.tag != "table":
            continue
        held = holds_layout(table, exposure)
        if held and not is_marked_as_data(table):
            yield Failed(at(table.node), "layout", found=held)
        else:
            yield Passed(at(table.node), "data")


def is_marked_as_data(table: Table) -> bool:
    written = attributes(table.node)
    described = any(written.get(name) for name in ("aria-label", "aria-labelledby", "summary", "role"))
    marked = table.node.css("th, caption, [scope], [headers], thead")
    return described or bool(marked)


def holds_layout(table: Table, exposure: Exposure) -> str:
    for what, css in LAYOUT.items():
        found = [n for n in table.node.css(css) if n.mem_id != table.node.mem_id and exposure.exposed(n)]
        if len(found) >= (2 if what == "several fields" else 1):
            return what
    return ""
