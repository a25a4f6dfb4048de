"""The engine for one machine: in this process where there is little to do, else in as many as there are cores."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from svodka.batch.plan import Batch
from svodka.engines.pool import Pool
from svodka.engines.process import Processor
from svodka.settings import Settings
from svodka.store import Result

_SMALL = 160 * 1024
"""Bytes of new documents that are done in this process before another one has loaded the model."""


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class LocalEngine:
    """Run batches on one machine. The bytes that come out do not depend on ``jobs``.

    Args:
        jobs: The most processes; as many as there are cores if not given.
    """

    def __init__(self, jobs: int | None = None) -> None:
        self._jobs = jobs or cores()

    def run(self, work: Iterable[Batch], settings: Settings) -> Iterator[tuple[Batch, Sequence[Result]]]:
        """Yield each batch with its results, in order."""
        batches = iter(work)
        first: list[Batch] = []
        size = 0
        for batch in batches:
            first.append(batch)
            size += batch.size
            if size > _SMALL or len(first) > self._jobs * 16:
                with Pool(settings, self._jobs) as pool:
                    yield from pool.run(chain(first, batches))
                return
        yield from _here(first, settings)


def _here(work: Iterable[Batch], settings: Settings) -> Iterator[tuple[Batch, Sequence[Result]]]:
    processor: Processor | None = None
    for batch in work:
        units = batch.units
        if units and processor is None:
            processor = Processor(settings)
        yield batch, [processor.result_in_time(unit) for unit in units if processor]
