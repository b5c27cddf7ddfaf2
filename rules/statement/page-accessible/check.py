"""Look for failures of WCAG on the page of the statement."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from govlint import Each, Failed, Passed, Verdict
from govlint.facts.statement import Statement


def check(statement: Each[Statement], scan_findings: dict[str, Any]) -> Iterator[Verdict]:
    for url, said in statement.items():
        place = replace(said.at, url=url)
        here = [f for f in scan_findings["found"] if f["url"] == url and f["criteria"]]
        failed = {f["rule"]: f["criteria"] for f in here if f["outcome"] == "failed" and f["settled"] == "counts"}
        for rule, criteria in sorted(failed.items()):
            yield Failed(place, "faulty", rule=rule, criteria=", ".join(criteria))
        if scan_findings["tested"] and not failed:
            yield Passed(place, "sound")
