"""Gather links by their accessible name and compare where they lead."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from selectolax.lexbor import LexborNode

from govlint import CantTell, Passed, Verdict
from govlint.facts.names import Names
from govlint.facts.place import at, attributes

BY_SCRIPT = re.compile(r"""\blocation(?:\.href)?\s*=\s*(['"])(.+?)\1""")


def check(by_role: Mapping[str, tuple[LexborNode, ...]], names: Names, base_url: str) -> Iterator[Verdict]:
    called: dict[str, list[tuple[LexborNode, str]]] = {}
    for node in by_role.get("link", ()):
        target = target_of(node, base_url)
        name = names.of(node)
        if target and name:
            called.setdefault(name.casefold(), []).append((node, target))

    for found in called.values():
        if len(found) < 2:
            continue
        targets = {target for _, target in found}
        first = found[0][0]
        if len(targets) == 1:
            yield Passed(at(first), "same")
        else:
            yield CantTell(at(first), "differ", count=len(found), name=names.of(first), targets=len(targets))


def target_of(node: LexborNode, base_url: str) -> str:
    """Where the link leads; empty if that cannot be told or is nowhere in particular."""
    written = attributes(node)
    by_script = BY_SCRIPT.search(written.get("onclick", ""))
    href = written.get("href", "").strip()
    if by_script and href in ("", "#"):
        href = by_script[2]
    if href in ("", "#") or href.lower().startswith("javascript:"):
        return ""
    try:
        return urljoin(base_url, href)
    except ValueError:
        return ""
