"""Look at the suffix of each picture's address."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Verdict
from govlint.facts.place import at, attributes

CLOSED = ("bmp", "tif", "tiff", "emf", "wmf", "psd", "eps", "ai", "pcx", "tga")


def check(dom: LexborHTMLParser) -> Iterator[Verdict]:
    for node in dom.css("img[src], input[type=image][src]"):
        try:
            path = PurePosixPath(unquote(urlsplit(attributes(node)["src"].strip()).path))
        except ValueError:
            continue
        if path.suffix[1:].lower() in CLOSED:
            yield Failed(at(node), "closed", name=path.name, format=path.suffix[1:].upper())
