from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.vocab import Vocab

import svodka
from svodka.core.source import Source
from svodka.engines.process import Processor
from svodka.ingest.units import Unit
from svodka.language import vocabulary
from svodka.language.vocabulary import RenewingTokenizer, bounded
from svodka.pipeline import Pipeline
from svodka.settings import Settings

MOST, ONE_MORE = 100, 60  # strings of a vocabulary, and of one document
TEXTS = [
    f"Завод «Изделие-{number}» выпустил {number}7 тонн стали в 20{number:02} году, сообщил Иван Петро{'в' * number}."
    for number in range(1, 40)
]


def test_strings_of_a_vocabulary_stay_few() -> None:
    tokenize = RenewingTokenizer(Vocab(), MOST)
    docs = [tokenize(text) for text in TEXTS]
    assert max(len(doc.vocab.strings) for doc in docs) < MOST + ONE_MORE
    assert [doc.text for doc in docs] == TEXTS


def test_a_copy_begins_with_the_strings_of_its_vocabulary() -> None:
    vocab = Vocab()
    label = vocab.strings.add("МАРКА")
    tokenize = RenewingTokenizer(vocab, MOST)
    assert {tokenize(text).vocab.strings[label] for text in TEXTS} == {"МАРКА"}
    assert len(vocab.strings) == 1


@pytest.mark.models
def test_a_process_keeps_few_strings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "MOST_STRINGS", MOST)
    processor = Processor(Settings())
    for text in TEXTS:
        unit = Unit("text.txt", None, len(text), Source.from_text(text))
        (begun,) = processor.begin([unit])
        assert begun is not None
        assert begun.doc is not None
        assert len(begun.doc.vocab.strings) < MOST + 2 * ONE_MORE
        assert processor.result(unit, begun).failure is None


@pytest.mark.models
def test_records_do_not_depend_on_the_vocabulary(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "MOST_STRINGS", MOST)
    plain, renewing = Pipeline(Settings(), nlp), Pipeline(Settings(), bounded(svodka.load()))
    for source in map(Source.from_text, TEXTS):
        assert renewing.outcome(source) == plain.outcome(source)


@pytest.mark.models
def test_records_do_not_depend_on_memory_zones() -> None:
    zoned, plain = svodka.load(), svodka.load()
    for text in TEXTS[:5]:
        with zoned.memory_zone():
            record = svodka.extract(text, zoned)
        assert record == svodka.extract(text, plain)
