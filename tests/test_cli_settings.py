"""``svodka.toml``: every option of extract, the command line wins, and what is in force can be seen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_cli import run, sentence

pytestmark = pytest.mark.models


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Вчера подписан план.", "utf-8")
    (tmp_path / "in" / "b.txt").write_text("Вчера подписан план.", "utf-8")
    (tmp_path / "in" / "c.txt").write_bytes(b"")
    return tmp_path


def test_the_file_of_the_working_folder_is_in_force(folder: Path) -> None:
    (folder / "svodka.toml").write_text('inputs = ["in"]\noutput = "run"\nanchor-date = 2024-03-20\njobs = 1\n')
    assert run("extract", cwd=folder).returncode == 1
    (line,) = (folder / "run" / "records.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["dates"][0]["edtf"] == "2024-03-19"


def test_print_config_says_what_is_in_force_and_from_where(folder: Path) -> None:
    (folder / "my.toml").write_text("jobs = 3\npretty = true\n[limit]\nseconds = 5\n")
    result = run("extract", "in", "--config", "my.toml", "--jobs", "2", "--print-config", cwd=folder)
    shown = result.stdout.decode().splitlines()
    assert 'inputs = ["in"]  # command line' in shown
    assert "jobs = 2  # command line" in shown
    assert "pretty = true  # my.toml" in shown
    assert 'limit = ["seconds=5"]  # my.toml' in shown
    assert "timeout = 600  # default" in shown
    assert "# output: not set" in shown
    (folder / "again.toml").write_bytes(result.stdout)
    again = run("extract", "--config", "again.toml", "--print-config", cwd=folder).stdout.decode()
    assert [line.split("  # ")[0] for line in again.splitlines()][1:] == [line.split("  # ")[0] for line in shown][1:]


def test_paths_of_a_file_count_from_its_folder(folder: Path) -> None:
    (folder / "in" / "svodka.toml").write_text('lexicon = "places.tsv"\n')
    shown = run("extract", "--config", "in/svodka.toml", "--print-config", cwd=folder).stdout.decode()
    assert 'lexicon = "in/places.tsv"' in shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("job = 2", "did you mean 'jobs'?"),
        ("anchor-dat = 2024-03-20", "did you mean 'anchor-date'?"),
        ("jobs = 0", "--jobs"),
        ("jobs = [", "is no TOML"),
    ],
)
def test_a_mistake_in_the_file_is_one_sentence(folder: Path, text: str, said: str) -> None:
    (folder / "svodka.toml").write_text(text)
    result = run("extract", "in", cwd=folder)
    assert result.returncode == 2
    assert said in sentence(result)
    assert len(sentence(result).splitlines()) == 1


def test_dry_run_lists_what_would_be_done_and_does_nothing(folder: Path) -> None:
    result = run("extract", "in", "-o", "run", "--dry-run", cwd=folder)
    assert result.stdout.decode().splitlines() == ["new\ta.txt", "duplicate of a.txt\tb.txt", "unreadable\tc.txt"]
    assert not (folder / "run").exists()
    run("extract", "in", "-o", "run", cwd=folder)
    result = run("extract", "in", "-o", "run", "--dry-run", "--resume", cwd=folder)
    assert result.stdout.decode().splitlines()[0] == "done\ta.txt"
    assert sentence(result) == "svodka: 1 done, 1 duplicate, 1 unreadable; nothing was done\n"


def test_a_run_can_lie_at_an_address(folder: Path) -> None:
    pytest.importorskip("fsspec")
    inputs, output = (folder / "in").as_uri(), (folder / "far" / "run").as_uri()
    run("extract", "in", "-o", "near", cwd=folder)
    assert run("extract", inputs, "-o", output).returncode == 1
    for name in ("records.jsonl", "failures.jsonl", "inputs.jsonl", "manifest.json"):
        assert (folder / "far" / "run" / name).read_bytes() == (folder / "near" / name).read_bytes()
    assert "--resume" in sentence(run("extract", inputs, "-o", output))
    assert "taken over" in sentence(run("extract", inputs, "-o", output, "--resume"))


def test_a_scheduler_needs_the_engine_for_it(folder: Path) -> None:
    assert "--engine dask" in sentence(run("extract", "in", "--scheduler", "tcp://localhost:1", cwd=folder))
