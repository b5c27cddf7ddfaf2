"""The office texts of fixtures/documents that have headings, and OpenDocument files whose content is not as said."""

from __future__ import annotations

from collections.abc import Iterator

from office_files import (
    NAMESPACES,
    PICTURE,
    STRICT,
    STRICT_WORD,
    TRANSITIONAL,
    WORD_PART,
    WORDS,
    XML,
    manifest,
    odf,
    ooxml,
    packed,
)

# Forty different words, and forty others.
SAID = " ".join(f"{a}{b}" for a in ("hive", "swarm", "honey", "queen", "drone") for b in ("wood", "wax", "field", "house", "keeper", "law", "fee", "day"))
UNSAID = SAID.translate(str.maketrans("aeiou", "eioua"))
LONG = "bee " * 1_001
STYLES = (
    '<w:styles xmlns:w="{ns}"><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="Heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="H3"/></w:style>'
    '<w:style w:type="character" w:styleId="Char"><w:name w:val="heading 1"/></w:style></w:styles>'
)
WORD = f"{TRANSITIONAL}/wordprocessingml/2006/main"


def _odt(*headings: int, words: str = "bee", said: str = "Bees", day: str = "2025-04-30") -> bytes:
    body = "".join(f'<text:h text:outline-level="{level}">{said}</text:h>' for level in headings)
    return packed(odf(body=f"{body}<text:p>{words}</text:p>", day=day))


def _docx(*paragraphs: tuple[str, str], day: str = "2025-04-30") -> bytes:
    inner = "".join(f"<w:p><w:pPr>{said}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>" for said, words in paragraphs)
    return packed(ooxml(*WORD_PART, inner=inner, more={"word/styles.xml": XML + STYLES.format(ns=WORD)}, day=day))


def _style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def text_documents() -> Iterator[tuple[str, bytes]]:
    """Each file's name and bytes."""
    one, two, three = _style("berschrift1"), _style("H2"), _style("H3")
    yield "headings.odt", _odt(1, 2, 3, 1, 2)
    yield "headings-old.odt", _odt(1, 2, words=LONG, day="2018-09-22")
    yield "headings-skip.odt", _odt(1, 2, 4)
    yield "headings-empty.odt", _odt(1, said=" ", words=LONG)
    yield "long-bare.odt", _odt(words=LONG)
    yield "long-bare-old.odt", _odt(words=LONG, day="2018-09-22")
    yield "long-enough.odt", _odt(words="bee " * 1_000)
    yield "long-heading.odt", _odt(2, words=LONG)
    yield "headings.docx", _docx((one, "Bees"), (two, "Hives"), (three, "Wood"), (one, "Wasps"))
    yield "headings-skip.docx", _docx((one, "Bees"), (two, "Hives"), ('<w:outlineLvl w:val="3"/>', "Wood"))
    yield "headings-skip-old.docx", _docx((one, "Bees"), (three, "Hives"), day="2018-09-22")
    yield "headings-empty.docx", _docx((one, ""), ("", LONG))
    yield "headings-based.docx", _docx((one, "Bees"), (_style("Own"), "Hives"), ('<w:outlineLvl w:val="9"/>', "Wood"))
    yield "long-bare.docx", _docx((_style("Char"), "Bees"), ("", LONG))
    strict = ooxml(*STRICT_WORD, namespace=STRICT, more={"word/styles.xml": XML + STYLES.format(ns=WORD)})
    yield "strict-mixed.docx", packed(strict)
    sheet = ("xl/workbook.xml", '<workbook xmlns="{ns}/spreadsheetml/2006/main">{inner}</workbook>')
    yield "mixed.xlsx", packed(ooxml(*sheet, more={"xl/worksheets/sheet1.xml": f'{XML}<worksheet xmlns="{STRICT}/spreadsheetml/main"/>'}))
    yield "words.odt", _odt(words=SAID)
    yield "other-words.odt", _odt(words=UNSAID)
    yield "words.docx", _docx(("", SAID + " draft"))
    yield "words.txt", SAID.replace(" ", "\r\n").encode()
    strings = "".join(f"<si><t>{word}</t></si>" for word in SAID.split())
    shared = {"xl/sharedStrings.xml": f'{XML}<sst xmlns="{TRANSITIONAL}/spreadsheetml/2006/main">{strings}</sst>'}
    yield "words.xlsx", packed(ooxml(*sheet, more=shared))
    yield from _contents()


def _contents() -> Iterator[tuple[str, bytes]]:
    """OpenDocument files whose content and package do not belong together, and some that look so."""
    shown = "<text:p>{}</text:p>"
    lost = odf(body=WORDS + shown.format(PICTURE.format(words="")))
    yield "picture-lost.odt", packed(lost)
    yield "picture-there.odt", packed(lost | {"Pictures/1.png": b"\x89PNG"})
    elsewhere = "".join(
        f'<draw:frame><draw:{kind} xlink:href="{href}"/></draw:frame>'
        for kind, href in (("image", "https://a.gov.uk/1.png"), ("image", "../1.png"), ("image", "Pictures/a%20b.png"), ("object", "./Object 1"))
    )
    there = {"Pictures/a b.png": b"\x89PNG", "Object 1/content.xml": f"{XML}<math/>"}
    yield "picture-elsewhere.odt", packed(odf(body=WORDS + shown.format(elsewhere)) | there)
    text, table = odf(), odf("spreadsheet", '<table:table table:name="Fees"/>')
    yield "kind.odt", packed(text | {"content.xml": table["content.xml"]})
    yield "no-body.odt", packed(text | {"content.xml": f'{XML}<office:document-content {NAMESPACES} office:version="1.3"/>'})
    yield "root.odt", packed(text | {"styles.xml": f'{XML}<office:document {NAMESPACES} office:version="1.3"/>'})
    yield "versions.odt", packed(text | {"styles.xml": odf(version="1.2")["styles.xml"]})
    formula = odf("formula")
    formula["META-INF/manifest.xml"] = manifest(str(formula["mimetype"]), "1.3", ("content.xml", "styles.xml", "meta.xml"))
    yield "formula.odf", packed(formula)
