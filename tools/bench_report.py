"""The page docs/benchmarks.md: what was measured, in tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tools.bench_record import Record
from tools.bench_rows import Row
from tools.bench_targets import FLAT_ROW, MOST_COMPARED, checks, compared, sizes

CPU_ROW, WALL_ROW = "govlint-axe", "govlint-axe-2"
FULL_SIZES, FULL_RUNS = {40, 400, 4000}, 3
MEGABYTE = 1_000_000
CPU_PEER, PAGE_PROCESS = "naive", "chromium renderer"
EXPLAINED = {
    "govlint-axe": "govlint's axe pack spends {inside:.0f} there ({share:.2f} of the loop), where less is compiled that is thrown away with the page, and {rest:.0f} in all other processes.",
    "govlint-fast": "The fast lane, on which axe-core stays started and compiled, spends {inside:.0f} there ({share:.2f} of the loop): most of its work is asking the browser for"
    " styles and boxes, which no compiling makes faster.",
    "govlint-all": "All packs show a page twice, change its size and press Tab through it, which no other tool here does: {inside:.0f} there ({share:.2f} of the loop), and {rest:.0f} in all other processes.",
    "govlint-axe-again": "A repeated scan shows each page and asks axe-core of none: {inside:.0f} there, and {rest:.0f} in all other processes. That is what a page costs to be shown.",
}
HEAD = """# Benchmarks

Written by `make bench`; not to be edited. govlint and other tools that run axe-core look at the same pages, one tool after the other, round by
round. The pages are made by `tools/bench_corpus.py` (seed {seed}): like those of a GOV.UK service, 100 to 1,500 elements, with GOV.UK Frontend's style sheet and
script, and some with known faults. They are served on loopback by a process that is not counted.

{size}

* **Wall** is the clock from start to end of the command, browser start included. **CPU** is user and system time of the whole process tree, browsers that lost
  their parents included (`tools/bench_tree.py` adopts them, and the kernel counts). **Memory** is the largest sum of proportional set sizes (PSS) of the
  tree, looked at each second. **Parent** is the peak resident memory of the command's own process. Figures are medians over the runs.
* All use Debian's Chromium, axe-core {axe} and the same rules (tags {tags}), in a window of 1280 by 1024. pa11y has no word for the tag
  `wcag22aa`; its rule (`target-size`) is switched on by name. @axe-core/cli cannot be told the size of a window: its page is 56 pixels less high.
* **Findings** are places that break a rule of axe-core; govlint's known issues count too, what its other packs find does not. **Lost** are pages without a
  result: they are cheap, so a tool that loses some looks faster than it is.
