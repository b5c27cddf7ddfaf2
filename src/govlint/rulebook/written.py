"""YAML as it was written: text stays text, every value knows its line, errors name the place."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml


class RuleError(Exception):
    """A fault in a rule's folder; the text begins with `path:line:column:` so that editors can jump there."""

    def __init__(self, path: Path | str, text: str, line: int = 1, column: int = 1) -> None:
        self.path, self.line, self.column, self.text = str(path), line, column, text
        super().__init__(f"{path}:{line}:{column}: {text}")


class Text(str):
    """A scalar as written, with its place in the file; both count from 1."""

    line: int = 1
    column: int = 1


class Mapping(dict[str, Any]):
    """A mapping whose keys are `Text`; `line` and `column` are where it begins."""

    line: int = 1
    column: int = 1


# The one written in C is ten times faster, and every scan reads hundreds of sheets.
_Loader: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


# A base loader: every scalar is text, so `no` stays Norwegian.
class _TextLoader(_Loader):
    pass


# The scalars of JSON and nothing else, so `no` is text here too.
class _JsonLoader(_Loader):
    pass


_JSON_SCALAR = re.compile(r"true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")
_JSON_WORDS = {"true": True, "false": False, "null": None}


def read(path: Path, json_scalars: bool = False) -> Any:
    """The contents of a YAML file; raises RuleError with line and column."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise RuleError(path, "this file is missing; every rule has one") from None
    except UnicodeDecodeError as error:
        raise RuleError(path, f"this file is not UTF-8 ({error.reason} at byte {error.start})") from None
    try:
        return yaml.load(text, Loader=_JsonLoader if json_scalars else _TextLoader)  # noqa: S506
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise RuleError(path, f"this is not YAML: {error.problem or error.context}", *place) from None
    except yaml.YAMLError as error:
        raise RuleError(path, f"this is not YAML: {error}") from None


def place_of(value: Any) -> tuple[int, int]:
    """Line and column where a value was written, 1 and 1 if it does not know."""
    return getattr(value, "line", 1), getattr(value, "column", 1)


def key_place(mapping: dict[str, Any], key: str) -> tuple[int, int]:
    """Line and column of a key as it was written."""
    return next((place_of(k) for k in mapping if k == key), place_of(mapping))


def nearest(word: str, known: Iterable[str]) -> str:
    """`; did you mean X?`, or what is known, ready to end an error message."""
    names = sorted(known)
    close = difflib.get_close_matches(str(word), names, n=1, cutoff=0.5)
    if close:
        return f"; did you mean {close[0]}?"
    return f"; known are {', '.join(names)}" if len(names) <= 30 else ""


def refuse_unknown(path: Path, mapping: dict[str, Any], known: Iterable[str], what: str) -> None:
    """Raise RuleError for the first key that is not known."""
    for key in mapping:
        if key not in known:
            raise RuleError(path, f"unknown {what} “{key}”{nearest(key, known)}", *place_of(key))


def _text(loader: yaml.BaseLoader, node: yaml.ScalarNode) -> Text:
    text = Text(node.value)
    text.line, text.column = node.start_mark.line + 1, node.start_mark.column + 1
    return text


def _json(loader: yaml.BaseLoader, node: yaml.ScalarNode) -> Any:
    # The C parser says "" of a plain scalar, the Python one None.
    if not node.style and _JSON_SCALAR.fullmatch(node.value):
        if node.value in _JSON_WORDS:
            return _JSON_WORDS[node.value]
        return int(node.value) if re.fullmatch(r"-?\d+", node.value) else float(node.value)
    return _text(loader, node)


def _mapping(loader: yaml.BaseLoader, node: yaml.MappingNode) -> Mapping:
    found = Mapping()
    found.line, found.column = node.start_mark.line + 1, node.start_mark.column + 1
    for key_node, value_node in node.value:
        key = _text(loader, key_node) if isinstance(key_node, yaml.ScalarNode) else None
        if key is None:
            raise yaml.constructor.ConstructorError(None, None, "a key must be text", key_node.start_mark)
        if key in found:
            raise yaml.constructor.ConstructorError(None, None, f"the key “{key}” stands twice", key_node.start_mark)
        found[key] = loader.construct_object(value_node, deep=True)
    return found


def _list(loader: yaml.BaseLoader, node: yaml.SequenceNode) -> list[Any]:
    return [loader.construct_object(item, deep=True) for item in node.value]


for _loader, _scalar in ((_TextLoader, _text), (_JsonLoader, _json)):
    _loader.add_constructor("tag:yaml.org,2002:str", _scalar)
    _loader.add_constructor("tag:yaml.org,2002:map", _mapping)
    _loader.add_constructor("tag:yaml.org,2002:seq", _list)
