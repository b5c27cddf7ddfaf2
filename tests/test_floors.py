"""Imports only go down, and each library has its one door."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "govlint"
FLOORS = {
    "model": set(),
    "evidence": {"model"},
    "facts": {"evidence", "model"},
    "rulebook": {"facts", "evidence", "model"},
    "capture": {"facts", "evidence", "model"},
    "report": {"model"},
    "scan": {"rulebook", "capture", "facts", "evidence", "model"},
}
DOORS = {
    "requests": {"capture/fetch.py"},
    "selenium": {"capture/arrival.py", "capture/broken.py", "capture/browser.py", "capture/launch.py", "capture/world.py"},
    "yaml": {"rulebook/written.py", "facts/api_description.py"},
    "sqlite3": {"evidence/memory.py", "evidence/store.py"},
    "protego": {"capture/robots.py"},
    "websocket": {"capture/wire.py"},
    "dns": {"capture/names.py"},
    "pyld": {"facts/things.py"},
    "pytest": {"testing.py"},
    "click": {"cli.py", "completion.py", "doc_commands.py", "rule_commands.py", "statement_command.py"},
}
MODULES = sorted(p.relative_to(SOURCE).as_posix() for p in SOURCE.rglob("*.py") if "vendor" not in p.parts)


def imports(name: str) -> list[tuple[str, int]]:
    """(absolute module name, line) of each import; those of govlint begin with a dot-free `govlint.`"""
    found = []
    package = ["govlint", *Path(name).parts[:-1]]
    for node in ast.walk(ast.parse((SOURCE / name).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1]
            tail = [node.module] if node.module else [alias.name for alias in node.names]
            found += [(".".join([*base, part]), node.lineno) for part in tail]
        elif isinstance(node, ast.ImportFrom):
            found.append((node.module or "", node.lineno))
    return found


@pytest.mark.parametrize("name", [m for m in MODULES if m.split("/")[0] in FLOORS])
def test_a_module_imports_only_from_lower_floors(name):
    floor = name.split("/")[0]
    allowed = FLOORS[floor] | {floor}
    for module, line in imports(name):
        parts = module.split(".")
        if parts[0] != "govlint" or len(parts) < 2 or not (SOURCE / parts[1]).is_dir():
            continue
        assert parts[1] in allowed, f"src/govlint/{name}:{line} imports {module}: {floor} may only import {sorted(allowed)}"


@pytest.mark.parametrize("name", MODULES)
def test_a_library_enters_by_its_one_door(name):
    for module, line in imports(name):
        door = DOORS.get(module.split(".")[0])
        assert door is None or name in door, f"src/govlint/{name}:{line} imports {module}, whose door is {sorted(door)}"


@pytest.mark.parametrize("name", MODULES)
def test_a_module_is_no_longer_than_300_lines(name):
    lines = len((SOURCE / name).read_text("utf-8").splitlines())

    assert lines <= 300, f"src/govlint/{name} has {lines} lines: which noun should move out?"
