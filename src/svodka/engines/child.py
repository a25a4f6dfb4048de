"""One worker as the pool sees it: what it was given, what it still owes, and until when."""

from __future__ import annotations

import os
import pickle
import time
from collections import deque
from collections.abc import Sequence
from contextlib import suppress

from svodka.core.errors import EngineError, SvodkaError
from svodka.engines.worker import BEGUN, READY, RETIRED
from svodka.ingest import processes
from svodka.ingest.units import Unit
from svodka.settings import Settings
from svodka.store import Result

_START = 120
"""Seconds that a process may take to load; they are no document's fault."""


class RetiredError(Exception):
    """A worker has left to make room for a fresh one."""


class Child:
    """A worker process. It does not get the Ctrl-C of the terminal: its parent decides how a run ends.

    Args:
        settings: What to do; they are sent at once.

    Attributes:
        blames: Whether the first document that it owes is the one in work; else it has all of them in work at once.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process, self.connection = processes.start("svodka.engines.worker")
        self._ready = self.blames = False
        self._owed: deque[Unit] = deque()
        self._deadline = time.monotonic() + _START
        self.connection.send((os.getcwd(), settings))  # noqa: PTH109

    @property
    def seconds_left(self) -> float | None:
        """How long to wait for it; ``None`` where it owes nothing."""
        return None if self._ready and not self._owed else max(0.0, self._deadline - time.monotonic())

    def is_overdue(self) -> bool:
        """Tell whether it should have answered by now.

        Raises:
            EngineError: It does not get through with loading.
        """
        if self.seconds_left != 0:
            return False
        if not self._ready:
            raise EngineError(f"a worker process did not load within {_START} seconds; try --jobs 1")
        return True

    def give(self, units: Sequence[Unit], *, together: bool) -> None:
        """Send units, to be begun together or one by one; if it has died, that shows when the answer is asked for."""
        self._owed.extend(units)
        self.blames = not together
        if self._ready:
            self._deadline = time.monotonic() + self._settings.timeout
        with suppress(OSError):
            self.connection.send((units, together))

    def receive(self) -> Result | None:
        """Return the result of the unit in work; ``None`` where it only says how far it is.

        Raises:
            RetiredError: It has left of itself, between two lists of units.
            EOFError: It is dead; with units owed and ``blames`` it died of the first of them.
            SvodkaError: The model or a table of the user's cannot be loaded.
        """
        try:
            answer = self.connection.recv()
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            if self._ready:
                raise EOFError from error
            raise EngineError("a worker process ended while it was loading; try svodka doctor, or --jobs 1") from error
        if isinstance(answer, SvodkaError):
            raise answer
        self._deadline = time.monotonic() + self._settings.timeout
        if answer == RETIRED:
            raise RetiredError
        if answer in (READY, BEGUN):
            self._ready = True
            self.blames |= answer == BEGUN
            return None
        self._owed.popleft()
        result: Result = answer
        return result

    def stop(self) -> None:
        """End the process, and its own reader process with it."""
        self.connection.close()
        processes.end(self._process)
