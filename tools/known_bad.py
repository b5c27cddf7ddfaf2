"""Break every visible example of GOV.UK Frontend in one place after another, and count what the rules notice.

    python tools/known_bad.py [--check] [--missed] [COMPONENT...]

Judges each mutant of `tools/mutations.py` as a page with the rules of the govuk-design pack; one that brings a finding which the
example as published does not have is caught. Writes docs/known-bad.md; with --check only says whether it is as it would be
written and at least 80% are caught. `--missed` lists the mutants that nobody notices. With components named, nothing is written.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from derive_components import fixtures_of, release  # noqa: E402
from known_good import Example, _judge, is_blocking, page_rules  # noqa: E402
from mutations import Looks, Mutant, looks_of, mutants  # noqa: E402
from vendor import ROOT  # noqa: E402

from govlint.rulebook.packs import Rulebook, read_rulebook  # noqa: E402
from govlint.rulebook.rule import Rule  # noqa: E402

RELEASE = "6.6.0"
WRITTEN = ROOT / "docs/known-bad.md"
TARGET = 80
WORST = 12
KINDS = ("class dropped", "tag changed", "attribute dropped", "attribute changed", "element deleted")
PAGE = """# What the design rules notice

Every visible example of GOV.UK Frontend {release}, {examples} of them, broken in one place after another: {mutants} pages, each with one
fault, judged by the {rules} rules of the govuk-design pack that look at one page. A fault is caught where it brings a finding, of
whatever severity, that the example as published does not have. The last column counts the faults that bring a finding of
severity serious or above. That a label or a description names an id which is not there is told by `accessibility/dangling-references`
for every page, and not counted here. This page is written by `make known-bad`.

Caught: **{caught}** ({blocking} by a finding of severity serious or above).

## By kind of fault

{kinds}

The commonest attributes by themselves:

{attributes}

## By component

{components}

## What is missed most

{missed}

## What is not counted as a fault

