"""What the networks say of words: parts of speech, features, heads, relations, and names.

``Tagger`` is the contract; ``SlovnetTagger`` runs slovnet's own numpy code over natasha's weights. An engine
that keeps the contract may replace it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any, Protocol

from svodka.language.models import DEFAULT, weights
from svodka.language.packed import Encoder, FormEncoder, FormTable, MorphologyHead, NamesHead, SyntaxHead, pack

Words = Sequence[str]

DOCUMENTS_A_CALL = 16
_CELLS_A_BATCH = 512
_LONGEST_SENTENCE = 1024


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """The tags of a sentence, one a word.

    Attributes:
        pos: UD parts of speech.
        feats: UD features, ``Case=Nom|Number=Sing``; empty where there are none.
        heads: One-based heads as the network gives them, ``0`` for the root: cycles and several roots occur.
        rels: UD relations.
    """

    pos: tuple[str, ...]
    feats: tuple[str, ...]
    heads: tuple[int, ...]
    rels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name: ``PER``, ``LOC`` or ``ORG``, and its words, half-open, counted over the whole document."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TaggedDocument:
    """The tags of a document."""

    sentences: tuple[TaggedSentence, ...]
    names: tuple[NamedSpan, ...]


class Tagger(Protocol):
    """Anything that tags documents given as sentences of words."""

    def tag(self, documents: Sequence[Sequence[Words]]) -> list[TaggedDocument]:
        """Return the tags of every document, in order; documents and sentences may be empty."""
        ...


class SlovnetTagger:
    """Tag with slovnet's networks in packed form: morphology and syntax a sentence each, names over the whole document.

    Args:
        model: The model whose manifest names the weights.

    Raises:
        ModelError: If the weights are missing.

    Examples:
        >>> tagged = SlovnetTagger().tag([[["Минск", "растёт", "."]]])[0]
        >>> tagged.sentences[0].pos, tagged.sentences[0].heads, tagged.names
        (('PROPN', 'VERB', 'PUNCT'), (2, 0, 2), (NamedSpan(label='LOC', start=0, end=1),))
    """

    def __init__(self, model: str = DEFAULT) -> None:
        self._networks = _networks(model)

    def tag(self, documents: Sequence[Sequence[Words]]) -> list[TaggedDocument]:
        """Return the tags of every document, in order."""
        tagged: list[TaggedDocument] = []
        for first in range(0, len(documents), DOCUMENTS_A_CALL):
            tagged += self._networks.tag(documents[first : first + DOCUMENTS_A_CALL])
        return tagged


class _Networks:
    """The three networks of a model with their vocabularies."""

    def __init__(self, morphology: Any, syntax: Any, names: Any) -> None:
        networks = (morphology.model, syntax.model, names.model)
        self._table = FormTable(networks, FormEncoder(morphology.encoder))
        self._encoders = [Encoder(network, self._table, number) for number, network in enumerate(networks)]
        self._morphology, self._tags = MorphologyHead(networks[0]), morphology.decoder.tags_vocab.items
        self._syntax, self._relations = SyntaxHead(networks[1]), syntax.decoder.rels_vocab.items
        self._names, self._labels = NamesHead(networks[2]), names.decoder.tags_vocab.items
        self._parts = [tag.partition("|")[::2] for tag in self._tags]

    def tag(self, documents: Sequence[Sequence[Words]]) -> list[TaggedDocument]:
        """Tag one batch of documents."""
        sentences = iter(self._sentences([words for document in documents for words in document]))
        names = self._find_names([list(chain.from_iterable(document)) for document in documents])
        return [
            TaggedDocument(tuple(next(sentences) for _ in document), found)
            for document, found in zip(documents, names, strict=True)
        ]

    def _sentences(self, sentences: Sequence[Words]) -> list[TaggedSentence]:
        pieces = [piece for words in sentences for piece in _pieces(words, _LONGEST_SENTENCE)]
        packed = pack(self._table, pieces)
        tags = self._morphology(self._encoders[0](packed), packed).tolist()
        heads, relations = (found.tolist() for found in self._syntax(self._encoders[1](packed), packed))
        tagged, done = [], 0
        for words in sentences:
            part = slice(done, done + len(words))
            tagged.append(self._sentence(tags[part], heads[part], relations[part]))
            done += len(words)
        return tagged

    def _sentence(self, tags: Sequence[int], heads: Sequence[int], relations: Sequence[int]) -> TaggedSentence:
        """Name the tags of one sentence; heads of later pieces count over the whole sentence."""
        return TaggedSentence(
            pos=tuple(self._parts[tag][0] for tag in tags),
            feats=tuple(self._parts[tag][1] for tag in tags),
            heads=tuple(head + i - i % _LONGEST_SENTENCE if head else 0 for i, head in enumerate(heads)),
            rels=tuple(self._relations[relation] for relation in relations),
        )

    def _find_names(self, documents: Sequence[Words]) -> list[tuple[NamedSpan, ...]]:
        packed = pack(self._table, documents)
        paths = self._names(self._encoders[2](packed), packed)
        return [tuple(read_bio([self._labels[tag] for tag in path])) for path in paths]


def _pieces(words: Words, longest: int) -> Iterator[Words]:
    """Cut an overlong sentence into pieces, so that its square matrix of heads stays small."""
    for start in range(0, max(len(words), 1), longest):
        yield words[start : start + longest]


@lru_cache(maxsize=1)
def _networks(model: str) -> _Networks:
    """Load the networks over one shared embedding, once a process."""
    from navec import Navec
    from slovnet import NER, Morph, Syntax

    embedding = Navec.load(weights("embedding", model))
    kinds = ((Morph, "morphology"), (Syntax, "syntax"), (NER, "names"))
    return _Networks(*(kind.load(weights(purpose, model)).navec(embedding).infer for kind, purpose in kinds))


def read_bio(tags: Sequence[str]) -> Iterator[NamedSpan]:
    """Read BIO tags; an ``I`` goes on with the name before it whatever its label, and starts none."""
    start, label = 0, ""
    for index, tag in enumerate((*tags, "O")):
        if label and not tag.startswith("I-"):
            yield NamedSpan(label, start, index)
            label = ""
        if tag.startswith("B-"):
            start, label = index, tag[2:]
