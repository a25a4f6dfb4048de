"""The pipeline says what natasha's own pipeline says, except where an added sentence rule acts."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from svodka.language.tagger import SlovnetTagger
from tests.language.texts import bench_texts, seed_texts

pytestmark = pytest.mark.models

SAMPLE = random.Random(1).sample(bench_texts(), 12) if bench_texts() else []


class Natasha:
    """natasha's own pipeline."""

    def __init__(self, natasha: Any) -> None:
        embedding = natasha.NewsEmbedding()
        self.doc = natasha.Doc
        self.segmenter = natasha.Segmenter()
        self.morphology = natasha.NewsMorphTagger(embedding)
        self.syntax = natasha.NewsSyntaxParser(embedding)
        self.names = natasha.NewsNERTagger(embedding)
        self.vocabulary = vocabulary(natasha)

    def __call__(self, text: str) -> Any:
        doc = self.doc(text)
        doc.segment(self.segmenter)
        doc.tag_morph(self.morphology)
        doc.parse_syntax(self.syntax)
        doc.tag_ner(self.names)
        for token in doc.tokens if self.vocabulary else ():
            token.lemmatize(self.vocabulary)
        return doc


def vocabulary(natasha: Any) -> Any:
    """natasha's dictionary, or ``None`` where pymorphy2 does not run: Python 3.12 and later."""
    try:
        return natasha.MorphVocab()
    except ModuleNotFoundError:
        return None


@pytest.fixture(scope="module")
def natasha() -> Natasha:
    return Natasha(pytest.importorskip("natasha"))


def shared_tokens(doc: Doc, theirs: Any) -> Iterator[tuple[Any, Any]]:
    """Pair the tokens of the sentences that both cut alike."""
    spans = {(sentence.start, sentence.stop) for sentence in theirs.sents}
    by_start = {token.start: token for token in theirs.tokens}
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if (words[0].idx, words[-1].idx + len(words[-1])) in spans:
            yield from ((token, by_start[token.idx]) for token in words)


def feats(token: Any) -> str:
    return "|".join(f"{name}={value}" for name, value in sorted(token.feats.items()))


def check(tags: Language, natasha: Natasha, texts: list[str]) -> None:
    """Compare tokens, names, tags and, where natasha has a dictionary, lemmas."""
    lemmas = wrong = 0
    for doc in tags.pipe(texts):
        theirs = natasha(doc.text)
        words = [(token.idx, token.text) for token in doc]
        assert words == [(token.start, token.text) for token in theirs.tokens]
        assert [(name.start_char, name.end_char, name.label_) for name in doc.ents] == [
            (span.start, span.stop, span.type) for span in theirs.spans
        ]
        for token, other in shared_tokens(doc, theirs):
            assert (token.text, token.pos_, str(token.morph)) == (other.text, other.pos, feats(other))
            lemmas += 1
            wrong += natasha.vocabulary is not None and token.lemma_.lower().replace("ё", "е") != other.lemma
    assert wrong <= lemmas / 1000


def test_seeds_are_tagged_as_natasha_tags_them(tags: Language, natasha: Natasha) -> None:
    check(tags, natasha, seed_texts())


@pytest.mark.skipif(not SAMPLE, reason="the benchmark is not there")
def test_benchmark_sample_is_tagged_as_natasha_tags_it(tags: Language, natasha: Natasha) -> None:
    check(tags, natasha, SAMPLE)


@pytest.mark.slow
@pytest.mark.skipif(not SAMPLE, reason="the benchmark is not there")
def test_benchmark_is_tagged_as_natasha_tags_it(tags: Language, natasha: Natasha) -> None:
    check(tags, natasha, bench_texts())


def test_added_rules_change_these_sentences_of_the_seeds(tags: Language, natasha: Natasha) -> None:
    changed = []
    for doc in tags.pipe(seed_texts()):
        theirs = {sentence.start for sentence in natasha(doc.text).sents}
        ours = {sentence.start_char for sentence in doc.sents}
        changed += [doc.text[start : start + 19] for start in sorted(ours ^ theirs)]
    assert changed == ["В частности, в Дого", "Республику Беларусь"]


def test_heads_and_relations_differ_only_where_heads_tie(natasha: Natasha) -> None:
    tagger, ties = SlovnetTagger(), 0
    infer = natasha.syntax.infer
    for text in seed_texts() + SAMPLE:
        theirs = natasha.doc(text)
        theirs.segment(natasha.segmenter)
        theirs.parse_syntax(natasha.syntax)
        words = [[token.text for token in sentence.tokens] for sentence in theirs.sents]
        for sentence, own in zip(theirs.sents, tagger.tag([words])[0].sentences, strict=True):
            heads = [int(token.head_id.split("_")[1]) for token in sentence.tokens]
            differing = [place for place, head in enumerate(heads) if head != own.heads[place]]
            rels = [place for place, token in enumerate(sentence.tokens) if token.rel != own.rels[place]]
            assert set(rels) <= set(differing)
            if differing:
                (given,) = infer.encoder([[token.text for token in sentence.tokens]])
                scores = infer.model(given.word_id, given.shape_id, given.pad_mask).head_id[0]
                assert all(scores[place].max() - scores[place][own.heads[place]] <= 2e-4 for place in differing)
                ties += len(differing)
    assert ties < 60
