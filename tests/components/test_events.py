"""Every frame finds its own examples and skips its counter-examples; status, time, place, figures, inheritance."""

from __future__ import annotations

import pytest
from spacy.language import Language

from svodka.core.findings import DateFinding, EntityFinding, EventFinding
from svodka.language import layers
from svodka.rules.events import FRAMES, Frame
from svodka.rules.ontology import EVENT_TYPES
from svodka.rules.rule import unmark

pytestmark = pytest.mark.models

ROWS = [pytest.param(frame, id=frame.id) for frame in FRAMES]


def events(nlp: Language, text: str) -> list[EventFinding]:
    return layers.read(nlp(text), "events", EventFinding)


def found_by(nlp: Language, frame: Frame, text: str) -> set[tuple[str, str]]:
    return {
        (text[event.start : event.end], event.status)
        for event in events(nlp, text)
        if event.rule == f"event.{frame.id}"
    }


@pytest.mark.parametrize("frame", ROWS)
def test_frame_finds_its_own_examples(nlp: Language, frame: Frame) -> None:
    assert frame.finds
    for example in frame.finds:
        text, expected = unmark(example)
        assert expected <= found_by(nlp, frame, text), example


@pytest.mark.parametrize("frame", ROWS)
def test_frame_skips_its_counter_examples(nlp: Language, frame: Frame) -> None:
    assert frame.skips
    for sentence in frame.skips:
        assert not found_by(nlp, frame, sentence), sentence


@pytest.mark.parametrize("frame", ROWS)
def test_frame_names_only_roles_of_its_type(frame: Frame) -> None:
    admitted = EVENT_TYPES[frame.type].roles
    assert {slot.role for slot in frame.slots} <= set(admitted)
    assert set(frame.requires) <= {slot.role for slot in frame.slots}


def test_every_type_has_a_frame() -> None:
    assert {frame.type for frame in FRAMES} == set(EVENT_TYPES)


def test_ids_are_unique() -> None:
    ids = [frame.id for frame in FRAMES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Министр посетил завод в Гомеле.", "occurred"),
        ("Министр посетит завод в Гомеле.", "planned"),
        ("Министр не посетил завод в Гомеле.", "negated"),
        ("Министр может посетить завод в Гомеле.", "proposed"),
        ("Министр планирует посетить завод в Гомеле.", "planned"),
        ("Визит делегации в Минск отменён.", "negated"),
        ("Встреча министров отложена.", "negated"),
        ("Стороны расторгли договор.", "negated"),
        ("Область готова подписать соглашение.", "proposed"),
        ("Посол предложил провести форум.", "proposed"),
        ("Области заинтересованы в поставках сахара.", "proposed"),
        ("Мост должен быть построен в 2027 году.", "planned"),
        ("Ведётся подготовка к проведению форума.", "planned"),
        ("Сейчас области активно сотрудничают с Беларусью.", "ongoing"),
        ("Экспорт не превысил 5 млн рублей.", "occurred"),
        ("Мы поздравляем ветеранов с праздником.", "occurred"),
    ],
)
def test_status(nlp: Language, text: str, status: str) -> None:
    assert [event.status for event in events(nlp, text)] == [status]


def test_a_cue_governs_what_hangs_on_it_alone(nlp: Language) -> None:
    found = events(nlp, "На встрече принято решение провести форум «Гомель – Брянск».")
    assert [(event.type, event.status) for event in found] == [("DECISION", "occurred"), ("FORUM", "planned")]


def test_time_and_place_stand_under_the_verb(nlp: Language) -> None:
    doc = nlp("Встреча губернатора Ивана Петрова с послом Армении состоялась 3 марта 2024 года в Минске.")
    (event,) = layers.read(doc, "events", EventFinding)
    dates, entities = layers.read(doc, "dates", DateFinding), layers.read(doc, "entities", EntityFinding)
    assert [dates[index].value.edtf for index in event.time] == ["2024-03-03"]
    assert [entities[index].name for index in event.place] == ["Минск"]


def test_a_plan_for_years_is_not_the_time_of_its_signing(nlp: Language) -> None:
    doc = nlp("В мае 2023 года стороны подписали план мероприятий на 2023–2025 годы.")
    (event,) = layers.read(doc, "events", EventFinding)
    dates = layers.read(doc, "dates", DateFinding)
    assert [dates[index].value.edtf for index in event.time] == ["2023-05"]


