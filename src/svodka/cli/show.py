"""``svodka show``: one document in the terminal, its text highlighted, then its dates, figures and events."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from svodka.cli.extract import AnchorDate, Encoding, Frames, Lexicon
from svodka.core.visible import masked, visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from svodka.core.records import Date, Event, Figure, Record
    from svodka.core.source import Source

STYLES = {
    "PER": "bold magenta", "ORG": "bold blue", "LOC": "bold green", "EVT": "bold yellow", "DOC": "bold cyan",
    "date": "black on bright_yellow", "figure": "black on bright_cyan", "trigger": "bold underline red",
}  # fmt: skip


def show(
    file: Annotated[str, typer.Argument(help="A document, or - for standard input.", show_default=False)],
    anchor_date: AnchorDate = None,
    encoding: Encoding = None,
    lexicon: Lexicon = None,
    frames: Frames = None,
    text: Annotated[
        bool, typer.Option("--text/--no-text", help="Print the highlighted text before the tables.")
    ] = True,
    where: Annotated[
        bool, typer.Option("--where", help="Print where in the file each date, figure and event stands.")
    ] = False,
) -> None:
    """Show what svodka finds in each document of a file: the text with its mentions, then tables."""
    from rich.console import Console

    from svodka.ingest.options import Options
    from svodka.ingest.read import STDIN, Reference, documents
    from svodka.ingest.readings import Refused
    from svodka.pipeline import extract, load_own
    from svodka.settings import Settings

    nlp = load_own(Settings(lexicon=lexicon, frames=frames)) if lexicon or frames else None
    console = Console()
    shown = refused = 0
    name = STDIN if file == STDIN else Path(file).name
    for source in documents(Reference(file, name), Options(encoding)):
        if isinstance(source, Refused):
            typer.echo(f"svodka: {source.message}", err=True)
            refused += 1
            continue
        record = extract(source, nlp, anchor_date=anchor_date)
        _print(console, record, places(record, source) if where else [], text=text)
        shown += 1
    if refused:
        raise typer.Exit(1 if shown else 2)


def _print(console: Console, record: Record, more: list[Table], *, text: bool) -> None:
    anchor = f"anchor date: {record.anchor_date.value} ({record.anchor_date.origin})"
    console.print(f"{visible(record.source.path)}  {record.doc_id}  {anchor}\n", highlight=False, markup=False)
    for issue in record.issues:
        if not issue.spans:
            console.print(f"{issue.code}: {visible(issue.message)}", highlight=False, markup=False)
    if text:
        console.print(highlighted(record))
        console.print(legend())
    for table in [*tables(record), *more]:
        console.print()
        console.print(table)


def places(record: Record, source: Source) -> list[Table]:
    """Return a table of where in the file the evidence of dates, figures and events stands."""
    found = [(date.id, date.spans[0][0], date.text) for date in record.dates]
    found += [(figure.id, figure.spans[0][0], figure.text) for figure in record.figures]
    found += [(event.id, event.trigger.spans[0][0], event.trigger.text) for event in record.events]
    rows: list[tuple[str, ...]] = [
        (key, text, source.place(start) or f"character {start}") for key, start, text in found
    ]
    return [_table("Places", ("id", "text", "where"), rows)] if rows else []


def highlighted(record: Record) -> Text:
    """Return the source text with every mention, date, figure and trigger in its colour; empty lines are folded."""
    from rich.text import Text

    text = Text(masked(record.text))
    for entity in record.entities:
        for mention in entity.mentions:
            for start, end in mention.spans:
                text.stylize(STYLES[entity.label], start, end)
    marked = [("date", date.spans) for date in record.dates] + [("figure", figure.spans) for figure in record.figures]
    marked += [("trigger", event.trigger.spans) for event in record.events]
    for style, spans in marked:
        for start, end in spans:
            text.stylize(STYLES[style], start, end)
    lines = [line for line in text.split("\n", allow_blank=True) if line.plain.strip()]
    return Text("\n").join(lines)


def legend() -> Text:
    """Return one line that names the colours."""
    from rich.text import Text

    return Text("  ").join([Text(""), *(Text(name, style=style) for name, style in STYLES.items())])


def tables(record: Record) -> list[Table]:
    """Return the tables of dates, figures and events; empty ones are left out."""
    names = {entity.id: entity.name for entity in record.entities} | {date.id: date.text for date in record.dates}
    names |= {figure.id: figure.text for figure in record.figures}
    rows = [
        (
            "Entities",
            ("label", "name", "code", "mentions", "titles"),
            [_entity_row(record, names, i) for i in range(len(record.entities))],
        ),
        ("Dates", ("text", "EDTF", "TIMEX3", "role", "by"), [_date_row(date) for date in record.dates]),
        (
            "Figures",
            ("text", "kind", "value", "unit", "metric", "of", "period"),
            [_figure_row(f, names) for f in record.figures],
        ),
        (
            "Events",
            ("type", "status", "trigger", "roles", "time", "place"),
            [_event_row(event, names) for event in record.events],
        ),
    ]
    return [_table(title, columns, cells) for title, columns, cells in rows if cells]


def _table(title: str, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(title=f"{title} ({len(rows)})", title_justify="left", title_style="bold", header_style="dim")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    return table


def _entity_row(record: Record, names: dict[str, str], index: int) -> tuple[str, ...]:
    entity = record.entities[index]
    titles = "; ".join(f"{title.title} ({names[title.of]})" if title.of else title.title for title in entity.titles)
    return entity.label, entity.name, entity.iso or "", str(len(entity.mentions)), titles


def _date_row(date: Date) -> tuple[str, ...]:
    timex = " ".join(filter(None, (date.timex3.value, date.timex3.mod)))
    return date.text, date.edtf or "", timex, date.role or "", date.resolved_by


def _figure_row(figure: Figure, names: dict[str, str]) -> tuple[str, ...]:
    amount = figure.value or f"{figure.low} … {figure.high}"
    hedge = "" if figure.comparator in ("eq", "range") else f"{figure.comparator} "
    change = f" {figure.change.direction}" if figure.change else ""
    of = ", ".join(names[ref] for ref in figure.of)
    period = names[figure.period] if figure.period else ""
    return (
        figure.text,
        figure.kind + change,
        hedge + amount,
        figure.unit or "",
        figure.metric or "",
        of,
        period,
    )


def _event_row(event: Event, names: dict[str, str]) -> tuple[str, ...]:
    roles = "\n".join(f"{role.role}: {names[role.ref] if role.ref else role.text}" for role in event.roles)
    kind = f"{event.type} {event.subtype}" if event.subtype else event.type
    time, place = (", ".join(names[ref] for ref in refs) for refs in (event.time, event.place))
    return kind, event.status, event.trigger.text, roles, time, place
