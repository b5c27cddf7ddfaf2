"""What probes said of an address before, given back while the page is the same; the newer answers that may be kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import Any

from ..evidence.memory import Memory, place_of
from ..evidence.snapshot import Observation, Vantage
from ..evidence.vendored import vendored_version
from .likeness import Likeness, likeness
from .probe import DEPENDS, FRESH, Probe


class Past:
    """The answers of earlier visits to one address from one vantage."""

    def __init__(self, memory: Memory, url: str, vantage: Vantage) -> None:
        self._memory, self._url, self._vantage = memory, url, vantage
        self.likeness: Likeness | None = None

    def look(self, browser: Any, probes: Sequence[Probe]) -> None:
        """See what the page is now, as far as these probes depend on it; raises BrowserFailed."""
        self.likeness = likeness(browser, self._vantage, {probe.depends for probe in probes} - {FRESH})

    def knows(self, probe: Probe) -> bool:
        """Whether it was looked for what this probe depends on, since the page was loaded."""
        seen = self.likeness
        return probe.depends == FRESH or (seen is not None and (probe.depends in seen.digests or probe.depends in seen.unknown))

    def unknown(self) -> None:
        """What the page is like cannot be told: nothing fits it."""
        self.likeness = Likeness({}, dict.fromkeys(DEPENDS, "its likeness cannot be told"))

    def recall(self, browser: Any, probe: Probe) -> Observation | None:
        """The answer that this probe gave to the same page; None if there is none."""
        key = self.key(browser, probe)
        known = self._memory.recall(place_of(self._url, self._vantage, probe.name), key) if key else None
        return Observation(probe.name, probe.version, known["value"], key=key, at=known["at"]) if known else None

    def unlike(self, probe: Probe) -> str:
        """Why it is not known what the page is to this probe; empty if it is."""
        return self.likeness.unknown.get(probe.depends, "") if self.likeness else ""

    def key(self, browser: Any, probe: Probe) -> str:
        """What an answer of this probe to the page as it was seen last depends on; empty if that is not known."""
        digest = self.likeness.digests.get(probe.depends) if self.likeness else None
        if digest is None:
            return ""
        parts = [probe.name, probe.version, source_of(probe), browser.versions, asdict(self._vantage), digest, bool(getattr(browser, "lane", None))]
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:40]


def unkept(found: dict[str, Observation], names: Sequence[str]) -> dict[str, Observation]:
    """The same answers, those of these names without a key: they are not to be remembered."""
    return found | {name: replace(found[name], key="") for name in names}


@cache
def source_of(probe: Probe) -> str:
    """A digest of the code that answers: all of this package and axe-core, or the file of somebody else's probe."""
    digest = hashlib.sha256(vendored_version("axe-core").encode())
    own = Path(__file__).parent
    written = Path(probe.function.__code__.co_filename)
    files = sorted([*own.glob("*.py"), *own.glob("scripts/*.js")])
    if written.parent != own:
        files += sorted(written.parent.glob("*.py"))
    for path in files:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
