"""A rule's `check.py`: read for the names in its brackets, run only when it judges."""

from __future__ import annotations

import ast
import importlib.util
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from ..model.verdict import Verdict
from .written import RuleError

# A guard against mistakes, not a sandbox: a rule judges evidence and gathers none.
FORBIDDEN = frozenset({"requests", "selenium", "socket", "urllib.request", "http.client", "subprocess", "httpx"})


@dataclass(frozen=True, slots=True)
class Signature:
    """The facts that a check names, and the line and column where it does so."""

    needs: tuple[str, ...]
    optional: tuple[str, ...]
    lifted: tuple[str, ...]
    places: dict[str, tuple[int, int]]


def read_signature(path: Path) -> Signature:
    """What `def check(...)` asks for, without running the file; raises RuleError."""
    text = path.read_text(encoding="utf-8")
    try:
        tree = ast.parse(text, str(path))
    except SyntaxError as error:
        raise RuleError(path, f"this is not Python: {error.msg}", error.lineno or 1, error.offset or 1) from None
    if any(name in text for name in FORBIDDEN):
        _refuse_forbidden(path, tree)
    checks = [n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == "check"]
    if not checks:
        raise RuleError(path, "there is no function “check”; write def check(dom): and yield verdicts")
    named = checks[0].args
    arguments = [*named.posonlyargs, *named.args, *named.kwonlyargs]
    with_default = set(arguments[len(arguments) - len(named.defaults) :]) if named.defaults else set()
    if not arguments:
        raise RuleError(path, "“check” names no fact; put the facts it wants into its brackets", checks[0].lineno)
    return Signature(
        needs=tuple(a.arg for a in arguments if a not in with_default),
        optional=tuple(a.arg for a in arguments if a in with_default),
        lifted=tuple(a.arg for a in arguments if a.annotation and ast.unparse(a.annotation).startswith("Each[")),
        places={a.arg: (a.lineno, a.col_offset + 1) for a in arguments},
    )


def late(path: Path, pack_folder: Path) -> Callable[..., Iterable[Verdict]]:
    """The check function, loaded when it is first called."""
    loaded: list[Callable[..., Iterable[Verdict]]] = []

    def tell(**facts: Any) -> Iterable[Verdict]:
        if not loaded:
            loaded.append(load_module(path, pack_folder).check)
        return loaded[0](**facts)

    return tell


def load_module(path: Path, pack_folder: Path) -> ModuleType:
    """A Python file of a pack as a module; `from .facts import ...` reaches the pack's own files."""
    package = _package_of(pack_folder)
    parts = path.relative_to(pack_folder).with_suffix("").parts
    name = ".".join((package, *(part.replace("-", "_") for part in parts)))
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec and spec.loader, path
    module = importlib.util.module_from_spec(spec)
    module.__package__ = package
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def run_code(code: CodeType, name: str, path: Path, pack_folder: Path) -> ModuleType:
    """Code that stands for a Python file of a pack, run as a module of its own that nothing else can import."""
    package = _package_of(pack_folder)
    module = ModuleType(f"{package}.{name}")
    module.__file__, module.__package__ = str(path), package
    sys.modules[module.__name__] = module  # a dataclass looks its module up
    try:
        exec(code, vars(module))  # noqa: S102
    finally:
        del sys.modules[module.__name__]
    return module


def _package_of(pack_folder: Path) -> str:
    name = "govlint_pack_" + pack_folder.name.replace("-", "_")
    known = sys.modules.get(name)
    if known is not None and list(known.__path__) != [str(pack_folder)]:
        name = f"{name}_{abs(hash(str(pack_folder)))}"
        known = sys.modules.get(name)
    if known is None:
        package = ModuleType(name)
        package.__path__ = [str(pack_folder)]
        sys.modules[name] = package
    return name


def _refuse_forbidden(path: Path, tree: ast.Module) -> None:
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        for name in names:
            if name in FORBIDDEN or name.split(".")[0] in FORBIDDEN:
                raise RuleError(path, f"a rule may not import {name}: it judges evidence and gathers none", node.lineno)
