"""The parts of a check.py that no case can notice: what only a user reads, and what only a type checker reads."""

from __future__ import annotations

import ast
from collections.abc import Iterator

_SAYS = ("Failed", "Passed", "CantTell")
_UNSEEN_OF_PLACE = ("excerpt", "line", "column")


def silent(tree: ast.Module) -> set[int]:
    """The `id` of each node whose change could not change a verdict's outcome, place or message key.

    These are docstrings, annotations, decorators, what is raised, empty texts for what is not there, the data of
    verdicts, and the names that only those use.
    """
    found = {id(node) for root in _roots(tree) for node in ast.walk(root)}
    while True:
        more = {id(n) for root in _used_only_in(tree, found) for n in ast.walk(root)} - found
        if not more:
            return found
        found |= more


def _roots(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node
        elif isinstance(node, ast.Raise | ast.Import | ast.ImportFrom):
            yield node
        elif isinstance(node, ast.Assert) and node.msg:
            yield node.msg
        elif isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
            yield node.annotation
        elif isinstance(node, ast.FormattedValue) and node.format_spec:
            yield node.format_spec
        elif isinstance(node, ast.Call):
            yield from _data_of(node)
            yield from _default_of(node)
        elif isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or) and _is_empty(node.values[-1]):
            yield node.values[-1]
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield from node.decorator_list
        if isinstance(node, ast.FunctionDef) and node.returns:
            yield node.returns


def _data_of(call: ast.Call) -> Iterator[ast.AST]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name in _SAYS:
        yield from (keyword.value for keyword in call.keywords)
    elif name == "Place":
        yield from call.args[1:]
        yield from (keyword.value for keyword in call.keywords if keyword.arg in _UNSEEN_OF_PLACE)


def _default_of(call: ast.Call) -> Iterator[ast.AST]:
    """The empty text that stands for what is not there: it is there for its type."""
    if isinstance(call.func, ast.Attribute) and call.func.attr == "get" and len(call.args) == 2 and _is_empty(call.args[1]):
        yield call.args[1]


def _is_empty(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value == ""


def _used_only_in(tree: ast.Module, found: set[int]) -> Iterator[ast.AST]:
    """What makes the names whose every use lies within what was found."""
    used: dict[str, bool] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            used[node.id] = used.get(node.id, True) and id(node) in found
    names = {name for name, unseen in used.items() if unseen}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name in names:
            yield node
        elif isinstance(node, ast.Assign):
            yield from _made_by(node, names)
        elif isinstance(node, ast.AnnAssign | ast.AugAssign) and isinstance(node.target, ast.Name) and node.target.id in names:
            yield node


def _made_by(node: ast.Assign, names: set[str]) -> Iterator[ast.AST]:
    """What an assignment gives to these names and to nothing else."""
    if all(isinstance(target, ast.Name) and target.id in names for target in node.targets):
        yield node
    target, value = node.targets[0], node.value
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        pairs = zip(target.elts, value.elts, strict=True)
        yield from (made for name, made in pairs if isinstance(name, ast.Name) and name.id in names)
