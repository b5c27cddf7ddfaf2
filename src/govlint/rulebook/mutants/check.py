"""The mutants of a check.py: each constant, comparison, condition and operator changed on its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..check import run_code
from .constants import constant_nudges, roles
from .mutant import Mutant, Tell, turned
from .unseen import silent

_COMPARED = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_RECKONED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Div: ast.Mult}
_JOINED = (ast.BitOr, ast.BitAnd, ast.BitXor)
_BARE = (ast.Name, ast.Call, ast.Attribute, ast.Subscript)


@dataclass(frozen=True, slots=True)
class _Site:
    """A field of a node, and what it becomes; `change` says so in words."""

    holder: ast.AST
    name: str
    index: int | None
    by: Any
    line: int
    change: str
    words: bool = False


def check_mutants(path: Path, pack_folder: Path) -> Iterator[Mutant]:
    """All mutants of a check.py, in the order of its lines."""
    source = path.read_text("utf-8")
    tree = ast.parse(source, str(path))
    for site in sorted(_sites(tree, source), key=lambda s: s.line):
        yield Mutant(path, site.line, site.change, lambda site=site: _made(tree, site, path, pack_folder), site.words)


def _made(tree: ast.Module, site: _Site, path: Path, pack_folder: Path) -> Tell:
    """The check of the changed tree; the tree is as it was afterwards."""
    kept = getattr(site.holder, site.name)
    changed = site.by if site.index is None else [*kept[: site.index], site.by, *kept[site.index + 1 :]]
    setattr(site.holder, site.name, changed)
    try:
        code = compile(ast.fix_missing_locations(tree), str(path), "exec")
    finally:
        setattr(site.holder, site.name, kept)
    return run_code(code, "mutant", path, pack_folder).check


def _sites(tree: ast.Module, source: str) -> Iterator[_Site]:
    unseen, told = silent(tree), roles(tree, source)
    lines = source.splitlines()
    for holder in ast.walk(tree):
        if id(holder) in unseen:
            continue
        for name, value in ast.iter_fields(holder):
            for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
                if isinstance(node, ast.AST) and id(node) not in unseen:
                    yield from _of_field(holder, name, index, node, told, unseen, lines)


def _of_field(
    holder: ast.AST, name: str, index: int | None, node: ast.AST, told: dict[int, str], unseen: set[int], lines: list[str]
) -> Iterator[_Site]:
    if isinstance(node, ast.Constant):
        for nudge in constant_nudges(node, told.get(id(node), "")):
            line = _line(node, nudge.word, lines)
            words = isinstance(node.value, str | bytes)
            change = nudge.change if words else f"{nudge.change} in “{lines[line - 1].strip()}”"
            yield _Site(holder, name, index, nudge.by, line, change, words)
        return
    for by, left_out in _replacements(holder, name, node, unseen):
        old = ast.unparse(node)
        change = f"“{ast.unparse(left_out)}” left out of “{old}”" if left_out else turned(old, ast.unparse(by))
        yield _Site(holder, name, index, by, node.lineno, change)


def _replacements(holder: ast.AST, name: str, node: ast.AST, unseen: set[int]) -> Iterator[tuple[ast.expr, ast.expr | None]]:
    """What a node becomes, and what was left out of it where that is all."""
    if isinstance(node, ast.Compare):
        for number, operator in enumerate(node.ops):
            turned_one = [*node.ops[:number], _COMPARED[type(operator)](), *node.ops[number + 1 :]]
            yield ast.Compare(node.left, turned_one, node.comparators), None
    elif isinstance(node, ast.BoolOp):
        for number in range(len(node.values)):
            if id(node.values[number]) in unseen:
                continue
            left = [*node.values[:number], *node.values[number + 1 :]]
            yield ast.BoolOp(node.op, left) if len(left) > 1 else left[0], node.values[number]
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand, None
    elif isinstance(node, ast.BinOp) and isinstance(node.op, _JOINED):
        yield from ((node.left, node.right), (node.right, node.left))
    elif isinstance(node, ast.BinOp) and type(node.op) in _RECKONED:
        yield ast.BinOp(node.left, _RECKONED[type(node.op)](), node.right), None
    elif _is_flag(node) and not isinstance(holder, ast.BinOp):
        yield ast.Constant(0), None
    if isinstance(node, _BARE) and (name == "ifs" or (name == "test" and isinstance(holder, ast.If | ast.IfExp))):
        yield ast.Constant(True), None


def _is_flag(node: ast.AST) -> bool:
    """Whether a node is a flag of a regular expression, as re.IGNORECASE."""
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "re" and node.attr.isupper()


def _line(node: ast.Constant, word: str, lines: list[str]) -> int:
    """The line of a word in a text over several lines."""
    for number in range(node.lineno, (node.end_lineno or node.lineno) + 1):
        if word and word in lines[number - 1]:
            return number
    return node.lineno
