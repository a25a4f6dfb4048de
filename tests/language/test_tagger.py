from __future__ import annotations

import numpy as np
import pytest
from razdel import tokenize

from svodka.language.models import DEFAULT
from svodka.language.networks import NamedSpan, NameTags, Networks, Trees, load_parts, read_bio
from svodka.language.tagger import SlovnetTagger
from svodka.language.viterbi import Stretches
from tests.language.texts import seed_texts

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def tagger() -> SlovnetTagger:
    return SlovnetTagger()


def test_empty_documents_and_sentences(tagger: SlovnetTagger) -> None:
    assert tagger.tag([]) == []
    empty, hollow, full = tagger.tag([[], [[], []], [["Минск"]]])
    assert (empty.sentences, empty.names) == ((), ())
    assert [sentence.pos for sentence in hollow.sentences] == [(), ()]
    assert full.names == (NamedSpan("LOC", 0, 1),)


def test_batches_change_nothing(tagger: SlovnetTagger) -> None:
    words = [token.text for token in tokenize(seed_texts()[1])]
    documents = [[words[:n], words[n : 3 * n]] for n in range(1, 40)]
    assert tagger.tag(documents) == [tagger.tag([document])[0] for document in documents]


def test_very_long_sentence_is_tagged_in_full(tagger: SlovnetTagger) -> None:
    words = ["Минск", "растёт", ","] * 3000
    (tagged,) = tagger.tag([[words]])
    (sentence,) = tagged.sentences
    assert len(sentence.pos) == len(sentence.feats) == len(sentence.heads) == len(sentence.rels) == 9000
    assert max(sentence.heads) <= 9000
    assert max(sentence.heads) > 8000
    assert len(tagged.names) > 2900


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("B-PER I-PER O B-LOC", [("PER", 0, 2), ("LOC", 3, 4)]),
        ("B-PER B-PER", [("PER", 0, 1), ("PER", 1, 2)]),
        ("O I-PER O", []),
        ("B-ORG I-LOC", [("ORG", 0, 2)]),
        ("", []),
    ],
)
def test_bio_tags(tags: str, spans: list[tuple[str, int, int]]) -> None:
    assert list(read_bio(tags.split())) == [NamedSpan(*span) for span in spans]


def test_full_table_changes_nothing(tagger: SlovnetTagger) -> None:
    words = [[token.text for token in tokenize(text)] for text in seed_texts()]
    pieces = [words[1][:300], words[0][:600], words[1][200:500]]
    small = Networks(load_parts(DEFAULT), forms=200)
    for piece in pieces:
        sentence = tagger.tag([[piece]])[0].sentences[0]
        assert small.tags([piece]) + small.trees([piece]) == [
            (sentence.pos, sentence.feats), (sentence.heads, sentence.rels)
        ]  # fmt: skip


def test_equal_heads_fall_to_the_first(tagger: SlovnetTagger) -> None:
    words = ["покушение", "на", "убийство", ",", "покушение", "на", "убийство", ",", "покушение", "на", "убийство", "."]
    alone, among = tagger.tag([[words]])[0], tagger.tag([[["Минск", "."], words]])[0]
    assert alone.sentences[0].heads == among.sentences[1].heads


def test_doubt_is_settled_in_double_precision(tagger: SlovnetTagger) -> None:
    words = ["покушение", "на", "убийство", ","] * 5
    parts = load_parts(DEFAULT)
    quick, exact = (
        Trees(parts.syntax, parts.table([parts.syntax], 100, precision)) for precision in (np.float32, np.float64)
    )
    ((_, doubt),), (((heads, rels), _),) = quick([words]), exact([words])
    sentence = tagger.tag([[words]])[0].sentences[0]
    assert doubt
    assert (sentence.heads, sentence.rels) == (heads, rels)


def test_part_of_a_document_has_the_names_that_it_has_in_the_whole() -> None:
    parts = load_parts(DEFAULT)
    reader = NameTags(parts.names, parts.table([parts.names], 1024, np.float64))
    documents = [[token.text for token in tokenize(text)] for text in seed_texts()]
    tags, _ = reader(documents)
    named = np.flatnonzero(tags != parts.names.labels.index("O"))
    firsts = np.flatnonzero(np.diff(named, prepend=-9) > 1)
    begins, stops = named[firsts], named[np.append(firsts[1:], len(named)) - 1] + 1
    edges = np.cumsum([0, *map(len, documents)])
    stretches = Stretches(begins, stops, np.isin(begins, edges), np.isin(stops, edges))

    assert len(begins) > 100
    assert reader.within(documents, stretches).tolist() == tags[named].tolist()


def test_sentence_with_other_numbers_looks_the_same(tagger: SlovnetTagger) -> None:
    first, second, third, fourth = tagger._looks([["рост", "73512"], ["рост", "83519"], ["рост", "Рост"], []])
    assert first == second
    assert first != third
    assert not fourth
