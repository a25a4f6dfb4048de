"""Tables with a text column: JSON, JSON lines, CSV and Parquet; each row is a text of its own."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from svodka.core.errors import DamagedSourceError, EmptySourceError, NoTextColumnError
from svodka.ingest.calendar import iso_day
from svodka.ingest.encoding import Decoded, decode
from svodka.ingest.options import Columns
from svodka.ingest.readings import Item, Job, Reading, Refused
from svodka.ingest.text import text_blocks

USUAL: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "fulltext", "full_text", "текст"),
    "id": ("id", "doc_id", "ид", "номер"),
    "date": ("date", "published", "pubdate", "published_at", "дата"),
    "url": ("url", "link", "href", "ссылка", "адрес"),
    "title": ("title", "headline", "заголовок"),
}
"""Names under which a column is found unasked."""

DELIMITERS = ("\t", ";", ",")


def read_json(data: bytes, job: Job) -> Iterator[Item]:
    """Read a JSON object, a list of objects, or one object a line."""
    found = decode(data, override=job.options.encoding, name=job.name)
    try:
        whole = json.loads(found.text)
    except (ValueError, RecursionError):
        yield from _rows(_lines(found.text), "application/jsonl", found, job)
        return
    yield from _rows(whole if isinstance(whole, list) else [whole], "application/json", found, job)


def _lines(text: str) -> Iterator[Any]:
    """Yield the values of the lines; ``None`` for one that is no JSON."""
    for line in text.split("\n"):
        if line.strip():
            try:
                yield json.loads(line)
            except (ValueError, RecursionError):
                yield None


def read_csv(data: bytes, job: Job) -> Iterator[Item]:
    """Read a table whose first line names the columns."""
    found = decode(data, override=job.options.encoding, name=job.name)
    csv.field_size_limit(job.options.limits.characters * 1000)
    sign = delimiter(found.text.split("\n", 1)[0], job.options.columns) or ","
    rows = csv.DictReader(io.StringIO(found.text), delimiter=sign)
    try:
        yield from _rows(rows, "text/csv", found, job)
    except csv.Error as error:
        raise DamagedSourceError(f"{job.name}: this table is damaged ({error}); export it again") from error


def read_parquet(data: bytes, job: Job) -> Iterator[Item]:
    """Read the columns of a Parquet file that are asked for."""
    import pyarrow
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(io.BytesIO(data))
        names = file.schema_arrow.names
        wanted = sorted({name for kind in USUAL if (name := column(kind, names, job.options.columns))})
        rows = (row for batch in file.iter_batches(columns=wanted) for row in batch.to_pylist()) if wanted else ()
        yield from _rows(rows or [dict.fromkeys(names)], "application/vnd.apache.parquet", None, job)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise DamagedSourceError(f"{job.name}: this Parquet file is damaged or cut short; export it again") from error


def delimiter(head: str, columns: Columns) -> str | None:
    """Return what separates the columns that a first line names; ``None`` where it names no text column.

    Examples:
        >>> delimiter("id;дата;текст", Columns()), delimiter("Текст, который длиннее", Columns())
        (';', None)
    """
    for sign in DELIMITERS:
        try:
            names = next(csv.reader([head[:4096]], delimiter=sign), [])
        except csv.Error:
            return None
        if len(names) > 1 and all(name == name.strip() for name in names) and column("text", names, columns):
            return sign
    return None


def column(kind: str, names: Sequence[str], columns: Columns) -> str | None:
    """Return the column of a kind: the one asked for, or one with a usual name."""
    asked = getattr(columns, kind)
    if asked is not None:
        return asked if asked in names else None
    return next((name for name in names if isinstance(name, str) and name.strip().lower() in USUAL[kind]), None)


def _rows(rows: Iterable[Any], media_type: str, found: Decoded | None, job: Job) -> Iterator[Item]:
    for number, row in enumerate(rows):
        name = f"{job.name}#{number}"
        if not isinstance(row, dict):
            yield Refused.because(name, DamagedSourceError(f"{name}: this row is no JSON object; mend it"))
            continue
        cells = {kind: _cell(row, column(kind, list(row), job.options.columns)) for kind in USUAL}
        if column("text", list(row), job.options.columns) is None:
            asked = job.options.columns.text
            wrong = f"has no column {asked!r}" if asked else "no column is called text"
            names = ", ".join(str(key) for key in list(row)[:12])
            yield Refused.because(
                name, NoTextColumnError(f"{name}: {wrong}; name one with --text-column; there are: {names}")
            )
            continue
        text = (cells["text"] or "").replace("\r\n", "\n").replace("\r", "\n")
        if not text.strip():
            yield Refused.because(name, EmptySourceError(f"{name}: its text is empty; there is nothing to read"))
            continue
        stated = {"title": cells["title"], "url": cells["url"], "published": iso_day(cells["date"] or "")}
        yield Reading(
            text, media_type, text_blocks(text), {key: value for key, value in stated.items() if value},
            found.encoding if found else None, found.origin if found else None, row=number, label=cells["id"],
        )  # fmt: skip


def _cell(row: Mapping[str, Any], name: str | None) -> str | None:
    value = row.get(name) if name is not None else None
    return None if value is None else str(value)
