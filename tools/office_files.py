"""The office documents, tables and odds and ends of fixtures/documents."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

DAY = (2025, 4, 30, 12, 0, 0)


def packed(members: dict[str, str | bytes], stored: tuple[str, ...] = ("mimetype",), flags: int = 0) -> bytes:
    """A zip of these members in this order, the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, body in members.items():
            entry = zipfile.ZipInfo(name, DAY)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.create_system = 3
            package.writestr(entry, body)
    raw = bytearray(out.getvalue())
    if flags:
        _set_flags(raw, flags)
    return bytes(raw)


def _set_flags(raw: bytearray, flags: int) -> None:
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(mark)
        while at >= 0:
            raw[at + offset] |= flags
            at = raw.find(mark, at + 4)


NAMESPACES = " ".join(
    f'xmlns:{prefix}="{url}"'
    for prefix, url in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
    }.items()
)
MEDIA = "application/vnd.oasis.opendocument.text"
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
WORDS = "<text:h text:outline-level=\"1\">Keep bees</text:h><text:p>Tell us where you live.</text:p>"


def odf(kind: str = "text", body: str = WORDS, version: str = "1.3", title: str = "Keep bees", language: str = "en-GB",
        styles: str = "", day: str = "2025-04-30") -> dict[str, str | bytes]:  # fmt: skip
    """The members of an OpenDocument package."""
    media = f"application/vnd.oasis.opendocument.{kind}"
    country = f' fo:country="{language.partition("-")[2]}"' if "-" in language else ""
    default = f'<style:default-style style:family="paragraph"><style:text-properties fo:language="{language.partition("-")[0]}"{country}/></style:default-style>'
    return {
        "mimetype": media,
        "content.xml": f'{XML}<office:document-content {NAMESPACES} office:version="{version}"><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
        "styles.xml": f'{XML}<office:document-styles {NAMESPACES} office:version="{version}"><office:styles>'
        f"{default if language else ''}</office:styles></office:document-styles>",
        "meta.xml": f'{XML}<office:document-meta {NAMESPACES} office:version="{version}"><office:meta>'
        f"{f'<dc:title>{title}</dc:title>' if title else ''}<dc:date>{day}T12:00:00</dc:date></office:meta></office:document-meta>",
        "META-INF/manifest.xml": manifest(media, version, ("content.xml", "styles.xml", "meta.xml")),
    }


def manifest(media: str, version: str, names: tuple[str, ...], locked: bool = False) -> str:
    lock = '<manifest:encryption-data manifest:checksum="x"/>' if locked else ""
    said = f' manifest:version="{version}"' if version not in ("1.0", "1.1") else ""
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml">{lock}</manifest:file-entry>' for name in names
    )
    return (
        f'{XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"{said}>'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{media}"/>{entries}</manifest:manifest>'
    )


TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TRANSITIONAL = "http://schemas.openxmlformats.org"
STRICT = "http://purl.oclc.org/ooxml"


def ooxml(part: str, root: str, namespace: str = TRANSITIONAL, title: str = "Keep bees", inner: str = "",
          more: dict[str, str | bytes] | None = None, day: str = "2025-04-30") -> dict[str, str | bytes]:  # fmt: skip
    """The members of an Office Open XML package whose main part is this one."""
    office = f"{namespace}/officeDocument/2006/relationships" if namespace == TRANSITIONAL else f"{namespace}/officeDocument/relationships"
    return {
        "[Content_Types].xml": f'{XML}<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{office}/officeDocument" Target="{part}"/></Relationships>',
        part: f"{XML}{root.format(ns=namespace, inner=inner)}",
        "docProps/core.xml": f'{XML}<cp:coreProperties xmlns:cp="{TRANSITIONAL}/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
        f'<dcterms:modified xmlns:dcterms="http://purl.org/dc/terms/">{day}T12:00:00Z</dcterms:modified></cp:coreProperties>',
        **(more or {}),
    }


SHEET_PART = ("xl/workbook.xml", '<workbook xmlns="{ns}/spreadsheetml/2006/main"><sheets/>{inner}</workbook>')
WORD_PART = ("word/document.xml", '<w:document xmlns:w="{ns}/wordprocessingml/2006/main"><w:body>{inner}</w:body></w:document>')
STRICT_WORD = ("word/document.xml", '<w:document xmlns:w="{ns}/wordprocessingml/main"><w:body>{inner}</w:body></w:document>')


