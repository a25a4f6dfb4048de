"""``svodka extract``: records for files, folders, patterns and standard input."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from svodka.cli.settings import in_force, take_over
from svodka.core.errors import UsageError


class EngineName(str, Enum):
    """Who does the work."""

    LOCAL = "local"
    DASK = "dask"


Inputs = Annotated[
    list[str] | None,
    typer.Argument(help="Files, folders, glob patterns, or - for standard input.", show_default=False),
]
Output = Annotated[
    str | None,
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


Pretty = Annotated[bool, typer.Option("--pretty", help="Also write one indented JSON file a document.")]
Force = Annotated[bool, typer.Option("--force", help="Replace what the folder holds.")]
Resume = Annotated[
    bool,
    typer.Option("--resume", help="Take over what earlier runs in the folder finished; do the rest."),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, help="Processes, at most; by default one a core.", show_default=False),
]
Timeout = Annotated[int, typer.Option("--timeout", min=1, help="Seconds that the extraction of a document may take.")]
Engines = Annotated[
    EngineName, typer.Option("--engine", help="Who does the work: this machine, or a cluster of Dask workers.")
]
Scheduler = Annotated[
    str | None,
    typer.Option("--scheduler", help="Address of the Dask scheduler, tcp://host:8786.", show_default=False),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        help="Settings file; svodka.toml of the working folder if not given.",
        show_default=False,
        is_eager=True,
        callback=take_over,
    ),
]
PrintConfig = Annotated[
    bool, typer.Option("--print-config", help="Print the settings in force and where each comes from; do nothing.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="List what would be done, and do nothing.")]


def extract(
    context: typer.Context,
    inputs: Inputs = None,
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
    timeout: Timeout = 600,
    jobs: Jobs = None,
    pretty: Pretty = False,
    force: Force = False,
    resume: Resume = False,
    engine: Engines = EngineName.LOCAL,
    scheduler: Scheduler = None,
    config: Config = None,
    print_config: PrintConfig = False,
    dry_run: DryRun = False,
) -> None:
    """Extract one JSON record per document, in input order.

    Exit code 0: all done; 1: some documents failed (each is named on stderr and in failures.jsonl); 2: wrong usage.
    """
    if print_config:
        typer.echo(in_force(context, config))
        return
    if not inputs:
        raise UsageError("missing argument: name files, folders, glob patterns, or - for standard input")
    from svodka.cli.running import Writing, list_work, make_engine, print_records, write_run
    from svodka.ingest.options import Columns, Limits
    from svodka.settings import Settings
    from svodka.store import read_anchor_dates

    settings = Settings(
        encoding=encoding,
        anchor_date=anchor_date,
        anchor_dates=read_anchor_dates(anchor_dates) if anchor_dates else {},
        lexicon=lexicon,
        frames=frames,
        columns=Columns(text_column, id_column, date_column, url_column),
        limits=Limits.parse(limit or ()),
        timeout=timeout,
        keep_refused=output is not None,
    )
    runner = make_engine(engine, scheduler, jobs)
    if dry_run:
        code = list_work(inputs, output, settings, resume=resume)
    elif output is None:
        code = print_records(inputs, settings, runner, pretty=pretty)
    else:
        code = write_run(inputs, output, settings, runner, Writing(force, resume, pretty))
    raise typer.Exit(code)
