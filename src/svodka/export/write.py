"""Writing a run in a form of the user's choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from svodka.core.errors import UsageError
from svodka.core.records import Record
from svodka.store import write_atomically

Writer = Callable[[Sequence[Record], Path], None]


def write(form: str, records: Sequence[Record], output: Path) -> None:
    """Write records as ``form``, one of ``FORMS``.

    Args:
        form: What to write.
        records: The run.
        output: A folder for ``parquet csv csv-bom brat labelstudio xmi``, a file for the others.

    Raises:
        UsageError: If there is no such form.
    """
    if form not in FORMS:
        raise UsageError(f"{form!r} is no form of export; the forms are {', '.join(FORMS)}")
    FORMS[form](records, output)


def _tabular(form: str) -> Writer:
    """Return the writer of a form that is made of the tables."""

    def write_tables(records: Sequence[Record], output: Path) -> None:
        from svodka.export import databases
        from svodka.export.tables import tables

        writers: dict[str, Callable[..., None]] = {
            "parquet": databases.write_parquet,
            "duckdb": databases.write_duckdb,
            "sqlite": databases.write_sqlite,
            "csv": databases.write_csv,
            "csv-bom": partial(databases.write_csv, bom=True),
        }
        writers[form](tables(records), output)

    return write_tables


def _brat(records: Sequence[Record], output: Path) -> None:
    from svodka.export.brat import to_brat

    for name, record in _named(records):
        write_atomically(output / f"{name}.ann", to_brat(record))
        with (output / f"{name}.txt").open("w", encoding="utf-8", newline="") as file:
            file.write(record.text)


def _labelstudio(records: Sequence[Record], output: Path) -> None:
    from svodka.export.labelstudio import config, to_tasks

    write_atomically(output / "tasks.json", to_tasks(records))
    write_atomically(output / "config.xml", config())


def _xmi(records: Sequence[Record], output: Path) -> None:
    from svodka.export.xmi import to_cas, type_system

    types = type_system()
    output.mkdir(parents=True, exist_ok=True)
    types.to_xml(output / "TypeSystem.xml")
    for name, record in _named(records):
        to_cas(record, types).to_xmi(output / f"{name}.xmi")


def _docbin(records: Sequence[Record], output: Path) -> None:
    from svodka.export.docbin import to_docbin

    output.parent.mkdir(parents=True, exist_ok=True)
    to_docbin(records).to_disk(output)


def _geojson(records: Sequence[Record], output: Path) -> None:
    from svodka.export.geojson import to_geojson

    write_atomically(output, to_geojson(records))


def _icalendar(records: Sequence[Record], output: Path) -> None:
    from svodka.export.calendar import to_calendar

    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(to_calendar(records))


def _named(records: Sequence[Record]) -> list[tuple[str, Record]]:
    return [(f"{n:04}-{record.doc_id.replace('#', '-')}", record) for n, record in enumerate(records, 1)]


FORMS: dict[str, Writer] = {
    **{form: _tabular(form) for form in ("parquet", "duckdb", "sqlite", "csv", "csv-bom")},
    "brat": _brat, "labelstudio": _labelstudio, "xmi": _xmi, "docbin": _docbin, "geojson": _geojson,
    "icalendar": _icalendar,
}  # fmt: skip