* **×CPU** is against govlint's axe pack with one worker, **×wall** against its axe pack with two: 2 means twice as much as govlint.
"""


def page(record: Record, rows: Sequence[Row], left_out: Mapping[str, str], tags: Sequence[str]) -> str:
    """The page as Markdown."""
    facts = record.facts
    parts = [HEAD.format(seed=facts["seed"], size=_size(record, rows), axe=facts["versions"]["axe-core"], tags=", ".join(tags))]
    parts += ["## Machine and versions\n", *_machine(facts)]
    for pages in compared(record):
        parts += [f"\n## {pages} pages\n", *_table(record, rows, pages), "", *_differences(record, rows, pages)]
    if left_out:
        parts += ["\n## Left out\n", *(f"* {title}: {reason}." for title, reason in left_out.items())]
    parts += ["\n## Where the CPU goes\n", *_profile(record, rows), "\n## Flat\n", *_flat(record), "\n## Targets\n", *_targets(record), *_floor(record)]
    return "\n".join(parts) + "\n"


def _size(record: Record, rows: Sequence[Row]) -> str:
    """What was run how often; a full run has every row at each size at which the tools are compared."""
    told, full = [], {one.pages for one in record.all} >= FULL_SIZES
    for pages in sorted({one.pages for one in record.all}):
        runs = [len(record.of(row.key, pages)) for row in rows if record.of(row.key, pages)]
        times = f"{min(runs, default=0)} to {max(runs, default=0)}" if len(set(runs)) > 1 else str(max(runs, default=0))
        told.append(f"{pages:,} pages: {len(runs)} of {len(rows)} rows, {times} run{'' if times == '1' else 's'}")
        full = full and (pages > MOST_COMPARED or len(runs) == len(rows) and min(runs) >= FULL_RUNS)
    text = "; ".join(told)
    if full:
        return f"This is a full run ({text})."
    return f"**This is a short run ({text}); a full one has 40, 400 and 4,000 pages and three runs of each row.** Read it with care: one run may be a bad one, and the start weighs more the fewer the pages."


def _machine(facts: Mapping[str, object]) -> Iterator[str]:
    machine, versions = facts["machine"], facts["versions"]
    yield f"{machine['cores']} cores ({machine['processor']}), {machine['memory']} GB of memory, {machine['system']}.\n"
    yield ", ".join(f"{name} {number}" for name, number in versions.items()) + "."


def _table(record: Record, rows: Sequence[Row], pages: int) -> Iterator[str]:
    cpu, wall = record.median(CPU_ROW, pages, "cpu"), record.median(WALL_ROW, pages, "wall")
    yield "| | at a time | wall, s | CPU, s a page | ×CPU | ×wall | memory, MB | parent, MB | findings | lost | runs |"
    yield "|---|---|---|---|---|---|---|---|---|---|---|"
    for row in rows:
        runs = record.of(row.key, pages)
        if not runs:
            problem = next((one.problem for one in record.all if (one.row, one.pages) == (row.key, pages)), "")
            if problem:
                yield f"| {row.title} | {row.workers} | {problem} | | | | | | | | |"
            continue
        took = {name: record.median(row.key, pages, name) or 0.0 for name in ("wall", "cpu", "memory", "parent_memory")}
        cells = (
            row.title, row.workers, f"{took['wall']:.1f}", f"{took['cpu'] / pages:.3f}", _times(took["cpu"], cpu), _times(took["wall"], wall),
            f"{took['memory'] / MEGABYTE:.0f}", f"{took['parent_memory'] / MEGABYTE:.0f}", _span(one.findings for one in runs),
            _span(one.lost for one in runs), len(runs),
        )  # fmt: skip
        yield f"| {' | '.join(map(str, cells))} |"


def _differences(record: Record, rows: Sequence[Row], pages: int) -> Iterator[str]:
    """Who found something else than the naive loop, and by which rules; why pages were lost."""
    equal, told, lost = [], [], []
    for row in rows:
        why = sorted({reason for one in record.of(row.key, pages) for reason in one.why})
        lost += [f"* {row.title}, {row.workers} at a time: {'; '.join(why)}"] if why else []
        runs = [one for one in record.of(row.key, pages) if one.differs is not None]
        if not runs or row.key == "naive":
            continue
        differs = {(rule, places > 0): (places, where) for one in runs for rule, places, where in one.differs or ()}
        label = f"{row.title}, {row.workers} at a time"
        if not differs:
            equal.append(label)
            continue
        parts = [f"`{rule}` {places:+d} place{'s' if abs(places) != 1 else ''} on {where} page{'s' if where != 1 else ''}" for (rule, _), (places, where) in differs.items()]
        told.append(f"* {label}: {'; '.join(parts)}.")
    if equal:
        yield f"On the pages that were not lost, the same findings as the naive loop's: {'; '.join(equal)}."
    if told:
        yield "\nOther findings than the naive loop's, on pages that both judged:\n"
        yield from told
    if lost:
        yield "\nWhy pages were lost, as the tools tell it:\n"
        yield from lost


def _profile(record: Record, rows: Sequence[Row]) -> Iterator[str]:
    """CPU a page by kind of process."""
    pages = max(compared(record), default=1)
    yield f"CPU of each kind of process in ms a page, at {pages} pages, as seen from /proc ten times a second (the last moments of a process are not seen).\n"
    yield from profile(record, rows, pages)


def profile(record: Record, rows: Sequence[Row], pages: int) -> Iterator[str]:
    """The table of CPU by kind of process, the first run of each row."""
    told = [(row, runs[0].cost) for row in rows if (runs := record.of(row.key, pages))]
    sums: dict[str, float] = {}
    for _, cost in told:
        for kind, seconds in cost.by_kind.items():
            sums[kind] = max(sums.get(kind, 0.0), seconds)
    kinds = [kind for kind, seconds in sorted(sums.items(), key=lambda pair: -pair[1]) if seconds * 1000 / pages >= 1]
    yield f"| | at a time | all | {' | '.join(kinds)} | others |"
    yield "|---" * (len(kinds) + 4) + "|"
    for row, cost in told:
        seen = [cost.by_kind.get(kind, 0.0) for kind in kinds]
        cells = [f"{seconds * 1000 / pages:.0f}" for seconds in (cost.cpu, *seen, max(0.0, cost.cpu - sum(seen)))]
        yield f"| {row.title} | {row.workers} | {' | '.join(cells)} |"


def _flat(record: Record) -> Iterator[str]:
    """What a page costs when there are more of them, and what the next page costs when the start is left out."""
    yield "govlint's axe pack, two workers. The next page: what each further page cost since the size before, without the start.\n"
    yield "| pages | CPU, s a page | the next page, s | wall, s a page | parent, MB | lost | runs |"
    yield "|---|---|---|---|---|---|---|"
    before: tuple[int, float] | None = None
    for pages in sizes(record):
        cpu, wall, parent = (record.median(FLAT_ROW, pages, name) or 0.0 for name in ("cpu", "wall", "parent_memory"))
        following = f"{(cpu - before[1]) / (pages - before[0]):.3f}" if before else ""
        runs = record.of(FLAT_ROW, pages)
        yield f"| {pages:,} | {cpu / pages:.3f} | {following} | {wall / pages:.3f} | {parent / MEGABYTE:.0f} | {_span(one.lost for one in runs)} | {len(runs)} |"
        before = pages, cpu


def _targets(record: Record) -> Iterator[str]:
    yield "| target | pages | at most | is | |"
    yield "|---|---|---|---|---|"
    for check in checks(record):
        value = "" if check.value is None else f"{check.value:.2f}"
        yield f"| {check.what} | {check.pages or ''} | {check.limit:.2f} | {value} | {check.said} |"


def _floor(record: Record) -> Iterator[str]:
    """Why the ratios cannot fall much further: what of them is spent in the page's own process."""
    for pages in compared(record):
        inside, whole = (_milliseconds(record, kinds, pages) for kinds in ((PAGE_PROCESS,), ()))
        if CPU_PEER not in whole:
            continue
        yield (
            f"\nAt {pages} pages {inside[CPU_PEER]:.0f} of the naive loop's {whole[CPU_PEER]:.0f} ms a page are spent in the page's own process, where the page is drawn and axe-core"
            f" runs: {inside[CPU_PEER] / whole[CPU_PEER]:.2f} of it."
        )
        for key, told in EXPLAINED.items():
            if key in whole:
                yield f" {told.format(inside=inside[key], rest=whole[key] - inside[key], share=inside[key] / whole[CPU_PEER])}"
        yield ""


def _milliseconds(record: Record, kinds: Sequence[str], pages: int) -> dict[str, float]:
    """CPU a page by row, in the processes of these kinds or in all, from the first run of each."""
    first = {one.row: one.cost for one in reversed(record.all) if one.pages == pages and not one.problem}
    return {key: 1000 / pages * (sum(cost.by_kind.get(kind, 0.0) for kind in kinds) if kinds else cost.cpu) for key, cost in first.items()}


def _times(value: float, base: float | None) -> str:
    return f"{value / base:.2f}" if base else ""


def _span(values: Iterator[int]) -> str:
    """One number, or the least and the most where the runs differ."""
    found = sorted(set(values))
    return f"{found[0]}" if len(found) == 1 else f"{found[0]} to {found[-1]}"
