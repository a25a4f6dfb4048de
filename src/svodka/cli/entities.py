"""``svodka entities``: who and what a run speaks of, over all its documents."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from svodka.core.errors import UsageError

if TYPE_CHECKING:
    from svodka.core.records import Record

LABELS = ("PER", "ORG", "LOC", "EVT", "DOC")


class Row(NamedTuple):
    """An entity over a run: how often it is mentioned, and in how many documents."""

    label: str
    name: str
    iso: str | None
    kind: str | None
    mentions: int
    documents: int


def entities(
    run: Annotated[Path, typer.Argument(help="A run folder of svodka extract.", show_default=False)],
    label: Annotated[
        str | None, typer.Option("--label", help="Only this label: PER, ORG, LOC, EVT or DOC.", show_default=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line instead of a table.")] = False,
) -> None:
    """List the entities of a run, the most mentioned first."""
    from svodka.store import read_records

    if label is not None and label not in LABELS:
        raise UsageError(f"{label!r} is no label; the labels are {', '.join(LABELS)}")
    rows = [row for row in count(read_records(run)) if label in (None, row.label)]
    if as_json:
        for row in rows:
            typer.echo(json.dumps(row._asdict(), ensure_ascii=False))
    else:
        _print(rows)


def count(records: Iterable[Record]) -> list[Row]:
    """Return the entities of records, counted; a place is one by its code and name, all else by label and name."""
    counts: dict[tuple[str, str, str | None], tuple[str | None, int, int]] = {}
    for record in records:
        for entity in record.entities:
            key = (entity.label, entity.name, entity.iso)
            kind, mentions, documents = counts.get(key, (entity.kind, 0, 0))
            counts[key] = (kind or entity.kind, mentions + len(entity.mentions), documents + 1)
    rows = [Row(*key, *values) for key, values in counts.items()]
    return sorted(rows, key=lambda row: (-row.mentions, -row.documents, row.label, row.name, row.iso or ""))


def _print(rows: list[Row]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=f"Entities ({len(rows)})", title_justify="left", title_style="bold", header_style="dim")
    for column in ("label", "name", "code", "kind", "mentions", "documents"):
        table.add_column(column, overflow="fold", justify="right" if column in ("mentions", "documents") else "left")
    for row in rows:
        cells = (row.label, row.name, row.iso or "", row.kind or "", str(row.mentions), str(row.documents))
        table.add_row(*map(Text, cells))
    Console().print(table)
