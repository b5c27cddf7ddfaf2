"""The wish to end early: Ctrl-C, or the SIGTERM of a machine that runs builds."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from typing import Any

SIGNALS = (signal.SIGINT, signal.SIGTERM)
ONCE = "Ending after the pages in flight, with a report of what was done. Once more (Ctrl-C) ends at once."


class Stop:
    """Hears the signals while its `with` lasts.

    While it is `patient` the first one only sets `asked`, so that what is in hand can be
    brought to its end; the next one, and each while it is not patient, raises KeyboardInterrupt.
    `say` tells the user, when `asked` is looked at and not in the midst of something.
    """

    def __init__(self, say: Callable[[str], None] = lambda text: None) -> None:
        self.patient = False
        self._say = say
        self._heard = self._told = False
        self._ending = False
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Stop:
        if threading.current_thread() is threading.main_thread():
            for number in SIGNALS:
                # Ignored as by nohup, or for a command that a shell put into the background: so it stays.
                if signal.getsignal(number) is not signal.SIG_IGN:
                    self._before[number] = signal.signal(number, self._hear)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    @property
    def asked(self) -> bool:
        """Whether somebody asked to end."""
        if self._heard and not self._told:
            self._told = True
            self._say(ONCE)
        return self._heard

    def _hear(self, *_: object) -> None:
        if self.patient and not self._heard:
            self._heard = True
        elif not self._ending:
            self._ending = True  # one exception is enough; cleaning up is not to be interrupted
            raise KeyboardInterrupt
