"""A linked RDF file: Turtle, N-Triples, RDF/XML or JSON-LD, and how many statements it makes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..evidence.fact import Inapplicable, NotGathered, fact
from .json_document import Parsed
from .signatures import TEXT, TEXTUAL
from .xml_document import XmlReport

LARGEST = 20_000_000  # bytes; read in about two seconds
_FORMS = {"ttl": "TURTLE", "nt": "N_TRIPLES", "rdf": "RDF_XML", "jsonld": "JSON_LD"}
_TYPES = {"text/turtle": "ttl", "application/n-triples": "nt", "application/rdf+xml": "rdf", "application/ld+json": "jsonld"}
_NAMES = {"ttl": "Turtle", "nt": "N-Triples", "rdf": "RDF/XML", "jsonld": "JSON-LD"}
_NEEDS_THE_NET = re.compile(r"remote context|LoadDocument", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RdfReport:
    """`statements` are triples; `elsewhere` tells that terms are defined at another address, which is not read here."""

    form: str
    statements: int = 0
    fault: str = ""
    line: int = 0
    elsewhere: bool = False


@fact
def rdf(
    document: bytes, signature: str, promised: str, media_type: str, url: str, xml_document: XmlReport | None = None,
    json_document: Parsed | None = None,
) -> RdfReport:  # fmt: skip
    """The report of a linked RDF file."""
    form = "rdf" if signature == "rdf" else promised if promised in _FORMS else "" if promised else _TYPES.get(media_type, "")
    if not form or (form in ("ttl", "nt") and signature not in (TEXT, *(TEXTUAL - {"html"}))):
        raise Inapplicable("this is no RDF")
    if form == "rdf" and (xml_document is None or xml_document.fault or xml_document.entities):
        raise Inapplicable("this is no well-formed XML")
    if form == "jsonld" and (json_document is None or json_document.fault):
        raise Inapplicable("this is no JSON")
    if len(document) > LARGEST:
        raise NotGathered(f"The RDF is larger than {LARGEST:,} bytes and was not read.")
    return read_rdf(document, form, url)


def read_rdf(body: bytes, form: str, url: str) -> RdfReport:
    """The statements of these bytes; nothing is fetched for it."""
    import pyoxigraph  # few sites have such a file, and it takes 50 ms to load

    statements = 0
    try:
        for _ in pyoxigraph.parse(input=body.removeprefix(b"\xef\xbb\xbf"), format=getattr(pyoxigraph.RdfFormat, _FORMS[form]), base_iri=url):
            statements += 1
    except (SyntaxError, ValueError) as error:
        said = str(error.msg if isinstance(error, SyntaxError) else error)
        if form == "jsonld" and _NEEDS_THE_NET.search(said):
            return RdfReport(_NAMES[form], elsewhere=True)
        fault = re.sub(r"^Parser error at line \d+[^:]*: | \(line \d+\)$", "", said)
        return RdfReport(_NAMES[form], statements, fault[:110], (getattr(error, "lineno", 0) or 0))
    return RdfReport(_NAMES[form], statements)
