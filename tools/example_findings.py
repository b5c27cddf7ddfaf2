"""Check an edition of the example service and print what was found, in the form of its manifest.

    python tools/example_findings.py broken > fixtures/sites/permit-broken/manifest.yaml

Read what changed before it is committed: each line has to be a defect that was put there.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

from govlint.demo import staged
from govlint.model.finding import KNOWN, Scan
from govlint.model.url import origin
from govlint.scan.asked import Asked
from govlint.scan.run import run

HEAD = """# What govlint has to find in this edition, and nothing else: by page, each finding's rule, message and place.
# An outcome other than failed is written out. Written by tools/example_findings.py; read by tests/test_example_service.py.
"""


def scan_of(edition: str) -> Scan:
    """One scan of the edition with all that govlint has."""
    with tempfile.TemporaryDirectory() as folder:
        into = Path(folder)
        return run(Asked(targets=(str(staged(edition, into)),), store=into / "evidence.sqlite"))


def listed(scan: Scan) -> dict[str, list[str]]:
    """The findings by path of the page: `rule key [outcome] @ place`, known issues marked as such."""
    site = origin(next(visit.url for visit in scan.visits))
    pages: dict[str, list[str]] = {}
    for finding in scan.findings:
        if finding.rule == "axe/frame-tested" or " >>> " in finding.place.selector:
            continue  # a frame of another host is there or not, as the network has it
        outcome = "" if finding.outcome == "failed" else f" [{finding.outcome}]"
        known = " [known]" if finding.settled == KNOWN else ""
        place = f" @ {finding.place.selector}" if finding.place.selector else ""
        line = f"{finding.rule} {finding.key}{outcome}{known}{place}"
        pages.setdefault(finding.url.removeprefix(site), []).append(line)
    return {page: sorted(lines) for page, lines in sorted(pages.items())}


def main(arguments: list[str]) -> int:
    """Print the manifest of one edition, `broken` unless another is named."""
    found: Any = listed(scan_of(arguments[0] if arguments else "broken"))
    print(HEAD + yaml.safe_dump(found, allow_unicode=True, width=1000), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
