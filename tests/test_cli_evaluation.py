"""``svodka evaluate``, ``gold`` and ``diff`` as a maintainer uses them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from svodka.core.records import Record
from tests.test_cli import run, sentence
from tests.texts import PROJECT, SHARED

GOLD = PROJECT / "corpus" / "gold"
SEEDS = ("seed-000-gomel-region-cooperation", "seed-003-kursk-region-visit")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of the smaller seed, and a run that says exactly what its gold says."""
    (tmp_path / "gold").mkdir()
    shutil.copy(GOLD / f"{SEEDS[1]}.json", tmp_path / "gold")
    (tmp_path / "splits.toml").write_text(f'seeds = ["{SEEDS[1]}"]\n', encoding="utf-8")
    (tmp_path / "perfect").mkdir()
    record = Record.from_json((GOLD / f"{SEEDS[1]}.json").read_text("utf-8"))
    (tmp_path / "perfect" / "records.jsonl").write_text(record.to_json() + "\n", encoding="utf-8")
    worse = record.model_copy(update={"dates": record.dates[1:]})
    (tmp_path / "worse").mkdir()
    (tmp_path / "worse" / "records.jsonl").write_text(worse.to_json() + "\n", encoding="utf-8")
    return tmp_path


def mutate(corpus: Path, path: str, value: object) -> None:
    """Change one value of the gold by hand."""
    file = corpus / "gold" / f"{SEEDS[1]}.json"
    data = json.loads(file.read_text("utf-8"))
    *steps, last = path.split(".")
    item = data
    for step in steps:
        item = item[int(step)] if step.isdigit() else item[step]
    item[int(last) if last.isdigit() else last] = value
    file.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def test_scores_are_printed_as_tables(corpus: Path) -> None:
    result = run("evaluate", corpus / "perfect", "--gold", corpus / "gold", "--split", "seeds")
    shown = result.stdout.decode()
    assert result.returncode == 0
    assert "events.roles" in shown
    assert "1.000" in shown


def test_scores_as_json_have_counts_beside_every_ratio(corpus: Path) -> None:
    result = run("evaluate", corpus / "worse", "--gold", corpus / "gold", "--json")
    measures = {measure["name"]: measure for measure in json.loads(result.stdout)["measures"]}
    found = measures["dates.strict"]
    assert found["gold"] == found["predicted"] + 1 == found["correct"] + 1
    assert found["precision"] == 1.0


def test_errors_name_the_sentence(corpus: Path) -> None:
    result = run("evaluate", corpus / "worse", "--gold", corpus / "gold", "--errors")
    shown = result.stdout.decode()
    assert "== dates.strict" in shown
    assert "miss: 2009 года" in shown
    assert "закреплена Курская область" in shown


def test_the_gate_opens_at_the_pinned_state_and_shuts_on_a_worse_run(corpus: Path) -> None:
    assert run("evaluate", corpus / "perfect", "--gold", corpus / "gold", "--pin").returncode == 0
    assert run("evaluate", corpus / "perfect", "--gold", corpus / "gold", "--gate").returncode == 0
    result = run("evaluate", corpus / "worse", "--gold", corpus / "gold", "--gate")
    assert result.returncode == 1
    assert "dates.value" in sentence(result)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("dates.0.edtf", "2010/.."),
        ("figures.0.value", "82"),
        ("entities.0.mentions.0.name", "Беларусь!"),
        ("events.0.status", "planned"),
    ],
)
def test_a_gold_value_changed_by_hand_shuts_the_gate(corpus: Path, path: str, value: str) -> None:
    run("evaluate", corpus / "perfect", "--gold", corpus / "gold", "--pin")
    mutate(corpus, path, value)
    result = run("evaluate", corpus / "perfect", "--gold", corpus / "gold", "--gate")
    assert result.returncode == 1
    assert "changed since it was pinned" in sentence(result)


