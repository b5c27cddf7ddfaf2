"""Reporters: functions from a scan to bytes, whole or in pieces.

A module `as_NAME` is the reporter NAME: its function `report` gives all bytes, and `pieces`, where it has one, the same bit by bit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules

from ..model.finding import Scan
from .as_json import schema

__all__ = ["Reporter", "reporters", "schema"]

Reporter = Callable[[Scan], bytes | Iterable[bytes]]
_PREFIX = "as_"


def reporters() -> dict[str, Reporter]:
    """Every reporter by name: the modules of this package, then the entry points `govlint.reports`.

    Raises ValueError where an installed package offers a name that is taken, because the format of a
    report must not depend on what else is installed.
    """
    found: dict[str, Reporter] = {}
    for module in iter_modules(__path__):
        if module.name.startswith(_PREFIX):
            name = module.name.removeprefix(_PREFIX)
            reporter = import_module(f"{__name__}.{module.name}")
            found[name] = getattr(reporter, "pieces", reporter.report)
    for entry in entry_points(group="govlint.reports"):
        if entry.name in found:
            raise ValueError(
                f"The report format {entry.name!r} of {entry.value} is taken already; "
                "give it another name in the package that offers it."
            )
        found[entry.name] = entry.load()
    return found
