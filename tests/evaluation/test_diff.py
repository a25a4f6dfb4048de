from __future__ import annotations

from svodka.core.records import Record
from svodka.evaluation.diff import diff


def test_equal_runs_differ_in_nothing(gold):
    assert diff([gold], [gold]) == ()


def test_added_lost_and_changed_are_told_by_layer_with_text(gold):
    dates = (gold.dates[0].model_copy(update={"edtf": "2023-03"}), gold.dates[2])
    after = gold.model_copy(update={"dates": dates, "figures": gold.figures[:1]})
    changes = {(c.kind, c.layer, c.text): c for c in diff([gold], [after])}
    assert ("edtf", "2023-02", "2023-03") in changes["changed", "dates", "феврале 2023 г."].details
    assert ("lost", "dates", "2021 года") in changes
    assert ("lost", "figures", "почти 40 млн долларов") in changes
    back = {(c.kind, c.layer, c.text) for c in diff([after], [gold])}
    assert ("added", "figures", "почти 40 млн долларов") in back


def test_an_event_of_another_type_is_another_event(gold):
    events = (gold.events[0].model_copy(update={"type": "CONTRACT"}), *gold.events[1:])
    changes = diff([gold], [gold.model_copy(update={"events": events})])
    assert [(c.kind, c.key) for c in changes] == [("lost", "AGREEMENT"), ("added", "CONTRACT")]


def test_new_ids_alone_are_no_change(gold):
    text = gold.to_json()
    for letter, size in (("e", 5), ("d", 3), ("f", 2)):
        for number in range(1, size + 1):
            text = text.replace(f'"{letter}{number}"', f'"{letter}{number + 50}"')
    assert diff([gold], [Record.from_json(text)]) == ()


def test_documents_come_and_go(gold):
    assert [(c.kind, c.layer, c.path) for c in diff([gold], [])] == [("lost", "documents", "sample.txt")]
    assert [(c.kind, c.layer) for c in diff([], [gold])] == [("added", "documents")]
