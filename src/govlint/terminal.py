"""What the user sees while a scan runs, and where its reports go."""

from __future__ import annotations

import difflib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from .config import BadConfig
from .model.finding import Scan
from .report import Reporter
from .report.as_text import render
from .report.clean import clean
from .scan.run import Progress as Heard

TEXT = "text"
WIDEST = 100
ROOM = 65_536  # bytes of a report that are held in memory before the rest goes to a file


@dataclass(frozen=True, slots=True)
class Output:
    """One report: its format and its file, None for the standard output."""

    name: str
    reporter: Reporter
    file: Path | None


def outputs(wanted: tuple[str, ...], known: Mapping[str, Reporter]) -> list[Output]:
    """The reports that `NAME[=FILE]` ask for; raises BadConfig for a format that is not there."""
    found = []
    for text in wanted:
        name, _, file = text.partition("=")
        if name not in known:
            close = difflib.get_close_matches(name, list(known), n=1)
            hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(sorted(known))}."
            raise BadConfig(f"unknown report format “{name}”; {hint}")
        path = Path(file) if file else None
        if path and not path.parent.is_dir():
            raise BadConfig(f"the report cannot be written to {path}: there is no folder {path.parent}.")
        found.append(Output(name, known[name], path))
    if sum(output.file is None for output in found) > 1:
        raise BadConfig("only one report can go to the standard output; give the others a file, as json=report.json.")
    return found


def write(output: Output, scan: Scan, verbose: bool) -> None:
    """Write one report to its file or to the standard output."""
    if output.file is None and output.name == TEXT:
        console = Console()
        colour = console.is_terminal and "NO_COLOR" not in os.environ
        sys.stdout.write(render(scan, colour=colour, width=min(console.width, WIDEST), verbose=verbose))
        return
    with tempfile.SpooledTemporaryFile(max_size=ROOM) as whole:  # a report that fails half way leaves the one before as it was
        told = output.reporter(scan)
        for piece in [told] if isinstance(told, bytes) else told:
            whole.write(piece)  # not writelines, which holds all of it in memory until the last line is written
        whole.seek(0)
        if output.file is None:
            shutil.copyfileobj(whole, sys.stdout.buffer)
            sys.stdout.flush()
            return
        try:
            # A job summary is appended to by every step; no other report shares its file.
            with output.file.open("ab" if str(output.file) == os.environ.get("GITHUB_STEP_SUMMARY") else "wb") as file:
                shutil.copyfileobj(whole, file)
        except OSError as error:
            raise BadConfig(f"the report cannot be written to {output.file}: {error.strerror}.") from None


@dataclass(frozen=True, slots=True)
class Shown:
    """Where a scan tells how far it is: `hear` takes (addresses done, known, the last one), `say` a sentence."""

    hear: Heard
    say: Callable[[str], None]


@contextmanager
def progress(quiet: bool) -> Iterator[Shown]:
    """A bar and sentences on a terminal, sentences alone where the output is no terminal."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield Shown(lambda done, known, url: None, lambda text: None if quiet else print(text, file=sys.stderr, flush=True))
        return
    columns = (SpinnerColumn(), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def hear(done: int, known: int, url: str) -> None:
            room = max(console.width - 60, 20)
            bar.update(task, completed=done, total=known, description=clean(url)[-room:].replace("[", r"\["))

        yield Shown(hear, lambda text: console.print(text, markup=False, highlight=False))
