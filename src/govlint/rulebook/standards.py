"""The standards that rules may cite, read from `standards/*.yaml` beside the packs."""

from __future__ import annotations

from pathlib import Path

from ..model.finding import Standard
from .written import RuleError, place_of, read, refuse_unknown


def read_standards(folder: Path) -> dict[str, Standard]:
    """Standards by id, from all files of the folder; an empty dict if there is no such folder."""
    found: dict[str, Standard] = {}
    for path in sorted(folder.glob("*.yaml")):
        for name, said in (read(path) or {}).items():
            refuse_unknown(path, said, ("title", "url", "publisher"), "key of a standard")
            for key in ("title", "url"):
                if key not in said:
                    raise RuleError(path, f"the standard “{name}” has no {key}", *place_of(name))
            if name in found:
                raise RuleError(path, f"the standard “{name}” stands twice", *place_of(name))
            found[str(name)] = Standard(str(name), str(said["title"]), str(said["url"]), str(said.get("publisher", "")))
    return found
