"""Facts as plain data for the memory and back, every kind of thing told apart; no code is ever run for it but that of values."""

from __future__ import annotations

import sys
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from .fact import Inapplicable, NotGathered

ABSENT = {kind.__name__: kind for kind in (Inapplicable, NotGathered)}
HOMES = ("govlint.facts.", "govlint.model.")  # whose values are remembered


class NotPlain(TypeError):
    """This cannot be kept as plain data, as a tree."""


def written(value: Any) -> Any:
    """The value for JSON; raises NotPlain."""
    kind = type(value)
    if value is None or kind in (str, int, float, bool):
        return value
    if kind is list:
        return [written(item) for item in value]
    if kind is tuple:
        return {"tuple": [written(item) for item in value]}
    if kind is dict:
        return {"dict": [[written(key), written(item)] for key, item in value.items()]}
    if kind in (set, frozenset):
        return {kind.__name__: [written(item) for item in value]}
    if kind is date:
        return {"date": value.isoformat()}
    if kind in ABSENT.values():
        return {"absent": [kind.__name__, str(value)]}
    if is_dataclass(value) and kind.__module__.startswith(HOMES) and all(field.init for field in fields(value)):
        return {"value": [kind.__module__, kind.__qualname__, *(written(getattr(value, field.name)) for field in fields(value))]}
    raise NotPlain(f"{kind.__name__} is no plain data")


def read(data: Any) -> Any:
    """What was written; raises NotPlain for what this version does not write."""
    if isinstance(data, list):
        return [read(item) for item in data]
    if not isinstance(data, dict):
        return data
    ((kind, given),) = data.items()
    if kind == "tuple":
        return tuple(map(read, given))
    if kind == "dict":
        return {read(key): read(item) for key, item in given}
    if kind in ("set", "frozenset"):
        return {"set": set, "frozenset": frozenset}[kind](map(read, given))
    if kind == "date":
        return date.fromisoformat(given)
    if kind == "absent":
        return ABSENT[given[0]](given[1])
    if kind == "value":
        return _class(*given[:2])(*map(read, given[2:]))
    raise NotPlain(f"{kind} is not known")


def _class(module: str, name: str) -> Any:
    """A class of values, of a module that is loaded already."""
    found = getattr(sys.modules.get(module), name, None) if module.startswith(HOMES) else None
    if not isinstance(found, type) or not is_dataclass(found):
        raise NotPlain(f"{module}.{name} is no class of values")
    return found
