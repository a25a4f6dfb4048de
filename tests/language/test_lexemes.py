from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang import lex_attrs
from spacy.lang.ru import lex_attrs as russian

from svodka.language import lexemes
from tests.language.texts import seed_texts

WORDS = sorted({word for text in seed_texts() for word in text.split()})
PAIRS = [
    (lex_attrs.is_ascii, lexemes.is_ascii),
    (lex_attrs.like_email, lexemes.like_email),
    (russian.like_num, lexemes.like_num),
    (lex_attrs.like_url, lexemes.like_url),
    (lex_attrs.word_shape, lexemes.word_shape),
]


@given(st.one_of(st.text(min_size=1), st.text("аЯzZ1.@/:-ªß", min_size=1), st.sampled_from(WORDS)))
def test_values_are_those_of_spacy(word: str) -> None:
    for own, quick in PAIRS:
        assert quick(word) == own(word)


@pytest.mark.parametrize(
    "word", ["двести", "Сто", "www.by", "http://tut.by/a", "info@tut.by", "ООО", "Минск", "x" * 120]
)
def test_values_of_telling_words(word: str) -> None:
    for own, quick in PAIRS:
        assert quick(word) == own(word)


def test_functions_of_another_language_stay() -> None:
    vocab = spacy.blank("en").vocab
    before = dict(vocab.lex_attr_getters)
    lexemes.quicken(vocab)
    changed = {attribute for attribute, getter in vocab.lex_attr_getters.items() if getter is not before[attribute]}
    assert lexemes.LIKE_NUM not in changed
