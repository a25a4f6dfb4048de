"""Figures in sentences: counted nouns, meaning by context, slots."""

from __future__ import annotations

import pytest
from spacy.language import Language

from svodka.core.findings import DateFinding, EntityFinding, FigureFinding
from svodka.language import layers
from svodka.rules.figures import TRAPS
from svodka.rules.rule import unmark

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
        ("Построено 12 и 15 ферм соответственно.", [("12", "count", "12", "ферма"), ("15 ферм", "count", "15",
        "ферма")]),
        ("Выделено 5, 7 и 9 млн долларов.", [
            ("5", "money", "5000000", "USD"), ("7", "money", "7000000", "USD"), ("9 млн долларов", "money", "9000000",
            "USD")]),
        ("Экспорт составил 12 млн долларов, импорт – 9,8 млн.", [
            ("12 млн долларов", "money", "12000000", "USD"), ("9,8 млн", "money", "9800000", "USD")]),
        ("Экспорт вырос до 12 млн долларов, а импорт упал до 5 млн. Рост отмечен везде.", [
            ("12 млн долларов", "money", "12000000", "USD"), ("5 млн", "money", "5000000", "USD")]),
        ("В городе живут 2 млн. Все довольны.", []),
        ("Создано 312 рабочих мест, их число возрастёт до четырёхсот.", [
            ("312 рабочих мест", "count", "312", "рабочее место"), ("четырёхсот", "count", "400", "рабочее место")]),
        ("Площадь увеличат до 120 тыс. га.", [("120 тыс. га", "measure", "120000", "ha")]),
        ("Штраф до 5 тыс. долларов.", [("до 5 тыс. долларов", "money", "5000", "USD")]),
        ("Оплата тремя траншами: 30 % сразу, 50 % летом, 20 % потом.", [
            ("тремя траншами", "count", "3", "транш"), ("30 %", "share", "30", "%"), ("50 %", "share", "50", "%"),
            ("20 %", "share", "20", "%")]),
        ("Порядка 70 процентов выпускников трудоустроены.", [("Порядка 70 процентов", "share", "70", "%")]),
        ("Заменят 60 локомотивов, каждый второй – к лету.", [
            ("60 локомотивов", "count", "60", "локомотив"), ("каждый второй", "ratio", "0.5", "локомотив")]),
        ("Сданы первый, третий и пятый участки.", [
            ("первый", "ordinal", "1", "участок"), ("третий", "ordinal", "3", "участок"),
            ("пятый участки", "ordinal", "5", "участок")]),
        ("Родилось 4 512 детей, что на 213 меньше, чем год назад.", [
            ("4 512 детей", "count", "4512", "ребенок"), ("213", "change", "213", "ребенок")]),
        ("Компания «Три кита» и санаторий «40 лет Победы».", []),
        ("Доля женщин – 51,3 процента, мужчин – 48,7.", [
            ("51,3 процента", "share", "51.3", "%"), ("48,7", "share", "48.7", "%")]),
        ("Доля снизилась на 2,3 п.п. до 14,8 %.", [
            ("2,3 п.п.", "change", "2.3", "pp"), ("14,8 %", "share", "14.8", "%")]),
        ("Урок для учеников 9 класса.", []),
        ("Работает 23 года.", []),
        ("Беседа длилась полтора часа.", [("полтора часа", "duration", "1.5", "час")]),
        ("В первую очередь это дороги.", []),
        ("Спортсменам от 19 до 54 лет в возрасте от 19 до 54 лет.", [("19 до 54 лет", "age", None, "год")]),
        ("Привезли товары от 120 производителей.", [("120 производителей", "count", "120", "производитель")]),
        ("Удой вырос на 350 кг.", [("350 кг", "change", "350", "kg")]),
        ("• комплекты запасных частей — не менее 300;", [("не менее 300", "count", "300", "комплект")]),
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
        ("Товарооборот составил 131,6 % к уровню 2021 года.", "up", "1.316"),
        ("Индекс промышленного производства составил 97,5 %.", "down", "0.975"),
        ("Урожай составил 5 млн тонн (на 20 % меньше).", "down", "0.8"),
        ("Цена поднялась с 10 до 15 долларов.", "up", "1.5"),
        ("Прирост составил 5 %.", "up", "1.05"),
        ("Снижение составило 5 %.", "down", "0.95"),
        ("Сахара стало вдвое меньше.", "down", "0.5"),
        ("Экспорт упал почти на четверть.", "down", "0.75"),
        ("Тариф вырос на 0,5 процентного пункта.", "up", None),
    ],
)
def test_changes_have_a_direction_and_a_factor(nlp: Language, text: str, direction: str, factor: str | None) -> None:
    *_, figure = layers.read(nlp(text), "figures", FigureFinding)
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


def test_no_trap_is_a_figure(nlp: Language) -> None:
    for text, quotes in (unmark(example) for rule in TRAPS for example in rule.finds):
        bounds = [(text.index(quote), text.index(quote) + len(quote)) for quote, _ in quotes]
        figures = layers.read(nlp(text), "figures", FigureFinding)
        assert not [f for f in figures for start, end in bounds if f.start < end and f.end > start], text
