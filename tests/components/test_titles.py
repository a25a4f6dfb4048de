"""Posts of persons: chains, acting holders, deputies, ranks, bodies after a common noun, posts in apposition."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.components.test_entities import entities

pytestmark = pytest.mark.models

ROWS = [
    ("Генеральный директор ОАО «Нива» И. И. Петров доволен.", "И. И. Петров", [("генеральный директор", "ОАО «Нива»")]),
    ("Директор завода «Луч» Олег Кравцов ушёл.", "Олег Кравцов", [("директор", "«Луч»")]),
    ("Первый заместитель председателя Витебского облисполкома Олег Мацкевич открыл цех.", "Олег Мацкевич",
     [("первый заместитель председателя", "Витебский облисполком")]),
    ("Врио губернатора Курской области Роман Дёмин посетил завод.", "Роман Дёмин",
     [("врио губернатора", "Курская область")]),
    ("И.о. главы администрации города Обнинска Анна Леонова ответила.", "Анна Леонова",
     [("и.о. главы", "администрация города Обнинска")]),
    ("Исполняющий обязанности ректора Павел Сидоров встретил гостей.", "Павел Сидоров",
     [("исполняющий обязанности ректора", None)]),
    ("Доктор экономических наук, профессор Николай Сергеев прочёл лекцию.", "Николай Сергеев",
     [("доктор экономических наук", None), ("профессор", None)]),
    ("Генерал-майор юстиции Виктор Шевченко доложил.", "Виктор Шевченко", [("генерал-майор юстиции", None)]),
    ("Визит возглавил заместитель председателя правительства — министр сельского хозяйства Ставропольского края "
     "Сергей Измайлов.", "Сергей Измайлов",
     [("заместитель председателя правительства", None), ("министр сельского хозяйства", "Ставропольский край")]),
    ("Пресс-секретарь президента Денис Лесков сообщил.", "Денис Лесков", [("пресс-секретарь президента", None)]),
    ("Руководитель аппарата губернатора Николай Симонов открыл форум.", "Николай Симонов",
     [("руководитель аппарата губернатора", None)]),
    ("Министр иностранных дел страны Сергей Олейник вылетел.", "Сергей Олейник", [("министр иностранных дел", None)]),
    ("Иван Дроздов, директор Оршанского мясокомбината, рассказал.", "Иван Дроздов",
     [("директор", "Оршанский мясокомбинат")]),
    ("Чрезвычайный и Полномочный Посол Республики Беларусь Дмитрий Кротов прибыл.", "Дмитрий Кротов",
     [("чрезвычайный и полномочный посол", "Беларусь")]),
    ("Заслуженный артист республики Михаил Панкратов исполнил песни.", "Михаил Панкратов",
     [("заслуженный артист", None)]),
    ("Член Совета Федерации Вадим Данилов посетил школу.", "Вадим Данилов", [("член", "Совет Федерации")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "expected"), ROWS, ids=[row[1] for row in ROWS])
def test_posts_of_a_person(nlp: Language, text: str, name: str, expected: list[tuple[str, str | None]]) -> None:
    found = entities(nlp, text)
    person = next(entity for entity in found if entity.name == name)
    titles = [(title.title, None if title.of is None else found[title.of].name) for title in person.titles]
    assert titles == expected


def test_a_list_of_persons_with_their_own_posts(nlp: Language) -> None:
    text = "Участвовали министр финансов Юрий Орлов, глава Минспорта Иван Ковалёв и депутат Анна Белая."
    persons = [entity for entity in entities(nlp, text) if entity.label == "PER"]
    assert [[title.title for title in person.titles] for person in persons] == [
        ["министр финансов"], ["глава"], ["депутат"],
    ]  # fmt: skip


def test_a_pointing_word_means_the_body_named_last(nlp: Language) -> None:
    found = entities(nlp, "Гостей принял Баренцев секретариат. Советник этой организации Пётр Лось выступил.")
    person = next(entity for entity in found if entity.label == "PER")
    (title,) = person.titles
    assert title.of is not None
    assert found[title.of].name == "Баренцев секретариат"


def test_a_nameless_minister_is_not_the_president(nlp: Language) -> None:
    text = "Президент России Иван Белов открыл форум. Министр транспорта России выступил позже."
    (person,) = [entity for entity in entities(nlp, text) if entity.label == "PER"]
    assert [title.title for title in person.titles] == ["президент"]


def test_one_person_by_surname_and_by_patronymic(nlp: Language) -> None:
    text = "Встреча прошла с Рамзаном Беловым. Рамзан Ахматович рассказал о планах."
    people = [entity for entity in entities(nlp, text) if entity.label == "PER"]
    assert [len(person.mentions) for person in people] == [2]


def test_a_bare_surname_means_the_namesake_named_last(nlp: Language) -> None:
    text = "Иван Соколов встретил гостей. Пётр Соколов открыл выставку. Соколов П. поблагодарил всех."
    people = [entity for entity in entities(nlp, text) if entity.label == "PER"]
    assert [len(person.mentions) for person in people] == [1, 2]


@pytest.mark.parametrize("short", ["(ЕБР)", "(далее – ЕБР)"])
def test_an_abbreviation_in_brackets_is_the_same_thing(nlp: Language, short: str) -> None:
    text = f"Договор подписан с Евразийским банком развития {short}. Средства ЕБР поступят в мае."
    (bank,) = [entity for entity in entities(nlp, text) if entity.label == "ORG"]
    assert (bank.name, len(bank.mentions)) == ("Евразийский банк развития", 3)


def test_initials_of_a_full_name_are_the_same_thing(nlp: Language) -> None:
    text = "Брянский государственный университет открыл набор. Ректор БГУ Иван Белов доволен."
    (body,) = [entity for entity in entities(nlp, text) if entity.label == "ORG"]
    assert len(body.mentions) == 2
