"""Figures in sentences: counted nouns, meaning by context, slots."""

from __future__ import annotations

import pytest
from spacy.language import Language

from svodka.core.findings import DateFinding, EntityFinding, FigureFinding
from svodka.language import layers

pytestmark = pytest.mark.models


def shown(nlp: Language, text: str) -> list[tuple[str, str, str | None, str | None]]:
    found = layers.read(nlp(text), "figures", FigureFinding)
    return [(text[f.start : f.end], f.value.kind, f.value.value, f.value.unit) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Заключено 81 соглашение с 73 российскими регионами.", [
            ("81 соглашение", "count", "81", "соглашение"), ("73 российскими регионами", "count", "73", "регион")]),
        ("Приехали двадцать пять механизаторов.", [("двадцать пять механизаторов", "count", "25", "механизатор")]),
        ("Экспорт вырос на 53 %.", [("53 %", "change", "53", "%")]),
        ("Экспорт вырос более чем на 56 %.", [("более чем на 56 %", "change", "56", "%")]),
        ("Доля России занимает почти 75 %.", [("почти 75 %", "share", "75", "%")]),
        ("План выполнен на 98 %.", [("98 %", "percent", "98", "%")]),
        ("Работают с 37 образовательными и научными организациями.", [
            ("37 образовательными и научными организациями", "count", "37", "организация")]),
        ("В школе № 75 прошёл праздник.", []),
        ("Одно из предприятий закрыто.", []),
        ("Подписано 15 марта 2024 года.", []),
    ],
)  # fmt: skip
def test_figures_of_a_sentence(nlp: Language, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert shown(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "direction", "factor"),
    [
        ("Товарооборот вырос в 1,5 раза.", "up", "1.5"),
        ("Поставки сократились вдвое.", "down", "0.5"),
        ("Экспорт снизился на 20 %.", "down", "0.8"),
        ("Импорт увеличился на 5 процентов.", "up", "1.05"),
    ],
)
def test_changes_have_a_direction_and_a_factor(nlp: Language, text: str, direction: str, factor: str) -> None:
    (figure,) = layers.read(nlp(text), "figures", FigureFinding)
    assert figure.value.change is not None
    assert (figure.value.change.direction, figure.value.change.factor) == (direction, factor)


def test_ambiguous_growth_is_flagged_and_not_guessed(nlp: Language) -> None:
    (figure,) = layers.read(nlp("Рост товарооборота составил более 190 процентов."), "figures", FigureFinding)
    assert figure.value.issues == ("ambiguous_growth",)
    assert figure.value.change is not None
    assert figure.value.change.factor is None


def test_slots(nlp: Language) -> None:
    text = "В 2022 году взаимный товарооборот Гомельской области вырос на 56 % по сравнению с 2021 годом."
    doc = nlp(text)
    (figure,) = layers.read(doc, "figures", FigureFinding)
    entities, dates = layers.read(doc, "entities", EntityFinding), layers.read(doc, "dates", DateFinding)
    assert figure.metric == "взаимный товарооборот"
    assert [entities[index].iso for index in figure.of] == ["BY-HO"]
    assert figure.period is not None
    assert dates[figure.period].value.edtf == "2022"
    assert figure.base_period is not None
    assert dates[figure.base_period].value.edtf == "2021"


@pytest.mark.parametrize(
    ("text", "unit", "basis"),
    [
        ("Завод в Липецкой области вложил 5 млн рублей.", "RUB", "document"),
        ("Завод в Гомельской области вложил 5 млн рублей.", "BYN", "document"),
        ("Завод вложил 5 млн рублей.", None, None),
        ("Беларусь и Россия вложили 5 млн рублей.", None, None),
        ("Беларусь и Россия вложили 5 млн российских рублей.", "RUB", "explicit"),
    ],
)
def test_roubles_take_the_country_of_the_document(
    nlp: Language, text: str, unit: str | None, basis: str | None
) -> None:
    (figure,) = layers.read(nlp(text), "figures", FigureFinding)
    assert (figure.value.unit, figure.value.currency_basis) == (unit, basis)
    assert ("ambiguous_currency" in figure.value.issues) == (unit is None)
