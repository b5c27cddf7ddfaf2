"""A lock on a file that ends with the process that holds it, however that ends."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # Windows: nothing tells two runs apart there
    fcntl = None  # type: ignore[assignment]


class Lock:
    """A file that one process at a time may hold; nothing is left of it when it is freed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO | None = None

    def take(self) -> bool:
        """Whether it is ours now; false where another holds it. Raises OSError where no file can be made."""
        while self._file is None:
            file = self.path.open("ab")
            if not _locked(file):
                file.close()
                return False
            # Whoever held it before may have removed the file after we opened it.
            if _is_there(file, self.path):
                self._file = file
            else:
                file.close()
        return True

    def free(self) -> None:
        """Let go of it."""
        file, self._file = self._file, None
        if file is not None:
            self.path.unlink(missing_ok=True)
            file.close()


def _locked(file: BinaryIO) -> bool:
    if fcntl is None:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_there(file: BinaryIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