PICTURE = '<draw:frame draw:name="Map" draw:style-name="fr1"><draw:image xlink:href="Pictures/1.png"/>{words}</draw:frame>'


def odfs() -> dict[str, dict[str, str | bytes]]:
    """OpenDocument files with one thing about each."""

    def with_picture(words: str = "", styles: str = "") -> dict[str, str | bytes]:
        return odf(body=WORDS + f"<text:p>{PICTURE.format(words=words)}</text:p>", styles=styles)

    decoration = '<style:style style:name="fr1"><style:graphic-properties loext:decorative="true"/></style:style>'
    boxed = "<text:p><draw:frame><draw:text-box><text:p>Words</text:p></draw:text-box></draw:frame></text:p>"
    bare = odf()
    return {
        "good.odt": odf(),
        "no-manifest.odt": {name: body for name, body in odf().items() if not name.startswith("META-INF")},
        "lost-part.odt": bare | {"META-INF/manifest.xml": manifest(str(bare["mimetype"]), "1.3", ("content.xml", "Pictures/1.png"))},
        "broken-meta.odt": odf() | {"meta.xml": f"{XML}<office:document-meta>"},
        "version-1.1.odt": odf(version="1.1"),
        "version-1.2.odt": odf(version="1.2"),
        "no-version.odt": odf(version="") | {"META-INF/manifest.xml": manifest(MEDIA, "1.1", ("content.xml",))},
        "untitled.odt": odf(title=""),
        "no-language.odt": odf(language=""),
        "language-none.odt": odf(language="zxx-none"),
        "picture-bare.odt": with_picture(),
        "picture-bare-old.odt": odf(body=WORDS + f"<text:p>{PICTURE.format(words='')}</text:p>", day="2018-09-22"),
        "picture-title.odt": with_picture("<svg:title>A map of hives</svg:title>"),
        "picture-words.odt": with_picture("<svg:desc>A map of hives</svg:desc>"),
        "picture-file-name.odt": with_picture("<svg:desc>map.svg</svg:desc>"),
        "picture-blank.odt": with_picture("<svg:desc> </svg:desc>"),
        "picture-decoration.odt": with_picture(styles=decoration),
        "text-box.odt": odf(body=WORDS + boxed),
    }


DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
INLINE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="{d}/wordprocessingDrawing"><wp:docPr id="1" name="Map"{said}>{inner}</wp:docPr>'
    '<a:graphic xmlns:a="{d}/main"><a:graphicData uri="{d}/{kind}"><pic:pic xmlns:pic="{d}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="map.png"/></pic:nvPicPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
)
SLIDE = (
    '<p:sld xmlns:p="{ns}/presentationml/2006/main"><p:sp><p:nvSpPr><p:cNvPr id="1" name="Title"/></p:nvSpPr></p:sp>'
    '<p:pic><p:nvPicPr><p:cNvPr id="2" name="Map"{said}/></p:nvPicPr></p:pic></p:sld>'
)
TABLE = (
    '<p:sld xmlns:p="{ns}/presentationml/2006/main"><p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="2" name="Fees"/></p:nvGraphicFramePr>'
    '<a:graphic xmlns:a="{d}/main"><a:graphicData uri="{d}/table"/></a:graphic></p:graphicFrame></p:sld>'
)


