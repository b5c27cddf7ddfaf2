"""The vocabulary of schema.org: its types, what they are kinds of, and which properties they have."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def types() -> dict[str, dict[str, list[str]]]:
    """Each type's parents (`is`) and own properties (`has`); made by tools/derive_schema_org.py."""
    told: dict[str, Any] = json.loads((files("govlint") / "facts/data/schema_org.json").read_text("utf-8"))
    return told["types"]


@cache
def properties_of(name: str) -> frozenset[str]:
    """The properties of a type and of all that it is a kind of; none for an unknown type."""
    known = types().get(name)
    if known is None:
        return frozenset()
    return frozenset(known["has"]).union(*(properties_of(parent) for parent in known["is"]))


@cache
def kinds_of(name: str) -> frozenset[str]:
    """The type itself and all that it is a kind of."""
    known = types().get(name, {"is": []})
    return frozenset({name}).union(*(kinds_of(parent) for parent in known["is"]))


@cache
def all_properties() -> frozenset[str]:
    """Every property of any type."""
    return frozenset(name for told in types().values() for name in told["has"])
