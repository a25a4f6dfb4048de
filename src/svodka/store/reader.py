"""Reading a run back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from svodka.core.errors import UsageError
from svodka.core.records import Failure, Record
from svodka.store.files import FAILURES, MANIFEST, RECORDS, record_files


def read_records(run: Path) -> Iterator[Record]:
    """Yield the records of a run folder, or of a JSONL file of records, in order.

    Raises:
        UsageError: If there is no such run, it is not finished, or a line is no record of this version.
    """
    for file in _files(run):
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield Record.from_json(line)
                except ValidationError as error:
                    raise UsageError(f"{file}, line {number}: not a record of this version of svodka") from error


def _files(run: Path) -> list[Path]:
    if run.is_file():
        return [run]
    if (run / RECORDS).is_file():
        return [run / RECORDS]
    files = record_files(run)
    if not files:
        raise UsageError(f"{run} is no finished run: it has no {RECORDS}")
    if not (run / MANIFEST).is_file():
        raise UsageError(f"{run} is no finished run; finish it with svodka extract --resume")
    return files


def read_failures(run: Path) -> Sequence[Failure]:
    """Return the failures of a run folder; none where the file is missing."""
    file = run / FAILURES
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    return [Failure.model_validate_json(line) for line in lines]
