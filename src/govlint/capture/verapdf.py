"""veraPDF, where this machine has it: a Java program that holds a PDF against the whole of PDF/A or PDF/UA.

It runs as a process that is ended when it takes too long, with memory that Java is told to keep to, and its report is
read no further than a limit.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..facts.xml_events import BadXml, local, read_xml
from .processes import end

NAME = "verapdf"
FLAVOURS = frozenset({"1a", "1b", "2a", "2b", "2u", "3a", "3b", "3u", "4", "4e", "4f", "ua1", "ua2"})
MEMORY = 512  # megabytes of heap that Java may use
LARGEST_REPORT = 8_000_000  # bytes read of a report
MOST_FAILED = 20  # broken rules that are told one by one


class NoVerdict(Exception):
    """veraPDF gave no verdict; the text says why."""


def find_verapdf(named: str = "") -> Path | None:
    """The program that was named, by its path or as on PATH, else the `verapdf` on PATH; None where it is not there."""
    found = shutil.which(os.path.expanduser(named) if named else NAME)
    return Path(found) if found else None


def verdicts(program: Path, body: bytes, flavours: Iterable[str], seconds: float) -> dict[str, Any]:
    """veraPDF's verdict on a PDF by each of these flavours, as the fact `verapdf` has it; raises NoVerdict."""
    found: dict[str, Any] = {"version": "", "profiles": {}}
    with tempfile.TemporaryDirectory(prefix="verapdf-") as folder:
        document = Path(folder) / "document.pdf"
        document.write_bytes(body)
        for flavour in flavours:
            if flavour not in FLAVOURS:
                raise NoVerdict(f"veraPDF has no profile {flavour}")
            found["version"], found["profiles"][flavour] = read_report(_report(program, document, flavour, seconds))
    return found


def read_report(report: bytes) -> tuple[str, dict[str, Any]]:
    """The version and the verdict of a report in veraPDF's XML (of 1.24 or later); raises NoVerdict."""
    seen: dict[str, Any] = {}
    failed: list[dict[str, Any]] = []
    path: list[str] = []
    words: list[str] = []

    def start(name: str, said: dict[str, str]) -> None:
        tag = local(name)
        path.append(tag)
        words.clear()
        if tag == "releaseDetails" and said.get("id") == "core":
            seen["version"] = said.get("version", "")
        elif tag in ("validationReport", "details"):
            seen.setdefault(tag, said)
        elif tag == "rule" and said.get("status") == "failed":
            failed.append({"specification": said.get("specification", ""), "clause": said.get("clause", ""), "test": said.get("testNumber", ""), "text": ""})

    def end(_: str) -> None:
        tag, text = path.pop(), " ".join("".join(words).split())
        if tag == "description" and path[-1:] == ["rule"] and failed:
            failed[-1]["text"] = text[:300]
        elif tag == "exceptionMessage":
            seen["exception"] = text[:200]
        words.clear()

    try:
        read_xml(report, start, end, words.append)
    except BadXml as fault:
        raise NoVerdict(f"veraPDF's report cannot be read: {fault}") from None
    return seen.get("version", ""), _verdict(seen, failed)


def _verdict(seen: dict[str, Any], failed: list[dict[str, Any]]) -> dict[str, Any]:
    said, details = seen.get("validationReport", {}), seen.get("details", {})
    ended = said.get("jobEndStatus", "normal")
    if said.get("isCompliant") not in ("true", "false") or ended not in ("normal", ""):
        why = seen.get("exception") or (f"it ended as {ended}" if said else "its report holds no validationReport")
        raise NoVerdict(f"veraPDF gave no verdict: {why}")
    count = details.get("failedRules", "")
    return {
        "profile": said.get("profileName", ""), "compliant": said["isCompliant"] == "true",
        "failed_rules": int(count) if count.isdigit() else len(failed), "failed": failed[:MOST_FAILED],
    }  # fmt: skip


def _report(program: Path, document: Path, flavour: str, seconds: float) -> bytes:
    command = [str(program), "--format", "xml", "--maxfailuresdisplayed", "1", "--flavour", flavour, str(document)]
    environment = {**os.environ, "JAVA_TOOL_OPTIONS": f"-Xmx{MEMORY}m"}
    with open(document.with_name("report.xml"), "w+b") as out:
        try:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL, env=environment)
        except OSError as error:
            raise NoVerdict(f"veraPDF did not start ({error.strerror})") from None
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise NoVerdict(f"veraPDF took longer than {seconds:g} seconds (--verapdf-seconds)") from None
        finally:
            if process.poll() is None:  # and the Java that it started
                end(process)
        out.seek(0)
        report = out.read(LARGEST_REPORT + 1)
    if len(report) > LARGEST_REPORT:
        raise NoVerdict(f"veraPDF's report is larger than {LARGEST_REPORT:,} bytes")
    return report
