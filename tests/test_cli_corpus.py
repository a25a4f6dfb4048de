"""The commands over a whole run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_cli import run, sentence
from tests.texts import SEEDS

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("runs") / "demo"
    assert run("extract", SEEDS, "-o", folder).returncode == 0
    return folder


def test_the_conflict_of_the_seeds_is_told_with_both_quotes(demo: Path) -> None:
    said = run("claims", demo, "--conflicts").stdout.decode()
    assert "conflicting: доля, %" in said
    assert "«почти 75 %»" in said
    assert "«более 70 %»" in said
    rows = [json.loads(line) for line in run("claims", demo, "--json").stdout.splitlines()]
    assert {"corroborated", "conflicting", "single"} <= {row["verdict"] for row in rows}


def test_events_are_listed_by_time_and_merged(demo: Path) -> None:
    every = [json.loads(line) for line in run("events", demo, "--json").stdout.splitlines()]
    merged = [json.loads(line) for line in run("events", demo, "--merged", "--json").stdout.splitlines()]
    assert sum(len(row["sources"]) for row in merged) == len(every) >= len(merged)
    times = [row["time"] for row in merged if row["time"]]
    assert times == sorted(times)


def test_stats_count_the_run(demo: Path) -> None:
    said = run("stats", demo).stdout.decode()
    assert said.startswith("2 documents")
    assert "in 2 of 2 documents" in said


def test_a_question_in_sql(demo: Path) -> None:
    result = run("query", demo, "select count(*) as n from documents", "--csv")
    assert result.stdout.decode().split() == ["n", "2"]
    assert "cannot be answered" in sentence(run("query", demo, "select"))


def test_report_and_export_say_where_they_wrote(demo: Path, tmp_path: Path) -> None:
    assert "index.html" in sentence(run("report", demo, "-o", tmp_path / "site"))
    assert (tmp_path / "site" / "index.html").is_file()
    assert "parquet" in sentence(run("export", demo, "--to", "parquet", "-o", tmp_path / "tables"))
    assert run("export", demo, "--to", "xls", "-o", tmp_path / "x").returncode == 2
    assert "use ru or en" in sentence(run("report", demo, "-o", tmp_path / "x", "--language", "fr"))


def test_a_text_cannot_steer_the_terminal(tmp_path: Path) -> None:
    text = "\x1b[2J\x1b]0;title\x07Делегация Брянска посетила «Завод \x1b[8m» в Минске \x9b31m 15 марта 2024 года."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert run("extract", tmp_path / "a.txt", "-o", tmp_path / "run").returncode == 0
    for words in (["show", tmp_path / "a.txt"], ["entities"], ["events"], ["claims"], ["stats"]):
        said = run(*words, *([tmp_path / "run"] if len(words) == 1 else [])).stdout.decode()
        assert not set("\x1b\x9b\x07") & set(said), words
    asked = run("query", tmp_path / "run", "select text from documents").stdout.decode()
    assert not set("\x1b\x9b\x07") & set(asked)
