"""Look for the criteria of what this scan found in the words of a statement that lists problems."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from govlint import Each, Failed, Passed, Verdict
from govlint.facts.statement import CRITERION, Statement


def check(statement: Each[Statement], scan_findings: dict[str, Any]) -> Iterator[Verdict]:
    pages: dict[str, set[str]] = {}
    criteria: dict[str, list[str]] = {}
    for found in scan_findings["found"]:
        if found["outcome"] == "failed" and found["settled"] == "counts" and found["criteria"]:
            pages.setdefault(found["rule"], set()).add(found["url"])
            criteria[found["rule"]] = found["criteria"]
    for url, said in statement.items():
        if said.status not in ("partially", "not"):
            continue
        listed = set(re.findall(CRITERION, said.text))
        for rule in sorted(pages):
            # Of a rule that stands on two criteria, a person lists the one that they met.
            tell, key = (Passed, "listed") if listed.intersection(criteria[rule]) else (Failed, "missing")
            yield tell(replace(said.at, url=url), key, rule=rule, criteria=" or ".join(criteria[rule]), pages=len(pages[rule]))
