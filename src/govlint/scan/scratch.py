"""The folder for what a scan writes only while it runs, such as the profiles of its browsers."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from ..capture.processes import end_in
from ..evidence.lock import Lock

PREFIX = "govlint-scan-"
LOCK = "lock"
# Characters of a path. A browser makes a socket in a folder of its own, 45 characters more and another 25 for
# ours, and the address of a socket has at most 103: with a longer one it does not start.
LONGEST = 33
SHORT = Path("/tmp")


class Scratch:
    """A folder in the machine's temporary one, removed when it is closed.

    What scans left behind that were killed together with all their workers, folders and
    browsers, is removed first.
    """

    def __init__(self) -> None:
        base = _base()
        sweep(base)
        self._rooms = 0
        while True:
            self.folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=base))
            self._lock = Lock(self.folder / LOCK)
            with suppress(FileNotFoundError):  # swept between its making and its lock
                if self._lock.take():
                    return

    def room(self) -> Path:
        """A new folder in it, for one worker."""
        self._rooms += 1
        room = self.folder / str(self._rooms)
        room.mkdir(parents=True)
        return room

    def close(self) -> None:
        """Remove the folder and all that is in it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.free()


def _base() -> Path:
    usual = Path(tempfile.gettempdir())
    return SHORT if len(str(usual)) > LONGEST and os.access(SHORT, os.W_OK | os.X_OK) else usual


def sweep(temporary: Path) -> None:
    """Remove the folders whose scans are gone, and end the browsers that were left in them."""
    for folder in temporary.glob(f"{PREFIX}*"):
        with suppress(OSError):
            if not _is_ours(folder) or (not (folder / LOCK).exists() and any(folder.iterdir())):
                continue  # somebody else's, or another scan is just closing it
            lock = Lock(folder / LOCK)
            if lock.take():
                end_in(folder)
                shutil.rmtree(folder, ignore_errors=True)
                lock.free()


def _is_ours(folder: Path) -> bool:
    told = folder.lstat()
    return stat.S_ISDIR(told.st_mode) and (not hasattr(os, "getuid") or told.st_uid == os.getuid())
