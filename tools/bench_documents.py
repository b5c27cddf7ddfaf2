"""How fast linked PDFs are judged: `tools/bench_documents.py` makes 2,000 of them, judges them, and opens them with pikepdf alone.

Writes docs/benchmarks-documents.md. The PDFs are made from a seed into build/, about 20 kB each, no two alike.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from govlint.capture.folder import FolderServer

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tools.bench_parts import words  # noqa: E402
from tools.bench_tree import Cost, measure  # noqa: E402
from tools.pdf_parts import element, untagged  # noqa: E402

SEED = 2026
COUNT = 2_000
PAGES, LINES = 3, 66  # of one PDF; about 20 kB in all
ON_A_PAGE = 100  # links on one page of the site
TARGET = 60.0  # seconds for 2,000 on two cores
LIMIT = 1_800.0
PEER_CODE = "import sys; sys.path.insert(0, sys.argv[1]); from tools.bench_documents import open_all; open_all(sys.argv[2])"


@dataclass(frozen=True, slots=True)
class Row:
    """What one way cost. `files` is how many it got through, `said` what it found."""

    name: str
    cost: Cost
    files: int
    said: str


def made(number: int) -> bytes:
    """The PDF of that number: three pages of words, every second one with tags."""
    random = Random(f"{SEED} {number}")
    pdf = Pdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    top = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree, K=Array()))
    tree.K = top
    for _ in range(PAGES):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.Resources = Dictionary(Font=Dictionary(F1=font))
        drawn = []
        for line in range(LINES):
            role = Name.H1 if line == 0 else Name.P
            element(pdf, top, role, page=page.obj, content=line)
            text = f"{words(random, 9, 14)} {random.getrandbits(168):x}"
            drawn.append(f"/{str(role)[1:]} <</MCID {line}>> BDC BT /F1 9 Tf 48 {800 - 11 * line} Td ({text}) Tj ET EMC")
        page.Contents = pdf.make_stream("\n".join(drawn).encode())
    root = pdf.Root
    root.StructTreeRoot, root.Lang, root.MarkInfo = tree, String("en-GB"), Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.docinfo["/Title"] = f"Guidance {number} on {words(random, 3, 5)}"
    pdf.docinfo["/CreationDate"] = "D:20250430120000Z"
    if number % 2:
        untagged(pdf)
    out = ROOT / "build" / f"one-{os.getpid()}.pdf"
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    body = out.read_bytes()
    out.unlink()
    return body


def site(folder: Path, count: int) -> Path:
    """A folder with so many PDFs and the pages that link to them; what is there already is kept."""
    done = folder / "done"
    if done.exists() and done.read_text() == f"{SEED} {count} {Path(__file__).stat().st_mtime_ns}":
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with multiprocessing.Pool() as pool:
        for number, body in enumerate(pool.imap(made, range(count), chunksize=20)):
            (folder / f"guidance-{number}.pdf").write_bytes(body)
    pages = range((count + ON_A_PAGE - 1) // ON_A_PAGE)
    for page in pages:
        numbers = range(page * ON_A_PAGE, min((page + 1) * ON_A_PAGE, count))
        links = "".join(f'<li><a href="guidance-{number}.pdf">Guidance {number} (PDF)</a>' for number in numbers)
        (folder / f"list-{page}.html").write_text(_page(f"List {page}", links), "utf-8")
    (folder / "index.html").write_text(_page("Lists", "".join(f'<li><a href="list-{page}.html">List {page}</a>' for page in pages)), "utf-8")
    done.write_text(f"{SEED} {count} {Path(__file__).stat().st_mtime_ns}")
    return folder


def open_all(folder: str) -> None:
    """The peer: open each PDF with pikepdf, in two processes, and read its catalogue, its metadata and the drawing of its pages."""
    files = sorted(map(str, Path(folder).glob("*.pdf")))
    with multiprocessing.Pool(2) as pool:
        print(sum(pool.imap_unordered(_opened, files, chunksize=20)), "tagged")


def _opened(path: str) -> bool:
    with pikepdf.open(path) as pdf:
        root = pdf.Root
        str(root.get("/Lang", "")), str(pdf.docinfo.get("/Title", ""))
        for page in pdf.pages:
            page.Contents.read_bytes()
        return "/StructTreeRoot" in root


def rows(folder: Path, out: Path, count: int) -> Iterator[Row]:
    """Each way once, one after the other."""
    with FolderServer(folder) as server:
        report = out / "report.json"
        govlint = [
            str(Path(sys.executable).with_name("govlint")), "check", f"{server.origin}/index.html", "--rules", "open-formats", "--no-browser",
            "--workers", "2", "--no-memory", "--store", str(out / "evidence.sqlite"), "--format", f"json={report}", "--quiet",
        ]  # fmt: skip
        (out / "evidence.sqlite").unlink(missing_ok=True)
        yield _judged(measure(govlint, LIMIT), report, count)
    peer = measure([sys.executable, "-c", PEER_CODE, str(ROOT), str(folder)], LIMIT, stdout=subprocess.DEVNULL)
    yield Row("pikepdf alone, two processes, from disk", peer, count, "nothing is judged")
    if program := shutil.which("verapdf"):
        command = [program, "--flavour", "ua1", "--format", "text", "--processes", "2", str(folder)]
        yield Row("veraPDF, PDF/UA-1, from disk", measure(command, LIMIT, stdout=subprocess.DEVNULL), count, "PDF/UA-1 only")


def _judged(cost: Cost, report: Path, count: int) -> Row:
    told = json.loads(report.read_text("utf-8"))
    judged = [visit for visit in told["visits"] if visit["role"] == "document" and visit["outcome"] == "judged"]
    untested = sum("untested" in visit["outcomes"].values() for visit in judged)
    bare = sum(finding["rule"] == "open-formats/pdf-tagged" for finding in told["findings"])
    said = f"{bare:,} found without tags of {count // 2:,}, {untested} not tested"
    return Row("govlint, open-formats, two workers, over loopback", cost, len(judged), said)


def written(found: Iterable[Row], count: int, sizes: list[int]) -> str:
    """The page of figures."""
    lines = [
        "# Benchmark of documents",
        "",
        f"Written by `make bench-documents`; not to be edited. {count:,} PDFs of {sum(sizes) / len(sizes) / 1000:.1f} kB on the average, no two alike, made by",
        f"`tools/bench_documents.py` (seed {SEED}): three pages of words, every second PDF with tags. govlint fetches them from a server on loopback, which runs on the",
        f"same machine and is not counted, and judges them by all rules of its open-formats pack; the target is under {TARGET:.0f} s for 2,000 on two cores. pikepdf, the library",
        "with which govlint reads PDFs, opens the same files from disk and reads their catalogue, title and pages: the floor for whoever looks into them.",
        "veraPDF is measured where it is installed.",
        "",
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, load {os.getloadavg()[0]:.1f} at the end (this run among it); Python {platform.python_version()},",
        f"govlint {version('govlint')}, pikepdf {version('pikepdf')}. **Wall** is the clock, **CPU** that of the whole process tree, **memory** the largest sum of",
        "proportional set sizes (PSS) of the tree, looked at each second.",
        "",
        "| | wall, s | files a second | CPU, s | CPU, ms a file | memory, MB | processes | files | found |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for row in found:
        cost = row.cost
        lines.append(
            f"| {row.name} | {cost.wall:.1f} | {row.files / cost.wall:.0f} | {cost.cpu:.1f} | {cost.cpu / max(row.files, 1) * 1000:.1f} | {cost.memory / 1e6:.0f}"
            f" | {cost.processes} | {row.files:,} | {row.said} |"
        )
    return "\n".join(lines) + "\n"


def _page(title: str, links: str) -> str:
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><main><h1>{title}</h1><ul>{links}</ul></main></html>'


def main(arguments: list[str]) -> int:
    """Exit codes: 0, or 1 where a PDF was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "bench-documents")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks-documents.md")
    asked = parser.parse_args(arguments)
    folder = site(asked.work / f"site-{asked.count}", asked.count)
    sizes = [path.stat().st_size for path in folder.glob("*.pdf")]
    found = []
    for row in rows(folder, asked.work, asked.count):
        print(f"{row.name}: {row.cost.wall:.1f} s wall, {row.cost.cpu:.1f} s CPU, {row.cost.memory / 1e6:.0f} MB, {row.files:,} files; {row.said}", flush=True)
        found.append(row)
    asked.out.write_text(written(found, asked.count, sizes), "utf-8")
    return 0 if all(row.files == asked.count for row in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
