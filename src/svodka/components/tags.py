"""The component ``svodka_tags``: what slovnet and pymorphy3 say of each word, and slovnet's names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from svodka.language.heads import ROOT, repair_heads
from svodka.language.segmentation import segment

if TYPE_CHECKING:
    from svodka.language.morphology import Morphology
    from svodka.language.tagger import TaggedDocument, TaggedSentence, Tagger

_ATTRIBUTES = ("POS", "MORPH", "HEAD", "DEP", "LEMMA")
_WRAP = 2**64

_Sentences = list[list[int]]


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
        self._morphology = morphology

    def __call__(self, doc: Doc) -> Doc:
        """Tag one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 16) -> Iterator[Doc]:
        """Tag documents, ``batch_size`` at a time, in order."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            sentences = [_sentences(doc) for doc in batch]
            tagged = self._tagger.tag([_words(doc, indices) for doc, indices in zip(batch, sentences, strict=True)])
            for doc, indices, tags in zip(batch, sentences, tagged, strict=True):
                self._annotate(doc, indices, tags)
                yield doc

    def _annotate(self, doc: Doc, sentences: _Sentences, tagged: TaggedDocument) -> None:
        columns = _Columns(doc)
        for indices, tags in zip(sentences, tagged.sentences, strict=True):
            columns.fill(indices, tags, self._lemmas(doc, indices, tags))
        columns.write()
        words = [index for indices in sentences for index in indices]
        doc.ents = tuple(
            Span(doc, words[name.start], words[name.end - 1] + 1, label=name.label) for name in tagged.names
        )

    def _lemmas(self, doc: Doc, indices: Sequence[int], tags: TaggedSentence) -> list[str]:
        lemma = self._morphology.lemma
        tagged = zip(indices, tags.pos, tags.feats, strict=True)
        return [lemma(doc[index].text, pos, feats) for index, pos, feats in tagged]


class _Columns:
    """The annotation of a ``Doc``, one number a token and attribute, ready for ``Doc.from_array``."""

    def __init__(self, doc: Doc) -> None:
        """Start with white space everywhere: under the token before it, or under the first word."""
        self._doc = doc
        add, length = doc.vocab.strings.add, len(doc)
        first = next((token.i for token in doc if not token.is_space), 0)
        self._pos = [add("SPACE")] * length
        self._morph = [doc.vocab.morphology.add("")] * length
        self._head = [max(index - 1, first) for index in range(length)]
        self._dep = [add("ROOT" if index == first else "dep") for index in range(length)]
        self._lemma = [token.orth for token in doc]

    def fill(self, indices: Sequence[int], tags: TaggedSentence, lemmas: Sequence[str]) -> None:
        """Set the words of one sentence; its heads are repaired."""
        add, add_features = self._doc.vocab.strings.add, self._doc.vocab.morphology.add
        heads = repair_heads(tags.heads, tags.rels)
        for place, index in enumerate(indices):
            head = heads[place]
            self._pos[index] = add(tags.pos[place])
            self._morph[index] = add_features(tags.feats[place])
            self._head[index] = index if head == ROOT else indices[head - 1]
            self._dep[index] = add(_relation(head, tags.rels[place], tags.pos[place]))
            self._lemma[index] = add(lemmas[place])

    def write(self) -> None:
        """Hand the columns to the ``Doc``, which derives the sentence starts from the trees."""
        heads = [(head - index) % _WRAP for index, head in enumerate(self._head)]
        columns = (self._pos, self._morph, heads, self._dep, self._lemma)
        matrix: Any = np.column_stack([np.array(column, dtype=np.uint64) for column in columns])
        self._doc.from_array(list(_ATTRIBUTES), matrix)


def _relation(head: int, rel: str, pos: str) -> str:
    """Name a relation: only the root is ``ROOT``; a root hung under another is loosely joined to it."""
    if head == ROOT:
        return "ROOT"
    if rel == "root":
        return "punct" if pos == "PUNCT" else "parataxis"
    return rel


def _words(doc: Doc, sentences: _Sentences) -> list[list[str]]:
    return [[doc[index].text for index in indices] for indices in sentences]


def _sentences(doc: Doc) -> _Sentences:
    """Return the indices of each sentence's words, white space left out."""
    starts = _sentence_starts(doc)
    sentences: _Sentences = [[]]
    for token in doc:
        if token.i in starts:
            sentences.append([])
        if not token.is_space:
            sentences[-1].append(token.i)
    return [sentence for sentence in sentences if sentence]


def _sentence_starts(doc: Doc) -> set[int]:
    """Return the tokens that open a sentence, from the ``Doc`` where it knows them, else from the text."""
    if doc.has_annotation("SENT_START"):
        return {token.i for token in doc if token.is_sent_start}
    first_at = {sentence.span.start for sentence in segment(doc.text)}
    return {token.i for token in doc if token.idx in first_at}
