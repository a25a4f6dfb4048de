"""``svodka rules``: the rows of a table for a reader."""

from __future__ import annotations

from typer.testing import CliRunner

from svodka.cli import app
from svodka.rules.catalogue import TABLES, lines
from svodka.rules.figures import KINDS


def test_every_kind_of_figure_has_an_example_and_a_trap() -> None:
    shown = lines("figures")
    assert list(dict.fromkeys(line.kind for line in shown)) == list(KINDS)
    assert all(line.example and line.value and line.trap for line in shown)


def test_the_command_prints_each_row() -> None:
    result = CliRunner().invoke(app, ["rules", "--table", "figures"], env={"COLUMNS": "200"})
    assert result.exit_code == 0
    assert all(rule.id in result.output for rule in TABLES["figures"].rows)


def test_an_unknown_table_is_refused() -> None:
    result = CliRunner().invoke(app, ["rules", "--table", "weather"])
    assert "there is no table 'weather'" in str(result.exception)
