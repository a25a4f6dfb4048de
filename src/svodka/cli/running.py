"""Running a batch from the command line: to a folder, to standard output, or not at all."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from svodka.batch.plan import plan
from svodka.batch.run import outcomes, references, run_batch
from svodka.cli.extras import needs
from svodka.core.errors import InterruptedRunError, UsageError
from svodka.core.records import Record
from svodka.engines.local import LocalEngine
from svodka.ingest.readings import Refused
from svodka.ingest.units import units
from svodka.store import Previous, Result, RunWriter, earlier_runs
from svodka.store.remote import run_folder

if TYPE_CHECKING:
    from svodka.batch.plan import Item
    from svodka.batch.run import Engine, Tell
    from svodka.settings import Settings


@dataclass(frozen=True, slots=True)
class Writing:
    """How to treat the run folder; see ``RunWriter``."""

    force: bool
    resume: bool
    pretty: bool


def make_engine(name: str, scheduler: str | None, jobs: int | None) -> Engine:
    """Return the engine of a name.

    Raises:
        UsageError: Its library is missing, or it has no scheduler.
    """
    if name == "dask":
        with needs("dask"):
            from svodka.engines.cluster import DaskEngine

            return DaskEngine(scheduler, jobs)
    if scheduler:
        raise UsageError("--scheduler is for --engine dask; add it, or leave the address out")
    return LocalEngine(jobs)


def write_run(inputs: list[str], output: str, settings: Settings, engine: Engine, how: Writing) -> int:
    """Write a run folder; return the exit code."""
    writer: RunWriter | None = None
    try:
        with _stopping(), _progress() as tell, run_folder(output, force=how.force, resume=how.resume) as run:
            folder, save = run
            writer = RunWriter(folder, save=save, force=how.force, resume=how.resume, pretty=how.pretty)
            summary = run_batch(inputs, writer, engine, settings, tell)
    except KeyboardInterrupt as error:
        done = _count(writer.counts["records"] if writer else 0, "record")
        raise InterruptedRunError(f"stopped; {done} in {output} are kept: go on with --resume") from error
    parts = [f"{_count(summary.records, 'record')} in {output}"]
    parts += [f"{summary.kept} of them taken over"] if summary.kept else []
    parts += [_count(summary.failures, "failure")]
    parts += [f"{_count(summary.duplicates, 'duplicate')} (see inputs.jsonl)"] if summary.duplicates else []
    typer.echo(f"svodka: {', '.join(parts)}", err=True)
    return 1 if summary.failures else 0


def print_records(inputs: list[str], settings: Settings, engine: Engine, *, pretty: bool) -> int:
    """Write records to standard output, one a line unless ``pretty``; return the exit code."""
    failures = 0
    previous = Previous()
    with references(inputs, settings) as found:
        items = plan(units(found, settings.reading), settings, previous)
        for item, result in outcomes(items, engine, settings, previous):
            if result is None:
                typer.echo(f"svodka: {item.unit.name}: says the same as {item.duplicate_of}; extracted once", err=True)
            elif result.failure:
                typer.echo(f"svodka: {result.message}", err=True)
                failures += 1
            else:
                typer.echo(Record.from_json(result.line).to_json(indent=2) if pretty else result.line)
    return 1 if failures else 0


def list_work(inputs: list[str], output: str | None, settings: Settings, *, resume: bool) -> int:
    """List every document with what would be done; return the exit code."""
    counts: dict[str, int] = {}
    previous = Previous(earlier_runs(Path(output)) if output and resume else ())
    with references(inputs, settings, Path(output) if output else None) as found:
        for item in plan(units(found, settings.reading), settings, previous):
            refused = isinstance(item.unit.found, Refused)
            verdict = "unreadable" if refused else item.verdict
            counts[verdict.split()[0]] = counts.get(verdict.split()[0], 0) + 1
            typer.echo(f"{verdict}\t{item.unit.name}")
    told = ", ".join(f"{number} {verdict}" for verdict, number in sorted(counts.items()))
    typer.echo(f"svodka: {told or 'nothing'}; nothing was done", err=True)
    return 0


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@contextmanager
def _stopping() -> Iterator[None]:
    """Let a polite end of the process (SIGTERM, as of a scheduler) be like Ctrl-C."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _progress() -> Iterator[Tell]:
    """Show on stderr how many documents are done, and say what failed; no bar where stderr is no terminal.

    Duplicates may be many; the folder lists them.
    """
    from rich.console import Console
    from rich.progress import Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.completed} documents"), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("documents", total=None)

        def tell(item: Item, result: Result | None) -> None:
            bar.advance(task)
            if result is not None and result.failure:
                typer.echo(f"svodka: {result.message}", err=True)

        yield tell