def test_cooperation_yields_to_the_agreement_about_it(nlp: Language) -> None:
    found = events(nlp, "Подписано соглашение о сотрудничестве между Брянском и Гомелем.")
    assert [event.type for event in found] == ["AGREEMENT"]


def test_a_bare_mention_of_a_meeting_is_no_event(nlp: Language) -> None:
    assert events(nlp, "Такая встреча была бы полезна.") == []


def test_two_verbs_about_one_indicator_are_one_statistic(nlp: Language) -> None:
    doc = nlp("В 2022 году товарооборот областей вырос на 56 % и составил почти 326 млн долларов.")
    (event,) = layers.read(doc, "events", EventFinding)
    assert (event.type, event.lemma, event.figures) == ("STATISTIC", "вырасти", (0, 1))


def test_boilerplate_tells_no_event(nlp: Language) -> None:
    text = "Министр посетил завод в Гомеле."
    doc = nlp.make_doc(text)
    doc._.svodka_boilerplate = [[0, len(text)]]
    assert layers.read(nlp(doc), "events", EventFinding) == []
    assert [event.type for event in events(nlp, text)] == ["VISIT"]


def test_a_gapped_indicator_is_a_statistic_with_its_own_figure(nlp: Language) -> None:
    found = events(nlp, "Экспорт увеличился на 38 %, импорт – втрое.")
    assert [(event.lemma, event.figures) for event in found] == [("увеличиться", (0,)), ("импорт", (1,))]


def roles(nlp: Language, text: str) -> list[tuple[str, str, bool]]:
    doc = nlp(text)
    entities = layers.read(doc, "entities", EntityFinding)
    return [
        (
            role.role,
            entities[role.entity].name if role.entity is not None else text[slice(*role.spans[0])],
            role.inherited,
        )
        for event in layers.read(doc, "events", EventFinding)
        for role in event.roles
        if role.entity is not None or role.spans
    ]


def test_a_list_gives_one_filler_an_item_and_a_pair_one(nlp: Language) -> None:
    found = roles(nlp, "Завод «Нива» поставляет в Казахстан технику, картон и бумагу, насосы.")
    assert [text for role, text, _ in found if role == "goods"] == ["технику", "картон и бумагу", "насосы"]


def test_a_name_shared_by_two_regions_gives_both(nlp: Language) -> None:
    found = roles(nlp, "Развивается сотрудничество Гомельской и Брянской областей.")
    assert {text for role, text, _ in found if role == "parties"} == {"Гомельская область", "Брянская область"}


def test_a_pronoun_takes_its_speaker_from_the_sentence_before(nlp: Language) -> None:
    text = "Министр Иван Петров отметил рост экспорта. Он подчеркнул, что цены снижаются."
    assert ("speaker", "Иван Петров", True) in roles(nlp, text)


def test_a_meeting_lends_its_time_and_place_to_its_paragraph(nlp: Language) -> None:
    doc = nlp(
        "3 марта 2024 года в Минске состоялась встреча Ивана Петрова с Олегом Ильиным. Было подписано соглашение."
    )
    first, second = layers.read(doc, "events", EventFinding)
    assert first.time == second.time != ()
    assert (second.place, second.inherited) == (first.place, ("time", "place"))


@pytest.mark.parametrize(
    ("text", "role", "filler", "lent"),
    [
        ("Развивается сотрудничество Твери с Орлом. Крепнет сотрудничество с Минском.", "parties", "Тверь", True),
        ("Тверь подписала договор с Орлом. Идут переговоры о заключении соглашения с Минском.",
         "parties", "Тверь", True),
        ("Сотрудничество Беларуси с Тулой крепнет. Заключено 5 соглашений с 7 белорусскими районами.",
         "parties", "Тула", True),
        ("Изучить опыт соседей в Витебск приехала делегация Пскова.", "purpose", "Изучить опыт соседей", False),
        ("На праздник прибыли делегации Орла.", "purpose", "праздник", False),
        ("Делегация Тулы прибыла в Брест для участия в форуме и проведения переговоров.",
         "purpose", "участия в форуме", False),
        ("Туляки на форуме презентовали потенциал области.", "occasion", "форуме", False),
        ("В мае прошло заседание рабочей группы, на котором отмечено, что экспорт растёт.",
         "occasion", "заседание рабочей группы", False),
    ],
)  # fmt: skip
def test_a_role_is_filled(nlp: Language, text: str, role: str, filler: str, lent: bool) -> None:
    assert (role, filler, lent) in roles(nlp, text)


