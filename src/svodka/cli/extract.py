"""``svodka extract``: records for files, folders, patterns and standard input."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from svodka.core.records import Failure, Record

Inputs = Annotated[
    list[str],
    typer.Argument(help="Files, folders, glob patterns, or - for standard input.", show_default=False),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        help="Run folder to write; without it records go to standard output.",
        show_default=False,
    ),
]
AnchorDate = Annotated[
    str | None,
    typer.Option(
        "--anchor-date",
        help="Date from which «вчера» and the like count: 2024-03-20, 2024-03 or 2024.",
        show_default=False,
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option("--encoding", help="Encoding of the inputs, if detection is to be overruled.", show_default=False),
]
AnchorDates = Annotated[
    Path | None,
    typer.Option("--anchor-dates", help="Table of single documents' dates: name, tab, date.", show_default=False),
]
Lexicon = Annotated[
    Path | None,
    typer.Option(
        "--lexicon",
        help="A table of places of your own, tab-separated: iso kind name aliases adjectives inhabitants. It wins.",
        show_default=False,
    ),
]
Limit = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        help="A limit on one document, name=number: size, expansion, memory (MiB), characters (thousand), ratio, "
        "members, depth, seconds. May be given several times.",
        show_default=False,
    ),
]
TextColumn = Annotated[
    str | None,
    typer.Option("--text-column", help="Column of CSV, JSON and Parquet that holds the text.", show_default=False),
]
IdColumn = Annotated[
    str | None, typer.Option("--id-column", help="Column by which to call the rows.", show_default=False)
]
DateColumn = Annotated[
    str | None, typer.Option("--date-column", help="Column with the day of publication.", show_default=False)
]
UrlColumn = Annotated[str | None, typer.Option("--url-column", help="Column with the address.", show_default=False)]
Frames = Annotated[
    Path | None,
    typer.Option("--frames", help="A TOML file of event frames of your own. They go first.", show_default=False),
]


def extract(
    inputs: Inputs,
    output: Output = None,
    anchor_date: AnchorDate = None,
    anchor_dates: AnchorDates = None,
    encoding: Encoding = None,
    lexicon: Lexicon = None,
    frames: Frames = None,
    text_column: TextColumn = None,
    id_column: IdColumn = None,
    date_column: DateColumn = None,
    url_column: UrlColumn = None,
    limit: Limit = None,
    pretty: Annotated[bool, typer.Option("--pretty", help="Also write one indented JSON file a document.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a finished run in the folder.")] = False,
) -> None:
    """Extract one JSON record per document, in input order.

    Exit code 0: all done; 1: some documents failed (each is named on stderr and in failures.jsonl); 2: wrong usage.
    """
    from svodka.engines.local import LocalEngine
    from svodka.ingest.options import Columns, Limits
    from svodka.pipeline import Settings, run_batch
    from svodka.store import QUARANTINE, RunWriter, read_anchor_dates

    settings = Settings(
        encoding=encoding,
        anchor_date=anchor_date,
        anchor_dates=read_anchor_dates(anchor_dates) if anchor_dates else {},
        lexicon=lexicon,
        frames=frames,
        columns=Columns(text_column, id_column, date_column, url_column),
        limits=Limits.parse(limit or ()),
        quarantine=output / QUARANTINE if output else None,
    )
    if output is None:
        raise typer.Exit(_print_records(inputs, settings, pretty=pretty))
    with _progress() as tell:
        summary = run_batch(inputs, RunWriter(output, force=force, pretty=pretty), LocalEngine(), settings, tell)
    _report(summary.failures)
    typer.echo(
        f"svodka: {_count(summary.records, 'record')} in {output}, {_count(len(summary.failures), 'failure')}",
        err=True,
    )
    raise typer.Exit(1 if summary.failures else 0)


def _print_records(inputs: list[str], settings: object, *, pretty: bool) -> int:
    """Write records to standard output, one a line unless ``pretty``; return the exit code."""
    from svodka.core.records import Failure
    from svodka.engines.local import LocalEngine
    from svodka.ingest.read import expand
    from svodka.pipeline import Settings

    assert isinstance(settings, Settings)
    failures: list[Failure] = []
    for outcome in LocalEngine().run(expand(inputs), settings):
        if isinstance(outcome, Failure):
            failures.append(outcome)
            _report([outcome])
        else:
            typer.echo(outcome.to_json(indent=2 if pretty else None))
    return 1 if failures else 0


def _report(failures: list[Failure] | tuple[Failure, ...]) -> None:
    for failure in failures:
        typer.echo(f"svodka: {failure.message}", err=True)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@contextmanager
def _progress() -> Iterator[Callable[[int, Record | Failure], None]]:
    """Show a bar on stderr; nothing where stderr is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("documents"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("documents", total=None)
        yield lambda total, outcome: bar.update(task, total=total, advance=1)
