"""XML read as a stream of start tags and text, with nothing expanded and nothing fetched."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

DEEPEST = 500
NO_MEMORY = expat.errors.codes[expat.errors.XML_ERROR_NO_MEMORY]
_STEP = 65_536  # bytes given to the parser at a time


class BadXml(ValueError):
    """The XML cannot be read; the text says why and where."""

    def __init__(self, text: str, line: int = 0) -> None:
        super().__init__(text)
        self.line = line


class HasEntities(BadXml):
    """The XML declares entities of its own, which are not expanded here."""



def read_xml(
    body: bytes,
    start: Callable[[str, dict[str, str]], object] = lambda name, attributes: None,
    end: Callable[[str], object] = lambda name: None,
    text: Callable[[str], object] | None = None,
) -> None:
    """Call `start` for each start tag, `end` for each end tag, and `text` for what lies between; raises BadXml.

    Names are `namespace local`, or `local` alone where there is no namespace.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    depth = 0

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise BadXml(f"elements are nested deeper than {DEEPEST}", parser.CurrentLineNumber)
        start(name, attributes)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name)

    def declared(*_: object) -> None:
        raise HasEntities("it declares entities of its own", parser.CurrentLineNumber)

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.EntityDeclHandler = declared
    if text is not None:
        parser.buffer_text = True
        parser.CharacterDataHandler = text
    try:
        for at in range(0, len(body), _STEP):
            parser.Parse(body[at : at + _STEP], False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        if error.code == NO_MEMORY:
            raise MemoryError from None
        raise BadXml(expat.ErrorString(error.code), error.lineno) from None
    except (LookupError, UnicodeError, ValueError) as error:
        if isinstance(error, BadXml):
            raise
        raise BadXml(str(error), parser.CurrentLineNumber) from None


def local(name: str) -> str:
    """The name of an element or attribute without its namespace."""
    return name.rpartition(" ")[2]
