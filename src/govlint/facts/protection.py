"""What keeps people out of a document, and what runs in it: passwords and macros of all formats."""

from __future__ import annotations

import io
import struct
import zipfile

import olefile

from ..evidence.fact import Inapplicable, fact
from . import odf, ooxml
from .package import BadPackage, open_package, read_member
from .pdf import PdfReport

OLE_KINDS = ("doc", "xls", "ppt", "ole", "vsd", "pub", "msg")
LOCKABLE = ("pdf", "zip", "encrypted-office", "doc", "xls", "odt", "ods", "odp", "odg", "ott", "ots", "odf")
LARGEST_MANIFEST = 10_000_000  # bytes
_MACRO_STREAMS = ("macros", "_vba_project_cur", "vba", "_vba_project")
_FAULTS = (OSError, ValueError, IndexError, struct.error, RecursionError)


@fact
def locked(document: bytes, signature: str, opened_pdf: PdfReport | None = None) -> bool:
    """Whether the document opens only with a password; for formats that can have one."""
    if signature not in LOCKABLE:
        raise Inapplicable(f"{signature} has no passwords")
    if signature == "encrypted-office":
        return True
    if opened_pdf is not None:
        return opened_pdf.needs_password
    if signature == "zip":
        return any(member.flag_bits & 1 for member in _members(document))
    return _ole_locked(document) if signature in ("doc", "xls") else _odf_locked(document)


@fact
def macros(document: bytes, signature: str) -> tuple[str, ...]:
    """The parts of an office document that hold macros, 20 at most; empty where there are none."""
    if signature in (*odf.KINDS, *ooxml.KINDS):
        return tuple(m.filename for m in _members(document) if _is_macro(m.filename))[:20]
    if signature not in OLE_KINDS:
        raise Inapplicable(f"{signature} has no macros")
    try:
        with olefile.OleFileIO(io.BytesIO(document)) as compound:
            paths = ["/".join(path) for path in compound.listdir(streams=True, storages=True)]
    except _FAULTS:
        raise Inapplicable("the old Office file cannot be opened") from None
    return tuple(p for p in paths if p.lower().rpartition("/")[2] in _MACRO_STREAMS)[:20]


def _members(body: bytes) -> list[zipfile.ZipInfo]:
    with open_package(body) as package:
        return package.infolist()


def _is_macro(name: str) -> bool:
    if name.endswith("vbaProject.bin") or "/macrosheets/" in name or name.startswith("Scripts/"):
        return True
    # Each Basic library has a list of its modules; the modules themselves are the macros.
    return name.startswith("Basic/") and name.endswith(".xml") and not name.endswith(("-lc.xml", "-lb.xml"))


def _odf_locked(body: bytes) -> bool:
    try:
        with open_package(body) as package:
            manifest = read_member(package, odf.MANIFEST, LARGEST_MANIFEST)
    except BadPackage:
        return False
    return b"encryption-data" in manifest


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
