"""Cleaning: layout goes, the text stays, and every change can be traced."""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svodka.clean import Clean, clean
from svodka.clean.lookalikes import lookalikes
from svodka.clean.marks import MARKDOWN, MARKS, Mark, find_marks
from svodka.core.source import Source
from svodka.core.spans import Span, apply_edits
from tests.dictionary import is_adjective, is_known
from tests.texts import LARGE_SEED, SHARED, SMALL_SEED

LARGE = LARGE_SEED.read_text("utf-8")
SMALL = SMALL_SEED.read_text("utf-8")
UNKNOWN = {  # words, though the dictionary lacks them; the last is a slip of the source
    "автокрановый", "гомельчане", "госаккредитации", "дистрибьютерский", "добрушская", "межстрановыми",
    "опредена",
}  # fmt: skip
ROWS = [pytest.param(row, id=row.id) for row in (*MARKDOWN, *MARKS)]
REAL = sorted([*SHARED.glob("releases/*.txt"), *SHARED.glob("dev-gold/*/*.txt")])


def cleaned(text: str, *, markdown: bool = False, hidden: frozenset[str] = frozenset()) -> Clean:
    source = replace(Source.from_text(text), media_type="text/markdown" if markdown else "text/plain")
    return clean(source, lambda word: word not in hidden and is_known(word), is_adjective)


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalpha())


def without_marks(text: str) -> str:
    return apply_edits(text, find_marks(text, markdown=False))


@pytest.mark.parametrize("row", ROWS)
def test_mark_row_finds_its_own_examples(row: Mark) -> None:
    for text, expected in row.finds:
        assert apply_edits(text, list(row.edits(text))) == expected


@pytest.mark.parametrize("row", ROWS)
def test_mark_row_skips_its_counter_examples(row: Mark) -> None:
    assert [text for text in row.skips if list(row.edits(text))] == []


def test_the_large_seed_keeps_every_letter() -> None:
    assert letters(cleaned(LARGE).text) == letters(LARGE)


def test_the_large_seed_has_whole_words_only() -> None:
    text = cleaned(LARGE).text
    unknown = {word for word in re.findall(r"(?<![\w-])[а-яё]{2,}(?![\w-])", text) if not is_known(word)}
    assert unknown == UNKNOWN
    assert re.findall(r"\w-\s", text) == []
    assert re.findall(r"\[\d", text) == []
    assert "  " not in text


def test_the_large_seed_has_paragraphs_that_end_with_a_sentence() -> None:
    paragraphs = cleaned(LARGE).text.split("\n\n")
    assert len(paragraphs) > 30
    assert [p for p in paragraphs if "\n" in p or p != p.strip() or p[-1] not in ".»!?"] == []


def test_wraps_and_page_breaks_of_the_large_seed_are_closed() -> None:
    text = cleaned(LARGE).text
    for phrase in (
        "Успешно развивается сотрудничество с Кировской областью. В декабре 2019 г. состоялось заседание",
        "Значительно увеличил поставки диоксида кремния",
        "субъектами Российской Федерации, а также",
        "СЭЗ «Гомель – Ратон» – 9 компаний",
        "например, поставки в Башкортостан тракторов Мозырского машиностроительного завода",
        "торгово-промышленных палат",
        "Брянский государственный инженерно-технологический университет",
        "с Кировской областью",
        "заложили руководители регионов в 2022 г.\n\nРассмотрены вопросы",
    ):
        assert phrase in text


def test_joins_keep_their_alternative() -> None:
    joins = [edit for edit in cleaned(LARGE).edits if edit.rule.startswith("hyphen.")]
    assert len(joins) == 91
    assert all(edit.alternative for edit in joins)
    assert {edit.rule: edit.alternative for edit in joins}["hyphen.adjectives"] == "инженернотехнологический"


def test_words_that_the_dictionary_lacks_are_joined_too() -> None:
    hidden = frozenset({"тракторов", "внешнего", "компетенции", "поступивших", "комбайнов"})
    assert cleaned(LARGE, hidden=hidden).text == cleaned(LARGE).text


def test_the_small_seed_loses_its_markdown_and_nothing_else() -> None:
    expected = (
        SMALL.strip()
        .replace("## ", "")
        .replace("](#)", "")
        .replace("[", "")
        .replace("\n\n---\n\n", "\n\n")
        .replace("**", "")
        .replace("<", "")
        .replace(">", "")
    )
    found = cleaned(SMALL, markdown=True)
    assert found.text == expected
    assert {edit.rule.partition(".")[0] for edit in found.edits} == {"markdown", "blank"}


