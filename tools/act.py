"""Hold govlint against cases of the W3C's ACT rules: `tools/act.py CORPUS --json OUT`.

For each case: whether a rule that declares the case's ACT rule failed, passed or cannot tell.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

from corpus import Seen, read_manifest, scan

from govlint.model.verdict import FAILED, INAPPLICABLE, worst
from govlint.rulebook.packs import read_rulebook

SOUND = ("passed", "inapplicable")


def main() -> None:
    """Print the figures and, with --json, write each case."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--json", type=Path, dest="out", help="write every case and the totals here")
    parser.add_argument("--rules", nargs="*", default=(), help="only these rules or packs, as for govlint check")
    parser.add_argument("--workers", type=int, default=0)
    asked = parser.parse_args()
    manifest = read_manifest(asked.corpus)
    declared = declaring()
    result, seen = scan(asked.corpus, [case["path"] for case in manifest["cases"]], tuple(asked.rules), asked.workers)
    cases = [judged(case, declared, seen) for case in manifest["cases"]]
    totals = total(cases)
    print_table(cases, totals, manifest["rules"])
    if asked.out:
        document = {"tools": result.tools, "totals": totals, "cases": cases}
        asked.out.write_text(json.dumps(document, indent=1) + "\n", "utf-8")


def declaring() -> dict[str, list[str]]:
    """The rules that declare each ACT rule."""
    found: dict[str, list[str]] = defaultdict(list)
    for rule in read_rulebook().rules.values():
        for act in rule.act:
            found[act].append(rule.id)
    return found


def judged(case: dict, declared: dict[str, list[str]], seen: dict[str, Seen]) -> dict:
    """One case with what each declaring rule said, and the one word for them all."""
    page = seen.get(case["path"])
    said = {rule: page.outcomes.get(rule, INAPPLICABLE) for rule in declared.get(case["rule"], [])} if page else {}
    outcome = worst(list(said.values())) if page else "not visited"
    return {key: case[key] for key in ("id", "rule", "title", "expected", "path")} | {"outcome": outcome, "rules": said}


def total(cases: list[dict]) -> dict:
    """The figures of the whole corpus."""
    failed = [case for case in cases if case["expected"] == FAILED]
    sound = [case for case in cases if case["expected"] in SOUND]
    return {
        "cases": len(cases),
        "failed cases": len(failed),
        "found": sum(case["outcome"] == FAILED for case in failed),
        "found by axe-core's rules alone": sum(_by_axe(case) for case in failed),
        "cannot tell": sum(case["outcome"] == "cantTell" for case in failed),
        "sound cases": len(sound),
        "wrong flags": sum(case["outcome"] == FAILED for case in sound),
        "wrong flags by axe-core's rules alone": sum(_by_axe(case) for case in sound),
        "not visited": sum(case["outcome"] == "not visited" for case in cases),
        "untested": sum("untested" in case["rules"].values() for case in cases),
    }


def print_table(cases: list[dict], totals: dict, rules: dict) -> None:
    """One line an ACT rule with something missed or wrongly flagged, then the totals."""
    by_rule: dict[str, Counter] = defaultdict(Counter)
    for case in cases:
        if case["expected"] == FAILED:
            by_rule[case["rule"]]["failed"] += 1
            by_rule[case["rule"]]["found"] += case["outcome"] == FAILED
            by_rule[case["rule"]]["doubt"] += case["outcome"] == "cantTell"
        else:
            by_rule[case["rule"]]["wrong"] += case["outcome"] == FAILED
    print(f"\n{'rule':8} {'found':>9} {'cannot tell':>11} {'wrong':>5}  name")
    for name, figures in sorted(by_rule.items(), key=lambda item: item[1]["found"] - item[1]["failed"]):
        if figures["found"] < figures["failed"] or figures["wrong"]:
            found = f"{figures['found']}/{figures['failed']}"
            print(f"{name:8} {found:>9} {figures['doubt']:>11} {figures['wrong']:>5}  {rules[name]['name']}")
    for what, number in totals.items():
        print(f"{what}: {number}")


def _by_axe(case: dict) -> bool:
    return any(outcome == FAILED for rule, outcome in case["rules"].items() if rule.startswith("axe/"))


if __name__ == "__main__":
    main()
