from __future__ import annotations

from pathlib import Path

import pytest

from svodka.core.records import Record
from svodka.core.spans import Span
from svodka.core.values import Timex
from svodka.evaluation.devgold import read_dev_gold
from svodka.evaluation.outcomes import Counts
from svodka.evaluation.score import ACCURACIES, MEASURES, MismatchError, empty, score

DEV_GOLD = Path(__file__).parents[2].parent / "shared" / "dev-gold"


def counts(gold: Record, predicted: Record) -> dict[str, Counts]:
    return {m.name: m.counts for m in score([gold], [predicted], resamples=0).measures}


def with_item(record: Record, layer: str, index: int, **fields: object) -> Record:
    items = list(getattr(record, layer))
    items[index] = items[index].model_copy(update=fields)
    return record.model_copy(update={layer: tuple(items)})


def without(record: Record, layer: str, place: int) -> Record:
    items = getattr(record, layer)
    return record.model_copy(update={layer: items[:place] + items[place + 1 :]})


def twice(record: Record, layer: str, place: int) -> Record:
    items = getattr(record, layer)
    copy = items[place].model_copy(update={"id": f"{items[place].id}99"})
    return record.model_copy(update={layer: (*items, copy)})


def correct(before: Counts, by: int = 1) -> Counts:
    """One pair that is no longer right."""
    return Counts(before.gold, before.predicted, before.correct - by)


def added(before: Counts, by: int = 1) -> Counts:
    """A false alarm more."""
    return Counts(before.gold, before.predicted + by, before.correct)


def test_identical_records_score_one_everywhere(gold):
    for measure in score([gold], [gold]).measures:
        assert measure.counts.gold > 0, measure.name
        assert (measure.counts.precision, measure.counts.recall, measure.counts.f1) == (1.0, 1.0, 1.0)
        assert measure.interval == (1.0, 1.0)
        assert all(row.f1 == 1.0 for _, row in measure.by_key)


def test_an_empty_prediction_has_no_precision(gold):
    for name, found in counts(gold, empty(gold)).items():
        if name in ACCURACIES:
            assert found == Counts()
        else:
            assert (found.precision, found.recall, found.f1) == (None, 0.0, 0.0)


def test_a_missing_document_counts_as_missed(gold):
    result = score([gold], [], resamples=0)
    assert result.missing == (gold.doc_id,)
    assert result["dates.value"].counts == Counts(2, 0, 0)


def test_empty_gold_has_no_recall(gold):
    for name, found in counts(empty(gold), gold).items():
        if name not in ACCURACIES:
            assert (found.precision, found.recall, found.f1) == (0.0, None, 0.0)


def test_two_empty_sides_leave_everything_undefined(gold):
    for measure in score([empty(gold)], [empty(gold)]).measures:
        assert (measure.counts.precision, measure.counts.recall, measure.counts.f1) == (None, None, None)
        assert measure.interval is None


def test_another_text_is_refused(gold):
    with pytest.raises(MismatchError):
        score([gold], [gold.model_copy(update={"text": gold.text + "!"})])


def test_a_duplicate_is_a_false_alarm(gold):
    before = counts(gold, gold)
    assert counts(gold, twice(gold, "dates", 0))["dates.strict"] == added(before["dates.strict"])
    assert counts(gold, twice(gold, "figures", 0))["figures.value"] == added(before["figures.value"])
    assert counts(gold, twice(gold, "events", 0))["events.trigger"] == added(before["events.trigger"])
    mention = gold.entities[0].mentions[0]
    doubled = with_item(gold, "entities", 0, mentions=(mention, mention.model_copy(update={"id": "m99"})))
    assert counts(gold, doubled)["entities.strict"] == added(before["entities.strict"])


