"""What keeps people out of a document, and what runs in it: passwords and macros of all formats."""

from __future__ import annotations

import io
import struct

import olefile

from ..evidence.fact import Inapplicable, fact
from .odf import OdfReport
from .ooxml import OoxmlReport
from .package import BadPackage, open_package
from .pdf import PdfReport

OLE_KINDS = ("doc", "xls", "ppt", "ole", "vsd", "pub", "msg")
LOCKABLE = ("pdf", "zip", "encrypted-office", "doc", "xls", "odt", "ods", "odp", "odg", "ott", "ots", "odf")
_MACRO_STREAMS = ("macros", "_vba_project_cur", "vba", "_vba_project")
_FAULTS = (OSError, ValueError, IndexError, struct.error, RecursionError)


@fact
def locked(
    document: bytes, signature: str, opened_pdf: PdfReport | None = None, odf: OdfReport | None = None
) -> bool:
    """Whether the document opens only with a password; for formats that can have one."""
    if signature not in LOCKABLE:
        raise Inapplicable(f"{signature} has no passwords")
    if signature == "encrypted-office":
        return True
    if opened_pdf is not None:
        return opened_pdf.needs_password
    if odf is not None:
        return odf.locked
    if signature == "zip":
        return _zip_locked(document)
    return _ole_locked(document) if signature in ("doc", "xls") else False


@fact
def macros(
    document: bytes, signature: str, odf: OdfReport | None = None, ooxml: OoxmlReport | None = None
) -> tuple[str, ...]:
    """The parts of an office document that hold macros; empty where there are none."""
    if odf is not None:
        return odf.macros
    if ooxml is not None:
        return ooxml.macros
    if signature not in OLE_KINDS:
        raise Inapplicable(f"{signature} has no macros")
    try:
        with olefile.OleFileIO(io.BytesIO(document)) as compound:
            paths = ["/".join(path) for path in compound.listdir(streams=True, storages=True)]
    except _FAULTS:
        raise Inapplicable("the old Office file cannot be opened") from None
    return tuple(p for p in paths if p.lower().rpartition("/")[2] in _MACRO_STREAMS)[:20]


def _zip_locked(body: bytes) -> bool:
    try:
        with open_package(body) as package:
            return any(member.flag_bits & 1 for member in package.filelist)
    except BadPackage:
        return False


def _ole_locked(body: bytes) -> bool:
    try:
        with olefile.OleFileIO(io.BytesIO(body)) as compound:
            if compound.exists("WordDocument"):
                start = compound.openstream("WordDocument").read(12)
                # FibBase.fEncrypted, bit 8 of the flags at offset 10 ([MS-DOC] 2.5.2).
                return len(start) == 12 and bool(struct.unpack_from("<H", start, 10)[0] & 0x0100)
            name = next((n for n in ("Workbook", "Book") if compound.exists(n)), "")
            return bool(name) and _has_file_pass(compound.openstream(name).read(65_536))
    except _FAULTS:
        return False


def _has_file_pass(stream: bytes) -> bool:
    """Whether a FilePass record stands among the first ones, which it must ([MS-XLS] 2.4.117)."""
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == 0x2F:
            return True
        if kind == 0x0A:  # end of the first part
            return False
        at += 4 + length
    return False
