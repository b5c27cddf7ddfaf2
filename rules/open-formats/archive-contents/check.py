"""Look at the files in a zip, one level deep."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.archive import Archive, Member
from govlint.facts.formats import FORMATS, name_of
from govlint.facts.kinds import fits
from govlint.facts.offers import LEGACY_OFFICE, OF_ONE_MAKER, OFFICE, OPEN_COPIES, same
from govlint.facts.signatures import BINARY, EMPTY

CLOSED = OFFICE | LEGACY_OFFICE | OF_ONE_MAKER
MOST = 3  # files named one by one


def check(archive: Archive) -> Iterator[Verdict]:
    found = list(_faults(archive))
    if found:
        yield from found
    elif archive.members:
        yield Passed("", "open", count=len(archive.members))


def _faults(archive: Archive) -> Iterator[Verdict]:
    for name in archive.unsafe[:MOST]:
        yield Failed("", "unsafe", name=name)
    for name, fault in archive.unreadable[:MOST]:
        yield Failed("", "unreadable", name=name, fault=fault)
    wrong = [m for m in archive.members if _differs(m)]
    for member in wrong[:MOST]:
        yield Failed("", "differs", name=member.name, real=name_of(member.signature))
    closed = [m for m in archive.members if m.format in CLOSED and not _has_copy(m, archive.members)]
    for member in closed[:MOST]:
        yield Failed("", "closed", name=member.name, format=name_of(member.format), open=CLOSED[member.format])


def _differs(member: Member) -> bool:
    known = member.format and member.signature not in ("", BINARY, EMPTY)
    return bool(known) and not fits(member.format, member.signature)


def _has_copy(member: Member, members: tuple[Member, ...]) -> bool:
    wanted = OPEN_COPIES.get(FORMATS[member.format].kind, frozenset())
    return any(m.format in wanted and same(m.stem) == same(member.stem) for m in members)