def test_swapped_labels_are_wrong_pairs_in_two_rows(gold):
    swapped = with_item(with_item(gold, "entities", 0, label="LOC"), "entities", 4, label="PER")
    result = score([gold], [swapped], resamples=0)
    before = score([gold], [gold], resamples=0)["entities.strict"].counts
    assert result["entities.strict"].counts == correct(before, 2)
    rows = dict(result["entities.strict"].by_key)
    assert rows["PER"] == Counts(1, 1, 0)
    assert rows["LOC"].gold == rows["LOC"].predicted
    assert result["entities.overlap"].counts == correct(before, 2)


def test_half_an_overlap_counts_for_overlap_only(gold):
    start, end = gold.entities[0].mentions[0].spans[0]
    half = gold.entities[0].mentions[0].model_copy(update={"spans": ((start, end - 3),)})
    before, after = counts(gold, gold), counts(gold, with_item(gold, "entities", 0, mentions=(half,)))
    assert after["entities.strict"] == correct(before["entities.strict"])
    assert after["entities.overlap"] == before["entities.overlap"]


def test_adjectives_count_in_linking_alone(gold):
    derived = [m for e in gold.entities for m in e.mentions if m.rule == "gold.adjective"]
    assert len(derived) == 1
    entity = next(n for n, e in enumerate(gold.entities) if derived[0] in e.mentions)
    rest = tuple(m for m in gold.entities[entity].mentions if m is not derived[0])
    before, after = counts(gold, gold), counts(gold, with_item(gold, "entities", entity, mentions=rest))
    assert after["entities.strict"] == before["entities.strict"]
    assert after["entities.linking"].predicted == before["entities.linking"].predicted - 1


def test_linking_wants_the_right_code(gold):
    place = next(n for n, e in enumerate(gold.entities) if e.name == "Брянская область")
    after = counts(gold, with_item(gold, "entities", place, iso="RU-KRS"))["entities.linking"]
    assert after == correct(counts(gold, gold)["entities.linking"], len(gold.entities[place].mentions))


def test_titles_want_their_text_and_their_holder(gold):
    title = gold.entities[0].titles[0]
    other = title.model_copy(update={"title": "мэр"})
    before, changed = counts(gold, gold)["entities.titles"], with_item(gold, "entities", 0, titles=(other,))
    assert counts(gold, changed)["entities.titles"] == correct(before)
    moved = with_item(with_item(gold, "entities", 0, titles=()), "entities", 1, titles=(title,))
    assert counts(gold, moved)["entities.titles"] == correct(before)


def test_dates_may_differ_in_span_or_in_form_for_value(gold):
    before = counts(gold, gold)
    start, end = gold.dates[0].spans[0]
    longer = counts(gold, with_item(gold, "dates", 0, spans=((start - 2, end),)))
    assert longer["dates.strict"] == correct(before["dates.strict"])
    assert longer["dates.value"] == before["dates.value"]
    same_days = counts(gold, with_item(gold, "dates", 0, edtf="2023-02-01/2023-02-28"))
    assert same_days["dates.strict"] == correct(before["dates.strict"])
    assert same_days["dates.value"] == before["dates.value"]
    wrong = counts(gold, with_item(gold, "dates", 0, edtf="2023-03", start="2023-03-01", end="2023-03-31"))
    assert wrong["dates.value"] == correct(before["dates.value"])


def test_vague_dates_count_on_neither_side(gold):
    vague = next(n for n, date in enumerate(gold.dates) if date.timex3.value == "PRESENT_REF")
    assert counts(gold, without(gold, "dates", vague))["dates.strict"] == counts(gold, gold)["dates.strict"]
    assert counts(without(gold, "dates", vague), gold)["dates.strict"] == counts(gold, gold)["dates.strict"]


def test_durations_are_compared_by_timex(gold):
    year = Timex(type="DURATION", value="P1Y")
    timed = with_item(gold, "dates", 0, edtf=None, start=None, end=None, timex3=year)
    other = with_item(timed, "dates", 0, timex3=year.model_copy(update={"value": "P2Y"}))
    assert counts(timed, timed)["dates.strict"] == Counts(2, 2, 2)
    assert counts(timed, other)["dates.value"] == Counts(2, 2, 1)


