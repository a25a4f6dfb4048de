"""Every step that fills a slot tells what its own examples say, and nothing in its counter-examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from svodka.components.slots.metric_steps import METRICS, METRICS_OF
from svodka.components.slots.owner_steps import OWNERS, OWNERS_OF
from svodka.components.slots.period_steps import BASES, PERIODS
from svodka.components.slots.step import Step
from svodka.core.findings import DateFinding, EntityFinding, FigureFinding
from svodka.language import layers
from svodka.language.morphology import Morphology
from svodka.rules.measures import CLASSES, WordClass
from svodka.rules.rule import fold, unmark

STEPS = [pytest.param(step, id=step.id) for table in (METRICS, OWNERS, PERIODS, BASES) for step in table]


def told(doc: Doc) -> Iterator[tuple[str, str, str]]:
    """Yield evidence, step and what it gave, of every slot of every figure."""
    entities, dates = layers.read(doc, "entities", EntityFinding), layers.read(doc, "dates", DateFinding)
    for figure in layers.read(doc, "figures", FigureFinding):
        given = {
            "metric": figure.metric or "",
            "of": ", ".join(entities[index].name for index in figure.of),
            "period": "" if figure.period is None else str(dates[figure.period].value.edtf),
            "base": "" if figure.base_period is None else str(dates[figure.base_period].value.edtf),
        }
        for step in figure.steps:
            yield doc.text[figure.start : figure.end], step, given[step.partition(".")[0]]


@pytest.mark.models
@pytest.mark.parametrize("step", STEPS)
def test_step_tells_what_its_examples_say(nlp: Language, step: Step[Any]) -> None:
    assert step.finds
    for example in step.finds:
        text, expected = unmark(example)
        found = {(quote, value) for quote, name, value in told(nlp(text)) if name == step.id}
        assert expected <= found, (example, list(told(nlp(text))))


@pytest.mark.models
@pytest.mark.parametrize("step", STEPS)
def test_step_is_silent_in_its_counter_examples(nlp: Language, step: Step[Any]) -> None:
    for sentence in step.skips:
        assert step.id not in {name for _, name, _ in told(nlp(sentence))}, sentence


def test_orders_name_steps_and_no_step_is_idle() -> None:
    for steps, orders in ((METRICS, METRICS_OF), (OWNERS, OWNERS_OF)):
        assert {step.name for step in steps} == {name for order in orders.values() for name in order}


@pytest.mark.parametrize("group", [pytest.param(group, id=group.id) for group in CLASSES])
def test_word_class_holds_its_examples_and_no_counter_examples(group: WordClass) -> None:
    morphology = Morphology()
    for example in group.finds:
        inside = example[example.index("[") + 1 : example.index("]")]
        assert fold(morphology.likeliest_lemma(inside)) in group, example
    for phrase in group.skips:
        assert not any(fold(morphology.likeliest_lemma(word.strip(",.%"))) in group for word in phrase.split()), phrase


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "modality", "notes"),
    [
        ("Экспорт составил 5 млн долларов.", "fact", (False, None)),
        ("Планируется засеять 5 тыс. га.", "plan", (False, None)),
        ("К 2030 году экспорт составит 5 млн долларов.", "plan", (False, None)),
        ("Экспорт будет расти на 5 %.", "plan", (False, None)),
        ("План выполнен на 98 %.", "fact", (False, None)),
        ("План на год – 40 млн долларов.", "plan", (False, None)),
        ("Ветеранам выдали по 20 тыс. рублей каждому.", "fact", (True, None)),
        ("По словам министра, экспорт вырос на 5 %.", "fact", (False, None)),
    ],
)
def test_modality_and_distribution(nlp: Language, text: str, modality: str, notes: tuple[bool, int | None]) -> None:
    (figure,) = layers.read(nlp(text), "figures", FigureFinding)
    assert figure.modality == modality
    assert (figure.distributive, figure.part_of) == notes


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Собрано 5 млн тонн зерна, в том числе 2 млн тонн пшеницы.", [None, 0]),
        ("Создано 40 компаний, из них 8 компаний – малые.", [None, 0]),
        ("Создано 40 компаний и 8 заводов.", [None, None]),
        ("Создано 40 компаний. В том числе 8 компаний – малые.", [None, None]),
    ],
)
def test_parts_point_to_their_total(nlp: Language, text: str, parts: list[int | None]) -> None:
    assert [figure.part_of for figure in layers.read(nlp(text), "figures", FigureFinding)] == parts


@pytest.mark.models
def test_shares_have_a_whole(nlp: Language) -> None:
    text = "Во внешнеторговом обороте Гомельской области доля России составляет 75 %."
    doc = nlp(text)
    (figure,) = layers.read(doc, "figures", FigureFinding)
    entities = layers.read(doc, "entities", EntityFinding)
    assert (figure.metric, figure.whole) == ("доля России", "внешнеторговый оборот")
    assert [entities[index].iso for index in figure.of] == ["RU", "BY-HO"]


@pytest.mark.models
def test_what_the_sentence_leaves_out_is_marked_inherited(nlp: Language) -> None:
    text = "В 2022 году экспорт Гомельской области вырос на 5 % к 2021 году. Импорт увеличился на 7 %."
    first, second = layers.read(nlp(text), "figures", FigureFinding)
    assert first.inherited == ()
    assert second.inherited == ("of", "period", "base_period")
