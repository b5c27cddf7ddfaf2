"""The real format of a file by its bytes."""

from __future__ import annotations

import io
import zipfile

import pytest

from govlint.evidence.vendored import shipped
from govlint.facts.formats import FORMATS, of_media_type
from govlint.facts.kinds import fits
from govlint.facts.signatures import recognise

DOCUMENTS = shipped("documents")


@pytest.mark.parametrize(
    ("name", "real"),
    [
        ("good.pdf", "pdf"), ("good.odt", "odt"), ("fees.ods", "ods"), ("fees.xlsx", "xlsx"), ("macros.xlsm", "xlsm"),
        ("form.docx", "docx"), ("strict.docx", "docx"), ("picture-bare.pptx", "pptx"), ("form.doc", "doc"), ("pay.xls", "xls"),
        ("locked.docx", "encrypted-office"), ("files.zip", "zip"), ("empty.zip", "zip"), ("cut.odt", "broken-zip"),
        ("picture.png", "png"), ("picture.bin", "binary"), ("good.ics", "ics"), ("fees-bom.csv", "text"), ("fees-utf16.csv", "text"),
        ("mimetype-last.odt", "odt"),
    ],
)  # fmt: skip
def test_each_file_is_what_it_is(name, real):
    assert recognise((DOCUMENTS / name).read_bytes()) == real


@pytest.mark.parametrize(
    ("body", "real"),
    [
        (b"", "empty"), (b" \r\n", "empty"), (b"a,b\n1,2", "text"), (b"BM,a\n", "text"), (b"AC10,b", "text"), (b"BM\x00\x00", "bmp"),
        (b"[1, 2]", "json"), (b'\xef\xbb\xbf{"a": 1}', "json"), (b"[a],b\n1", "text"),
        (b"<!-- c --><!DOCTYPE html>", "html"), (b"<table>", "html"), (b"<?xml version='1.0'?><html>", "html"), (b"<bees/>", "xml"),
        (b"<?xml version='1.0'?><!-- c --><a:feed xmlns:a='x'>", "atom"), (b"<!DOCTYPE kml [<!ENTITY a 'b'>]><kml>", "kml"),
        (b"<rss>", "rss"), (b"< 5 bees", "text"), (b"BEGIN:VCARD\r\n", "vcf"), (b"junk\n%PDF-1.4", "pdf"), (b"{\\rtf1", "rtf"),
        (b"\x1f\x8b\x08", "gz"), (b"RIFF1234WEBPVP8", "webp"), (b"\0\0\0 ftypisom", "mp4"),
    ],
)  # fmt: skip
def test_the_first_bytes_tell(body, real):
    assert recognise(body) == real


def test_comments_that_never_end_are_read_once():
    assert recognise(b"<!---->" * 500) == "text"


def zipped(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, body in members.items():
            package.writestr(name.replace("__", "/"), body)
    return out.getvalue()


def test_packages_of_other_kinds_are_told_apart():
    assert recognise(zipped(mimetype="application/epub+zip")) == "epub"
    assert recognise(zipped(mimetype="application/vnd.oasis.opendocument.base")) == "odf"
    assert recognise(zipped(**{"doc.kml": "<kml/>"})) == "kmz"
    assert recognise(zipped(**{"maps__doc.kml": "<kml/>"})) == "zip"
    assert recognise(zipped(**{"Index__Document.iwa": ""})) == "iwork"


def test_a_suffix_says_what_may_stand_behind_it():
    assert fits("csv", "text") and fits("csv", "json") and not fits("csv", "png")
    assert fits("zip", "xlsx") and not fits("xlsx", "zip")
    assert fits("odt", "broken-zip") and not fits("csv", "broken-zip")


def test_every_format_has_a_name_and_its_first_media_type_leads_to_a_format_of_that_type():
    for form in FORMATS.values():
        assert form.name
        for media_type in form.media_types[:1]:
            assert media_type in FORMATS[of_media_type(media_type)].media_types


def test_a_zip_is_a_zip_though_a_pdf_lies_in_it_unpacked():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        package.writestr("report.pdf", b"%PDF-1.7\n")

    assert recognise(out.getvalue()) == "zip"