def test_a_floor_is_lowered_only_on_request_and_with_a_line_in_the_changelog(corpus: Path) -> None:
    run("evaluate", corpus / "perfect", "--gold", corpus / "gold", "--pin")
    words = ("evaluate", corpus / "worse", "--gold", corpus / "gold", "--pin")
    assert "lower them explicitly" in sentence(run(*words, cwd=corpus))
    (corpus / "CHANGELOG.md").write_text("# Changelog\n", encoding="utf-8")
    assert "no line of the changelog names" in sentence(run(*words, "--allow-lower", cwd=corpus))
    measures = "dates.strict dates.value events.time events.roles events.exact figures.period figures.base_period"
    (corpus / "CHANGELOG.md").write_text(f"- Lowered floors, seeds: {measures}: a date was lost.\n", encoding="utf-8")
    assert run(*words, "--allow-lower", cwd=corpus).returncode == 0


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("dates.0.spans.0.0", 3, "d1"),
        ("figures.0.of", ["e99"], "e99"),
        ("events.0.type", "PARTY", "events.0.type"),
        ("dates.0.edtf", "2023-02-30", "d1"),
    ],
)
def test_gold_check_catches_what_is_wrong(corpus: Path, path: str, value: object, said: str) -> None:
    mutate(corpus, path, value)
    result = run("gold", "check", corpus / "gold" / f"{SEEDS[1]}.json")
    assert result.returncode == 1
    assert said in sentence(result)


def test_the_gold_of_the_corpus_is_sound() -> None:
    result = run("gold", "check", cwd=PROJECT)
    assert result.returncode == 0, result.stderr.decode()


def test_the_gold_of_the_seeds_is_what_its_sheets_say(tmp_path: Path) -> None:
    sheets = [GOLD / "sheets" / f"{name}.toml" for name in SEEDS]
    result = run("gold", "build", *sheets, "--sources", PROJECT / "corpus" / "seeds", "-o", tmp_path)
    assert result.returncode == 0, result.stderr.decode()
    for name in SEEDS:
        assert (tmp_path / f"{name}.json").read_bytes() == (GOLD / f"{name}.json").read_bytes()


def test_a_sheet_with_a_wrong_quote_is_refused(tmp_path: Path) -> None:
    sheet = (GOLD / "sheets" / f"{SEEDS[1]}.toml").read_text("utf-8").replace('q = "2009 года"', 'q = "2008 года"')
    (tmp_path / f"{SEEDS[1]}.toml").write_text(sheet, encoding="utf-8")
    words = ("gold", "build", tmp_path / f"{SEEDS[1]}.toml", "--sources", PROJECT / "corpus" / "seeds", "-o", tmp_path)
    result = run(*words)
    assert result.returncode == 2
    assert "2008 года" in sentence(result)


def test_diff_tells_what_was_lost(corpus: Path) -> None:
    result = run("diff", corpus / "perfect", corpus / "worse")
    assert result.returncode == 0
    assert result.stdout.decode().startswith("- dates ")
    assert "2009 года" in result.stdout.decode()
    nothing = run("diff", corpus / "perfect", corpus / "perfect")
    assert nothing.stdout == b""


def test_a_run_that_is_none_is_a_mistake(tmp_path: Path) -> None:
    result = run("evaluate", tmp_path, "--gold", GOLD)
    assert result.returncode == 2
    assert "no finished run" in sentence(result)
    assert "only one is factrueval" in sentence(run("evaluate", tmp_path, "--dataset", "conll"))


@pytest.mark.models
@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="the benchmark is not at hand")
def test_raw_names_reproduce_the_published_scores_of_factrueval() -> None:
    folder = SHARED / "bench" / "factRuEval-2016" / "devset"
    result = run("evaluate", folder, "--dataset", "factrueval", "--raw", "--json")
    tokens = json.loads(result.stdout)["tokens"]
    assert {label: round(counts["f1"], 3) for label, counts in tokens.items()} == {
        "PER": 0.960,
        "LOC": 0.906,
        "ORG": 0.776,
    }
