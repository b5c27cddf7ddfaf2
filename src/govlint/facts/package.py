"""Zip packages, opened with limits: OpenDocument, Office Open XML, EPUB and plain archives."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from ..evidence.fact import Inapplicable, fact

MOST_MEMBERS = 20_000
LARGEST_MEMBER = 64_000_000  # bytes after decompression; ten times the largest content.xml of a usual report
HIGHEST_RATIO = 200  # XML compresses 5 to 30 times, deflate at most 1,032 times
RATIO_FROM = 1_000_000  # bytes; below this a high ratio harms nobody

NO_MEMORY = "Error -4"  # of zlib, Z_MEM_ERROR
_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, ValueError, EOFError, struct.error)


class BadPackage(ValueError):
    """The package cannot be read, and the text says why."""


class TooLarge(BadPackage):
    """A member is larger than is read here; that need not be its fault."""


def open_package(body: bytes) -> zipfile.ZipFile:
    """The package, its directory read; raises BadPackage."""
    count = _members_said(body)
    if count > MOST_MEMBERS:
        raise BadPackage(f"it says to hold {count:,} files, more than {MOST_MEMBERS:,}")
    try:
        package = zipfile.ZipFile(io.BytesIO(body))
    except _FAULTS as error:
        raise BadPackage(str(error) or type(error).__name__) from None
    if len(package.filelist) > MOST_MEMBERS:
        raise BadPackage(f"it holds {len(package.filelist):,} files, more than {MOST_MEMBERS:,}")
    return package


def read_member(package: zipfile.ZipFile, name: str, most: int = LARGEST_MEMBER) -> bytes:
    """The bytes of one member; raises BadPackage for one that is missing, broken or locked, TooLarge."""
    try:
        member = package.getinfo(name)
    except KeyError:
        raise BadPackage(f"{name} is missing") from None
    if member.flag_bits & 1:
        raise BadPackage(f"{name} is locked with a password")
    if member.file_size > most:
        raise TooLarge(f"{name} says to be {member.file_size:,} bytes, more than {most:,}")
    if is_bomb(member):
        raise TooLarge(f"{name} unpacks to {member.file_size:,} bytes, over {HIGHEST_RATIO} times its size")
    try:
        with package.open(member) as stream:
            # Asked for a number of bytes, zipfile unpacks no more than that.
            return stream.read(member.file_size)
    except _FAULTS as error:
        if isinstance(error, zlib.error) and NO_MEMORY in str(error):
            raise MemoryError from None  # which is nothing that the package can help
        raise BadPackage(f"{name} cannot be read: {error}") from None


def is_bomb(member: zipfile.ZipInfo) -> bool:
    """Whether a member unpacks to so many times its size that nobody should unpack it."""
    return member.file_size > RATIO_FROM and member.file_size > HIGHEST_RATIO * max(member.compress_size, 1)


def _members_said(body: bytes) -> int:
    # The end record: APPNOTE 4.3.16; the number of entries stands at offset 10.
    at = body.rfind(b"PK\x05\x06", max(0, len(body) - 65_557))
    if at < 0 or at + 12 > len(body):
        return 0
    count = struct.unpack_from("<H", body, at + 10)[0]
    if count < 0xFFFF:
        return count
    # Zip64: APPNOTE 4.3.14; a directory entry takes 46 bytes at least.
    return struct.unpack_from("<I", body, at + 12)[0] // 46 if at + 16 <= len(body) else 0


@fact
def package_fault(document: bytes, signature: str) -> str:
    """Why a zip package cannot be opened; empty where it can."""
    if not document.startswith(b"PK"):
        raise Inapplicable(f"{signature} is no package")
    try:
        open_package(document).close()
    except BadPackage as fault:
        return str(fault)
    return ""
