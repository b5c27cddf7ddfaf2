"""What a PDF says of itself, read with pikepdf within limits."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import settings

from ..evidence.fact import Inapplicable, NotGathered, fact
from .exemption import is_old
from .pdf_form import FormField, fields_of, has_script
from .pdf_pages import Pages, look_at
from .pdf_structure import Structure, structure_of
from .pdf_values import dictionary, flag, string
from .signatures import refuse_other
from .xmp import NO_XMP, Xmp, read_xmp

END = 4096  # bytes in which the end mark is looked for; some writers leave rubbish after it
LARGEST_STREAM = 64_000_000  # bytes after decompression; a page's own drawing seldom passes 10 MB

settings.set_qpdf_limits(
    doc_max_warnings=1_000,
    flate_max_memory=LARGEST_STREAM,
    run_length_max_memory=LARGEST_STREAM,
    png_max_memory=LARGEST_STREAM,
    tiff_max_memory=LARGEST_STREAM,
    dct_max_memory=LARGEST_STREAM,
)
_FAULTS = (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RuntimeError, OSError)
NO_MEMORY, TOO_LARGE = "bad_alloc", "memory limit exceeded"  # as C++ and qpdf say it
_REPAIRED = re.compile(r"damaged|reconstruct|startxref|expected endstream|loop detected", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PdfReport:
    """A PDF as plain data. With an `error`, or where it `needs_password`, nothing else is known.

    `title` is the one of the metadata, `changed` the day of the last change as in 2025-04-30, both empty if not said.
    """

    error: str = ""
    needs_password: bool = False
    damage: str = ""
    version: str = ""
    encrypted: bool = False
    lets_assistive_technology_read: bool = True
    marked: bool = False
    language: str = ""
    title: str = ""
    shows_title: bool = False
    outlined: bool = False
    changed: str = ""
    xfa: str = ""  # static, dynamic or empty
    script: bool = False
    fields: tuple[FormField, ...] = ()
    structure: Structure | None = None
    pages: Pages = Pages()
    xmp: Xmp = NO_XMP

    @property
    def tagged(self) -> bool:
        """Whether assistive technology finds a structure that it may trust."""
        return self.marked and self.structure is not None and self.structure.elements > 0

    @property
    def old(self) -> bool:
        """Whether it was last changed before the day from which accessibility law asks for it."""
        return is_old(self.changed)


@fact
def opened_pdf(document: bytes, signature: str) -> PdfReport:
    """The report of a PDF, also of one that cannot be opened."""
    refuse_other(signature, "pdf")
    return read_pdf(document)


@fact
def pdf(opened_pdf: PdfReport) -> PdfReport:
    """The report of a PDF that could be opened without a password."""
    if opened_pdf.error or opened_pdf.needs_password:
        raise Inapplicable("the PDF cannot be opened")
    return opened_pdf


def read_pdf(body: bytes) -> PdfReport:
    """The report of these bytes; raises NotGathered where a part of them is too large."""
    try:
        with pikepdf.open(io.BytesIO(body)) as opened:
            report = _report(opened)
    except pikepdf.PasswordError:
        return PdfReport(needs_password=True, encrypted=True)
    except RecursionError:
        return PdfReport(error="its parts are nested too deep")
    except _FAULTS as fault:
        if NO_MEMORY in str(fault):
            raise MemoryError from None
        return PdfReport(error=_plain(fault))
    # A repaired file without an end has lost what stood there; one with an end has only a wrong table of contents.
    if report.damage and b"%%EOF" not in body[-END:]:
        return PdfReport(error="its end is missing")
    return report


def _report(opened: pikepdf.Pdf) -> PdfReport:
    root = opened.Root
    info = dictionary(opened.trailer.get("/Info"))
    mark = dictionary(root.get("/MarkInfo"))
    form = dictionary(root.get("/AcroForm"))
    preferences = dictionary(root.get("/ViewerPreferences"))
    xmp = read_xmp(root.get("/Metadata"))
    allowed = opened.allow
    pages, structure = look_at(opened), structure_of(root)
    warnings = list(map(_plain, opened.get_warnings()))
    if any(NO_MEMORY in text for text in warnings):
        raise MemoryError  # qpdf goes on as if the stream were broken
    if any(TOO_LARGE in text for text in warnings):
        raise NotGathered(f"A part of the PDF unpacks to more than {LARGEST_STREAM:,} bytes, and it was not read")
    return PdfReport(
        pages=pages,
        damage=next((text for text in warnings if _REPAIRED.search(text)), ""),
        version=opened.pdf_version,
        encrypted=opened.is_encrypted,
        lets_assistive_technology_read=allowed.accessibility or allowed.extract,
        marked=flag(mark.get("/Marked")),
        language=string(root.get("/Lang")),
        title=xmp.title or string(info.get("/Title")),
        shows_title=flag(preferences.get("/DisplayDocTitle")),
        outlined=dictionary(root.get("/Outlines")).get("/First") is not None,
        changed=max(_day(info.get("/ModDate")), _day(info.get("/CreationDate")), xmp.changed),
        xfa="" if form.get("/XFA") is None else "dynamic" if flag(root.get("/NeedsRendering")) else "static",
        script=has_script(root),
        fields=fields_of(form),
        structure=structure,
        xmp=xmp,
    )


def _day(value: Any) -> str:
    """`D:20250430120000+01'00'` as 2025-04-30; a year or month alone counts as its first day (ISO 32000-1, 7.9.4)."""
    found = re.match(r"\s*D?:?(\d{4})(\d\d)?(\d\d)?", string(value))
    return f"{found[1]}-{found[2] or '01'}-{found[3] or '01'}" if found else ""


def _plain(fault: object) -> str:
    # qpdf names the stream that it reads by a word of its own; people know the file by its address.
    text = re.sub(r"^(description:? ?)?(<[^>]*>|[^:]*BytesIO[^:]*):? ?", "", str(fault)).strip(" :")
    return text or type(fault).__name__
