"""Run folders: records, failures and a manifest, written so that a folder is either finished or plainly not.

``records.jsonl`` holds one canonical record a line in input order, ``failures.jsonl`` one failure a line, and
``manifest.json``, written last, says what was run on what. A run without manifest never finished. ``quarantine/`` keeps
the inputs that could not be read, each with its reason.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from pydantic import ValidationError

from svodka.core.errors import UsageError
from svodka.core.records import Failure, Record

RECORDS, FAILURES, MANIFEST, DOCUMENTS = "records.jsonl", "failures.jsonl", "manifest.json", "documents"
QUARANTINE = "quarantine"
_PART = ".part"


class RunWriter:
    """Write one run. Use as a context manager; the folder counts as finished once ``finish`` has returned.

    Lines go to ``*.part`` files, which get their names at the end in one step each; an interrupted run leaves them
    behind and can simply be started again.

    Args:
        folder: The run folder; it is made if it does not exist.
        force: Replace a finished run.
        pretty: Also write every record as an indented JSON file of its own under ``documents/``.

    Raises:
        UsageError: If the folder holds a finished run and ``force`` is not given, or if it cannot be written.
    """

    def __init__(self, folder: Path, *, force: bool = False, pretty: bool = False) -> None:
        self.folder = folder
        self._pretty = pretty
        self._inputs: list[dict[str, str | None]] = []
        self._files: dict[str, IO[str]] = {}
        self._hashes = {name: hashlib.sha256() for name in (RECORDS, FAILURES)}
        self._counts = {"inputs": 0, "records": 0, "failures": 0}
        if (folder / MANIFEST).exists() and not force:
            raise UsageError(f"{folder} holds a finished run; choose another folder or replace it with --force")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / MANIFEST).unlink(missing_ok=True)
            shutil.rmtree(folder / QUARANTINE, ignore_errors=True)
            for name in self._hashes:
                self._files[name] = (folder / (name + _PART)).open("w", encoding="utf-8", newline="\n")
        except OSError as error:
            raise UsageError(f"{folder} cannot be written ({error.strerror}); choose another folder") from error

    def __enter__(self) -> RunWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for file in self._files.values():
            file.close()

    def add(self, outcome: Record | Failure) -> None:
        """Write the outcome of the next input."""
        self._counts["inputs"] += 1
        if isinstance(outcome, Record):
            self._write(RECORDS, outcome.to_json())
            self._note(outcome.source.path, outcome.doc_id, outcome.source.sha256, None)
            if self._pretty:
                self._write_document(outcome)
        else:
            self._write(FAILURES, outcome.to_json())
            self._note(outcome.path, outcome.doc_id, None, outcome.code)

    def finish(self, about: Mapping[str, Any]) -> None:
        """Give the files their names and write the manifest.

        Args:
            about: What to say of the pipeline and its settings.
        """
        for name, file in self._files.items():
            file.flush()
            os.fsync(file.fileno())
            file.close()
            (self.folder / (name + _PART)).replace(self.folder / name)
        files = {name: digest.hexdigest() for name, digest in self._hashes.items()}
        manifest = {**about, "counts": self._counts, "files": files, "inputs": self._inputs}
        write_atomically(self.folder / MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=2) + "\n")

    def _write(self, name: str, line: str) -> None:
        self._files[name].write(line + "\n")
        self._hashes[name].update((line + "\n").encode("utf-8"))
        self._counts[name.removesuffix(".jsonl")] += 1

    def _note(self, path: str, doc_id: str | None, sha256: str | None, failure: str | None) -> None:
        self._inputs.append({"path": path, "doc_id": doc_id, "sha256": sha256, "failure": failure})

    def _write_document(self, record: Record) -> None:
        """Write one indented record, named by its position and document."""
        name = f"{self._counts['records']:06}-{record.doc_id.replace('#', '-')}.json"
        write_atomically(self.folder / DOCUMENTS / name, record.to_json(indent=2) + "\n")


def write_atomically(file: Path, text: str) -> None:
    """Write a text file so that it is there whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(file.name + _PART)
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(file)


def quarantine(folder: Path, failure: Failure, data: bytes | None) -> None:
    """Keep an input that could not be read, and the failure beside it as ``*.reason.json``.

    Args:
        folder: Where to keep it; it is made if it does not exist.
        failure: Why it gave no record.
        data: Its bytes; ``None`` where there are none or too many to keep.
    """
    digest = hashlib.sha256(failure.path.encode("utf-8", "surrogateescape") + b"\0" + (data or b"")).hexdigest()[:16]
    base = re.sub(r"[^\w.-]+", "_", re.split(r"[/\\]", failure.path)[-1]).strip(".")[-60:]
    name = f"{digest}-{base or 'input'}"
    write_atomically(folder / f"{name}.reason.json", failure.model_dump_json(indent=2) + "\n")
    if data is not None:
        (folder / name).write_bytes(data)


def read_anchor_dates(file: Path) -> dict[str, str]:
    """Read a table of anchor dates: a line a document, its name, a tab, the date; ``#`` begins a comment.

    Raises:
        UsageError: If the file cannot be read or a line is not of this form.
    """
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read as a table of anchor dates; check the path") from error
    dates: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        name, tab, value = line.partition("\t")
        if tab and value.strip():
            dates[name] = value.strip()
        elif line.strip() and not line.startswith("#"):
            raise UsageError(f"{file}, line {number}: expected a document's name, a tab, and a date")
    return dates


def read_records(run: Path) -> Iterator[Record]:
    """Yield the records of a run folder, or of a JSONL file of records, in order.

    Raises:
        UsageError: If there is no such run, or a line is no record of this version.
    """
    file = run / RECORDS if run.is_dir() else run
    if not file.is_file():
        raise UsageError(f"{run} is no finished run: it has no {RECORDS}")
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield Record.from_json(line)
            except ValidationError as error:
                raise UsageError(f"{file}, line {number}: not a record of this version of svodka") from error


def read_failures(run: Path) -> Sequence[Failure]:
    """Return the failures of a run folder; none where the file is missing."""
    file = run / FAILURES
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    return [Failure.model_validate_json(line) for line in lines]
