"""``svodka rules``: what the tables of surface rules read, row by row."""

from __future__ import annotations

from typing import Annotated

import typer


def rules(
    table: Annotated[
        str, typer.Option("--table", help="dates, figures, comparators, names, 'date traps', 'figure traps'.")
    ],
) -> None:
    """Print the rows of a table, each with an example and, where a mistake is known, a trap."""
    from rich.console import Console
    from rich.table import Table

    from svodka.core.errors import UsageError
    from svodka.rules.catalogue import TABLES, lines

    if table not in TABLES:
        raise UsageError(f"there is no table {table!r}; the tables are {', '.join(TABLES)}")
    shown = Table(header_style="dim")
    columns = ("kind", "rule", "example", "value", "trap")
    rows = lines(table)
    kept = [name for name in columns if any(getattr(row, name) for row in rows)]
    for name in kept:
        shown.add_column(name, overflow="fold")
    for row in rows:
        shown.add_row(*(str(getattr(row, name)) for name in kept))
    Console().print(shown)
