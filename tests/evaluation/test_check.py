from __future__ import annotations

import json

import pytest

from svodka.evaluation.check import check, check_json, doubts


def mutated(gold, path, value):
    data = json.loads(gold.to_json())
    *parents, last = path
    target = data
    for step in parents:
        target = target[step]
    target[last] = value
    return [str(problem) for problem in check_json(json.dumps(data, ensure_ascii=False))]


def test_a_sound_record_has_no_problems(gold):
    assert check(gold) == ()
    assert check_json(gold.to_json()) == ()
    assert doubts(gold) == ()


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("entities", 0, "mentions", 0, "spans"), [[30, 40]], "is not what stands there"),
        (("entities", 0, "mentions", 0, "spans"), [[29, 4000]], "outside the text"),
        (("entities", 3, "mentions", 0, "spans"), [[144, 153], [120, 130]], "out of order"),
        (("entities", 0, "mentions", 0, "text"), "Иван  Крупко", "is not what stands there"),
        (("entities", 0, "mentions", 0, "id"), "m2", "mention id is not unique"),
        (("entities", 0, "titles", 0, "spans"), [], "has no span"),
        (("entities", 0, "titles", 0, "of"), "e9", "refers to e9"),
        (("entities", 1, "kind"), "forum", "LOC has no kind forum"),
        (("entities", 1, "kind"), "village", "entities.1.kind"),
        (("entities", 1, "kind"), None, "LOC needs a kind"),
        (("entities", 1, "label"), "GPE", "entities.1.label"),
        (("entities", 0, "id"), "e7", "should be e1"),
        (("dates", 0, "id"), "d2", "should be d1"),
        (("dates", 0, "edtf"), "2023-02-30", "impossible EDTF"),
        (("dates", 0, "edtf"), "2023-03", "contradict"),
        (("dates", 0, "end"), "2023-02-27", "contradict"),
        (("dates", 2, "start"), "2023-02-27", "has bounds but no EDTF"),
        (("dates", 0, "alternatives"), ["2022-99"], "impossible EDTF"),
        (("dates", 0, "text"), "феврале 2023", "is not what stands there"),
        (("figures", 0, "period"), "d7", "refers to d7"),
        (("figures", 0, "of"), ["d1"], "refers to d1"),
        (("figures", 0, "value"), "56,0", "not a plain decimal"),
        (("figures", 1, "value"), "4E7", "not a plain decimal"),
        (("figures", 1, "value"), None, "neither value nor bounds"),
        (("figures", 0, "change"), None, "has a change"),
        (("figures", 0, "kind"), "sum", "figures.0.kind"),
        (("events", 0, "type"), "TRIP", "events.0.type"),
        (("events", 0, "status"), "done", "events.0.status"),
        (("events", 0, "roles", 0, "role"), "visitor", "AGREEMENT has no role visitor"),
        (("events", 0, "roles", 0, "ref"), "e99", "refers to e99"),
        (("events", 0, "roles"), [], "none of its core roles"),
        (("events", 1, "subtype"), "sport", "has no subtype sport"),
        (("events", 0, "time"), ["f1"], "refers to f1"),
        (("events", 3, "place"), ["d1"], "refers to d1"),
        (("events", 1, "figures"), ["e1"], "refers to e1"),
        (("events", 0, "sentence"), [[0, 10]], "outside the sentence"),
        (("events", 0, "sentence"), [], "has no span"),
        (("events", 0, "surprise"), 1, "events.0.surprise"),
        (("doc_id",), "0000", "source.sha256"),
    ],
)
def test_each_defect_is_caught(gold, path, value, message):
    assert any(message in problem for problem in mutated(gold, path, value))


def test_lists_must_be_in_text_order(gold):
    swapped = gold.model_copy(update={"dates": (gold.dates[1], gold.dates[0], gold.dates[2])})
    messages = [problem.message for problem in check(swapped)]
    assert any("stands before" in message for message in messages)


def test_a_thing_told_twice_is_caught(gold):
    copy = gold.dates[2].model_copy(update={"id": "d4"})
    assert any(
        "has the spans of d3" in p.message for p in check(gold.model_copy(update={"dates": (*gold.dates, copy)}))
    )


def test_an_edge_inside_a_word_is_doubtful(gold):
    cut = gold.dates[1].model_copy(update={"spans": ((gold.dates[1].spans[0][0] + 1, gold.dates[1].spans[0][1]),)})
    assert [d.where for d in doubts(gold.model_copy(update={"dates": (gold.dates[0], cut)}))] == ["d2"]
