"""Look at the names of frames: empty words, addresses, and the same name for different pages."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.names import Names
from govlint.facts.place import at, attributes
from govlint.facts.wording import plain

GENERIC = frozenset(
    [
        "frame", "iframe", "inline frame", "embed", "embedded content", "content", "main", "title", "untitled", "untitled document",
        "no title", "none", "null", "undefined", "blank", "page", "web page", "external content", "widget", "window",
        "iframe content", "frame content", "frame title", "iframe title",
    ]
)  # fmt: skip
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+\.(?:html?|php|aspx?|jsp|pdf)", re.IGNORECASE)


def check(dom: LexborHTMLParser, names: Names, base_url: str) -> Iterator[Verdict]:
    called: dict[str, list[tuple[LexborNode, str]]] = {}
    for node in dom.css("iframe"):
        name = names.of(node)
        if not name:
            continue
        if plain(name) in GENERIC:
            yield Failed(at(node), "generic", name=name)
        elif ADDRESS.fullmatch(name):
            yield Failed(at(node), "file-name", name=name)
        else:
            yield Passed(at(node), "says")
        called.setdefault(name.casefold(), []).append((node, shown(node, base_url)))

    for found in called.values():
        if len({page for _, page in found}) > 1:
            yield CantTell(at(found[0][0]), "same", count=len(found), name=names.of(found[0][0]))


def shown(node: LexborNode, base_url: str) -> str:
    written = attributes(node)
    try:
        return written.get("srcdoc", "") or urljoin(base_url, written.get("src", "").strip())
    except ValueError:
        return ""