def ooxmls() -> dict[str, dict[str, str | bytes]]:
    """Office Open XML files with one thing about each."""

    def with_picture(said: str = "", inner: str = "", kind: str = "picture") -> dict[str, str | bytes]:
        return ooxml(*WORD_PART, inner=INLINE.format(d=DRAWING, said=said, inner=inner, kind=kind))

    def slides(said: str, frame: str = "") -> dict[str, str | bytes]:
        part = ("ppt/presentation.xml", '<p:presentation xmlns:p="{ns}/presentationml/2006/main">{inner}</p:presentation>')
        return ooxml(*part, more={"ppt/slides/slide1.xml": XML + (frame or SLIDE).format(ns=TRANSITIONAL, said=said, d=DRAWING)})

    decoration = '<a:ext xmlns:a="a"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
    return {
        "picture-bare.docx": with_picture(),
        "picture-bare-old.docx": ooxml(*WORD_PART, inner=INLINE.format(d=DRAWING, said="", inner="", kind="picture"), day="2018-09-22"),
        "picture-words.docx": with_picture(' descr="A map of hives"'),
        "picture-file-name.docx": with_picture(' descr="map.png"'),
        "picture-decoration.docx": with_picture(inner=decoration),
        "text-box.docx": with_picture(kind="wordprocessingShape"),
        "chart-bare.docx": with_picture(kind="chart"),
        "table.pptx": slides("", TABLE),
        "picture-bare.pptx": slides(""),
        "picture-words.pptx": slides(' descr="A map of hives"'),
        "broken-part.docx": ooxml("word/document.xml", "<w:document xmlns:w='w'>{inner}"),
    }


