"""What a page has its reader's browser fetch: scripts, styles, images, frames and the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..evidence.fact import fact
from ..model.url import BadAddress, canonical, origin
from ..model.verdict import Place
from .metadata import Meta
from .place import at, attributes

# element, attribute, kind; `srcset` is a list of addresses
_SOURCES = (
    ("script", "src", "script"),
    ("iframe", "src", "frame"),
    ("frame", "src", "frame"),
    ("object", "data", "frame"),
    ("embed", "src", "frame"),
    ("img", "src", "image"),
    ("img", "srcset", "image"),
    ("source", "src", "media"),
    ("source", "srcset", "image"),
    ("video", "src", "media"),
    ("video", "poster", "image"),
    ("audio", "src", "media"),
    ("track", "src", "media"),
    ('input[type="image" i]', "src", "image"),
)
# Other rels, such as canonical, are links and fetch nothing.
_RELS = {
    "stylesheet": "style",
    "icon": "image",
    "apple-touch-icon": "image",
    "mask-icon": "image",
    "manifest": "manifest",
    "preload": "preload",
    "modulepreload": "script",
}

KINDS = ("script", "style", "image", "manifest")  # of files of which one stands for the others
SOCIAL_IMAGES = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image")


@dataclass(frozen=True, slots=True)
class Resource:
    """One thing fetched with the page: kind, address made absolute, the element's attributes, its place."""

    kind: str
    url: str
    attributes: dict[str, str]
    at: Place


@fact
def resources(dom: LexborHTMLParser, base_url: str) -> tuple[Resource, ...]:
    """All that the page's elements name, in order of kind."""
    found: list[Resource] = []
    for tag, attribute, kind in _SOURCES:
        for node in dom.css(f"{tag}[{attribute}]"):
            found += _of(node, attribute, kind, base_url)
    for node in dom.css("link[href][rel]"):
        rels = attributes(node)["rel"].lower().split()
        kind = next((_RELS[rel] for rel in rels if rel in _RELS), "")
        if kind and "alternate" not in rels:
            found += _of(node, "href", kind, base_url)
    return tuple(found)


@fact
def own_files(resources: tuple[Resource, ...], metas: tuple[Meta, ...], url: str) -> tuple[tuple[str, str], ...]:
    """(kind, address) of the first file of each kind that lies on the page's own origin; `social image` is that of shared links."""
    named = [("icon" if "icon" in r.attributes.get("rel", "") else r.kind, r.url) for r in resources if r.kind in KINDS]
    named += [("social image", meta.content) for meta in metas if meta.name in SOCIAL_IMAGES]
    found: dict[str, str] = {}
    for kind, address in named:
        try:
            if origin(address) == origin(url):
                found.setdefault(kind, canonical(address))
        except BadAddress:
            continue
    return tuple(found.items())


def candidates(srcset: str) -> list[str]:
    """The addresses in a `srcset`, in its order (HTML, 4.8.4.2.1)."""
    return [part.split()[0] for part in re.split(r",\s", srcset) if part.split()]


def _of(node: LexborNode, attribute: str, kind: str, base_url: str) -> list[Resource]:
    written = attributes(node)
    value = written[attribute]
    places = candidates(value) if attribute == "srcset" else [value]
    found = []
    for place in filter(None, (p.strip() for p in places)):
        try:
            found.append(Resource(kind, urljoin(base_url, place), written, at(node)))
        except ValueError:
            continue
    return found
