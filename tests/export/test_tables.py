"""The tables, read back by the libraries that will read them."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow.parquet
import pytest
import sqlite_utils

import svodka
from svodka.core.errors import UsageError
from svodka.core.records import Record
from svodka.export.questions import ask
from svodka.export.tables import KEYS, SCHEMAS, tables
from svodka.export.write import write

pytestmark = pytest.mark.models


def counts(records: tuple[Record, ...]) -> dict[str, int]:
    return {
        "documents": len(records),
        "entities": sum(len(r.entities) for r in records),
        "mentions": sum(len(e.mentions) for r in records for e in r.entities),
        "titles": sum(len(e.titles) for r in records for e in r.entities),
        "dates": sum(len(r.dates) for r in records),
        "figures": sum(len(r.figures) for r in records),
        "events": sum(len(r.events) for r in records),
        "roles": sum(len(v.roles) + len(v.time) + len(v.place) + len(v.figures) for r in records for v in r.events),
        "issues": sum(len(r.issues) for r in records),
    }


def figures(records: tuple[Record, ...]) -> list[tuple[str, Decimal | None, str | None]]:
    return [(f.text, Decimal(f.value) if f.value else None, f.unit) for r in records for f in r.figures]


def test_parquet(records: tuple[Record, ...], tmp_path: Path) -> None:
    write("parquet", records, tmp_path)
    for name, count in counts(records).items():
        file = pyarrow.parquet.ParquetFile(tmp_path / f"{name}.parquet")
        assert file.schema_arrow.equals(SCHEMAS[name])
        assert file.metadata.num_rows == count
        if count:
            assert file.metadata.row_group(0).column(0).compression == "ZSTD"
    read = pyarrow.parquet.read_table(tmp_path / "figures.parquet").to_pylist()
    assert [(row["text"], row["value"], row["unit"]) for row in read] == figures(records)


def test_duckdb(records: tuple[Record, ...], tmp_path: Path) -> None:
    write("duckdb", records, tmp_path / "run.duckdb")
    with duckdb.connect(str(tmp_path / "run.duckdb"), read_only=True) as connection:
        for name, count in counts(records).items():
            assert connection.execute(f"select count(*) from {name}").fetchone() == (count,)
        keys = connection.execute(
            "select table_name, constraint_column_names from duckdb_constraints() where constraint_type = 'PRIMARY KEY'"
        )
        assert {name: tuple(columns) for name, columns in keys.fetchall()} == KEYS
        read = connection.execute("select text, value, unit from figures order by rowid").fetchall()
        assert read == figures(records)
        for view in ("event_roles", "chronology", "measurements", "places"):
            assert connection.execute(f"select count(*) from {view}").fetchone() > (0,)
        named = connection.execute(
            "select count(*) from event_roles where role is not null and filler is null"
        ).fetchone()
        assert named == (0,)


def test_sqlite_opens_and_searches(records: tuple[Record, ...], tmp_path: Path) -> None:
    write("sqlite", records, tmp_path / "run.sqlite")
    database = sqlite_utils.Database(tmp_path / "run.sqlite")
    for name, count in counts(records).items():
        assert database[name].count == count
        assert tuple(database[name].pks) == KEYS[name]
    assert database["documents"].detect_fts() == "documents_fts"
    found = {row["document"] for row in database["documents"].search("Делегация")}
    assert found == {n for n, r in enumerate(records, 1) if "делегация" in _words(r.text)}
    read = [(row["text"], row["value"] and Decimal(row["value"]), row["unit"]) for row in database["figures"].rows]
    assert read == figures(records)
    assert list(database.query("pragma foreign_key_check")) == []


def _words(text: str) -> set[str]:
    return {"".join(filter(str.isalnum, word)).lower() for word in text.split()}


@pytest.mark.parametrize("form", ["csv", "csv-bom"])
def test_csv_holds_no_formula(records: tuple[Record, ...], tmp_path: Path, form: str) -> None:
    write(form, records, tmp_path)
    assert (tmp_path / "documents.csv").read_bytes().startswith(b"\xef\xbb\xbf") == (form == "csv-bom")
    for name, count in counts(records).items():
        with (tmp_path / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == count
        assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@", "\t"))]
    with (tmp_path / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        last = list(csv.DictReader(file))[-1]
    assert last["path"] == "'=HYPERLINK(0).txt"
    assert last["title"] == "'+7 (000)"
    assert last["text"] == records[-1].text


def test_the_same_bytes_twice_are_two_documents(records: tuple[Record, ...], tmp_path: Path) -> None:
    write("duckdb", (records[0], records[0]), tmp_path / "run.duckdb")
    with duckdb.connect(str(tmp_path / "run.duckdb")) as connection:
        assert connection.execute("select count(*) from documents").fetchone() == (2,)


def test_an_empty_run_has_empty_tables(tmp_path: Path) -> None:
    assert {name: table.num_rows for name, table in tables([]).items()} == dict.fromkeys(SCHEMAS, 0)
    for form in ("parquet", "duckdb", "sqlite", "csv", "labelstudio", "geojson", "icalendar", "docbin"):
        write(form, (), tmp_path / form)


def test_questions_are_answered_and_reach_nothing_else(records: tuple[Record, ...]) -> None:
    made = tables(records)
    columns, rows = ask(made, "select first_day, value from measurements where value = 326000000")
    assert (columns, rows) == (["first_day", "value"], [("2022-01-01", "326000000")])
    for question in ("select * from nothing", "select * from read_csv('/etc/passwd')", "copy documents to 'x.csv'"):
        with pytest.raises(UsageError, match="cannot be answered"):
            ask(made, question)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_frames(records: tuple[Record, ...], library: str) -> None:
    made = svodka.frames(records, library)
    assert {name: len(frame) for name, frame in made.items()} == counts(records)
    days = [d.start for r in records for d in r.dates]
    read = [day.isoformat() if isinstance(day, date) else None for day in made["dates"]["first_day"].to_list()]
    assert read == days


def test_a_notebook_shows_a_record_inertly(records: tuple[Record, ...]) -> None:
    hurt = records[0].model_copy(
        update={"text": "<script>alert(1)</script>", "entities": (), "dates": (), "figures": (), "events": ()}
    )
    assert "<script>" not in hurt._repr_html_()
    assert "LOC " in records[-1]._repr_html_()


def test_an_unknown_form_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no form of export"):
        write("xls", (), tmp_path)
