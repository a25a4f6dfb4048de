"""Mentions and clusters: coordination, quotes, authorities, pointers, titles."""

from __future__ import annotations

import pytest
from spacy.language import Language

from svodka.core.findings import EntityFinding, MentionFinding
from svodka.language import layers

pytestmark = pytest.mark.models


def mentions(nlp: Language, text: str) -> list[tuple[str, str, str | None]]:
    found = layers.read(nlp(text), "mentions", MentionFinding)
    return [(" … ".join(text[a:b] for a, b in m.spans), m.label, m.iso) for m in found]


def entities(nlp: Language, text: str) -> list[EntityFinding]:
    return layers.read(nlp(text), "entities", EntityFinding)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Развивается торговля Гомельской и Брянской областей.", [
            ("Гомельской … областей", "LOC", "BY-HO"), ("Брянской областей", "LOC", "RU-BRY")]),
        ("Встретились главы Псковской, Смоленской и Тверской областей.", [
            ("Псковской … областей", "LOC", "RU-PSK"), ("Смоленской … областей", "LOC", "RU-SMO"),
            ("Тверской областей", "LOC", "RU-TVE")]),
        ("Гомельщина поставляет технику на Брянщину.", [
            ("Гомельщина", "LOC", "BY-HO"), ("Брянщину", "LOC", "RU-BRY")]),
        ("Контракт заключило ОАО «Гомсельмаш».", [("ОАО «Гомсельмаш»", "ORG", None)]),
        ("Соглашение с Правительством Республики Беларусь.", [("Правительством Республики Беларусь", "ORG", None)]),
        ("Куряне посетили брянские заводы.", [("Куряне", "LOC", "RU-KRS"), ("брянские", "LOC", "RU-BRY")]),
        ("Тем более что план готов.", []),
    ],
)  # fmt: skip
def test_mentions_of_a_sentence(nlp: Language, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert mentions(nlp, text) == expected


def test_one_country_under_all_its_names(nlp: Language) -> None:
    found = entities(nlp, "Россия и Беларусь близки. Торговля Российской Федерации растёт. Экспорт из РФ тоже.")
    assert [(entity.name, len(entity.mentions)) for entity in found] == [("Россия", 3), ("Беларусь", 1)]


def test_post_and_of_whom(nlp: Language) -> None:
    found = entities(nlp, "Прибыл заместитель губернатора Курской области Сергей Стародубцев.")
    person = next(entity for entity in found if entity.label == "PER")
    (title,) = person.titles
    assert title.title == "заместитель губернатора"
    assert title.of is not None
    assert found[title.of].iso == "RU-KRS"


def test_persons_cluster_by_surname_through_the_cases(nlp: Language) -> None:
    text = "Губернатор Александр Богомаз открыл форум. После форума Александра Богомаза поздравили гости."
    people = [entity for entity in entities(nlp, text) if entity.label == "PER"]
    assert [(person.name, len(person.mentions)) for person in people] == [("Александр Богомаз", 2)]


def test_namesakes_with_other_first_names_stay_apart(nlp: Language) -> None:
    text = "Иван Соколов встретил гостей. Пётр Соколов открыл выставку."
    assert len([entity for entity in entities(nlp, text) if entity.label == "PER"]) == 2
