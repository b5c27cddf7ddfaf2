"""What was measured so far, kept in a file of one JSON value a line, so that a cut run loses nothing."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from tools import bench_peers
from tools.bench_corpus import SEED
from tools.bench_tree import Cost

ROOT = Path(__file__).resolve().parent.parent
DECIDING = ("src", "rules", *(f"tools/bench_{name}.py" for name in ("corpus", "findings", "loops", "parts", "peers", "rows", "sites", "tree")))


@dataclass(frozen=True, slots=True)
class Measurement:
    """One run of one row over so many pages: its cost, what it found and which pages it lost.

    `differs` is [rule, places, pages] against the naive loop of the same round; None where there was none. `why`
    are the reasons given for lost pages, `problem` why there is no result at all.
    """

    row: str
    pages: int
    round: int
    cost: Cost
    findings: int
    lost: int
    differs: tuple[tuple[str, int, int], ...] | None = None
    problem: str = ""
    why: tuple[str, ...] = ()


@dataclass(slots=True)
class Record:
    """The measurements under the facts that they hold for; other facts begin a new file."""

    file: Path
    facts: Mapping[str, Any]
    all: list[Measurement] = field(default_factory=list)

    def add(self, one: Measurement) -> None:
        """Keep one more, on disk at once."""
        self.all.append(one)
        with self.file.open("a", encoding="utf-8") as opened:
            opened.write(json.dumps(asdict(one)) + "\n")
            opened.flush()
            os.fsync(opened.fileno())

    def has(self, row: str, pages: int, round: int) -> bool:
        """Whether that run was made already and came to its end."""
        return any((one.row, one.pages, one.round) == (row, pages, round) for one in self.all if not one.problem)

    def of(self, row: str, pages: int) -> list[Measurement]:
        """The runs of a row that came to their end."""
        return [one for one in self.all if (one.row, one.pages) == (row, pages) and not one.problem]

    def median(self, row: str, pages: int, value: str) -> float | None:
        """The median over the rounds of one value of the cost, such as `cpu`."""
        values = [getattr(one.cost, value) for one in self.of(row, pages)]
        return median(values) if values else None


def open_record(file: Path, facts: Mapping[str, Any], fresh: bool) -> Record:
    """Go on with the file if it holds for the same facts and was not to be thrown away."""
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [] if fresh or not file.is_file() else file.read_text("utf-8").splitlines()
    if lines and json.loads(lines[0]) == facts:
        return Record(file, facts, [_measurement(json.loads(line)) for line in lines[1:]])
    file.write_text(json.dumps(facts) + "\n", "utf-8")
    return Record(file, facts)


def facts(versions: Mapping[str, str]) -> dict[str, Any]:
    """What the figures depend on: versions, the code, the corpus, the machine (neither its name nor its paths)."""
    return {"versions": dict(versions), "seed": SEED, "code": digest(ROOT), "machine": machine(), "peers": dict(bench_peers.NPM)}


def machine() -> dict[str, Any]:
    """Cores, memory in GB and system of this machine."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    cpus = Path("/proc/cpuinfo")
    model = re.search(r"^model name\s*:\s*(.+)$", cpus.read_text("utf-8", "replace") if cpus.is_file() else "", re.MULTILINE)
    return {
        "cores": len(os.sched_getaffinity(0)), "memory": round(memory / 1e9, 1), "processor": model[1].strip() if model else platform.machine(),
        "system": f"{platform.system()} {platform.machine()}",
    }  # fmt: skip


def digest(root: Path) -> str:
    """A digest of all files that decide what is measured."""
    found = hashlib.sha256()
    for name in DECIDING:
        start = root / name
        for file in sorted(start.rglob("*")) if start.is_dir() else [start]:
            if file.is_file() and "__pycache__" not in file.parts:
                found.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
    return found.hexdigest()[:16]


def _measurement(plain: dict[str, Any]) -> Measurement:
    differs = plain["differs"]
    return Measurement(**plain | {"cost": Cost(**plain["cost"]), "why": tuple(plain.get("why", ())), "differs": None if differs is None else tuple(map(tuple, differs))})
