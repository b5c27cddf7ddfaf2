"""Findings in a file while a scan runs: of a large site there are too many to hold them all."""

from __future__ import annotations

import pickle
import weakref
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from operator import attrgetter
from tempfile import SpooledTemporaryFile, gettempdir
from typing import overload

from ..capture.limits import MEGABYTE
from ..model.chosen import Chosen
from ..model.finding import Finding
from ..model.verdict import Place

_PLACE = [f.name for f in fields(Finding)].index("place")
_of_finding = attrgetter(*(f.name for f in fields(Finding)))
_of_place = attrgetter(*(f.name for f in fields(Place)))


class SpoolError(Exception):
    """Findings cannot be put aside; the text says where and what to do."""


class Spool(Sequence[Finding]):
    """All findings that were kept in it, in that order, each read back when it is asked for.

    The first megabyte lies in memory, more in a file of the machine's temporary folder that has no name and is
    gone with the spool, and that nobody but this process reads or writes.
    """

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=MEGABYTE)  # noqa: SIM115 as long as the spool
        self._ends = array("Q", [0])
        weakref.finalize(self, self._file.close)

    def keep(self, findings: Iterable[Finding]) -> Chosen[Finding]:
        """The same findings, to be read from here. Raises SpoolError, as on a full disk."""
        first = len(self)
        for finding in findings:
            plain = list(_of_finding(finding))
            plain[_PLACE] = _of_place(finding.place)
            written = pickle.dumps(plain, pickle.HIGHEST_PROTOCOL)
            try:
                self._file.seek(self._ends[-1])
                self._file.write(written)
                self._file.flush()
            except OSError as error:
                text = f"Findings cannot be put aside in {gettempdir()} ({error.strerror}). Make room there or name another folder with TMPDIR, and give the same command again: it goes on."
                raise SpoolError(text) from None
            self._ends.append(self._ends[-1] + len(written))
        return Chosen(self, range(first, len(self)))

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Chosen[Finding]: ...
    def __getitem__(self, index: int | slice) -> Finding | Chosen[Finding]:
        places = range(len(self))[index]
        if isinstance(places, range):
            return Chosen(self, places)
        self._file.seek(self._ends[places])
        plain = pickle.loads(self._file.read(self._ends[places + 1] - self._ends[places]))
        plain[_PLACE] = Place(*plain[_PLACE])
        return Finding(*plain)

    def __iter__(self) -> Iterator[Finding]:
        return map(self.__getitem__, range(len(self)))
