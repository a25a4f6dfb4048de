"""``svodka entities``: who and what a run speaks of, over all its documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from svodka.core.errors import UsageError
from svodka.core.visible import visible

if TYPE_CHECKING:
    from svodka.analysis.entities import Presence

LABELS = ("PER", "ORG", "LOC", "EVT", "DOC")


def entities(
    run: Annotated[Path, typer.Argument(help="A run folder of svodka extract.", show_default=False)],
    label: Annotated[
        str | None, typer.Option("--label", help="Only this label: PER, ORG, LOC, EVT or DOC.", show_default=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line instead of a table.")] = False,
) -> None:
    """List the entities of a run, the most mentioned first."""
    from svodka.analysis.entities import presences
    from svodka.store import read_records

    if label is not None and label not in LABELS:
        raise UsageError(f"{label!r} is no label; the labels are {', '.join(LABELS)}")
    rows = [presence for presence in presences(read_records(run)) if label in (None, presence.key.label)]
    if as_json:
        for row in rows:
            typer.echo(json.dumps(_said(row), ensure_ascii=False))
    else:
        _print(rows)


def _said(row: Presence) -> dict[str, str | int | None]:
    counts = {"mentions": row.mentions, "documents": row.documents}
    return {"label": row.key.label, "name": row.key.name, "iso": row.key.iso, "kind": row.kind, **counts}


def _print(rows: list[Presence]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=f"Entities ({len(rows)})", title_justify="left", title_style="bold", header_style="dim")
    for column in ("label", "name", "code", "kind", "mentions", "documents"):
        table.add_column(column, overflow="fold", justify="right" if column in ("mentions", "documents") else "left")
    for row in rows:
        cells = ("" if value is None else visible(str(value)) for value in _said(row).values())
        table.add_row(*map(Text, cells))
    Console().print(table)
