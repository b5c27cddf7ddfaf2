"""Where some pages of a site link to the statement, look for those that do not."""

from collections.abc import Iterator

from govlint import Each, Failed, Passed, Place, Verdict
from govlint.facts.statement import StatementLinks


def check(statement_links: Each[StatementLinks]) -> Iterator[Verdict]:
    if not any(seen.links for seen in statement_links.values()):
        return
    for url, seen in statement_links.items():
        linked = seen.is_one or seen.links
        yield Passed(Place(url=url), "linked") if linked else Failed(Place(url=url), "missing")