def test_markdown_of_plain_text_stays() -> None:
    text = "## Итоги\n\n**важно** [План](#)"
    assert cleaned(text).text == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Рост на\u00a05\u2009%.", "Рост на 5 %."),
        ("пере\u00adговоры в\u200b Минске", "переговоры в Минске"),
        ("пере\u00ad\nговоры в Минске", "переговоры в Минске"),
        ("сотруд\ufffeничество", "сотрудничество"),
        ("сотруд\ufffe\nничество", "сотрудничество"),
        ("по итогам пере-\n3\nговоров сторон", "по итогам переговоров сторон"),
        ("по итогам пере-\n\f3\nговоров сторон", "по итогам переговоров сторон"),
        ("итоги визита\fв Минск", "итоги визита в Минск"),
        ("строят нефте-\nи газопровод к границе", "строят нефте- и газопровод к границе"),
        ("строят нефте- и газопровод", "строят нефте- и газопровод"),
        ("Минск –\nГомель", "Минск –\n\nГомель"),
        ("2022\t1\u00a0500   2\u00a0300", "2022\t1 500\t2 300"),
    ],
)
def test_small_cases(text: str, expected: str) -> None:
    assert cleaned(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "C 14 по 16 мая",
        "Главная / Пресс-центр / Новости",
        "Главная | Пассажирам | Контакты",
        "Тел./факс: +7 (343) 358-00-11. 16+",
        "Участники фестиваля– работники ЖКХ - тоже хранители",
        "подарили участники зрителям- яркие номера",
        "[1] Иванов И. И. Регионы.",
        "статья [2024]",
        "* * *",
    ],
)
def test_what_only_looks_odd_stays(text: str) -> None:
    assert cleaned(text).edits == ()


def test_lines_of_an_unwrapped_text_are_paragraphs() -> None:
    text = "Итоги\nСтороны подписали соглашение и договорились о встрече в мае.\n– раз;\n– два.\nтел. 12"
    assert cleaned(text).text == text.replace("\n", "\n\n")


def test_contacts_are_not_taken_for_a_wrapped_text() -> None:
    paragraph = "Стороны подписали соглашение о торговле и договорились о встрече в Минске в мае. " * 3
    text = f"{paragraph}\n\nг. Минск, ул. Мира, 1\nтел. 20-51-77\nфакс 20-51-78\ne-mail: a@b.by"
    assert cleaned(text).text.split("\n\n")[1:] == text.split("\n\n")[1].split("\n")


def test_list_items_and_headings_of_a_wrapped_text_stay_apart() -> None:
    text = (
        "ИТОГИ ВСТРЕЧИ РУКОВОДИТЕЛЕЙ РЕГИОНОВ\nСтороны договорились увеличить взаимные\n"
        "поставки, в том числе:\n– картона и бумаги, в первую очередь\nв Кировскую область;\n– удобрений.\n"
        "Следующая встреча пройдёт весной."
    )
    assert cleaned(text).text.split("\n\n") == [
        "ИТОГИ ВСТРЕЧИ РУКОВОДИТЕЛЕЙ РЕГИОНОВ",
        "Стороны договорились увеличить взаимные поставки, в том числе:",
        "– картона и бумаги, в первую очередь в Кировскую область;",
        "– удобрений.",
        "Следующая встреча пройдёт весной.",
    ]


@pytest.mark.parametrize("width", [40, 60, 76])
def test_a_wrapped_text_becomes_what_it_was(width: int) -> None:
    whole = cleaned(SMALL, markdown=True).text
    wrapped = "\n\n".join(
        textwrap.fill(p, width, break_on_hyphens=False, break_long_words=False) for p in whole.split("\n\n")
    )
    assert cleaned(wrapped).text == whole


def test_page_numbers_that_count_on_go() -> None:
    page = "Стороны подписали соглашение о торговле и договорились о встрече в мае. " * 8
    assert cleaned(f"{page}\n1\n{page}\n– 2 –\n{page}\n3").text == "\n\n".join([page.strip()] * 3)
    assert cleaned(f"{page}\n2022\n{page}").text == f"{page.strip()}\n\n2022\n\n{page.strip()}"


def test_a_reading_has_no_breaks() -> None:
    found = cleaned("Итоги.\n\nДалее.")
    assert found.reading(Span(0, len(found.text))) == "Итоги. Далее."


def test_a_clean_span_leads_back_to_its_quote() -> None:
    found = cleaned(LARGE)
    start = found.text.index("тракторов Мозырского")
    span = found.offsets.to_source(Span(start, start + len("тракторов")))
    assert LARGE[slice(*span)] == "трак-\n\nторов"


@given(st.text(alphabet="аБв1 -–«[]().*#\n\f\t\u00a0\u00ad\u200b", max_size=120), st.booleans())
def test_any_text_keeps_its_letters_and_its_map(text: str, markdown: bool) -> None:
    found = cleaned(text, markdown=markdown)
    links = markdown and "](" in text
    assert links or letters(found.text) == letters(text)
    assert "\n" not in found.text.replace("\n\n", "")
    assert found.text == found.text.strip("\n ")
    for i in range(len(found.text)):
        span = found.offsets.to_source(Span(i, i + 1))
        if span.end - span.start == 1 and not any(e.start < span.end and span.start < e.end for e in found.edits):
            assert text[span.start] == found.text[i]


@pytest.mark.skipif(not REAL, reason="the shared releases are not here")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_release_keeps_its_lines_and_letters(path: Path) -> None:
    text = path.read_text("utf-8")
    found = cleaned(text)
    text = apply_edits(text, list(lookalikes(text)))
    lines = [" ".join(line.split()) for line in without_marks(text).split("\n") if line.strip()]
    joined = {edit.alternative for edit in found.edits if edit.rule.startswith("hyphen.")}
    assert letters(found.text) == letters(text)
    assert joined or found.text == "\n\n".join(lines)


def test_latin_lookalikes_are_read_as_russian_and_quoted_as_they_stand() -> None:
    found = cleaned("Подписано Cоглашение в Mинcке.")
    assert found.text == "Подписано Соглашение в Минске."
    span = found.offsets.to_source(Span(23, 29))
    assert found.source.text[slice(*span)] == "Mинcке" == found.reading(Span(23, 29))
