"""Gather links by their accessible name and compare where they lead."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import CantTell, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.names import Names
from govlint.facts.place import at, attributes
from govlint.facts.roles import role_of

BY_SCRIPT = re.compile(r"""\blocation(?:\.href)?\s*=\s*(['"])(.+?)\1""")


def check(dom: LexborHTMLParser, exposure: Exposure, names: Names, base_url: str) -> Iterator[Verdict]:
    called: dict[str, list[tuple[LexborNode, str]]] = {}
    for node in dom.css(":is(a[href], area[href], [role=link])"):
        target = target_of(node, base_url)
        name = names.of(node)
        if role_of(node) == "link" and exposure.exposed(node) and target and name:
            called.setdefault(name.casefold(), []).append((node, target))

    for name, found in called.items():
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
    href = written.get("href", "") or written.get("xlink:href", "")
    if by_script and (not href or href == "#"):
        href = by_script[2]
    if not href or href == "#" or href.lower().startswith("javascript:"):
        return ""
    try:
        return urljoin(base_url, href.strip())
    except ValueError:
        return ""
