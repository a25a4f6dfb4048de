"""``svodka entities`` and ``--lexicon`` from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from svodka.cli import app

pytestmark = pytest.mark.models


def test_entities_of_a_run_are_counted(tmp_path: Path) -> None:
    note, table, run = tmp_path / "note.txt", tmp_path / "own.tsv", tmp_path / "run"
    note.write_text("Гости из Зареченска приехали в Гомель. Зареченск и Гомель дружат, Гомель рад.", "utf-8")
    table.write_text("iso\tkind\tname\taliases\tadjectives\tinhabitants\nRU-TVE\tcity\tЗареченск\t\t\t\n", "utf-8")
    assert CliRunner().invoke(app, ["extract", str(note), "-o", str(run), "--lexicon", str(table)]).exit_code == 0
    lines = CliRunner().invoke(app, ["entities", str(run), "--label", "LOC", "--json"]).stdout.splitlines()
    assert '"name": "Гомель", "iso": "BY-HO", "kind": "city", "mentions": 3' in lines[0]
    assert '"name": "Зареченск", "iso": "RU-TVE", "kind": "city", "mentions": 2' in lines[1]
