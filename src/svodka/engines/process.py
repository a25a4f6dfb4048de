"""Processing units in this process: what every engine does at the end of its way."""

from __future__ import annotations

import gc
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from svodka.core.records import Failure
from svodka.core.source import Source
from svodka.ingest.read import Reference, documents
from svodka.ingest.readings import Refused
from svodka.ingest.units import Unit
from svodka.language.vocabulary import bounded
from svodka.pipeline import Begun, Pipeline, load_own
from svodka.settings import Settings
from svodka.store import Result

_SHORT = 32 * 1024
"""Bytes up to which documents go through the networks together."""

_COLLECTOR = (50_000, 3, 3)
"""How many new objects the collector waits for. Documents go without it, for their words are parted; so it has little
to find, and looks seldom."""


class Processor:
    """The pipeline of one process; the model is loaded here, once.

    Args:
        settings: What to do.

    Raises:
        SvodkaError: The model or a table of the user's cannot be loaded.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._pipeline = Pipeline(settings, bounded(load_own(settings)))
        gc.freeze()  # the collector need not walk through the model again and again
        gc.collect()  # and need not wait until what is old has grown by a quarter of the model
        gc.set_threshold(*_COLLECTOR)

    def begin(self, units: Sequence[Unit]) -> list[Begun | None]:
        """Take documents as far as is quicker together; long ones, which gain nothing, stay as they are."""
        short = [unit.size <= _SHORT for unit in units]
        begun = iter(self._pipeline.begin([self._found(unit) for unit, goes in zip(units, short, strict=True) if goes]))
        return [next(begun) if goes else None for goes in short]

    def result(self, unit: Unit, begun: Begun | None = None) -> Result:
        """Return what comes of one document, which may be on its way."""
        found = self._found(unit) if begun is None else begun.found
        data = (found.data or b"") if self._settings.keep_refused and isinstance(found, Refused) else None
        return Result.of(self._pipeline.outcome(found) if begun is None else self._pipeline.finish(begun), data)

    def result_in_time(self, unit: Unit) -> Result:
        """Return what comes of one document, or that it took too long; only a main thread can stop itself."""
        try:
            with _alarm(self._settings.timeout):
                return self.result(unit)
        except _OverdueError:
            return overdue(unit, self._settings)

    def _found(self, unit: Unit) -> Source | Refused:
        if isinstance(unit.found, Reference):
            return next(documents(unit.found, self._settings.reading))
        return unit.found


def overdue(unit: Unit, settings: Settings) -> Result:
    """Return that a document took too long."""
    return lost(
        unit, "timeout", f"not extracted within --timeout {settings.timeout} seconds; raise it or split the text"
    )


def crashed(unit: Unit, _: Settings) -> Result:
    """Return that the process died of a document."""
    return lost(unit, "crashed", "the process that extracted it died or ran out of memory; split the text")


def lost(unit: Unit, code: str, why: str) -> Result:
    """Return the failure of a document that a process was lost with."""
    doc_id = unit.found.doc_id if isinstance(unit.found, Source) else None
    failure = Failure(doc_id=doc_id, path=unit.name, stage="nlp", code=code, message=f"{unit.name}: {why}")
    return Result.of(failure)


class _OverdueError(BaseException):
    """Time is up; no ``except Exception`` of a library may swallow it."""


@contextmanager
def _alarm(seconds: int) -> Iterator[None]:
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(*_: Any) -> None:
        raise _OverdueError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
