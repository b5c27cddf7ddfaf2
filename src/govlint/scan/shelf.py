"""Bytes that are put aside, so that the memory of a scan does not grow with the site."""

from __future__ import annotations

import weakref
from array import array
from tempfile import SpooledTemporaryFile, gettempdir

MOST_BYTES = 65_536  # in memory


class ShelfError(Exception):
    """What was found cannot be put aside; the text says where and what to do."""


class Shelf:
    """Pieces of bytes, numbered from 0, each read back when it is asked for.

    The first 64 kB lie in memory, more in a file of the machine's temporary folder that has no name and is
    gone with the shelf, and that nobody but this process reads or writes.
    """

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=MOST_BYTES)  # noqa: SIM115 as long as the shelf
        self._ends = array("Q", [0])
        weakref.finalize(self, self._file.close)

    def __len__(self) -> int:
        return len(self._ends) - 1

    def put(self, piece: bytes) -> int:
        """The piece's number. Raises ShelfError, as on a full disk."""
        try:
            self._file.seek(self._ends[-1])
            self._file.write(piece)
            self._file.flush()
        except OSError as error:
            text = f"What was found cannot be put aside in {gettempdir()} ({error.strerror}). Make room there or name another folder with TMPDIR, and give the same command again: it goes on."
            raise ShelfError(text) from None
        self._ends.append(self._ends[-1] + len(piece))
        return len(self) - 1

    def get(self, number: int) -> bytes:
        """The piece of that number, which is there."""
        self._file.seek(self._ends[number])
        return self._file.read(self._ends[number + 1] - self._ends[number])
