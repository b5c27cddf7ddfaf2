"""What a page describes for machines: things with types and properties, in JSON-LD, microdata or RDFa alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from ..evidence.fact import fact
from ..model.verdict import Place
from .metadata import DataBlock
from .microdata import items
from .rdfa import subjects

SCHEMA = "https://schema.org/"
DCAT = "http://www.w3.org/ns/dcat#"
JSON_LD, MICRODATA, RDFA = "JSON-LD", "microdata", "RDFa"
MOST = 2000  # things of one page; beyond them nothing new is said
# The context that schema.org serves maps its names to http addresses, and two words of JSON-LD.
_CONTEXT = {"@context": {"@vocab": "http://schema.org/", "schema": "http://schema.org/", "id": "@id", "type": "@type",
                         "dcat": DCAT, "dct": "http://purl.org/dc/terms/", "dcterms": "http://purl.org/dc/terms/"}}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing: its types and properties by whole address, how it is written, where.

    `nested` is set for one that is the value of another's property.
    """

    types: tuple[str, ...]
    properties: Mapping[str, tuple[Any, ...]]
    syntax: str
    at: Place
    nested: bool = False

    def of(self, vocabulary: str) -> tuple[str, ...]:
        """The names of its types in that vocabulary."""
        return tuple(name.removeprefix(vocabulary) for name in self.types if name.startswith(vocabulary))

    def names(self, vocabulary: str) -> tuple[str, ...]:
        """The names of its properties in that vocabulary."""
        return tuple(name.removeprefix(vocabulary) for name in self.properties if name.startswith(vocabulary))


@dataclass(frozen=True, slots=True)
class Described:
    """The things of a page; `unread` are the places of what could not be read without asking elsewhere, with the reason."""

    things: tuple[Thing, ...] = ()
    unread: tuple[tuple[Place, str], ...] = field(default=())


class _Elsewhere(Exception):
    """A context has to be fetched, which judging never does."""


@fact
def described(dom: LexborHTMLParser, data_blocks: tuple[DataBlock, ...]) -> Described:
    """All that a page describes, in order of the way it is written."""
    things: list[Thing] = []
    unread: list[tuple[Place, str]] = []
    for block in data_blocks:
        if block.error:
            continue
        try:
            things += _of_nodes(_expanded(block.value), block.at)
        except _Elsewhere as reason:
            unread.append((block.at, str(reason)))
    for node in items(dom):
        things.append(Thing(_same(node.types), _by_address(node.properties), MICRODATA, node.at, node.nested))
    for node in subjects(dom):
        things.append(Thing(_same(node.types), _by_address(node.properties), RDFA, node.at, node.nested))
    return Described(tuple(things[:MOST]), tuple(unread))


def _expanded(value: Any) -> Any:
    """The block with whole addresses in place of names; raises _Elsewhere."""
    from pyld import jsonld  # costs half a second: only pages with JSON-LD pay for it

    try:
        return jsonld.expand(value, {"documentLoader": _context})
    except jsonld.JsonLdError as error:
        raise _Elsewhere(_cause(error)) from None
    except (RecursionError, TypeError, AttributeError, KeyError, ValueError):
        raise _Elsewhere("it is not JSON-LD as the standard has it") from None


def _context(url: str, options: Any) -> dict[str, Any]:
    if url.rstrip("/").removeprefix("https:").removeprefix("http:").removeprefix("//www.").removeprefix("//") not in (
        "schema.org", "schema.org/docs/jsonldcontext.jsonld", "schema.org/docs/jsonldcontext.json"):  # fmt: skip
        raise _Elsewhere(f"its context lies at {url}")
    return {"contextUrl": None, "documentUrl": url, "document": _CONTEXT}


def _cause(error: Any) -> str:
    while error is not None:
        if isinstance(error, _Elsewhere):
            return str(error)
        error = getattr(error, "cause", None) or error.__cause__ or error.__context__
    return "it is not JSON-LD as the standard has it"


def _of_nodes(nodes: Any, place: Place, nested: bool = False) -> Iterator[Thing]:
    for node in nodes if isinstance(nodes, list) else [nodes]:
        if not isinstance(node, dict):
            continue
        properties = {name: tuple(values) for name, values in node.items() if not name.startswith("@") and isinstance(values, list)}
        if node.get("@type"):
            yield Thing(_same(node["@type"]), _by_address(properties), JSON_LD, place, nested)
        inner = [*node.get("@graph", ()), *node.get("@included", ()), *node.get("@list", ())]
        yield from _of_nodes(inner, place, nested)
        for values in properties.values():
            yield from _of_nodes(list(values), place, nested=True)


def _same(names: Any) -> tuple[str, ...]:
    """schema.org is one vocabulary, with http and with https."""
    return tuple(_address(name) for name in names if isinstance(name, str))


def _by_address(properties: Mapping[str, tuple[Any, ...]]) -> dict[str, tuple[Any, ...]]:
    return {_address(name): values for name, values in properties.items()}


def _address(name: str) -> str:
    for written in ("http://schema.org/", "http://www.schema.org/", "https://www.schema.org/"):
        if name.startswith(written):
            return SCHEMA + name.removeprefix(written)
    return name
