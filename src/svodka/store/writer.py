"""Writing a run: line by line as outcomes come, so that whatever is finished outlives any end of the process."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from svodka.core.errors import UsageError
from svodka.core.records import Failure, Record
from svodka.store.files import (
    DOCUMENTS,
    FAILURES,
    INPUTS,
    MANIFEST,
    PART,
    PREVIOUS,
    QUARANTINE,
    RECORDS,
    SHARD_SIZE,
    SHARDS,
    quarantine,
    shard,
    write_atomically,
    writing,
)
from svodka.store.previous import Previous, set_aside
from svodka.store.result import Result


class _Lines:
    """A file of lines under its temporary name, with the hash of what it will be."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self.count = 0
        file.parent.mkdir(parents=True, exist_ok=True)
        self._lines: IO[bytes] = file.with_name(file.name + PART).open("wb")

    def add(self, line: str) -> None:
        """Write a line through to the system, which keeps it whatever becomes of this process."""
        data = line.encode("utf-8") + b"\n"
        self._lines.write(data)
        self._lines.flush()
        self._digest.update(data)
        self.count += 1

    def close(self) -> None:
        """Leave the file as it is."""
        with suppress(OSError):
            self._lines.close()

    def finish(self, name: Path | None = None) -> str:
        """Give the file its own name, or another, in one step, and return its hash."""
        os.fsync(self._lines.fileno())
        self._lines.close()
        self._file.with_name(self._file.name + PART).replace(name or self._file)
        return self._digest.hexdigest()


class RunWriter:
    """Write one run. Use as a context manager; the folder counts as finished once ``finish`` has returned.

    Lines go to ``*.part`` files, which get their names in one step when they are full. What an interrupted run leaves
    is taken up by ``resume``: the records that it finished are in ``previous``, by key.

    Args:
        folder: The run folder; it is made if it does not exist.
        force: Replace what the folder holds.
        resume: Take over what earlier runs in the folder have finished.
        pretty: Also write every record as an indented JSON file of its own under ``documents/``.
        save: Called whenever a shard is full.

    Raises:
        UsageError: If the folder holds a run and neither ``force`` nor ``resume`` is given, or if it cannot be written.
    """

    def __init__(
        self,
        folder: Path,
        *,
        force: bool = False,
        resume: bool = False,
        pretty: bool = False,
        save: Callable[[], None] = lambda: None,
    ) -> None:
        self.folder = folder
        self._save = save
        self._pretty = pretty
        self._files: dict[str, str] = {}
        self._shards = 0  # finished ones
        self._counts = {"inputs": 0, "records": 0, "failures": 0, "duplicates": 0}
        if not (force or resume):
            _refuse_to_replace(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.previous = Previous(set_aside(folder) if resume and not force else ())
            _clear(folder, keep_previous=resume and not force)
            self._inputs, self._failures = _Lines(folder / INPUTS), _Lines(folder / FAILURES)
            self._records = _Lines(folder / shard(0))
        except OSError as error:
            raise UsageError(f"{folder} cannot be written ({error.strerror}); choose another folder") from error

    def __enter__(self) -> RunWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for file in (self._records, self._failures, self._inputs):
            file.close()
        self.previous.close()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many inputs, records, failures and duplicates there are so far."""
        return self._counts

    def add(self, outcome: Record | Failure | Result, key: str = "") -> None:
        """Write the outcome of the next document.

        Args:
            outcome: What came of it.
            key: By which a later run finds it again.

        Raises:
            StorageError: The disk is full, or went away.
        """
        result = outcome if isinstance(outcome, Result) else Result.of(outcome)
        with writing(self.folder):
            if result.failure is None:
                self._add_record(result)
            else:
                self._failures.add(result.line)
                self._counts["failures"] += 1
                if result.data is not None:
                    failure = Failure.model_validate_json(result.line)
                    quarantine(self.folder / QUARANTINE, failure, result.data or None)
            self._note(result.path, result.doc_id, result.sha256, key, failure=result.failure)

    def add_duplicate(self, path: str, of: str, key: str = "") -> None:
        """Note that the next document says nothing but what an earlier one says.

        Args:
            path: What it is called.
            of: What the earlier one is called.
            key: See ``add``.
        """
        with writing(self.folder):
            self._counts["duplicates"] += 1
            self._note(path, None, None, key, duplicate_of=of)

    def finish(self, about: Mapping[str, Any]) -> None:
        """Give the files their names and write the manifest.

        Args:
            about: What to say of the pipeline and its settings.
        """
        with writing(self.folder):
            self._files |= {FAILURES: self._failures.finish(), INPUTS: self._inputs.finish()}
            if self._shards:
                self._finish_shard()
            else:
                self._files[RECORDS] = self._records.finish(self.folder / RECORDS)
                (self.folder / SHARDS).rmdir()
            manifest = {**about, "counts": self._counts, "files": self._files}
            write_atomically(self.folder / MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=2) + "\n")
            self.previous.close()
            shutil.rmtree(self.folder / PREVIOUS, ignore_errors=True)

    def _add_record(self, result: Result) -> None:
        if self._records.count == SHARD_SIZE:
            self._finish_shard()
            self._save()
            self._records = _Lines(self.folder / shard(self._shards))
        self._records.add(result.line)
        self._counts["records"] += 1
        if self._pretty:
            record = Record.from_json(result.line)
            name = f"{self._counts['records']:06}-{record.doc_id.replace('#', '-')}.json"
            write_atomically(self.folder / DOCUMENTS / name, record.to_json(indent=2) + "\n")

    def _finish_shard(self) -> None:
        self._files[shard(self._shards)] = self._records.finish()
        self._shards += 1

    def _note(
        self,
        path: str,
        doc_id: str | None,
        sha256: str | None,
        key: str,
        *,
        failure: str | None = None,
        duplicate_of: str | None = None,
    ) -> None:
        self._counts["inputs"] += 1
        entry = {
            "path": path,
            "doc_id": doc_id,
            "sha256": sha256,
            "failure": failure,
            "duplicate_of": duplicate_of,
            "key": key,
        }
        self._inputs.add(json.dumps(entry, ensure_ascii=False))


def _refuse_to_replace(folder: Path) -> None:
    if (folder / MANIFEST).exists():
        raise UsageError(f"{folder} holds a finished run; add to it with --resume, replace it with --force")
    if any((folder / name).exists() for name in (INPUTS, INPUTS + PART, PREVIOUS)):
        raise UsageError(f"{folder} holds an unfinished run; finish it with --resume, replace it with --force")


def _clear(folder: Path, *, keep_previous: bool) -> None:
    """Remove what a former run left; the manifest goes first, for without it nothing counts as finished."""
    for name in (MANIFEST, RECORDS, FAILURES, INPUTS):
        (folder / name).unlink(missing_ok=True)
        (folder / (name + PART)).unlink(missing_ok=True)
    for name in (SHARDS, DOCUMENTS, QUARANTINE, *(() if keep_previous else (PREVIOUS,))):
        shutil.rmtree(folder / name, ignore_errors=True)
