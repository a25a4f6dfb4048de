"""A run from its inputs to its folder."""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from svodka.batch.plan import Batch, Item, batches, plan
from svodka.core.errors import StorageError
from svodka.ingest.options import MEBIBYTE
from svodka.ingest.read import STDIN, Reference, expand
from svodka.ingest.units import units
from svodka.settings import Settings, describe
from svodka.store import Previous, Result, RunWriter

Tell = Callable[[Item, Result | None], None]
"""Told of each document as it is written: its item, and its result unless it is a duplicate."""


class Engine(Protocol):
    """A way to run the pipeline over many documents."""

    def run(self, work: Iterable[Batch], settings: Settings) -> Iterator[tuple[Batch, Sequence[Result]]]:
        """Yield each batch with a result for each of its units, in the order given, pulling batches as it goes."""
        ...


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a run; ``kept`` of the records were taken over from earlier runs."""

    records: int
    failures: int
    duplicates: int
    kept: int


def run_batch(
    inputs: Sequence[str], writer: RunWriter, engine: Engine, settings: Settings, tell: Tell = lambda item, result: None
) -> Summary:
    """Run the pipeline over all inputs and write the run.

    Args:
        inputs: Files, folders, glob patterns, or ``-``.
        writer: Where outcomes go.
        engine: How to run.
        settings: What to do.
        tell: Told of each document.

    Raises:
        SvodkaError: The run cannot go on; what is finished stays.
    """
    kept = 0
    with writer, references(inputs, settings, writer.folder) as found, _room_for_indexes():
        items = plan(units(found, settings.reading), settings, writer.previous)
        for item, result in outcomes(items, engine, settings, writer.previous):
            if result is None:
                writer.add_duplicate(item.unit.name, item.duplicate_of or "", item.key)
            else:
                writer.add(result, item.key)
            kept += item.kept is not None
            tell(item, result)
        writer.finish(describe(settings))
    counts = writer.counts
    return Summary(counts["records"], counts["failures"], counts["duplicates"], kept)


def outcomes(
    items: Iterable[Item], engine: Engine, settings: Settings, previous: Previous
) -> Iterator[tuple[Item, Result | None]]:
    """Yield every item in order with its result: new, or taken over; ``None`` for a duplicate."""
    for batch, results in engine.run(batches(items), settings):
        new = iter(results)
        for item in batch.items:
            if item.duplicate_of is not None:
                yield item, None
            else:
                yield item, previous.read(item.kept) if item.kept else next(new)


@contextmanager
def _room_for_indexes() -> Iterator[None]:
    """Say in one sentence that there is no room for temporary files."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StorageError(f"the folder of temporary files is full ({error}); make room, then --resume") from error


@contextmanager
def references(inputs: Sequence[str], settings: Settings, output: Path | None = None) -> Iterator[Iterator[Reference]]:
    """Give the references of all inputs; standard input lies in a file meanwhile, for any process to read.

    Args:
        inputs: What the user named.
        settings: What to do.
        output: The run folder, which is no input of the run even where it lies in a folder of inputs.
    """
    own = output.absolute() if output else None
    found = (r for r in expand(inputs) if own is None or own not in Path(r.path).absolute().parents)
    if STDIN not in inputs:
        yield found
        return
    with tempfile.TemporaryDirectory(prefix="svodka-") as folder:
        spool = Path(folder) / "stdin"
        spool.write_bytes(sys.stdin.buffer.read(settings.limits.size * MEBIBYTE + 1))  # one more: it is too large
        yield (replace(r, path=str(spool)) if r.path == STDIN else r for r in found)
