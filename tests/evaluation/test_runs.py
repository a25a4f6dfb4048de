from __future__ import annotations

from itertools import pairwise

import pytest

from svodka.core.errors import UsageError
from svodka.evaluation.gate import Floors, GateError, check, pin, read_floors
from svodka.evaluation.report import error_lines, errors, summary, tables
from svodka.evaluation.runs import evaluate, evaluate_splits, read_gold
from svodka.evaluation.score import empty, score
from svodka.evaluation.segments import sentences


@pytest.fixture
def corpus(tmp_path, gold):
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "sample.json").write_text(gold.to_json(indent=1), encoding="utf-8")
    (tmp_path / "splits.toml").write_text('seeds = ["sample"]\ndev = ["other"]\n', encoding="utf-8")
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "records.jsonl").write_text(empty(gold).to_json() + "\n", encoding="utf-8")
    return tmp_path


def test_a_run_folder_is_scored_against_a_split(corpus, gold):
    scores = evaluate(corpus / "run", corpus / "gold", "seeds", resamples=10)
    assert scores["dates.value"].counts.gold == 2
    assert evaluate([gold], corpus / "gold", resamples=0)["events.exact"].counts.f1 == 1.0
    assert read_gold(corpus / "gold") == (gold,)


def test_what_cannot_be_read_is_a_usage_error(corpus):
    for split, message in (("test", "has no split"), ("dev", "other.json")):
        with pytest.raises(UsageError, match=message):
            read_gold(corpus / "gold", split)
    (corpus / "gold" / "sample.json").write_text('{"doc_id": "x"}\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"sample.json is no gold record: .*svodka gold check"):
        read_gold(corpus / "gold")


def test_the_gate_is_open_at_the_pinned_state(corpus, gold):
    scores = {"seeds": score([gold], [gold], resamples=0)}
    floors = pin(scores, corpus / "gold", Floors({}, {}))
    (corpus / "floors.json").write_text(floors.to_json(), encoding="utf-8")
    assert read_floors(corpus / "floors.json") == floors
    assert check(scores, floors, corpus / "gold") == []
    assert floors.floors["seeds"]["dates.value"] == 1.0


def test_the_gate_shuts_when_a_score_falls(corpus, gold):
    floors = pin({"seeds": score([gold], [gold], resamples=0)}, corpus / "gold", Floors({}, {}))
    worse = score([gold], [gold.model_copy(update={"dates": gold.dates[1:]})], resamples=0)
    found = check({"seeds": worse}, floors, corpus / "gold")
    assert "seeds dates.value: 0.6667 is below the floor 1.0000" in map(str, found)
    undefined = score([empty(gold)], [empty(gold)], resamples=0)
    assert all("undefined" in str(v) for v in check({"seeds": undefined}, floors, corpus / "gold"))


def test_the_gate_shuts_when_gold_changes_without_being_pinned_anew(corpus, gold):
    scores = {"seeds": score([gold], [gold], resamples=0)}
    floors = pin(scores, corpus / "gold", Floors({}, {}))
    file = corpus / "gold" / "sample.json"
    file.write_text(file.read_text(encoding="utf-8").replace('"40000000"', '"41000000"'), encoding="utf-8")
    (corpus / "gold" / "new.json").write_text("{}", encoding="utf-8")
    messages = [str(violation) for violation in check(scores, floors, corpus / "gold")]
    assert messages == [
        "new.json: the gold file is not pinned",
        "sample.json: the gold file has changed since it was pinned",
    ]
    file.unlink()
    assert "is gone" in str(check(scores, floors, corpus / "gold")[-1])


def test_a_floor_falls_only_with_leave_and_a_line_in_the_changelog(corpus, gold):
    good, bad = score([gold], [gold], resamples=0), score([gold], [empty(gold)], resamples=0)
    floors = pin({"seeds": good, "dev": good}, corpus / "gold", Floors({}, {}))
    with pytest.raises(GateError, match=r"seeds dates\.value"):
        pin({"seeds": bad}, corpus / "gold", floors)
    line = "- The floor of seeds dates.value falls.\n"
    with pytest.raises(GateError, match="no line of the changelog names"):
        pin({"seeds": bad}, corpus / "gold", floors, line, allow_lower=True)
    every = "".join(f"- seeds {name} falls\n" for name in floors.floors["seeds"])
    lowered = pin({"seeds": bad}, corpus / "gold", floors, every, allow_lower=True)
    assert lowered.floors["seeds"]["dates.value"] == 0.0
    assert lowered.floors["dev"]["dates.value"] == 1.0


def test_tables_show_counts_beside_ratios_and_dashes_for_the_undefined(gold):
    scores = score([gold], [empty(gold)], resamples=20)
    table = summary(scores)
    row = next(row for row in table.rows if row[0] == "dates.value")
    assert row == ("dates.value", "2", "0", "0", "–", "0.000", "0.000", "0.000–0.000")
    assert all(len(row) == len(table.columns) for table in tables(scores) for row in table.rows)
    titles = [table.title for table in tables(scores)]
    assert "events.roles by role" in titles
    assert "events.roles by type" in titles


def test_errors_name_misses_false_alarms_and_wrong_pairs_with_their_sentence(gold):
    dates = (gold.dates[0].model_copy(update={"edtf": "2023-03"}), *gold.dates[2:])
    predicted = gold.model_copy(update={"dates": dates, "figures": ()})
    found = errors(score([gold], [predicted], resamples=0), [gold])
    kinds = {(e.measure, e.key, e.kind) for e in found}
    assert ("dates.strict", "month", "wrong") in kinds
    assert ("dates.strict", "year", "miss") in kinds
    assert ("figures.value", "money", "miss") in kinds
    spurious = errors(score([predicted], [gold], resamples=0), [predicted])
    assert ("figures.value", "money", "false alarm") in {(e.measure, e.key, e.kind) for e in spurious}
    lines = list(error_lines(found))
    assert "== dates.strict month" in lines
    assert any("Товарооборот Гомельской и Брянской облас- тей вырос" in line for line in lines)


def test_sentences_of_events_are_kept_and_the_rest_is_cut(gold):
    spans = sentences(gold)
    assert [gold.text[span.start : span.end][:12] for span in spans] == [
        "В феврале 20",
        "Товарооборот",
        "Сейчас бря-\n",
    ]
    bare = sentences(gold.model_copy(update={"events": ()}))
    assert len(bare) >= 3
    assert all(a.end <= b.start for a, b in pairwise(bare))


def test_every_split_is_scored(corpus, gold):
    (corpus / "splits.toml").write_text('seeds = ["sample"]\ndev = ["sample"]\n', encoding="utf-8")
    scores = evaluate_splits([gold], corpus / "gold", resamples=0)
    assert {split: result["events.exact"].counts.f1 for split, result in scores.items()} == {
        "dev": 1.0,
        "seeds": 1.0,
    }
