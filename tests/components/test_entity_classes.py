"""Classes of mistakes of a network, each with sentences of its own: what is a mention, and to what code it leads."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from spacy.language import Language

from tests.components.test_entities import mentions

pytestmark = pytest.mark.models

TABLE = Path(__file__).with_name("entity_classes.tsv")
ROWS = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")][1:]
CASES = [
    pytest.param(text, {tuple(item.split(" = ")) for item in found.split("; ")}, id=f"{name}: {text}")
    for name, text, found in ROWS
]
# Sentences in which nothing is named.
EMPTY = (
    "Тем более что план готов.",
    "Стороны обсудили подготовку соглашения о сотрудничестве.",
    "Готовится проект договора о поставках.",
    "Новый завод построят за год.",
    "Дума и совет собрались утром.",
    "Руководители организаций обменялись мнениями.",
    "Три культурных центра открылись весной.",
    "Первый форум прошёл успешно.",
    "Заключены договоры о сотрудничестве.",
    "Развитие АПК и ЖКХ обсудили в СМИ.",
    "Создан фонд имени великого поэта.",
    "Три культурных центра ждут детей.",
    "Строится дом для учителей.",
    "Концерт начнётся по московскому времени в полдень.",
    "Завтра день открытых дверей.",
    "Экспорт области вырос на 5 %.",
    "Товарооборот вырос.",
    "Импорт региона упал.",
)


def test_every_class_has_ten_sentences() -> None:
    assert set(Counter(name for name, _, _ in ROWS).values()) == {10}


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentence_of_a_class(nlp: Language, text: str, expected: set[tuple[str, str]]) -> None:
    found = {(quote, value) for quote, label, iso in mentions(nlp, text) for value in (label, iso)}
    assert expected <= found, mentions(nlp, text)


@pytest.mark.parametrize("text", EMPTY)
def test_nothing_is_named(nlp: Language, text: str) -> None:
    assert mentions(nlp, text) == []
