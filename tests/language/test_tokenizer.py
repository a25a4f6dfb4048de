from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.util import registry
from spacy.vocab import Vocab

from svodka.language.tokenizer import RazdelTokenizer, make_tokenizer_factory

TOKENIZE = RazdelTokenizer(Vocab())
SPACED = st.text("аБ.,- \n\t\u00a0«»1")


@given(st.one_of(st.text(), SPACED))
def test_doc_keeps_the_text(text: str) -> None:
    assert TOKENIZE(text).text == text


@given(SPACED)
def test_white_space_never_opens_a_sentence_but_the_first(text: str) -> None:
    doc = TOKENIZE(text)
    assert all(token.i == 0 or not token.is_space for token in doc if token.is_sent_start)
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text


@given(SPACED)
def test_white_space_tokens_are_those_of_spacy(text: str) -> None:
    plain = spacy.tokenizer.Tokenizer(TOKENIZE.vocab)(text)
    spaces = [(token.idx, token.text, token.whitespace_) for token in TOKENIZE(text) if token.is_space]
    assert spaces == [(token.idx, token.text, token.whitespace_) for token in plain if token.is_space]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Пресс-служба", ["Пресс-служба"]),
        ("100 руб. за кг", ["100", "руб", ".", "за", "кг"]),
        ("1,5 раза", ["1,5", "раза"]),
        ("а  б\n\nв", ["а", " ", "б", "\n\n", "в"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [token.text for token in TOKENIZE(text)] == words


def test_name_is_registered() -> None:
    assert registry.tokenizers.get("svodka.razdel.v1") is make_tokenizer_factory


def test_pipeline_with_the_tokenizer_survives_disk_and_bytes(tmp_path: object) -> None:
    config = {"nlp": {"tokenizer": {"@tokenizers": "svodka.razdel.v1"}}}
    nlp = spacy.blank("ru", config=config)
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert isinstance(again.tokenizer, RazdelTokenizer)
    assert [token.text for token in again.from_bytes(nlp.to_bytes())("в г. Минске")] == [
        "в",
        "г",
        ".",
        "Минске",
    ]