@pytest.mark.parametrize("fields", [{"value": "57"}, {"unit": "pp"}, {"kind": "percent"}, {"low": "1", "value": None}])
def test_a_figure_is_wrong_if_kind_number_or_unit_is(gold, fields):
    after = counts(gold, with_item(gold, "figures", 0, **fields))
    assert after["figures.value"] == Counts(2, 2, 1)


def test_numbers_are_compared_as_numbers(gold):
    assert counts(gold, with_item(gold, "figures", 0, value="56.0"))["figures.value"] == Counts(2, 2, 2)


def test_comparator_is_an_accuracy_over_aligned_figures(gold):
    changed = without(with_item(gold, "figures", 0, comparator="ge"), "figures", 1)
    assert counts(gold, changed)["figures.comparator"] == Counts(1, 1, 0)


def test_slots_of_figures(gold):
    before = counts(gold, gold)
    figure = gold.figures[1]
    one_owner = counts(gold, with_item(gold, "figures", 1, of=figure.of[:1]))["figures.of"]
    assert one_owner == Counts(4, 3, 3)
    longer = counts(gold, with_item(gold, "figures", 1, metric="взаимный товарооборот"))
    assert longer["figures.metric"] == before["figures.metric"]
    other = counts(gold, with_item(gold, "figures", 1, metric="экспорт товаров"))
    assert other["figures.metric"] == correct(before["figures.metric"])
    wrong = counts(gold, with_item(gold, "figures", 1, period=gold.figures[0].base_period))
    assert wrong["figures.period"] == correct(before["figures.period"])
    unknown = counts(gold, with_item(gold, "figures", 0, base_period=None))["figures.base_period"]
    assert unknown == Counts(1, 0, 0)


def test_slots_of_a_missed_figure_are_missed_and_of_a_spurious_one_spurious(gold):
    less = without(gold, "figures", 1)
    assert counts(gold, less)["figures.of"] == Counts(4, 2, 2)
    assert counts(less, gold)["figures.of"] == Counts(2, 4, 2)


def test_references_are_compared_through_alignment_not_by_id(gold):
    renamed = gold.model_dump(mode="json")
    text = Record.model_validate(renamed).to_json()
    for letter, size in (("e", 5), ("d", 3), ("f", 2)):
        for number in range(1, size + 1):
            text = text.replace(f'"{letter}{number}"', f'"{letter}{number + 50}"')
    other = Record.from_json(text)
    assert other != gold
    assert all(m.counts.f1 == 1.0 for m in score([gold], [other], resamples=0).measures)


def test_two_events_of_a_type_need_overlapping_triggers_one_does_not(gold):
    before = counts(gold, gold)["events.trigger"]
    away = ((gold.events[0].trigger.spans[0][1] + 1, gold.events[0].trigger.spans[0][1] + 3),)
    moved = with_item(gold, "events", 0, trigger=gold.events[0].trigger.model_copy(update={"spans": away}))
    assert counts(gold, moved)["events.trigger"] == before
    statistic = gold.events[1].trigger.model_copy(update={"spans": ((107, 119),)})
    wrong = counts(gold, with_item(gold, "events", 1, trigger=statistic))
    assert wrong["events.trigger"] == correct(before)
    assert wrong["events.sentence_type"] == counts(gold, gold)["events.sentence_type"]
    assert wrong["events.exact"] == correct(counts(gold, gold)["events.exact"])


def test_a_wrong_type_is_a_miss_and_a_false_alarm(gold):
    after = counts(gold, with_item(gold, "events", 0, type="CONTRACT"))
    assert after["events.trigger"] == Counts(5, 5, 4)
    assert after["events.sentence_type"] == Counts(5, 5, 4)


