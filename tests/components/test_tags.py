from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from svodka.components.tags import TagSetter
from svodka.language.morphology import Morphology
from svodka.language.tagger import NamedSpan, TaggedDocument, TaggedSentence, Words
from svodka.language.tokenizer import RazdelTokenizer

TEXTS = [
    "Губернатор Иван Иванов посетил г. Минск.",
    "",
    "  \n\n ",
    "Заголовок\n\n  Соглашение подписано 15 марта 2024 г. В нём  три пункта. ",
    "Да",
]


class EveryWordIsItsOwnHead:
    """A tagger that knows nothing, to test the component without weights."""

    def tag(self, documents: list[list[Words]]) -> list[TaggedDocument]:
        return [self._tag(document) for document in documents]

    def _tag(self, document: list[Words]) -> TaggedDocument:
        sentences = (
            TaggedSentence(
                ("NOUN",) * len(words), ("Case=Nom",) * len(words), (0,) * len(words), ("root",) * len(words)
            )
            for words in document
        )
        return TaggedDocument(tuple(sentences), (NamedSpan("PER", 0, 2),) if sum(map(len, document)) > 1 else ())


BARE = spacy.blank("ru")
TOKENIZE = RazdelTokenizer(BARE.vocab)
SETTER = TagSetter("tags", EveryWordIsItsOwnHead(), Morphology())


@given(st.text("аБ.! \n1«"))
def test_sentences_stay_and_each_is_one_tree(text: str) -> None:
    doc = TOKENIZE(text)
    starts = [token.is_sent_start for token in doc]
    doc = SETTER(doc)
    assert [token.is_sent_start for token in doc] == starts
    for sentence in doc.sents:
        assert [token.dep_ for token in sentence].count("ROOT") == 1
        assert {token.i for token in sentence.root.subtree} == {token.i for token in sentence}


@given(st.text("аБ.! \n1«"))
@settings(max_examples=30)
def test_white_space_hangs_under_the_token_before_it(text: str) -> None:
    doc = SETTER(TOKENIZE(text))
    for token in doc:
        if token.is_space and token.i:
            assert (token.pos_, token.dep_, token.head.i) == ("SPACE", "dep", token.i - 1)


def test_doc_of_another_tokenizer_gets_sentences() -> None:
    doc = SETTER(BARE("Минск растёт. Гомель тоже."))
    assert [sentence.text for sentence in doc.sents] == ["Минск растёт.", "Гомель тоже."]


def test_spare_roots_are_hung_under_the_root() -> None:
    doc = SETTER(Doc(BARE.vocab, words=["а", "б"]))
    assert [(token.dep_, token.head.i) for token in doc] == [("ROOT", 0), ("parataxis", 0)]


def test_every_document_of_a_memory_zone_has_its_strings() -> None:
    for text in ("Пресс-релиз Завода", "Новый пресс-релиз Завода"):
        with BARE.memory_zone():
            doc = SETTER(TOKENIZE(text))
            assert [token.lemma_ for token in doc][-2:] == ["пресс-релиз", "завод"]
            assert doc.to_json()["tokens"]


@pytest.mark.models
def test_annotation(tags: Language) -> None:
    doc = tags(TEXTS[0])
    assert [(name.text, name.label_) for name in doc.ents] == [("Иван Иванов", "PER"), ("Минск", "LOC")]
    assert [(token.pos_, token.lemma_, token.dep_) for token in doc][:4] == [
        ("NOUN", "губернатор", "nsubj"),
        ("PROPN", "иван", "appos"),
        ("PROPN", "иванов", "flat:name"),
        ("VERB", "посетить", "ROOT"),
    ]
    assert doc[3].morph.get("Tense") == ["Past"]
    assert all(doc.has_annotation(name) for name in ("POS", "MORPH", "LEMMA", "DEP", "SENT_START", "ENT_IOB"))


@pytest.mark.models
def test_pipe_equals_one_at_a_time(tags: Language) -> None:
    many = TEXTS * 8
    together = [doc.to_json() for doc in tags.pipe(many, batch_size=7)]
    assert together == [tags(text).to_json() for text in many]
    assert [doc["text"] for doc in together] == many


@pytest.mark.models
def test_pipeline_survives_disk(tags: Language, tmp_path: Path) -> None:
    tags.to_disk(tmp_path)
    assert spacy.load(tmp_path)(TEXTS[3]).to_json() == tags(TEXTS[3]).to_json()


@pytest.mark.models
def test_doc_survives_bytes(tags: Language) -> None:
    doc = tags(TEXTS[3])
    assert Doc(tags.vocab).from_bytes(doc.to_bytes()).to_json() == doc.to_json()
