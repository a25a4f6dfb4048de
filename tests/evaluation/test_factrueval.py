from __future__ import annotations

from pathlib import Path

import pytest

from svodka.core.errors import UsageError
from svodka.evaluation.factrueval import Document, Tagged, read_devset, score_ner
from svodka.evaluation.outcomes import Counts
from svodka.evaluation.report import benchmark

DEVSET = Path(__file__).parents[2].parent / "shared" / "bench" / "factRuEval-2016" / "devset"


@pytest.fixture
def devset(tmp_path):
    text = "Мэрия Москвы и Иван Петров из Мосгордумы"
    (tmp_path / "book_1.txt").write_text(text, encoding="utf-8")
    spans = [
        "1 org_descr 0 5 10 1  # 10 Мэрия", "2 loc_name 6 6 11 1  # 11 Москвы", "3 name 15 4 12 1  # 12 Иван",
        "4 surname 20 6 13 1  # 13 Петров", "5 org_name 30 10 14 1  # 14 Мосгордумы",
        "6 loc_name 30 3 14 1  # Мос",
    ]  # fmt: skip
    objects = [
        "20 Org 1 2 # Москвы мэрия", "21 LocOrg 2 # Москвы", "22 Person 3 4 # Иван Петров",
        "23 Org 5 # Мосгордумы",
        "24 Location 6 # Мос", "25 Project 5 # нет",
    ]  # fmt: skip
    (tmp_path / "book_1.spans").write_text("\n".join(spans), encoding="utf-8")
    (tmp_path / "book_1.objects").write_text("\n".join(objects), encoding="utf-8")
    return tmp_path


def test_objects_become_spans_by_naevals_protocol(devset):
    [document] = read_devset(devset)
    assert document.spans == (Tagged(6, 12, "LOC"), Tagged(15, 26, "PER"), Tagged(30, 40, "ORG"))


def test_tokens_and_exact_spans_are_counted(devset):
    scores = score_ner(read_devset(devset), lambda text: [(6, 12, "LOC"), (15, 19, "PER"), (0, 5, "ORG")])
    assert scores.tokens == {"PER": Counts(2, 1, 1), "LOC": Counts(1, 1, 1), "ORG": Counts(1, 1, 0)}
    assert scores.exact == Counts(3, 3, 1)
    assert benchmark(scores).rows[0] == ("tokens PER", "2", "1", "1", "1.000", "0.500", "0.667")


def test_a_folder_without_documents_is_refused(tmp_path):
    with pytest.raises(UsageError):
        list(read_devset(tmp_path))


@pytest.mark.models
@pytest.mark.skipif(not DEVSET.is_dir(), reason="needs the shared factRuEval devset")
def test_slovnets_raw_spans_reach_the_published_figures():
    natasha = pytest.importorskip("natasha")
    tagger = natasha.NewsNERTagger(natasha.NewsEmbedding())

    def predict(text):
        return [(span.start, span.stop, span.type) for span in next(iter(tagger.infer([text]))).spans]

    scores = score_ner(read_devset(DEVSET), predict)
    f1 = {label: round(counts.f1 or 0, 3) for label, counts in scores.tokens.items()}
    assert f1 == {"PER": 0.960, "LOC": 0.906, "ORG": 0.776}


def test_exact_scores_agree_with_nervaluate():
    nervaluate = pytest.importorskip("nervaluate")
    text = "Иван Петров и Анна Орлова едут из Минска в Брест и Гомель"
    gold = (Tagged(0, 11, "PER"), Tagged(14, 25, "PER"), Tagged(34, 40, "LOC"), Tagged(43, 48, "LOC"))
    found = [(0, 11, "PER"), (14, 18, "PER"), (34, 40, "ORG"), (51, 57, "LOC")]
    ours = score_ner([Document("x", text, gold)], lambda _: found).exact
    spans = [[{"label": label, "start": start, "end": stop} for start, stop, label in side] for side in (gold, found)]
    judge = nervaluate.Evaluator([spans[0]], [spans[1]], tags=["PER", "LOC", "ORG"], loader="dict")
    theirs = judge.evaluate()["overall"]["strict"]
    assert (ours.precision, ours.recall, ours.f1) == (theirs.precision, theirs.recall, theirs.f1)