def test_roles_of_a_spurious_event_are_spurious_and_of_a_missed_one_missed(gold):
    roles = len(gold.events[0].roles)
    total = counts(gold, gold)["events.roles"].gold
    less = without(gold, "events", 0)
    assert counts(less, gold)["events.roles"] == Counts(total - roles, total, total - roles)
    assert counts(gold, less)["events.roles"] == Counts(total, total - roles, total - roles)


def test_role_fillers_by_entity_and_by_half_of_the_words(gold):
    visit = next(n for n, event in enumerate(gold.events) if event.type == "VISIT")
    roles, before = gold.events[visit].roles, counts(gold, gold)["events.roles"]
    words = roles[0].model_copy(update={"text": "делегация", "spans": ((254, 264),)})
    assert counts(gold, with_item(gold, "events", visit, roles=(words, roles[1])))["events.roles"] == before
    other = roles[1].model_copy(update={"ref": gold.entities[1].id})
    changed = with_item(gold, "events", visit, roles=(roles[0], other))
    assert counts(gold, changed)["events.roles"] == correct(before)
    renamed = roles[0].model_copy(update={"role": "head"})
    assert counts(gold, with_item(gold, "events", visit, roles=(renamed, roles[1])))["events.roles"] == correct(before)
    named = roles[1].model_copy(update={"ref": None, "text": "Гомель", "spans": ((284, 290),)})
    assert counts(gold, with_item(gold, "events", visit, roles=(roles[0], named)))["events.roles"] == before


def test_status_is_an_accuracy_over_aligned_events(gold):
    changed = without(with_item(gold, "events", 0, status="planned"), "events", 1)
    result = score([gold], [changed], resamples=0)
    assert result["events.status"].counts == Counts(4, 4, 3)
    assert result["events.exact"].counts == Counts(5, 4, 3)
    assert dict(result["events.status"].by_key)["occurred"] == Counts(2, 1, 1)


@pytest.mark.parametrize("slot", ["time", "place", "figures"])
def test_other_slots_of_events(gold, slot):
    place = next(n for n, event in enumerate(gold.events) if getattr(event, slot))
    after = counts(gold, with_item(gold, "events", place, **{slot: ()}))
    before = counts(gold, gold)
    assert after[f"events.{slot}"].predicted == before[f"events.{slot}"].predicted - 1
    assert after["events.exact"] == correct(before["events.exact"])


def test_the_bootstrap_is_repeatable_and_brackets_the_score(gold):
    less = without(gold, "events", 0)
    one, two = score([gold], [less], seed=7), score([gold], [less], seed=7)
    assert one.to_dict() == two.to_dict()
    measure = one["events.roles"]
    assert measure.interval is not None
    assert measure.interval[0] <= measure.counts.f1 <= measure.interval[1]
    assert measure.interval[0] < 1.0


def test_every_measure_is_reported_in_order(gold):
    assert tuple(m.name for m in score([gold], [gold], resamples=0).measures) == MEASURES


@pytest.mark.skipif(not DEV_GOLD.is_dir(), reason="needs the shared development gold")
def test_swapping_gold_and_prediction_swaps_precision_and_recall():
    records = [read_dev_gold(path, path.name) for path in sorted(DEV_GOLD.glob("*/*.json"))]
    thinned = [
        record.model_copy(
            update={
                "dates": record.dates[::2], "figures": record.figures[1::2], "events": record.events[::3],
                "entities": record.entities[1:],
            }
        )
        for record in records
    ]  # fmt: skip
    spans = {record.doc_id: (Span(0, len(record.text)),) for record in records}
    one = score(records, thinned, spans, resamples=0)
    other = score(thinned, records, spans, resamples=0)
    for mine, theirs in zip(one.measures, other.measures, strict=True):
        assert mine.counts == Counts(theirs.counts.predicted, theirs.counts.gold, theirs.counts.correct), mine.name
    assert all(m.counts.f1 == 1.0 for m in score(records, records, resamples=0).measures)