def compound(streams: dict[str, bytes]) -> bytes:
    """An OLE2 file with these streams at its root, each shorter than a sector of 4,096 bytes (MS-CFB, version 4)."""
    sector = 4096
    names = ["Root Entry", *streams]
    count = len(streams)
    # Sector 0: the table of sectors; 1: the directory; then one sector a stream.
    table = [0xFFFFFFFD, 0xFFFFFFFE, *([0xFFFFFFFE] * count)]
    table += [0xFFFFFFFF] * (sector // 4 - len(table))
    entries = b""
    for number, name in enumerate(names):
        wide = name.encode("utf-16-le") + b"\0\0"
        root = number == 0
        right = number + 1 if 0 < number < count else 0xFFFFFFFF
        entries += wide.ljust(64, b"\0") + struct.pack("<HBB", len(wide), 5 if root else 2, 1)
        entries += struct.pack("<III", 0xFFFFFFFF, right, 1 if root and count else 0xFFFFFFFF) + bytes(36)
        entries += struct.pack("<IQ", 0xFFFFFFFE if root else 1 + number, 0 if root else sector)
    free = b"\0" * 68 + struct.pack("<III", *[0xFFFFFFFF] * 3) + bytes(48)
    directory = entries.ljust(sector, b"\0") if len(entries) % sector == 0 else (entries + free * 32)[:sector]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 4, 0xFFFE, 12, 6, 1, 1, 1, 0, 0, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<I", 0) + struct.pack("<I", 0xFFFFFFFF) * 108
    body = b"".join(data.ljust(sector, b"\0")[:sector] for data in streams.values())
    return header.ljust(sector, b"\0") + struct.pack(f"<{sector // 4}I", *table) + directory + body


def png() -> bytes:
    """A white dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff")) + chunk(b"IEND", b"")


def word_stream(locked: bool = False) -> bytes:
    """The beginning of a Word 97 document; bit 8 of the flags at offset 10 says that it is encrypted (MS-DOC, FibBase)."""
    return struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0x0809, 0, 0x0100 if locked else 0) + bytes(500)


EVENT = "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20250430T120000Z\r\nDTSTART:20250501T090000Z\r\nSUMMARY:{}\r\nEND:VEVENT\r\n"
CALENDAR = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//govlint//documents//EN\r\n{EVENT}END:VCALENDAR\r\n"


def office_files() -> Iterator[tuple[str, bytes]]:
    """Each file's name and bytes."""
    yield "picture.png", png()
    for name, members in odfs().items():
        yield name, packed(members)
    yield "mimetype-last.odt", packed(dict(reversed(odf().items())))
    yield "mimetype-packed.odt", packed(odf(), stored=())
    whole = packed(odf())
    yield "cut.odt", whole[: len(whole) // 2]
    for name, members in ooxmls().items():
        yield name, packed(members)
    yield "closed.zip", packed({"spending.xlsx": packed(ooxml(*SHEET_PART)), "notes.txt": "Hello"})
    yield "both.zip", packed({"a/spending.xlsx": packed(ooxml(*SHEET_PART)), "a/spending.csv": "a,b\n1,2\n"})
    book = packed(ooxml(*SHEET_PART))
    yield "others.zip", packed({"spending.xlsx": book, "pay.csv": "a,b\n1,2\n", "spending.pdf": b"%PDF-1.7"})
    yield "four.zip", packed({f"spending-{quarter}.xlsx": book for quarter in range(1, 5)})
    yield "empty.zip", packed({})
    yield "legacy.zip", packed({"form.doc": compound({"WordDocument": word_stream()})})
    yield "renamed.zip", packed({"fees.csv": png()})
    yield "system.zip", packed({"fees.csv": "a,b\n1,2\n", "__MACOSX/._fees.csv": "x", "photos/Thumbs.db": "x"})
    yield "climbing.zip", packed({"../fees.csv": "a,b\n1,2\n"})
    yield "picture.bin", bytes(range(8)) * 20
    yield "fees.ods", packed(odf("spreadsheet", '<table:table table:name="Fees"/>'))
    locked = odf()
    locked["META-INF/manifest.xml"] = manifest(str(locked["mimetype"]), "1.3", ("content.xml", "styles.xml"), locked=True)
    yield "locked.odt", packed(locked | {"content.xml": bytes(range(64)), "styles.xml": bytes(range(64))})
    yield "locked.zip", packed({"notes.txt": "Hello"}, flags=1)
    yield "macros.ods", packed(odf("spreadsheet") | {"Basic/script-lc.xml": XML, "Basic/Standard/Module1.xml": XML})
    yield "empty-library.ods", packed(odf("spreadsheet") | {"Basic/script-lc.xml": XML, "Basic/Standard/script-lb.xml": XML})
    yield "script.odt", packed(odf() | {"Scripts/python/hello.py": "pass"})
    yield "fees.xlsx", packed(ooxml(*SHEET_PART))
    yield "macros.xlsm", packed(ooxml(*SHEET_PART, more={"xl/vbaProject.bin": b"Attribute VB_Name"}))
    yield "form.docx", packed(ooxml(*WORD_PART))
    yield "strict.docx", packed(ooxml(*STRICT_WORD, namespace=STRICT))
    yield "form.doc", compound({"WordDocument": word_stream()})
    yield "locked.doc", compound({"WordDocument": word_stream(locked=True)})
    yield "locked.docx", compound({"EncryptionInfo": b"<encryption/>", "EncryptedPackage": bytes(64)})
    yield "pay.xls", compound({"Workbook": struct.pack("<HHHH", 0x809, 4, 0x600, 5) + struct.pack("<HH", 10, 0)})
    yield "locked.xls", compound({"Workbook": struct.pack("<HHHH", 0x809, 4, 0x600, 5) + struct.pack("<HHH", 0x2F, 2, 0)})
    yield "macros.xls", compound({"Workbook": struct.pack("<HHHH", 0x809, 4, 0x600, 5), "_VBA_PROJECT_CUR": b"x"})
    yield "files.zip", packed({"notes.txt": "Hello"})
    yield "bomb.zip", packed({"zeros.txt": bytes(3_000_000), "notes.txt": "Hello"})
    damaged = bytearray(packed({"notes.txt": "Hello, hello, hello"}, stored=("notes.txt",)))
    damaged[damaged.find(b"Hello")] ^= 0xFF
    yield "damaged-member.zip", bytes(damaged)
    yield "deep.json", b"[" * 20_000 + b"]" * 20_000
    yield "deep.xml", b"<hive>" * 501 + b"</hive>" * 501
    yield "deep-enough.xml", b"<hive>" * 500 + b"</hive>" * 500
    yield "false-encoding.xml", "<?xml version='1.0' encoding='UTF-8'?>\n<fee>£5</fee>".encode("cp1252")
    yield "true-encoding.xml", "<?xml version='1.0' encoding='windows-1252'?>\n<fee>£5</fee>".encode("cp1252")
    yield "good.ics", CALENDAR.format("Bees").encode()
    yield "pound-cp1252.ics", CALENDAR.format("Fee £5").encode("cp1252")
    yield "pound-cp1252.vcf", "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:£5\r\nEND:VCARD\r\n".encode("cp1252")
    yield "pound-cp1252.csv", "name,fee\r\nhive,12\r\nswarm,£5\r\n".encode("cp1252")
    yield "fees-utf16.csv", "name\tfee\r\nhive\t£12\r\n".encode("utf-16")
    yield "fees-bom.csv", "name,fee (£)\r\nhive,12\r\n".encode("utf-8-sig")
