"""The component ``svodka_tags``: what slovnet and pymorphy3 say of each word, and slovnet's names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc, Span

from svodka.language.heads import ROOT, repair_heads
from svodka.language.segmentation import segment

if TYPE_CHECKING:
    from svodka.language.morphology import Morphology
    from svodka.language.tagger import TaggedDocument, TaggedSentence, Tagger

_ATTRIBUTES = ("POS", "MORPH", "HEAD", "DEP", "LEMMA")

_Indices = npt.NDArray[np.int64]
_Sentences = list[list[int]]
_Words = list[list[str]]


@Language.factory(
    "svodka_tags",
    assigns=["token.pos", "token.morph", "token.head", "token.dep", "token.lemma", "doc.sents", "doc.ents"],
    default_config={"model": "ru_press"},
)
def make_tags(nlp: Language, name: str, model: str) -> TagSetter:
    """Build the component for ``nlp.add_pipe("svodka_tags")``; the weights are loaded here."""
    from svodka.language.morphology import Morphology
    from svodka.language.tagger import SlovnetTagger

    return TagSetter(name, SlovnetTagger(model), Morphology())


class TagSetter:
    """Set part of speech, features, head, relation and lemma of every token, and the raw names.

    Sentences are those of the tokenizer; where it set none, those of ``segment``. Each becomes one tree with
    one root (``dep_`` is ``ROOT``). A white-space token hangs under the token before it (``SPACE``, ``dep``).
    Names become ``doc.ents``, labelled ``PER``, ``LOC`` or ``ORG``.

    Args:
        name: Name of the component in its pipeline.
        tagger: What tags the words.
        morphology: What gives the lemmas.
    """

    def __init__(self, name: str, tagger: Tagger, morphology: Morphology) -> None:
        self.name = name
        self._tagger = tagger
        self._lemma = morphology.lemma

    def __call__(self, doc: Doc) -> Doc:
        """Tag one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 16) -> Iterator[Doc]:
        """Tag documents, ``batch_size`` at a time, in order."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            sentences = [_sentences(doc) for doc in batch]
            words = [_words(doc, indices) for doc, indices in zip(batch, sentences, strict=True)]
            for doc, indices, texts, tags in zip(batch, sentences, words, self._tagger.tag(words), strict=True):
                self._annotate(doc, indices, texts, tags)
                yield doc

    def _annotate(self, doc: Doc, sentences: _Sentences, words: _Words, tagged: TaggedDocument) -> None:
        lemmas = [
            lemma
            for texts, tags in zip(words, tagged.sentences, strict=True)
            for lemma in map(self._lemma, texts, tags.pos, tags.feats)
        ]
        _write(doc, sentences, tagged.sentences, lemmas)
        places = [index for indices in sentences for index in indices]
        doc.ents = tuple(
            Span(doc, places[name.start], places[name.end - 1] + 1, label=name.label) for name in tagged.names
        )


def _write(doc: Doc, sentences: _Sentences, tagged: Sequence[TaggedSentence], lemmas: Iterable[str]) -> None:
    """Set the words of all sentences, whose heads are repaired; the ``Doc`` derives the sentence starts.

    White space stands under the token before it, or under the first word.
    """
    number, features = doc.vocab.strings.add, doc.vocab.morphology.add
    words = np.fromiter(chain.from_iterable(sentences), np.int64)
    heads, relations = _trees(tagged)
    length = len(doc)
    places = np.arange(length)
    first = int(words[0]) if len(words) else 0
    governors = np.maximum(places - 1, first)
    governors[words] = words[heads]
    table: Any = np.empty((length, len(_ATTRIBUTES)), dtype=np.uint64)
    table[:, 0], table[:, 1], table[:, 3] = number("SPACE"), features(""), number("dep")
    table[:, 4] = doc.to_array("ORTH")
    table[first : first + 1, 3] = number("ROOT")
    table[:, 2] = (governors - places).view(np.uint64)
    table[words, 0] = _numbers(chain.from_iterable(tags.pos for tags in tagged), number)
    table[words, 1] = _numbers(chain.from_iterable(tags.feats for tags in tagged), features)
    table[words, 3] = _numbers(relations, number)
    table[words, 4] = _numbers(lemmas, number)
    doc.from_array(list(_ATTRIBUTES), table)


def _numbers(texts: Iterable[str], number: Callable[[str], int]) -> npt.NDArray[np.uint64]:
    """Return the numbers of strings in a vocabulary, which is asked for each once a document, since it may forget."""
    listed = list(texts)
    numbers = {text: number(text) for text in dict.fromkeys(listed)}
    return np.fromiter(map(numbers.__getitem__, listed), np.uint64, len(listed))


def _trees(sentences: Sequence[TaggedSentence]) -> tuple[_Indices, list[str]]:
    """Return the head of every word, counted over all words, and its relation; a root is its own head."""
    heads: list[int] = []
    relations: list[str] = []
    for tags in sentences:
        first = len(heads)
        repaired = repair_heads(tags.heads, tags.rels)
        heads += [first + (word if head == ROOT else head - 1) for word, head in enumerate(repaired)]
        relations += map(_relation, repaired, tags.rels, tags.pos)
    return np.array(heads, dtype=np.int64), relations


def _relation(head: int, rel: str, pos: str) -> str:
    """Name a relation: only the root is ``ROOT``; a root hung under another is loosely joined to it."""
    if head == ROOT:
        return "ROOT"
    if rel == "root":
        return "punct" if pos == "PUNCT" else "parataxis"
    return rel


def _words(doc: Doc, sentences: _Sentences) -> _Words:
    texts = [token.text for token in doc]
    return [[texts[index] for index in indices] for indices in sentences]


def _sentences(doc: Doc) -> _Sentences:
    """Return the indices of each sentence's words, white space left out."""
    words = np.flatnonzero(doc.to_array("IS_SPACE") == 0)
    borders = np.searchsorted(words, _sentence_starts(doc)).tolist()
    indices = words.tolist()
    return [indices[start:end] for start, end in pairwise([0, *borders, len(indices)]) if start < end]


def _sentence_starts(doc: Doc) -> _Indices:
    """Return the tokens that open a sentence, from the ``Doc`` where it knows them, else from the text."""
    if doc.has_annotation("SENT_START"):
        return np.flatnonzero(doc.to_array("SENT_START") == 1)
    return np.flatnonzero(np.isin(doc.to_array("IDX"), [sentence.span.start for sentence in segment(doc.text)]))
