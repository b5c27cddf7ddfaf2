"""What a browser is asked about a page, by name: each probe gathers the fact it is named after."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from importlib.resources import files
from types import ModuleType
from typing import Any

READS = "reads"  # leaves the page as it was: may share a page load
DISTURBS = "disturbs"  # presses keys or changes sizes: gets a page load of its own
ACTS = "acts"  # could change something on the server: run only where the configuration names it
EFFECTS = (READS, DISTURBS, ACTS)

# What an answer depends on, and so when it may be remembered (see likeness.py).
FRESH = "fresh"  # on this very load, as cookies and times: asked each time
SIGHT = "sight"  # on the document as it is shown
BEHAVIOUR = "behaviour"  # and on what its scripts do when keys are pressed or the window changes
DEPENDS = (FRESH, SIGHT, BEHAVIOUR)


@dataclass(frozen=True, slots=True)
class Probe:
    """One probe: `function(browser, vantage)` gives plain data; `version` changes when its answers do.

    `first` is set for a probe that has to look before any other has touched the page.
    `depends` says what its answer depends on: the same page, the same answer, and it is not asked again.
    `where` is a pattern of the served source: of a page without it the answer is None, and nothing is loaded for that.
    """

    name: str
    version: str
    effect: str
    function: Callable[..., Any]
    first: bool = False
    depends: str = BEHAVIOUR
    where: str = ""

    def concerns(self, body: bytes) -> bool:
        """Whether the page has what this probe looks at."""
        return not self.where or re.search(self.where.encode(), body, re.IGNORECASE) is not None

    def __call__(self, *args: Any) -> Any:
        return self.function(*args)


def probe(
    *, version: str, effect: str, first: bool = False, depends: str = BEHAVIOUR, where: str = ""
) -> Callable[[Callable[..., Any]], Probe]:
    """Make a function the probe of the same name."""
    if effect not in EFFECTS:
        raise ValueError(f"a probe's effect is one of {', '.join(EFFECTS)}, not {effect!r}")
    if depends not in DEPENDS:
        raise ValueError(f"a probe's answer depends on one of {', '.join(DEPENDS)}, not {depends!r}")

    def mark(function: Callable[..., Any]) -> Probe:
        return Probe(function.__name__, version, effect, function, first, depends, where)

    return mark


@cache
def probes() -> dict[str, Probe]:
    """All probes by name: those of this package's modules, and of the entry points `govlint.probes`."""
    found: dict[str, Probe] = {}
    package = importlib.import_module(__package__)
    for module in pkgutil.iter_modules(package.__path__):
        found.update(_probes_of(importlib.import_module(f"{__package__}.{module.name}")))
    for entry in entry_points(group="govlint.probes"):
        found.update(_probes_of(entry.load()))
    return found


@cache
def script(*names: str) -> str:
    """The source of the package's scripts of these names, one after the other."""
    folder = files(__package__) / "scripts"
    return "\n".join((folder / f"{name}.js").read_text("utf-8") for name in names)


def _probes_of(module: ModuleType) -> dict[str, Probe]:
    return {value.name: value for value in vars(module).values() if isinstance(value, Probe)}
