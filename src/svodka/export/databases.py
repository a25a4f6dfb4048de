"""The tables of a run as Parquet files, CSV files, a DuckDB database and an SQLite database."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet

from svodka.export.tables import KEYS, REFERENCES, SCHEMAS

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Beginnings that make a spreadsheet take a cell for a formula."""

VIEWS: dict[str, str] = {
    "event_roles": """
        select v.*, r.role, r.ref, coalesce(r.text, e.name, d.text, f.text) as filler, e.iso
        from events v
        left join roles r on r.document = v.document and r.event = v.event
        left join entities e on e.document = r.document and e.entity = r.ref
        left join dates d on d.document = r.document and d.date = r.ref
        left join figures f on f.document = r.document and f.figure = r.ref""",
    "chronology": """
        select d.first_day, d.last_day, v.document, v.event, v.type, v.status, v.trigger
        from events v
        join roles r on r.document = v.document and r.event = v.event and r.role = 'time'
        join dates d on d.document = r.document and d.date = r.ref
        where d.first_day is not null order by d.first_day, v.document, v.event""",
    "measurements": """
        select f.document, f.figure, f.metric, f.value, f.low, f.high, f.comparator, f.unit, f.kind, f.direction,
               p.edtf as period, p.first_day, p.last_day, f.text
        from figures f left join dates p on p.document = f.document and p.date = f.period""",
    "places": """
        select e.iso, e.name, e.kind, count(distinct e.document) as documents, count(*) as mentions
        from entities e join mentions m on m.document = e.document and m.entity = e.entity
        where e.label = 'LOC' group by e.iso, e.name, e.kind order by mentions desc, e.name""",
}
"""Ready questions, the same in both databases."""

_SQL_TYPES = {pa.int32(): "integer", pa.int64(): "bigint", pa.bool_(): "boolean", pa.date32(): "date"}


def write_parquet(tables: Mapping[str, pa.Table], folder: Path) -> None:
    """Write one zstd-compressed file a table."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        pyarrow.parquet.write_table(table, folder / f"{name}.parquet", compression="zstd")


def write_csv(tables: Mapping[str, pa.Table], folder: Path, *, bom: bool = False) -> None:
    """Write one UTF-8 file a table; a text that a spreadsheet would run as a formula gets an apostrophe before it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(table.column_names)
            for batch in table.to_batches():
                writer.writerows([_csv_cell(value) for value in row.values()] for row in batch.to_pylist())


def _csv_cell(value: Any) -> Any:
    cell = _flat(value)
    return f"'{cell}" if isinstance(value, str) and value.startswith(FORMULA) else cell


def _flat(value: Any) -> Any:
    """Return a value for a table of plain cells: lists as JSON, days and decimals as text."""
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value.isoformat() if isinstance(value, date) else value


def write_duckdb(tables: Mapping[str, pa.Table], file: Path) -> None:
    """Write a DuckDB database with keys and views, in place of an earlier one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    with duckdb.connect(str(file)) as connection:
        fill_duckdb(connection, tables)


def fill_duckdb(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, pa.Table]) -> None:
    """Create tables, keys and views in a database and fill them."""
    for name in SCHEMAS:
        connection.execute(_create(name, duck=True))
        connection.register("incoming", tables[name])
        connection.execute(f'insert into "{name}" select * from incoming')
        connection.unregister("incoming")
    for name, question in VIEWS.items():
        connection.execute(f"create view {name} as {question}")


def write_sqlite(tables: Mapping[str, pa.Table], file: Path) -> None:
    """Write an SQLite database with keys, views and full-text search over documents, in place of an earlier one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    connection = sqlite3.connect(file)
    try:
        with connection:
            for name in SCHEMAS:
                connection.execute(_create(name, duck=False))
                marks = ", ".join("?" * len(SCHEMAS[name]))
                connection.executemany(f'insert into "{name}" values ({marks})', _sqlite_rows(tables[name]))
            for name, question in VIEWS.items():
                connection.execute(f"create view {name} as {question}")
            connection.executescript(_SEARCH)
    finally:
        connection.close()


_SEARCH = """
create virtual table documents_fts using fts5(path, title, text, content="documents", content_rowid="document");
insert into documents_fts(documents_fts) values ('rebuild');
"""


def _sqlite_rows(table: pa.Table) -> Iterable[tuple[Any, ...]]:
    for batch in table.to_batches():
        for row in batch.to_pylist():
            yield tuple(_flat(value) for value in row.values())


def _create(name: str, *, duck: bool) -> str:
    """Return the statement that creates a table; SQLite keeps decimals and lists as text."""
    columns = [f'"{column.name}" {_sql_type(column.type, duck=duck)}' for column in SCHEMAS[name]]
    columns.append(f"primary key ({', '.join(KEYS[name])})")
    for other in REFERENCES.get(name, ()):
        key = ", ".join(KEYS[other])
        columns.append(f"foreign key ({key}) references {other} ({key})")
    return f'create table "{name}" ({", ".join(columns)})'


def _sql_type(kind: pa.DataType, *, duck: bool) -> str:
    if pa.types.is_decimal(kind):
        return f"decimal({kind.precision}, {kind.scale})" if duck else "text"
    if pa.types.is_list(kind):
        return "varchar[]" if duck else "text"
    return _SQL_TYPES.get(kind, "text")