@pytest.mark.parametrize(
    ("text", "role", "lent"),
    [
        ("Развивается сотрудничество Твери с Орлом. Крепнет сотрудничество Тулы с Минском.", "parties", True),
        ("Экспорт вырос на 5 % к уровню 2021 года. Импорт составил 12 млн долларов.", "base_period", True),
        ("Делегация приехала в Витебск изучить опыт.", "occasion", False),
        ("Подписан план к соглашению о дружбе.", "subject", False),
    ],
)
def test_a_role_stays_empty(nlp: Language, text: str, role: str, lent: bool) -> None:
    assert all((found, inherited) != (role, lent) for found, _, inherited in roles(nlp, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Экспорт вырос на 5 % по сравнению с 2021 годом. Импорт вырос на 7 %.", [False, True]),
        ("Экспорт вырос на 5 % по сравнению с 2021 годом. В мае импорт вырос на 7 %.", [False]),
    ],
)
def test_a_change_is_counted_from_the_base_of_the_one_before(nlp: Language, text: str, expected: list[bool]) -> None:
    found = [role for event in events(nlp, text) for role in event.roles if role.role == "base_period"]
    assert [role.inherited for role in found] == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Инвестиции первой очереди составили 2 млн рублей.", 1),
        ("Лучшим вратарём признан 41-летний Пётр Ильин.", 0),
        ("Руководители двух регионов подписали план.", 0),
        ("В Туле собрались представители из 20 стран на форум.", 1),
    ],
)
def test_a_number_that_only_describes_is_no_figure_of_an_event(nlp: Language, text: str, count: int) -> None:
    assert {len(event.figures) for event in events(nlp, text)} <= {count}


@pytest.mark.parametrize(("sum_of", "places"), [("подписанных в Уфе контрактов", 1), ("контрактов о складах в Уфе", 0)])
def test_a_participle_before_a_noun_places_it(nlp: Language, sum_of: str, places: int) -> None:
    found = events(nlp, f"Сотрудничество Твери и Орла развивается. Общая сумма {sum_of} достигла 5 млн рублей.")
    assert [len(event.place) for event in found if event.type == "CONTRACT"] == [places]


def test_a_vague_time_ends_what_was_told_before_it(nlp: Language) -> None:
    text = (
        "В 2020 году Тулу посетила делегация Орла. Сейчас делегация Пскова находится в Туле с визитом. Подписан план."
    )
    assert events(nlp, text)[-1].time == ()


def test_a_line_of_which_goes_on_with_its_paragraph(nlp: Language) -> None:
    first, second = events(nlp, "В мае экспорт области вырос на 5 %.\n\nВ том числе экспорт картона вырос на 7 %.")
    assert (second.time, second.inherited) == (first.time, ("time",))


def test_a_bare_rate_takes_the_subtype_of_the_statistic_before(nlp: Language) -> None:
    text = "Экспорт области составил 12 млн долларов. Темп роста составил 5 %."
    assert [event.subtype for event in events(nlp, text)] == ["trade", "trade"]


def test_an_anniversary_on_whose_occasion_one_meets_has_come(nlp: Language) -> None:
    text = "Иван Петров на встрече по случаю 85-летия со дня образования Тульской области предложил открыть завод."
    assert {event.status for event in events(nlp, text) if event.type == "CELEBRATION"} == {"occurred"}


def test_a_headline_without_a_verb_tells_its_event(nlp: Language) -> None:
    assert [event.type for event in events(nlp, "О визите делегации Тульской области в Могилёв")] == ["VISIT"]


def test_words_that_the_tagger_mistakes_are_read_by_the_dictionary(nlp: Language) -> None:
    doc = nlp("НАМОЛОЧЕНО ЗЕРНА БОЛЬШЕ. Достигнута договорённость о цене. Взнос – 3 500 рос. руб. с участника.")
    found = {token.text: (token.pos_, token.lemma_) for token in doc}
    assert found["НАМОЛОЧЕНО"] == ("VERB", "намолотить")
    assert found["договорённость"] == ("NOUN", "договорённость")
    assert found["рос"][0] != "VERB"
