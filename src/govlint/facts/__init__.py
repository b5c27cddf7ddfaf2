"""Derived facts, pure; found by a walk over this package's modules, none is listed."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from ..evidence.fact import Fact, facts_of


@cache
def builtin_facts() -> dict[str, Fact]:
    """All facts that govlint itself knows, gathered and derived, by name."""
    found: dict[str, Fact] = {}
    for module in pkgutil.iter_modules(__path__):
        for name, fact in facts_of(importlib.import_module(f"{__name__}.{module.name}")).items():
            if found.setdefault(name, fact) is not fact:
                raise ValueError(f"facts/{module.name}.py makes a fact “{name}”, and another module has one of that name; rename one")
    return found
