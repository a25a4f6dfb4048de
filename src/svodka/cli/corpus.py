"""``svodka claims``, ``events`` and ``stats``: what a run says as a whole."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from svodka.core.visible import visible

if TYPE_CHECKING:
    from svodka.analysis.claims import Claim
    from svodka.analysis.statistics import Statistics
    from svodka.analysis.stories import Story
    from svodka.core.records import Record

Run = Annotated[Path, typer.Argument(help="A run folder of svodka extract.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


def claims(
    run: Run,
    conflicts: Annotated[bool, typer.Option("--conflicts", help="Only conflicting and revised claims.")] = False,
    as_json: AsJson = False,
) -> None:
    """Group figures of one metric, subject, period and unit, and tell whether their sources agree."""
    from svodka.analysis.claims import claims as find
    from svodka.analysis.reading import Reading
    from svodka.store import read_records

    records = tuple(read_records(run))
    readings = {id(record): Reading(record) for record in records}
    for claim in find(records):
        if conflicts and claim.verdict not in ("conflicting", "revised"):
            continue
        sources = [
            {"path": s.record.source.path, "doc_id": s.record.doc_id, "figure": s.figure.id, "quote": s.figure.text,
             "sentence": readings[id(s.record)].sentence(s.figure.spans)}
            for s in claim.statements
        ]  # fmt: skip
        if as_json:
            typer.echo(json.dumps(_claim(claim) | {"sources": sources}, ensure_ascii=False))
        else:
            typer.echo("\n".join(map(visible, _told(claim, sources))))


def _claim(claim: Claim) -> dict[str, Any]:
    slots = claim.slots
    return {
        "verdict": claim.verdict, "metric": slots.metric, "kind": slots.kind, "unit": slots.unit,
        "subjects": [key.name for key in slots.subjects], "period": slots.period, "whole": slots.whole,
        "spread": claim.spread,
    }  # fmt: skip


def _told(claim: Claim, sources: list[dict[str, Any]]) -> Iterator[str]:
    slots = claim.slots
    unit = slots.unit if slots.unit and slots.unit != slots.metric else None
    about = [f"{slots.metric}, {unit}" if unit else slots.metric, ", ".join(key.name for key in slots.subjects)]
    if slots.period:
        about.append(" – ".join(day or "…" for day in slots.period))
    low, high = claim.spread
    yield f"{claim.verdict}: {'; '.join(filter(None, about))}" + (f" ({low} – {high})" if low != high else f" ({low})")
    for source in sources:
        yield f"  «{source['quote']}»  {source['sentence']}  [{source['path']} {source['figure']}]"


def events(
    run: Run,
    merged: Annotated[bool, typer.Option("--merged", help="Join what is told more than once.")] = False,
    as_json: AsJson = False,
) -> None:
    """List the events of a run, dated ones by time; with --merged each once, with all who tell it."""
    from svodka.analysis.stories import Story, stories, tellings
    from svodka.store import read_records

    records = tuple(read_records(run))
    told = stories(records) if merged else [Story([telling]) for telling in tellings(records)]
    told.sort(key=lambda story: story.time or ("9999-12-31", ""))
    for story in told:
        row = _story(story)
        if as_json:
            typer.echo(json.dumps(row, ensure_ascii=False))
        else:
            when = " – ".join(dict.fromkeys(row["time"])) if row["time"] else "undated"
            sources = ", ".join(f"{s['path']} {s['event']}" for s in row["sources"])
            said = f"{when}  {row['type']} {row['status']}  {'; '.join(row['roles'])}  [{sources}]"
            typer.echo(visible(said))


def _story(story: Story) -> dict[str, Any]:
    first = story.tellings[0]
    names = {entity.id: entity.name for entity in first.record.entities}
    roles = [f"{r.role}: {names.get(r.ref or '', r.text or r.ref or '')}" for r in first.event.roles]
    sources = [
        {"path": t.record.source.path, "doc_id": t.record.doc_id, "event": t.event.id, "trigger": t.event.trigger.text}
        for t in story.tellings
    ]
    return {
        "type": first.event.type, "status": first.event.status, "time": story.time, "roles": roles,
        "documents": story.documents, "sources": sources,
    }  # fmt: skip


def stats(run: Run) -> None:
    """Count a run: items by layer and type, coverage, issues, failures, the largest documents."""
    from rich.console import Console

    from svodka.analysis.statistics import statistics
    from svodka.store import read_failures, read_records

    records: Iterator[Record] = read_records(run)
    found, console = statistics(records), Console()
    console.print(f"{found.documents} documents, {found.characters} characters", highlight=False)
    for title, rows in _sections(found, Counter(failure.code for failure in read_failures(run))):
        if rows:
            console.print()
            console.print(title, style="bold", highlight=False)
            console.print(_table(rows))


def _sections(found: Statistics, failures: Counter[str]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for layer, counts in found.types.items():
        title = f"{layer}: {counts.total()} in {found.covered[layer]} of {found.documents} documents"
        yield title, _ranked(counts)
    yield "status of events", _ranked(found.statuses)
    yield "issues", _ranked(found.issues)
    yield "failures", _ranked(failures)
    yield "largest documents", [(path, f"{length} characters, {items} items") for length, items, path in found.largest]


def _ranked(counts: Counter[str]) -> list[tuple[str, str]]:
    return [(name, str(count)) for name, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]


def _table(rows: list[tuple[str, str]]) -> Any:
    from rich.table import Table
    from rich.text import Text

    table = Table(show_header=False, box=None, padding=(0, 2))
    table.add_column(overflow="fold")
    table.add_column(justify="right")
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    return table
