"""A linked zip archive and what lies in it, one level deep."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath

from ..evidence.fact import NotGathered, fact
from .formats import FORMATS
from .package import HIGHEST_RATIO, LARGEST_MEMBER, BadPackage, TooLarge, is_bomb, open_package, read_member
from .signatures import recognise, refuse_other

MOST_LOOKED_INTO = 100  # members whose first bytes are read
LARGEST_LOOKED_INTO = 5_000_000  # bytes
MOST_READ = 50_000_000  # bytes of members in all
MOST_JUDGED, MOST_JUDGED_BYTES = 30, 20_000_000  # members that are judged as documents, and their bytes in all
_PACKED = ("7z", "rar", "gz", "bz2", "xz", "tar")
_SYSTEM = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its format by suffix, empty where that is not known, and in truth, empty if not looked at."""

    name: str
    stem: str
    format: str
    signature: str
    size: int


@dataclass(frozen=True, slots=True)
class Archive:
    """A zip. `left_by_system` are files that a desktop put there unasked, `unsafe` names that lead out of the folder."""

    members: tuple[Member, ...] = ()
    left_by_system: tuple[str, ...] = ()
    unsafe: tuple[str, ...] = ()
    unreadable: tuple[tuple[str, str], ...] = ()


@fact
def archive(document: bytes, signature: str, promised: str) -> Archive:
    """The report of a linked file that is a zip and does not say to be anything else."""
    refuse_other(signature, "zip")
    refuse_other(promised or "zip", "zip")
    with open_package(document) as package:
        return _report(package)


@fact
def archive_bodies(document: bytes, archive: Archive) -> tuple[tuple[str, bytes], ...]:
    """(name, bytes) of the first files in a linked zip that are of a known format and no archives themselves."""
    known = [m for m in archive.members if m.format and m.signature not in ("", "zip", *_PACKED) and m.size <= LARGEST_LOOKED_INTO]
    found: list[tuple[str, bytes]] = []
    left = MOST_JUDGED_BYTES
    with open_package(document) as package:
        for member in known[:MOST_JUDGED]:
            if member.size > left:
                continue
            try:
                found.append((member.name, read_member(package, member.name, LARGEST_LOOKED_INTO)))
                left -= member.size
            except BadPackage:
                continue  # the archive's own report says so
    return tuple(found)


def _report(package: zipfile.ZipFile) -> Archive:
    entries = [m for m in package.infolist() if not m.is_dir()]
    system = [m.filename for m in entries if m.filename.startswith(_SYSTEM) or m.filename.endswith(_SYSTEM)]
    if bomb := next((m for m in entries if m.file_size > LARGEST_MEMBER and is_bomb(m)), None):
        raise NotGathered(f"{bomb.filename} unpacks to {bomb.file_size:,} bytes, over {HIGHEST_RATIO} times its size, and the zip was not looked into")
    own = [m for m in entries if m.filename not in set(system)]
    members, unreadable = [], []
    left = MOST_READ
    for number, entry in enumerate(own):
        path = PurePosixPath(entry.filename)
        real = ""
        if number < MOST_LOOKED_INTO and entry.file_size <= min(LARGEST_LOOKED_INTO, left) and not entry.flag_bits & 1:
            left -= entry.file_size
            try:
                real = recognise(read_member(package, entry.filename, LARGEST_LOOKED_INTO))
            except TooLarge:
                real = ""
            except BadPackage as fault:
                unreadable.append((entry.filename, str(fault)))
        suffix = path.suffix[1:].lower()
        members.append(Member(entry.filename, path.stem, suffix if suffix in FORMATS else "", real, entry.file_size))
    unsafe = [m.filename for m in entries if m.filename.startswith(("/", "\\")) or ".." in PurePosixPath(m.filename).parts]
    return Archive(tuple(members[:1_000]), tuple(system[:1_000]), tuple(unsafe[:20]), tuple(unreadable[:20]))
