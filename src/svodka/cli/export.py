"""``svodka export`` and ``query``: a run in the forms of other tools, and questions in SQL."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from svodka.cli.extras import needs
from svodka.core.visible import visible

Run = Annotated[Path, typer.Argument(help="A run folder of svodka extract.", show_default=False)]


def export(
    run: Run,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            help="parquet, duckdb, sqlite, csv, csv-bom, brat, labelstudio, xmi, docbin, geojson or icalendar.",
            show_default=False,
        ),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="File or folder to write.", show_default=False)],
) -> None:
    """Write a run in the form of another tool."""
    from svodka.export.write import write
    from svodka.store import read_records

    with needs("export"):
        write(to, tuple(read_records(run)), output)
    typer.echo(f"svodka: {to} in {output}", err=True)


def query(
    run: Run,
    question: Annotated[str, typer.Argument(help="A question in SQL, as DuckDB reads it.", show_default=False)],
    as_csv: Annotated[bool, typer.Option("--csv", help="CSV instead of a table.")] = False,
) -> None:
    """Ask a run in SQL: tables documents, entities, mentions, titles, dates, figures, events, roles, issues.

    Views: event_roles, chronology, measurements, places.
    """
    from svodka.store import read_records

    with needs("export"):
        from svodka.export.questions import ask
        from svodka.export.tables import tables
    columns, rows = ask(tables(read_records(run)), question)
    _print_csv(columns, rows) if as_csv else _print_table(columns, rows)


def _print_csv(columns: list[str], rows: list[tuple[str, ...]]) -> None:
    import csv
    import sys

    csv.writer(sys.stdout).writerows([columns, *rows])


def _print_table(columns: list[str], rows: list[tuple[str, ...]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(header_style="dim")
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    Console().print(table)
