"""``svodka evaluate``, ``gold`` and ``diff``: records against gold, gold against its rules, a run against another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from svodka.evaluation.gate import Violation
    from svodka.evaluation.report import Table
    from svodka.evaluation.score import Scores

Gold = Annotated[Path, typer.Option("--gold", help="Folder of gold records.")]
Sources = Annotated[Path, typer.Option("--sources", help="Folder of the annotated texts, by the sheets' names.")]
GOLD = Path("corpus/gold")
SEEDS = Path("corpus/seeds")

gold = typer.Typer(help="Build gold records from sheets, and check them.", no_args_is_help=True, rich_markup_mode=None)


def evaluate(
    run: Annotated[
        Path, typer.Argument(help="Run folder; with --dataset the folder of the benchmark.", show_default=False)
    ],
    gold: Gold = GOLD,
    split: Annotated[str | None, typer.Option("--split", help="Score only this split.", show_default=False)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
    errors: Annotated[
        bool, typer.Option("--errors", help="List every miss and false alarm with its sentence.")
    ] = False,
    gate: Annotated[bool, typer.Option("--gate", help="Fail where a floor is missed or the gold has changed.")] = False,
    pin: Annotated[bool, typer.Option("--pin", help="Write today's scores and gold hashes as the floors.")] = False,
    allow_lower: Annotated[
        bool, typer.Option("--allow-lower", help="Let --pin lower floors the changelog names.")
    ] = False,
    dataset: Annotated[
        str | None, typer.Option("--dataset", help="A NER benchmark: factrueval.", show_default=False)
    ] = None,
    raw: Annotated[bool, typer.Option("--raw", help="With --dataset: the network's names alone.")] = False,
) -> None:
    """Score a run against gold. Exit code 1 if the gate is shut."""
    if dataset is not None:
        _benchmark(dataset, run, as_json=as_json, raw=raw)
    elif gate or pin:
        raise typer.Exit(_pin(run, gold, allow_lower=allow_lower) if pin else _gate(run, gold))
    else:
        _scores(run, gold, split, as_json=as_json, errors=errors)


def _scores(run: Path, gold_dir: Path, split: str | None, *, as_json: bool, errors: bool) -> None:
    from svodka.evaluation import report, runs

    scores = runs.evaluate(run, gold_dir, split)
    if as_json:
        typer.echo(json.dumps(scores.to_dict(), ensure_ascii=False, indent=2))
    elif errors:
        for line in report.error_lines(report.errors(scores, runs.read_gold(gold_dir, split))):
            typer.echo(line)
    else:
        _print(report.tables(scores))


def _benchmark(dataset: str, folder: Path, *, as_json: bool, raw: bool) -> None:
    from svodka.core.errors import UsageError
    from svodka.evaluation import factrueval, predictors, report
    from svodka.language.models import load

    if dataset != "factrueval":
        raise UsageError(f"there is no dataset {dataset!r}; the only one is factrueval")
    documents = list(factrueval.read_devset(folder))
    predict = predictors.network_names(load()) if raw else predictors.record_names(load())
    scores = factrueval.score_ner(documents, predict)
    if as_json:
        typer.echo(json.dumps(scores.to_dict(), ensure_ascii=False, indent=2))
    else:
        _print([report.benchmark(scores)])


def _gate(run: Path, gold_dir: Path) -> int:
    """Say what shuts the gate; return the exit code."""
    from svodka.evaluation import gate as gates
    from svodka.evaluation import runs

    scores = runs.evaluate_splits(run, gold_dir, resamples=0)
    found = gates.check(scores, gates.read_floors(gold_dir.parent / "floors.json"), gold_dir)
    _tell(scores, found)
    return 1 if found else 0


def _tell(scores: dict[str, Scores], found: list[Violation]) -> None:
    for violation in found:
        typer.echo(f"svodka: {violation}", err=True)
    measures = sum(len(result.measures) for result in scores.values())
    state = (
        f"shut, {len(found)} reasons"
        if found
        else f"open: {measures} measures of {', '.join(scores)} at or above their floors"
    )
    typer.echo(f"svodka: the gate is {state}", err=True)


def _pin(run: Path, gold_dir: Path, *, allow_lower: bool) -> int:
    from svodka.evaluation import gate as gates
    from svodka.evaluation import runs

    file, changelog = gold_dir.parent / "floors.json", Path("CHANGELOG.md")
    scores = runs.evaluate_splits(run, gold_dir, resamples=0)
    told = changelog.read_text("utf-8") if changelog.is_file() else ""
    floors = gates.pin(scores, gold_dir, gates.read_floors(file), told, allow_lower=allow_lower)
    file.write_text(floors.to_json(), encoding="utf-8")
    typer.echo(f"svodka: floors and gold hashes pinned in {file}", err=True)
    return 0


@gold.command("build")
def build(
    sheets: Annotated[list[Path], typer.Argument(help="Gold sheets (TOML).", show_default=False)],
    sources: Sources = SEEDS,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder for the gold records.")] = GOLD,
) -> None:
    """Build gold records from sheets: quotes become offsets, every reference is checked."""
    from svodka.evaluation.golds import build_gold

    for sheet in sheets:
        file = build_gold(sheet, sources, output)
        typer.echo(f"svodka: {sheet} -> {file}", err=True)


@gold.command("check")
def check(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Gold records; by default all of corpus/gold.", show_default=False)
    ] = None,
) -> None:
    """Check gold records: offsets, references, types, roles, dates. Exit code 1 if anything is wrong."""
    from svodka.evaluation.golds import problems

    chosen = files or sorted(GOLD.glob("*.json"))
    wrong = 0
    for file in chosen:
        for problem in problems(file):
            wrong += 1
            typer.echo(f"svodka: {file}: {problem}", err=True)
    typer.echo(f"svodka: {len(chosen)} gold records, {wrong} problems", err=True)
    raise typer.Exit(1 if wrong else 0)


@gold.command("events")
def events(
    gold_dir: Gold = GOLD,
    split: Annotated[str | None, typer.Option("--split", help="Score only this split.", show_default=False)] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every miss and false alarm.")] = False,
) -> None:
    """Score the event rules alone: on gold entities, dates and figures, so that no layer below them errs."""
    from svodka.evaluation import report, runs
    from svodka.evaluation.ceiling import on_gold
    from svodka.evaluation.score import score
    from svodka.language.models import load

    records, nlp = runs.read_gold(gold_dir, split), load()
    scores = score(records, [on_gold(record, nlp) for record in records])
    if errors:
        for line in report.error_lines(report.errors(scores, records)):
            typer.echo(line)
    else:
        _print([report.summary(scores)])


@gold.command("agree")
def agree(
    one: Annotated[Path, typer.Argument(help="Folder of one reader's sheets.", show_default=False)],
    other: Annotated[Path, typer.Argument(help="Folder of another's.", show_default=False)],
    sources: Sources = SEEDS,
    errors: Annotated[bool, typer.Option("--errors", help="List every difference with its sentence.")] = False,
) -> None:
    """Measure how far two readers agree, by the scores of the evaluation."""
    from svodka.evaluation import report
    from svodka.evaluation.golds import agreement

    scores = agreement(one, other, sources)
    _print([report.summary(scores)])
    if errors:
        from svodka.evaluation.golds import build_all

        for line in report.error_lines(report.errors(scores, build_all(one, sources))):
            typer.echo(line)


def diff(
    before: Annotated[Path, typer.Argument(help="A run folder.", show_default=False)],
    after: Annotated[Path, typer.Argument(help="Another run folder.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """Tell what changed between two runs: items added, lost, changed, by layer. Exit code 0 also if they differ."""
    from dataclasses import asdict

    from svodka.evaluation.diff import diff as differences
    from svodka.store import read_records

    found = differences(read_records(before), read_records(after))
    for change in found:
        typer.echo(json.dumps(asdict(change), ensure_ascii=False) if as_json else _line(change))
    typer.echo(f"svodka: {len(found)} differences", err=True)


def _line(change: Any) -> str:
    sign = {"added": "+", "lost": "-", "changed": "~"}[change.kind]
    details = "; ".join(f"{field}: {old or '∅'} -> {new or '∅'}" for field, old, new in change.details)
    return f"{sign} {change.layer} {change.key} «{change.text}» {details} ({change.path})"


def _print(tables: Iterable[Table]) -> None:
    from rich.console import Console
    from rich.table import Table as RichTable

    console = Console()
    for table in tables:
        shown = RichTable(title=table.title, title_justify="left", title_style="bold", header_style="dim")
        for number, column in enumerate(table.columns):
            shown.add_column(column, justify="left" if number == 0 else "right", no_wrap=True)
        for row in table.rows:
            shown.add_row(*row)
        console.print(shown)
