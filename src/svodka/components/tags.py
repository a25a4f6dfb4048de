"""The component ``svodka_tags``: what slovnet and pymorphy3 say of each word, and slovnet's names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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
        self._morphology = morphology

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
        lemma = self._morphology.lemma
        columns = _Columns(doc)
        for indices, texts, tags in zip(sentences, words, tagged.sentences, strict=True):
            columns.fill(indices, tags, map(lemma, texts, tags.pos, tags.feats))
        columns.write()
        places = [index for indices in sentences for index in indices]
        doc.ents = tuple(
            Span(doc, places[name.start], places[name.end - 1] + 1, label=name.label) for name in tagged.names
        )


class _Columns:
    """The annotation of a ``Doc``, one number a token and attribute, ready for ``Doc.from_array``."""

    def __init__(self, doc: Doc) -> None:
        """Start with white space everywhere: under the token before it, or under the first word."""
        self._doc = doc
        self._add, length = doc.vocab.strings.add, len(doc)
        self._strings = _Numbers(self._add)
        self._features = _Numbers(doc.vocab.morphology.add)
        first = next((token.i for token in doc if not token.is_space), 0)
        self._pos = [self._strings["SPACE"]] * length
        self._morph = [self._features[""]] * length
        self._head = [max(index - 1, first) for index in range(length)]
        self._dep = [self._strings["ROOT" if index == first else "dep"] for index in range(length)]
        self._lemma: list[int] = doc.to_array("ORTH").tolist()

    def fill(self, indices: Sequence[int], tags: TaggedSentence, lemmas: Iterable[str]) -> None:
        """Set the words of one sentence; its heads are repaired."""
        strings, features, add = self._strings, self._features, self._add
        heads = repair_heads(tags.heads, tags.rels)
        rows = zip(indices, heads, tags.pos, tags.feats, tags.rels, lemmas, strict=True)
        for index, head, pos, feats, rel, lemma in rows:
            self._pos[index] = strings[pos]
            self._morph[index] = features[feats]
            self._head[index] = index if head == ROOT else indices[head - 1]
            self._dep[index] = strings[_relation(head, rel, pos)]
            self._lemma[index] = add(lemma)

    def write(self) -> None:
        """Hand the columns to the ``Doc``, which derives the sentence starts from the trees."""
        heads = np.array(self._head, dtype=np.int64) - np.arange(len(self._head))
        columns = (self._pos, self._morph, heads.view(np.uint64), self._dep, self._lemma)
        matrix: Any = np.column_stack([np.array(column, dtype=np.uint64) for column in columns])
        self._doc.from_array(list(_ATTRIBUTES), matrix)


class _Numbers(dict[str, int]):
    """The numbers of strings, asked for once each."""

    def __init__(self, number: Callable[[str], int]) -> None:
        super().__init__()
        self._number = number

    def __missing__(self, text: str) -> int:
        """Ask for the number of a string."""
        number = self[text] = self._number(text)
        return number


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
