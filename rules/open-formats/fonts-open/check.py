"""Look at the fonts that a page names itself and, where a browser showed it, at those it fetched."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Place, Verdict
from govlint.facts.place import at, attributes

OPEN = ("woff2", "woff")
OTHER = ("ttf", "otf", "eot", "ttc", "pfb")
FACE = re.compile(r"@font-face\s*\{([^}]*)\}", re.IGNORECASE)
ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+)", re.IGNORECASE)


def check(dom: LexborHTMLParser, layout: dict[str, Any] | None = None) -> Iterator[Verdict]:
    told: set[str] = set()
    for place, addresses in _fonts(dom, layout):
        known = [(address, suffix) for address in addresses if (suffix := _suffix(address)) in OPEN + OTHER]
        # The first that a browser can read is taken, and all read WOFF.
        best = next((k for k in known if k[1] in OPEN), known[0] if known else None)
        if best is None or _name(best[0]) in told:
            continue
        told.add(_name(best[0]))
        said = {"name": _name(best[0]), "format": best[1].upper()}
        yield Passed(place, "open", **said) if best[1] in OPEN else Failed(place, "other", **said)


def _fonts(dom: LexborHTMLParser, layout: dict[str, Any] | None) -> Iterator[tuple[Place | str, list[str]]]:
    for node in dom.css("style"):
        for face in FACE.findall(node.text()):
            yield at(node), ADDRESS.findall(face)
    for node in dom.css("link[href][as=font]"):
        yield at(node), [attributes(node)["href"]]
    for address in (layout or {}).get("assets", ()):
        yield "", [address]


def _suffix(address: str) -> str:
    return PurePosixPath(_name(address)).suffix[1:].lower()


def _name(address: str) -> str:
    try:
        return PurePosixPath(unquote(urlsplit(address.strip()).path)).name
    except ValueError:
        return ""
