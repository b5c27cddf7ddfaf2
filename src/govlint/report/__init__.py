"""Reporters: functions from a scan to bytes. A module `as_NAME` with a function `report` is the reporter NAME."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules

from ..model.finding import Scan
from .as_json import schema

__all__ = ["Reporter", "reporters", "schema"]

Reporter = Callable[[Scan], bytes]
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
            found[name] = import_module(f"{__name__}.{module.name}").report
    for entry in entry_points(group="govlint.reports"):
        if entry.name in found:
            raise ValueError(
                f"The report format {entry.name!r} of {entry.value} is taken already; "
                "give it another name in the package that offers it."
            )
        found[entry.name] = entry.load()
    return found
