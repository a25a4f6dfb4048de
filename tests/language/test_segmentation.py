from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from razdel import sentenize, tokenize

from svodka.language.segmentation import (
    BLANK_LINE_RULE,
    SENTENCE_RULES,
    SentenceRule,
    _razdel_ranges,
    _strip,
    segment,
)
from tests.language.texts import bench_texts, seed_texts

RULES = [pytest.param(rule, id=rule.id) for rule in SENTENCE_RULES]
ALPHABET = st.text('абвАБВг.г12 \n\t«»"()-–…!?;:')


def marked(text: str) -> str:
    return " | ".join(text[slice(*sentence.span)] for sentence in segment(text))


def rules_used(text: str) -> set[str | None]:
    return {rule for sentence in segment(text) for rule in (sentence.opened_by, *sentence.joined_by)} - {None}


@pytest.mark.parametrize("rule", RULES)
def test_rule_acts_in_its_examples(rule: SentenceRule) -> None:
    for text in rule.examples:
        assert marked(text.replace("| ", "")) == text
        assert rule.id in rules_used(text.replace("| ", ""))


@pytest.mark.parametrize("rule", RULES)
def test_rule_leaves_its_counter_examples_alone(rule: SentenceRule) -> None:
    for text in rule.counter_examples:
        assert marked(text.replace("| ", "")) == text
        assert rule.id not in rules_used(text.replace("| ", ""))


@pytest.mark.parametrize(
    "text",
    [
        "Гости посетили г. Минск и г. Гомель.",
        "Доклад прочитал Д. Мурашко из Гомеля.",
        "Выступили И. И. Иванов и Савчиц И.А. из Бреста.",
        "Открыто 15 предприятий, в т. ч. Гомельский химический завод.",
        "Поставлены трактора, сеялки и др. техника.",
        "Экспорт вырос до 5 млн руб. за год.",
        "Встреча прошла на ул. Советской в школе им. Якуба Коласа.",
        "На 20.05.2022 г. долг составил 3 тыс. руб.",
        "Он сказал: «Мы готовы».",
        "1. Первый пункт.",
    ],
)
def test_abbreviations_end_no_sentence(text: str) -> None:
    assert marked(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "ОАО «Спартак» и др. | Перспективными направлениями остаются дороги.",
        "Экспорт вырос до 5 млн руб. | Импорт упал.",
        "Рост составил 20 % [3]. | Накануне прошла встреча.",
        "«Мы готовы к работе», – отметил губернатор. | – На долю региона приходится треть.",
    ],
)
def test_sentences_end_where_razdel_ends_them(text: str) -> None:
    assert marked(text.replace("| ", "")) == text


@pytest.mark.parametrize("blank", ["\n\n", "\n \t\n", "\n\n\n\n"])
def test_blank_line_ends_a_sentence(blank: str) -> None:
    first, second = segment(f"Заголовок без точки{blank}на новой строке")
    assert (first.opened_by, second.opened_by) == (None, BLANK_LINE_RULE)


@pytest.mark.parametrize("text", ["", " ", "\n\n", " \n \n "])
def test_white_space_has_no_sentence(text: str) -> None:
    assert segment(text) == []


def test_single_line_break_is_white_space() -> None:
    assert len(segment("Сотрудничество\nразвивается.")) == 1


def test_text_before_a_first_blank_line_opens_by_itself() -> None:
    assert segment("\n\nПривет.")[0].opened_by is None


@given(st.one_of(st.text(), ALPHABET))
def test_every_visible_character_is_in_one_token(text: str) -> None:
    tokens = [token for sentence in segment(text) for token in sentence.tokens]
    assert "".join(text[slice(*token)] for token in tokens) == re.sub(r"\s", "", text)
    assert all(before.end <= after.start for before, after in pairwise(tokens))


@given(st.one_of(st.text(), ALPHABET))
def test_sentence_spans_from_first_token_to_last(text: str) -> None:
    for sentence in segment(text):
        assert sentence.span == (sentence.tokens[0].start, sentence.tokens[-1].end)


@given(ALPHABET)
def test_differences_from_razdel_name_their_rule(text: str) -> None:
    if "\n" in text:
        return
    sentences = segment(text)
    added = {sentence.span.start for sentence in sentences if sentence.opened_by}
    joined = any(sentence.joined_by for sentence in sentences)
    theirs = {found.start for found in sentenize(text) if found.text}
    ours = {sentence.span.start for sentence in sentences}
    assert ours - theirs == added
    assert joined or theirs <= ours


@given(ALPHABET)
@example("1. а. Б. «В. 2)» Г; д")
def test_razdel_is_followed_exactly(text: str) -> None:
    theirs = [(found.start, found.stop) for found in sentenize(text) if found.text]
    assert [_strip(text, span) for span in _razdel_ranges(text) if text[slice(*span)].strip()] == theirs


def test_seeds_differ_from_razdel_in_these_places_only() -> None:
    found = [
        (sentence.opened_by, text[sentence.span.start :][:24])
        for text in seed_texts()
        for sentence in segment(text)
        if sentence.opened_by or sentence.joined_by
    ]
    assert found == [
        ("sentence.year_then_function_word", "В частности, в Договоре "),
        ("sentence.year_ends_clause", "Республику Беларусь посе"),
    ]


@pytest.mark.skipif(not bench_texts(), reason="the benchmark is not there")
def test_tokens_are_razdels() -> None:
    for text in bench_texts():
        ours = [text[slice(*token)] for sentence in segment(text) for token in sentence.tokens]
        assert ours == [token.text for token in tokenize(text)]


def test_long_text_takes_linear_time() -> None:
    assert len(segment("В 2022 г. Минск посетили гости. " * 3000)) == 3000
    assert len(segment("И. " * 5000)) == 1
    assert len(segment("слово; " * 30_000)) == 1
