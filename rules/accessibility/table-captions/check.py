"""Look for the accessible name of tables with header cells."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.names import Names
from govlint.facts.place import at
from govlint.facts.surroundings import HEADINGS, before
from govlint.facts.tables import Table


def check(tables: tuple[Table, ...], names: Names) -> Iterator[Verdict]:
    for table in tables:
        if not table.headers or table.rows < 2:
            continue
        earlier = before(table.node)
        headed = earlier is not None and earlier.tag in HEADINGS
        if names.of(table.node) or headed:
            yield Passed(at(table.node), "named")
        else:
            yield Failed(at(table.node), "none")
