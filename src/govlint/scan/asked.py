"""What the user asked for, whole and checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..capture.limits import SETTABLE, Limits
from ..rulebook.translation import ENGLISH
from .policy import Waiver

MAX_PAGES = 500
DEPTH = 20
RATE = 2.0
PLAIN, FAST = LANES = ("plain", "fast")
ALL, ALIKE = SAMPLES = ("all", "alike")


@dataclass(frozen=True, slots=True)
class Asked:
    """One scan. `rate` is requests a second to one host that is not loopback; `store` None is the usual place.
    With `ask_hidden` the site is asked for files that nobody should get, as `/.git/HEAD`.

    `fresh_for` is in seconds: so old may evidence of an earlier scan be that stands for a new visit. Without `memory`
    nothing is remembered between scans; with `forget` everything is looked at again, and then remembered.
    """

    targets: tuple[str, ...]
    crawl: bool = True
    max_pages: int = MAX_PAGES
    depth: int = DEPTH
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    profile: str = ""
    rules: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    fail_on: str = "serious"
    lang: str = ENGLISH
    workers: int = 0
    browser: bool = True
    rate: float = RATE
    lane: str = PLAIN
    sample: str = ALL
    allow_private: bool = False
    ask_hidden: bool = False
    packs: tuple[Path, ...] = ()
    trusted: tuple[Path, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    baseline: frozenset[str] = frozenset()
    store: Path | None = None
    limits: Limits = Limits()
    fresh_for: int | None = None
    memory: bool = True
    forget: bool = False
    verapdf: str = ""

    def told(self) -> dict[str, object]:
        """The options as a report repeats them."""
        return {
            "crawl": self.crawl, "maxPages": self.max_pages, "depth": self.depth, "include": list(self.include),
            "exclude": list(self.exclude), "profile": self.profile or "detected", "rules": list(self.rules),
            "skip": list(self.skip), "failOn": self.fail_on, "browser": self.browser, "lane": self.lane, "sample": self.sample, "rate": self.rate, "allowPrivate": self.allow_private, "askHidden": self.ask_hidden, "lang": self.lang,
            "limits": {name: getattr(self.limits, field) / factor for name, (field, factor, _) in SETTABLE.items()},
            "packs": [path.name for path in self.packs], "waivers": len(self.waivers), "baseline": len(self.baseline),
            "freshFor": self.fresh_for, "memory": self.memory and not self.forget,
        }  # fmt: skip
