"""Follow each link of the error summary that stays on the page."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.errors import ErrorSummary
from govlint.facts.place import at


def check(error_summary: ErrorSummary, nodes_by_id: dict) -> Iterator[Verdict]:
    for link in error_summary.links:
        if link.target is None:
            continue
        if not link.target:
            yield Failed(at(link.node), "nowhere", text=link.text)
        elif link.target not in nodes_by_id:
            yield Failed(at(link.node), "no-target", text=link.text, target=link.target)
        else:
            yield Passed(at(link.node), "leads", text=link.text)