{as_good}
"""


@dataclass(frozen=True, slots=True)
class Broken:
    """A mutant of an example, and what is found in it that was not there: the ids of rules, and whether one of them blocks."""

    example: Example
    mutant: Mutant
    rules: frozenset[str]
    blocking: bool

    @property
    def caught(self) -> bool:
        return bool(self.rules)


def samples(folder: Path) -> tuple[list[tuple[Example, object]], Looks]:
    """The visible examples of a release, each with the options that made it, and how their elements look."""
    found = [
        (Example(RELEASE, component, fixture["name"], fixture["html"]), fixture.get("options"))
        for component, fixtures in fixtures_of(folder).items()
        for fixture in fixtures
        if not fixture.get("hidden")
    ]
    return found, looks_of(example.html for example, _ in found)


def all_mutants(found: Iterable[tuple[Example, object]], looks: Looks) -> Iterator[tuple[Example, Mutant]]:
    """Each mutant with its example, in an order that is always the same."""
    for example, options in found:
        yield from ((example, mutant) for mutant in mutants(example.html, options, looks))


def sampled(found: list[tuple[Example, object]], looks: Looks, count: int, seed: int) -> list[tuple[Example, Mutant]]:
    """So many mutants of some examples, chosen by the seed: of each example drawn, ten."""
    chance = random.Random(seed)
    chosen: list[tuple[Example, Mutant]] = []
    for example, options in chance.sample(found, len(found)):
        many = list(mutants(example.html, options, looks))
        chosen += [(example, mutant) for mutant in chance.sample(many, min(10, len(many)))]
        if len(chosen) >= count:
            break
    return chosen


def judged(book: Rulebook, rules: list[Rule], pairs: Iterable[tuple[Example, Mutant]]) -> Iterator[Broken]:
    """What the rules find in each mutant that they do not find in the example."""
    published: tuple[Example, Counter] | None = None
    for example, mutant in pairs:
        if published is None or published[0] is not example:
            published = example, _findings(book, rules, example)
        new = _findings(book, rules, replace(example, html=mutant.html)) - published[1]
        yield Broken(example, mutant, frozenset(name for name, _ in new), any(is_blocking(book.rules[name]) for name, _ in new))


def _findings(book: Rulebook, rules: list[Rule], example: Example) -> Counter:
    return Counter((found.rule.id, found.text) for found in _judge(book, rules, example, told=True))


def share(some: Iterable[Broken]) -> str:
    """How many of these are caught, as the cells of a table: number, share, share by a blocking finding."""
    those = list(some)
    caught, blocking = sum(b.caught for b in those), sum(b.blocking for b in those)
    return f"{len(those)} | {percent(caught, len(those))} | {percent(blocking, len(those))}"


def percent(part: int, whole: int) -> str:
    """A share with one decimal."""
    return f"{100 * part / whole:.1f}%" if whole else "-"


def table(heading: str, rows: Iterable[tuple[str, list[Broken]]]) -> str:
    """Rows of a table in Markdown."""
    lines = [f"| {heading} | faults | caught | serious or above |", "|---|---:|---:|---:|"]
    return "\n".join(lines + [f"| {name} | {share(those)} |" for name, those in rows])


def report(broken: list[Broken], rules: int) -> str:
    """The page of the manual."""
    attributes = Counter(b.mutant.done for b in broken if b.mutant.kind.startswith("attribute"))
    components = sorted({b.example.component for b in broken})
    missed = Counter((b.mutant.kind, b.mutant.done, b.mutant.part) for b in broken if not b.caught)
    as_good = (sys.modules["mutations"].__doc__ or "").split("\n\n", 1)[1].strip()
    return PAGE.format(
        release=RELEASE, rules=rules, mutants=len(broken), examples=len({(b.example.component, b.example.name) for b in broken}),
        caught=percent(sum(b.caught for b in broken), len(broken)), blocking=percent(sum(b.blocking for b in broken), len(broken)),
        kinds=table("kind", [(kind, [b for b in broken if b.mutant.kind == kind]) for kind in KINDS]),
        attributes=table("attribute", [
            (f"`{name}`", [b for b in broken if b.mutant.kind.startswith("attribute") and b.mutant.done == name])
            for name, _ in attributes.most_common(WORST)
        ]),
        components=table("component", [(name, [b for b in broken if b.example.component == name]) for name in components]),
        missed="| what | where | faults |\n|---|---|---:|\n" + "\n".join(
            f"| {kind}: `{done}` | `{part}` | {count} |" for (kind, done, part), count in missed.most_common(WORST)
        ),
        as_good=as_good,
    )  # fmt: skip


def main(arguments: list[str]) -> int:
    """Prints the shares and writes the page; 1 if less than the target is caught, or the page is not as it would be written."""
    wanted = {a for a in arguments if not a.startswith("--")}
    book = read_rulebook()
    rules = page_rules(book)
    found, looks = samples(release(RELEASE))
    broken = list(judged(book, rules, all_mutants([f for f in found if not wanted or f[0].component in wanted], looks)))
    text = report(broken, len(rules))
    if "--missed" in arguments:
        for b in broken:
            if not b.caught:
                print(f"{b.example.component} “{b.example.name}”: {b.mutant.kind}: {b.mutant.done} of {b.mutant.part}")
    caught = sum(b.caught for b in broken)
    for kind in KINDS:
        print(f"{kind}: {share(b for b in broken if b.mutant.kind == kind)}")
    print(f"caught {percent(caught, len(broken))} of {len(broken)}; wanted {TARGET}%")
    if wanted:
        return 0
    stale = not WRITTEN.exists() or WRITTEN.read_text("utf-8") != text
    if "--check" in arguments and stale:
        print(f"{WRITTEN.name} is not as it would be written; run this without --check")
    elif stale:
        WRITTEN.write_text(text, "utf-8")
    return 1 if 100 * caught < TARGET * len(broken) or (stale and "--check" in arguments) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
