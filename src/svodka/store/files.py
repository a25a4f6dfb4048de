"""Names of the files of a run, and single files written whole."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from svodka.core.errors import StorageError, UsageError
from svodka.core.records import Failure

RECORDS, FAILURES, INPUTS, MANIFEST = "records.jsonl", "failures.jsonl", "inputs.jsonl", "manifest.json"
SHARDS, DOCUMENTS, QUARANTINE, PREVIOUS = "records", "documents", "quarantine", "previous"
PART = ".part"
SHARD_SIZE = 1000
"""The most records in one shard."""


def shard(number: int) -> str:
    """Return the name of a shard.

    Examples:
        >>> shard(7)
        'records/part-00007.jsonl'
    """
    return f"{SHARDS}/part-{number:05}.jsonl"


def record_files(run: Path) -> list[Path]:
    """Return the files that hold the records of a run, in order; those of an unfinished run bear ``.part``."""
    single = [file for file in (run / RECORDS, run / (RECORDS + PART)) if file.is_file()]
    return single or sorted((run / SHARDS).glob("part-*"))


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turn trouble with a disk into one sentence.

    Raises:
        StorageError: Something could not be written.
    """
    try:
        yield
    except OSError as error:
        why = error.strerror or error
        raise StorageError(
            f"{folder} cannot be written ({why}); what is finished is kept: make room, then go on with --resume"
        ) from error


def write_atomically(file: Path, text: str) -> None:
    """Write a text file so that it is there whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(file.name + PART)
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
