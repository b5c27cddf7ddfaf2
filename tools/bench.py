"""govlint and other tools that run axe-core, side by side on the same pages: `python -m tools.bench` writes docs/benchmarks.md.

Each run is kept in build/bench/measured.jsonl at once, and the page is written anew after each: a run that is cut goes on
where it stopped, as long as the code and the versions are the same. `make bench` hands over BENCH_PAGES, BENCH_RUNS and BENCH_ONLY.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools import bench_peers, bench_record, bench_report
from tools.bench_findings import Found, differences, of_loop
from tools.bench_loops import TAGS
from tools.bench_record import Measurement
from tools.bench_rows import Row, has_lanes, rows
from tools.bench_sites import Place, Sites
from tools.bench_targets import FLAT_ROW, MOST_COMPARED, checks
from tools.bench_tree import Cost, measure

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "bench"
PAGE = ROOT / "docs" / "benchmarks.md"
START_SECONDS, PAGE_SECONDS = 120, 15  # a run that takes longer is ended and told as a problem
WARM = "warm.txt"
PROFILED = ("naive", "govlint-axe", "govlint-all", "govlint-fast")


def main(arguments: list[str]) -> int:
    """Measure what is not measured yet, and write the page."""
    asked = _arguments(arguments)
    chosen, left_out = _available([row for row in rows() if not asked.only or row.key in asked.only])
    record = bench_record.open_record(asked.record, bench_record.facts(bench_peers.versions()), asked.fresh)
    todo = [run for run in _order(chosen, asked.pages, asked.runs) if not record.has(run[0].key, run[1], run[2])]
    print(f"{len(todo)} runs to make, {len(record.all)} made before.", flush=True)
    by_key = {row.key: row for row in rows()}
    with Sites(asked.work) as sites:
        for number, (row, pages, turn) in enumerate(todo, 1):
            print(f"{number}/{len(todo)}  {row.key}, {pages} pages, run {turn} …", end=" ", flush=True)
            one = _run(row, pages, turn, sites, by_key.get(row.after))
            record.add(one)
            print(one.problem or f"{one.cost.wall:.1f} s, {one.cost.cpu / pages:.3f} CPU s a page, {one.findings} findings, {one.lost} lost", flush=True)
            if not asked.profile:
                PAGE.write_text(bench_report.page(record, rows(), left_out, TAGS), "utf-8")
    if asked.profile:
        print("\n".join(bench_report.profile(record, chosen, asked.pages[0])))
        return 0
    PAGE.write_text(bench_report.page(record, rows(), left_out, TAGS), "utf-8")
    for check in checks(record):
        print(f"{check.what}{f' ({check.pages} pages)' if check.pages else ''}: {check.said}")
    return 0


def _arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=_numbers, default="40,400,4000", help="Numbers of pages; above 400 only govlint is run, once.")
    parser.add_argument("--runs", type=int, default=3, help="How often each row is run.")
    parser.add_argument("--only", type=_names, default="", help=f"Only these rows: {', '.join(row.key for row in rows())}.")
    parser.add_argument("--fresh", action="store_true", help="Throw away what was measured before.")
    parser.add_argument("--profile", action="store_true", help="Print the CPU by kind of process of a few rows, one run at the first size; nothing is written.")
    asked = parser.parse_args(arguments)
    asked.work, asked.record = WORK / "work", WORK / "measured.jsonl"
    if asked.profile:
        asked.runs, asked.pages, asked.fresh = 1, asked.pages[:1], True
        asked.only, asked.record = asked.only or PROFILED, WORK / "profile.jsonl"
    return asked


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(sorted({int(word) for word in text.replace(",", " ").split()}))


def _names(text: str) -> tuple[str, ...]:
    names, known = tuple(text.replace(",", " ").split()), {row.key for row in rows()}
    if unknown := set(names) - known:
        raise argparse.ArgumentTypeError(f"there is no row {', '.join(sorted(unknown))}; there are {', '.join(sorted(known))}")
    return names


def _available(wanted: list[Row]) -> tuple[list[Row], dict[str, str]]:
    """The rows that can be run here, and why the others cannot."""
    reasons: dict[str, str] = {}
    for need in dict.fromkeys(row.needs for row in wanted if row.needs):
        if need == "lane":
            reasons[need] = "" if has_lanes() else "this govlint has no option --lane"
        else:
            print(f"Bringing the peers ({need}) …", flush=True)
            reasons[need] = bench_peers.install_npm() if need == "npm" else bench_peers.install_python()
    left_out = {f"{row.title}, {row.workers} at a time": reasons[row.needs] for row in wanted if row.needs and reasons[row.needs]}
    return [row for row in wanted if not row.needs or not reasons[row.needs]], left_out


def _order(chosen: list[Row], pages: tuple[int, ...], runs: int) -> Iterator[tuple[Row, int, int]]:
    """Round by round, so that a machine that is slower for a while is so for all; what takes long comes late, the largest once."""
    rounds = [(size, turn) for size in pages if size <= MOST_COMPARED for turn in range(1, runs + 1)]
    for size, turn in sorted(rounds, key=lambda one: one[0] * one[1]):
        yield from ((row, size, turn) for row in chosen)
    for size in pages:
        if size > MOST_COMPARED:
            yield from ((row, size, 1) for row in chosen if row.key == FLAT_ROW)


def _run(row: Row, pages: int, turn: int, sites: Sites, first: Row | None) -> Measurement:
    """One run; a repeated scan goes on with the store that its first one left, which is made here if need be."""
    place = sites.place(pages, row.after or row.key)
    if first is not None and not _is_warm(place):
        shutil.rmtree(place.folder)
        _cost(first, sites.place(pages, first.key))
    if first is None:
        shutil.rmtree(place.folder)
        place = sites.place(pages, row.key)
    cost, limit = _cost(row, place)
    try:
        found = row.found(place)
    except (OSError, ValueError, KeyError) as error:
        why = f"ended after {limit} s" if cost.cut else f"no findings to read ({type(error).__name__}, exit code {cost.code})"
        return Measurement(row.key, pages, turn, cost, 0, pages, problem=why)
    return Measurement(row.key, pages, turn, cost, found.count, pages - len(found.pages), _against_naive(found, sites.place(pages, "naive")), why=found.why)


def _is_warm(place: Place) -> bool:
    """Whether the store there was made from these very addresses: another process served them at another port."""
    mark = place.folder / WARM
    return mark.is_file() and mark.read_text("utf-8") == place.urls[0]


def _cost(row: Row, place: Place) -> tuple[Cost, int]:
    """What the run cost, and the seconds that it was given."""
    limit = START_SECONDS + PAGE_SECONDS * len(place.urls)
    place.out.unlink(missing_ok=True)
    with (place.folder / "said.txt").open("wb") as said:
        cost = measure(row.command(place), limit, bench_peers.environment(), cwd=place.folder, stdout=said, stderr=subprocess.STDOUT)
    (place.folder / WARM).write_text(place.urls[0], "utf-8")
    return cost, limit


def _against_naive(found: Found, naive: Place) -> tuple[tuple[str, int, int], ...] | None:
    """The differences to what the naive loop found last, if it ran at this size."""
    if not naive.out.is_file():
        return None
    return tuple((one.rule, one.places, one.pages) for one in differences(found, of_loop(naive)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
