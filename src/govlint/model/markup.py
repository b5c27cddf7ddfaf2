"""How a good page writes something, and which of several ways fits the version that pages use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_VERSIONS = re.compile(r"(?P<older>before )?version (?P<major>\d+)(?P<minor>\.\d+)?(, from [\d.]+| and (?P<side>before|after))?")


@dataclass(frozen=True, slots=True)
class Markup:
    """How a good page writes it, in a few lines; `version` says for which versions, empty for all."""

    html: str
    version: str = ""


def fitting(ways: tuple[Markup, ...], majors: Iterable[tuple[int, ...]]) -> tuple[Markup, ...]:
    """The ways that fit pages of these major versions, given for each page; all where a page's versions are not known.

    A way whose label names no versions always fits.
    """
    pages = set(majors)
    if not pages or not all(pages):
        return ways
    seen = {major for page in pages for major in page}
    return tuple(way for way in ways if _fits(way.version, seen)) or ways


def names_versions(label: str) -> bool:
    """Whether a label says for which versions a text is, as `version 5 and before` does."""
    return _VERSIONS.fullmatch(label) is not None


def _fits(label: str, majors: set[int]) -> bool:
    said = _VERSIONS.fullmatch(label)
    if said is None:
        return True
    least = most = int(said["major"])
    if said["older"]:
        least, most = 0, most if said["minor"] else most - 1
    elif said["side"] == "before":
        least = 0
    elif said["side"] == "after":
        return max(majors) >= least
    return any(least <= major <= most for major in majors)
