"""``svodka report``: a run as a site that opens from disk."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from svodka.cli.extras import needs
from svodka.core.errors import UsageError


def report(
    run: Annotated[Path, typer.Argument(help="A run folder of svodka extract.", show_default=False)],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder to write; a file with --single.", show_default=False)
    ],
    gold: Annotated[
        Path | None, typer.Option("--gold", help="Folder of gold records to compare with.", show_default=False)
    ] = None,
    single: Annotated[bool, typer.Option("--single", help="One self-contained HTML file.")] = False,
    language: Annotated[str, typer.Option("--language", help="Of the interface at first: ru or en.")] = "ru",
) -> None:
    """Write a static site: documents with their layers, tables, timeline, and pages over all documents."""
    from svodka.evaluation.runs import read_gold
    from svodka.report.wording import LANGUAGES
    from svodka.store import read_failures, read_records

    with needs("report"):
        from svodka.report.site import Run, write_single, write_site
    chosen = next((known for known in LANGUAGES if known == language), None)
    if chosen is None:
        raise UsageError(f"{language!r} is no language of the interface; use ru or en")
    judged = {record.doc_id: record for record in read_gold(gold)} if gold else {}
    told = Run(run.resolve().name, tuple(read_records(run)), read_failures(run), judged)
    first = (write_single if single else write_site)(told, output, chosen)
    typer.echo(f"svodka: report of {len(told.records)} documents in {first}", err=True)
