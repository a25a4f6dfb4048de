"""What earlier runs in a folder have finished, so that no document is processed twice."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from svodka.store.files import (
    FAILURES,
    INPUTS,
    MANIFEST,
    PART,
    PREVIOUS,
    RECORDS,
    SHARDS,
    record_files,
)
from svodka.store.result import Result

_CLOSED = "closed"
_MOVED = (MANIFEST, RECORDS, RECORDS + PART, SHARDS, FAILURES, FAILURES + PART, INPUTS, INPUTS + PART)


@dataclass(frozen=True, slots=True)
class Kept:
    """Where an earlier run keeps a record: the file, and its line's first byte and length."""

    file: int
    start: int
    length: int
    path: str
    doc_id: str
    sha256: str


class Previous:
    """The records of earlier runs by key. The index lives in a temporary file of SQLite's, so that memory stays small.

    Args:
        runs: Folders of earlier runs, finished or not.
    """

    def __init__(self, runs: Sequence[Path] = ()) -> None:
        self._files: list[Path] = []
        self._open: tuple[int, IO[bytes]] | None = None
        self._index = sqlite3.connect("", check_same_thread=False)
        self._index.execute("create table kept (key text primary key, file, start, length, path, doc_id, sha256)")
        for run in runs:
            self._index.executemany("insert or ignore into kept values (?, ?, ?, ?, ?, ?, ?)", self._kept(run))

    def find(self, key: str) -> Kept | None:
        """Return where the record of a key is kept."""
        columns = "file, start, length, path, doc_id, sha256"
        row = self._index.execute(f"select {columns} from kept where key = ?", (key,)).fetchone()
        return Kept(*row) if row else None

    def read(self, kept: Kept) -> Result:
        """Return a record as it was written."""
        if self._open is None or self._open[0] != kept.file:
            self.close()
            self._open = kept.file, self._files[kept.file].open("rb")
        self._open[1].seek(kept.start)
        line = self._open[1].read(kept.length).decode("utf-8")
        return Result(line, kept.path, kept.doc_id, kept.sha256)

    def close(self) -> None:
        """Close the file that was read last."""
        if self._open:
            self._open[1].close()
            self._open = None

    def _kept(self, run: Path) -> Iterator[tuple[Any, ...]]:
        """Pair the list of inputs with the lines of records; both were written in one order, and may end early."""
        lines = self._lines(run)
        for entry in _entries(run):
            if entry["failure"] or entry["duplicate_of"]:
                continue
            number, start, line = next(lines, (0, 0, b""))
            if f'"doc_id":{json.dumps(entry["doc_id"])}'.encode() not in line[:200] or not line.endswith(b"}\n"):
                return
            yield entry["key"], number, start, len(line) - 1, entry["path"], entry["doc_id"], entry["sha256"]

    def _lines(self, run: Path) -> Iterator[tuple[int, int, bytes]]:
        for file in record_files(run):
            self._files.append(file)
            start = 0
            with file.open("rb") as lines:
                for line in lines:
                    yield len(self._files) - 1, start, line
                    start += len(line)


def _entries(run: Path) -> Iterator[dict[str, Any]]:
    file = next((file for file in (run / INPUTS, run / (INPUTS + PART)) if file.is_file()), None)
    if file is None:
        return
    with file.open("rb") as lines:
        for line in lines:
            if line.endswith(b"}\n"):
                yield json.loads(line)


def earlier_runs(folder: Path) -> list[Path]:
    """Return where the earlier runs of a folder lie: the folder itself, and what former resumptions set aside."""
    return [folder, *sorted((folder / PREVIOUS).glob("*"))]


def set_aside(folder: Path) -> list[Path]:
    """Move what a run has written so far into a folder of its own below ``previous/``, and return all of these.

    A folder counts as complete once ``closed`` stands in it; a move that was interrupted is gone on with.
    """
    below = folder / PREVIOUS
    done = sorted(below.glob("*"))
    target = done[-1] if done and not (done[-1] / _CLOSED).exists() else below / f"{len(done):06}"
    found = [folder / name for name in _MOVED if (folder / name).exists()]
    if found or target in done:
        target.mkdir(parents=True, exist_ok=True)
        for path in found:
            path.replace(target / path.name)
        (target / _CLOSED).touch()
    return sorted(below.glob("*"))
