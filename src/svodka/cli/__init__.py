"""The command line: parse, call, report. Data goes to stdout or files, words and progress to stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import typer

from svodka.cli import about, corpus, entities, evaluate, explain, export, extract, report, rules, show
from svodka.core.errors import InterruptedRunError, SvodkaError

# Newer versions of typer carry their own copy of click: the base of its public exception is right for all of them.
_UsageError: type[Exception] = typer.BadParameter.__mro__[1]
_SHORT: dict[Callable[..., None], str] = {
    extract.extract: "Extract one JSON record per document.",
    show.show: "Show one document in the terminal.",
    explain.explain: "Show why a place of a document reads as it does.",
    rules.rules: "Print the rows of a rule table, with examples and traps.",
    entities.entities: "List the entities of a run, with counts.",
    corpus.events: "List the events of a run by time.",
    corpus.claims: "Tell where figures agree and conflict.",
    corpus.stats: "Count a run.",
    export.query: "Ask a run in SQL.",
    export.export: "Write a run for other tools.",
    report.report: "Write a run as a site that opens from disk.",
    evaluate.evaluate: "Score a run against gold; guard the floors.",
    evaluate.diff: "Tell what changed between two runs.",
    about.schema: "Print the JSON Schema of a record.",
    about.models: "List the installed models.",
    about.doctor: "Check versions, weights, lexica.",
}

app = typer.Typer(
    name="svodka",
    help="Russian press releases in, structured grounded JSON out: who, when, how much, what happened.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for _command, _help in _SHORT.items():
    app.command(short_help=_help)(_command)
app.add_typer(evaluate.gold, name="gold", short_help="Build gold records from sheets, and check them.")


@app.callback(invoke_without_command=False)
def root(
    version: bool = typer.Option(
        False, "--version", help="Print the version and leave.", is_eager=True, callback=about.version
    ),
) -> None:
    """Russian press releases in, structured grounded JSON out: who, when, how much, what happened."""


def main() -> None:
    """Run the command line; every mistake of the user ends in one sentence on stderr and exit code 2."""
    try:
        code = app(standalone_mode=False)
    except _UsageError as error:
        code = _wrong_usage(error)
    except InterruptedRunError as error:
        code = _complain(str(error), 130)
    except SvodkaError as error:
        code = _complain(str(error))
    except (typer.Abort, KeyboardInterrupt):
        code = _complain("stopped", 130)
    except BrokenPipeError:
        sys.stderr.close()
        code = 0
    sys.exit(code if isinstance(code, int) else 0)


def _wrong_usage(error: Any) -> int:
    """Say in one sentence what is wrong with the words of a command; a bare ``svodka`` prints its help."""
    if type(error).__name__ == "NoArgsIsHelpError":
        typer.echo(error.format_message(), err=True)
        return 2
    command = error.ctx.command_path if error.ctx else "svodka"
    message = error.format_message().rstrip(".")
    return _complain(f"{message[:1].lower()}{message[1:]}; see {command} --help")


def _complain(sentence: str, code: int = 2) -> int:
    typer.echo(f"svodka: {sentence}", err=True)
    return code
