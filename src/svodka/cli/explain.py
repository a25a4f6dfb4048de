"""``svodka explain``: why a place of a document reads as it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from svodka.cli.extract import AnchorDate, Encoding, Frames, Lexicon

if TYPE_CHECKING:
    from svodka.components.explain import Explanation


def explain(
    file: Annotated[str, typer.Argument(help="A document, or - for standard input.", show_default=False)],
    at: Annotated[int, typer.Option("--at", min=0, help="Offset of a character in the source text.")],
    anchor_date: AnchorDate = None,
    encoding: Encoding = None,
    lexicon: Lexicon = None,
    frames: Frames = None,
) -> None:
    """Show the words, rules and event frames at a place of a document, and how roles and slots were filled."""
    from svodka.core.errors import UsageError
    from svodka.ingest.read import read
    from svodka.pipeline import explain_at
    from svodka.settings import Settings

    settings = Settings(anchor_date=anchor_date, encoding=encoding, lexicon=lexicon, frames=frames)
    found = explain_at(read(file, encoding=encoding), settings, at)
    if found is None:
        raise UsageError(f"no word stands at {at} in {file}; offsets count characters of the text, as in its record")
    _print(found)


def _print(found: Explanation) -> None:
    from rich.console import Console
    from rich.table import Table

    parts = (
        ("Words", ("text", "lemma", "tag", "relation", "head"),
         [(w.text, w.lemma, w.tag, w.relation, w.head) for w in found.words]),
        ("Rules", ("layer", "rule", "text", "fate"), [(m.layer, m.rule, m.text, m.fate) for m in found.rules]),
        ("Frames", ("frame", "trigger", "fate"), [(m.rule, m.text, m.fate) for m in found.frames]),
        ("Roles", ("trigger", "role", "filler", "found at"), list(found.roles)),
        ("Slots", ("figure", "filler", "step"), list(found.slots)),
    )  # fmt: skip
    console = Console()
    for title, columns, rows in parts:
        table = Table(title=f"{title} ({len(rows)})", title_justify="left", title_style="bold", header_style="dim")
        for column in columns:
            table.add_column(column, overflow="fold")
        for row in rows:
            table.add_row(*map(str, row))
        if rows:
            console.print(table)
