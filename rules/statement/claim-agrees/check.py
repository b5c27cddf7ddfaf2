"""Hold a claim of full compliance against the failures of this scan; a smaller claim is refuted by none."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from govlint import CantTell, Each, Failed, Passed, Verdict
from govlint.facts.statement import Statement


def check(statement: Each[Statement], scan_findings: dict[str, Any]) -> Iterator[Verdict]:
    failed = [f for f in scan_findings["found"] if f["outcome"] == "failed" and f["criteria"]]
    counting = named(f for f in failed if f["settled"] == "counts")
    # Below the threshold, waived, or of an earlier scan: there, and perhaps no failure of WCAG.
    lesser = named(f for f in failed if f["settled"] != "known")
    gaps = any(f["outcome"] == "untested" for f in scan_findings["found"])
    for url, said in statement.items():
        place = replace(said.at, url=url)
        if said.status != "fully" or not scan_findings["tested"]:
            continue
        if counting:
            yield Failed(place, "refuted", count=len(counting), rules=", ".join(counting))
        elif lesser:
            yield CantTell(place, "doubtful", rules=", ".join(lesser))
        elif gaps:
            yield CantTell(place, "untested")
        else:
            yield Passed(place, "agrees")


def named(findings: Iterator[dict[str, Any]]) -> list[str]:
    return sorted({f"{f['rule']} ({', '.join(f['criteria'])})" for f in findings})
