"""Words say of a text what spaCy's tokens say of it."""

from __future__ import annotations

import gc

import pytest
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from svodka.core.spans import Span
from svodka.language.columns import Latest
from svodka.language.words import Words, words_of

# «Рос экспорт области: льна и зерна. Гости прибыли.», with the tree of its two sentences.
_TEXTS = ["Рос", "экспорт", "области", ":", "льна", "и", "зерна", ".", "Гости", "прибыли", "."]
_HEADS = [0, 0, 1, 4, 1, 6, 4, 0, 9, 9, 9]
_DEPS = ["ROOT", "nsubj", "nmod", "punct", "nmod", "cc", "conj", "punct", "nsubj", "ROOT", "punct"]
_FEATURES = ["VerbForm=Fin", "Case=Nom", "Case=Gen", "", "Case=Gen", "", "Case=Gen", "", "Case=Nom", "VerbForm=Fin", ""]


@pytest.fixture
def doc() -> Doc:
    spaces = [True, True, False, True, True, True, False, True, True, False, False]
    return Doc(Vocab(), words=_TEXTS, spaces=spaces, heads=_HEADS, deps=_DEPS, morphs=_FEATURES)


def test_each_word_has_what_its_token_has(doc: Doc) -> None:
    words = Words(doc)

    for token, word in zip(doc, words, strict=True):
        assert (word.i, word.idx, word.text, len(word)) == (token.i, token.idx, token.text, len(token))
        assert (word.dep_, word.head.i, word.case) == (token.dep_, token.head.i, "".join(token.morph.get("Case")))
        assert [child.i for child in word.children] == [child.i for child in token.children]
        assert [child.i for child in word.children if child.i < word.i] == [left.i for left in token.lefts]
        assert [below.i for below in word.subtree] == [below.i for below in token.subtree]
        assert (word.left_edge.i, word.right_edge.i) == (token.left_edge.i, token.right_edge.i)
        assert (word.is_punct, word.is_quote, word.is_space) == (token.is_punct, token.is_quote, token.is_space)
        assert (words.columns.feats[word.i].strip("_"), word.whitespace_) == (str(token.morph), token.whitespace_)
        assert (word.sent.start, word.sent.end) == (token.sent.start, token.sent.end)
        assert word.is_sent_start == token.is_sent_start


def test_words_are_made_anew_only_where_the_document_is_another_or_tagged_anew(doc: Doc) -> None:
    words = words_of(doc)
    assert words_of(doc) is words
    doc[1].lemma_ = "вывоз"
    again = words_of(doc)
    assert again[1].lemma == "вывоз"
    assert words_of(doc.copy()) is not again


def test_words_are_found_by_the_characters_that_they_share_with_a_span(doc: Doc) -> None:
    words = Words(doc)

    for start in range(len(doc.text)):
        if doc.text[start] != " ":
            expected = doc.char_span(start, start + 1, alignment_mode="expand")
            assert [word.i for word in words.under(Span(start, start + 1))] == [token.i for token in expected or ()]
    assert [word.text for word in words.under(Span(2, 13))] == ["Рос", "экспорт", "области"]
    assert words.at(3) is None


def test_a_word_tagged_anew_says_what_its_token_says_and_is_introduced_anew(doc: Doc) -> None:
    words = words_of(doc)
    words[4].preposition = "с"
    words.retag(words[1], "VERB", "Ёрзать", "VerbForm=Inf|Aspect=Imp")

    assert (doc[1].pos_, doc[1].lemma_, str(doc[1].morph)) == ("VERB", "Ёрзать", "Aspect=Imp|VerbForm=Inf")
    assert (words[1].pos_, words[1].lemma, words[1].form, words[1].case) == ("VERB", "ерзать", "Inf", "")
    assert words[4].preposition is None
    assert words_of(doc)[1].lemma == "ерзать"
    assert words_of(doc) is not words


@pytest.mark.models
def test_a_document_goes_when_the_next_one_comes(nlp: Language) -> None:
    gc.collect()
    gc.disable()
    try:
        before = sum(isinstance(held, Doc) for held in gc.get_objects())
        for text in ("Экспорт вырос на 5 %.", "Делегация прибыла в Минск.", "Подписан контракт на 3 млн рублей."):
            nlp(text)
        assert sum(isinstance(held, Doc) for held in gc.get_objects()) <= before + 1
    finally:
        gc.enable()


def test_a_document_that_cannot_be_read_spoils_no_other(doc: Doc) -> None:
    latest = Latest(_first_of, Words.release)
    latest(doc)
    for _ in range(2):
        with pytest.raises(IndexError):
            latest(Doc(doc.vocab))
    assert latest(doc)[0].head.text == doc[0].head.text


def _first_of(doc: Doc) -> Words:
    """Read the words of a document that has some."""
    doc[0]
    return Words(doc)
