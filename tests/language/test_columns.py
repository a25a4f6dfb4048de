"""Columns say what spaCy's tokens say, and are made anew when the annotation changes."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc, Span

from svodka.language.columns import Columns, Name, columns_of


def _tagged() -> Doc:
    doc = Doc(
        spacy.blank("ru").vocab,
        words=["Глава", "Ёлкина", "приехал", "\n\n", "Иван", "Белов", "уехал"],
        spaces=[True, True, False, False, True, True, False],
        pos=["NOUN", "PROPN", "VERB", "SPACE", "PROPN", "PROPN", "VERB"],
        lemmas=["глава", "ёлкин", "приехать", "\n\n", "иван", "белов", "уехать"],
        morphs=["Case=Nom", "Case=Gen|Number=Sing", "", "", "Case=Nom", "Case=Nom", ""],
        heads=[2, 0, 2, 2, 6, 4, 6],
        deps=["nsubj", "nmod", "ROOT", "dep", "nsubj", "flat:name", "ROOT"],
    )
    doc.ents = (Span(doc, 1, 2, label="PER"), Span(doc, 4, 5, label="PER"), Span(doc, 5, 6, label="PER"))
    return doc


def test_columns_say_what_tokens_say() -> None:
    doc = _tagged()
    columns = Columns(doc)
    assert columns.text == doc.text
    assert columns.texts == [token.text for token in doc]
    assert columns.lowers == [token.lower_ for token in doc]
    assert columns.lemmas == [token.lemma_.replace("ё", "е") for token in doc]
    assert columns.pos == [token.pos_ for token in doc]
    assert columns.deps == [token.dep_ for token in doc]
    assert columns.heads == [token.head.i for token in doc]
    assert columns.features == [token.morph.to_dict() for token in doc]
    assert columns.opening == [bool(token.is_sent_start) for token in doc]
    assert columns.sentences == [range(token.sent.start, token.sent.end) for token in doc]
    assert [columns.span(index, index + 1) for index in range(len(doc))] == [
        (token.idx, token.idx + len(token)) for token in doc
    ]


def test_names_that_touch_stay_apart() -> None:
    assert columns_of(_tagged()).names == [Name(1, 2, "PER"), Name(4, 5, "PER"), Name(5, 6, "PER")]


def test_columns_are_kept_while_the_annotation_is_the_same() -> None:
    doc = _tagged()
    columns = columns_of(doc)
    assert columns_of(doc) is columns
    doc[2].lemma_ = "прибыть"
    assert columns_of(doc).lemmas[2] == "прибыть"
