"""Run the cases of the rules whose id begins with one of the given words, and print what differs."""

from __future__ import annotations

import sys

from govlint.rulebook.cases import read_cases
from govlint.rulebook.packs import read_rulebook
from govlint.rulebook.trial import run


def main(beginnings: list[str]) -> int:
    """0 if every case came out as it says."""
    book = read_rulebook()
    count = wrong = 0
    for rule in book.rules.values():
        if not rule.folder or not rule.id.startswith(tuple(beginnings) or ("",)):
            continue
        if not (rule.folder / "cases.yaml").exists():
            continue
        for case in read_cases(rule, book.facts):
            count += 1
            differences = run(case, book.facts)
            wrong += bool(differences)
            for difference in differences:
                print(f"{case.path}:{case.line}: {case.name}: {difference}")
    print(f"{count} cases, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
