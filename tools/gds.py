"""Hold govlint against the barriers of the GDS accessibility tool audit: `tools/gds.py CORPUS --json OUT`.

For each barrier: the rules that fail on its page and not on its baseline page.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from corpus import Seen, read_manifest, scan

from govlint.model.verdict import CANT_TELL, FAILED


def main() -> None:
    """Print one line a barrier and the totals and, with --json, write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--json", type=Path, dest="out", help="write every barrier and the totals here")
    parser.add_argument("--rules", nargs="*", default=(), help="only these rules or packs, as for govlint check")
    parser.add_argument("--workers", type=int, default=0)
    asked = parser.parse_args()
    cases = read_manifest(asked.corpus)["cases"]
    paths = list(dict.fromkeys(path for case in cases for path in (case["path"], case["baseline"])))
    result, seen = scan(asked.corpus, paths, tuple(asked.rules), asked.workers)
    barriers = [judged(case, seen) for case in cases]
    totals = {
        "barriers": len(barriers),
        "found": sum(bool(b["failed"]) for b in barriers),
        "found by axe-core's rules alone": sum(any(r.startswith("axe/") for r in b["failed"]) for b in barriers),
        "only cannot tell": sum(bool(b["cantTell"]) and not b["failed"] for b in barriers),
        "not visited": sum(not b["visited"] for b in barriers),
    }
    print()
    for barrier in barriers:
        word = "found" if barrier["failed"] else "doubt" if barrier["cantTell"] else "-"
        print(f"{word:5}  {barrier['id']}: {', '.join(barrier['failed'] or barrier['cantTell'])}")
    for what, number in totals.items():
        print(f"{what}: {number}")
    if asked.out:
        document = {"tools": result.tools, "totals": totals, "cases": barriers}
        asked.out.write_text(json.dumps(document, indent=1) + "\n", "utf-8")


def judged(case: dict, seen: dict[str, Seen]) -> dict:
    """One barrier with the rules that speak of it and not of the baseline."""
    page, baseline = seen.get(case["path"]), seen.get(case["baseline"])
    said = {"id": case["id"], "name": case["name"], "category": case["category"], "visited": page is not None}
    for outcome in (FAILED, CANT_TELL):
        here = {rule for rule, word in page.outcomes.items() if word == outcome} if page else set()
        there = {rule for rule, word in baseline.outcomes.items() if word == outcome} if baseline else set()
        said[outcome] = sorted(here - there)
    return said


if __name__ == "__main__":
    main()
