"""`govlint.toml`, or `[tool.govlint]` of `pyproject.toml`: every key known, every value of its kind."""

from __future__ import annotations

import difflib
import json
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from .capture.limits import SETTABLE
from .model.verdict import SEVERITIES
from .rulebook.rule import PROFILES
from .scan.asked import LANES, SAMPLES
from .scan.policy import Waiver

NAMES = ("govlint.toml", "pyproject.toml")
KINDS: dict[str, type | tuple[type, ...]] = {
    "targets": list, "crawl": bool, "max-pages": int, "depth": int, "include": list, "exclude": list,
    "profile": str, "rules": list, "skip": list, "fail-on": str, "format": list, "workers": int,
    "browser": bool, "lane": str, "rate": (int, float), "packs": list, "trusted": list, "baseline": str, "store": str,
    "waivers": list, "lang": str, "allow-private": bool, "ask-hidden": bool, **dict.fromkeys(SETTABLE, (int, float)),
    "fresh-for": str, "memory": bool, "sample": str, "verapdf": str,
}  # fmt: skip
CHOICES = {"profile": PROFILES, "fail-on": SEVERITIES, "lane": LANES, "sample": SAMPLES}
WAIVER_KEYS = ("rule", "address", "reason", "until", "who")
_WORDS = {list: "a list", bool: "true or false", int: "a whole number", str: "text", (int, float): "a number"}


_SCHEMAS: dict[Any, dict[str, Any]] = {
    list: {"type": "array", "items": {"type": "string"}}, bool: {"type": "boolean"}, int: {"type": "integer"},
    str: {"type": "string"}, (int, float): {"type": "number"},
}  # fmt: skip


class BadConfig(ValueError):
    """The configuration cannot be used; the text says which file, which key and what to write."""


def read_config(path: Path | None, start: Path) -> tuple[dict[str, Any], Path | None]:
    """The settings and the file that they came from: the one named, else the nearest at or above `start`."""
    if path is not None:
        if not path.is_file():
            raise BadConfig(f"{path}: there is no such configuration file.")
        return _read(path), path
    for folder in (start, *start.parents):
        for name in NAMES:
            if (folder / name).is_file() and (settings := _read(folder / name)):
                return settings, folder / name
    return {}, None


def waivers(settings: Mapping[str, Any], path: Path | None) -> tuple[Waiver, ...]:
    """The waivers of the configuration; each needs a rule and a reason."""
    return tuple(_waiver(said, path) for said in settings.get("waivers", []))


def read_baseline(path: Path) -> frozenset[str]:
    """The fingerprints of the findings in an earlier JSON report."""
    try:
        return frozenset(f["fingerprint"] for f in json.loads(path.read_text("utf-8"))["findings"])
    except OSError as error:
        raise BadConfig(f"{path}: the baseline cannot be read ({error.strerror}).") from None
    except (ValueError, KeyError, TypeError):
        raise BadConfig(f"{path}: this is no JSON report of govlint; make one with --format json={path}.") from None


def packs() -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The folders that the nearest configuration names as packs, and those it trusts."""
    settings, path = read_config(None, Path.cwd())
    base = path.parent if path else Path.cwd()
    return tuple(base / p for p in settings.get("packs", ())), tuple(base / p for p in settings.get("trusted", ()))


def schema() -> dict[str, Any]:
    """The JSON Schema of `govlint.toml`, for editors."""
    keys = {key: {**_SCHEMAS[kind], **({"enum": list(CHOICES[key])} if key in CHOICES else {})} for key, kind in KINDS.items()}
    waiver = {key: {"type": "string", "minLength": 1} for key in WAIVER_KEYS}
    waiver["until"] |= {"format": "date"}
    keys["waivers"] = {
        "type": "array",
        "items": {"type": "object", "properties": waiver, "required": ["rule", "reason"], "additionalProperties": False},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The configuration of govlint (govlint.toml)",
        "type": "object", "properties": keys, "additionalProperties": False,
    }  # fmt: skip


def _read(path: Path) -> dict[str, Any]:
    try:
        written = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        if path.name == "pyproject.toml":
            return {}  # not ours to judge
        raise BadConfig(f"{path}: this is not TOML: {error}.") from None
    except OSError as error:
        raise BadConfig(f"{path}: the configuration cannot be read ({error.strerror}).") from None
    if path.name == "pyproject.toml":
        written = written.get("tool", {}).get("govlint", {})
    for key, value in written.items():
        _check(path, key, value)
    return written


def _check(path: Path, key: str, value: Any) -> None:
    if key not in KINDS:
        raise BadConfig(f"{path}: unknown key “{key}”{_nearest(key, KINDS)}")
    kind = KINDS[key]
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise BadConfig(f"{path}: “{key}” must be {_WORDS[kind]}, not {value!r}.")
    if key in SETTABLE and value <= 0:
        raise BadConfig(f"{path}: “{key}” must be more than 0, not {value!r}.")
    if key in CHOICES and value not in CHOICES[key]:
        raise BadConfig(f"{path}: “{key}” cannot be {value!r}{_nearest(value, CHOICES[key])}")
    if kind is list and key != "waivers" and not all(isinstance(item, str) for item in value):
        raise BadConfig(f"{path}: “{key}” must be a list of texts, not {value!r}.")


def _waiver(said: Any, path: Path | None) -> Waiver:
    if not isinstance(said, dict):
        raise BadConfig(f"{path}: a waiver is a table, as [[waivers]] with rule and reason.")
    for key in said:
        if key not in WAIVER_KEYS:
            raise BadConfig(f"{path}: unknown key “{key}” of a waiver{_nearest(key, WAIVER_KEYS)}")
    if not said.get("rule") or not said.get("reason"):
        raise BadConfig(f"{path}: a waiver needs a rule and a reason: {said!r}.")
    until = said.get("until")
    if isinstance(until, str):
        try:
            until = date.fromisoformat(until)
        except ValueError:
            raise BadConfig(f"{path}: “until” of a waiver is a date such as 2027-03-31, not {until!r}.") from None
    return Waiver(said["rule"], said.get("address", "*"), said["reason"], until, said.get("who", ""))


def _nearest(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; did you mean “{close[0]}”?" if close else f"; known are {', '.join(sorted(known))}."
