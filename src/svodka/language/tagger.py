"""What the networks say of words: parts of speech, features, heads, relations, and names.

``Tagger`` is the contract; ``SlovnetTagger`` runs slovnet's networks with natasha's weights, in packed form. An engine
that keeps the contract may replace it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple, Protocol

from svodka.language.decoders import MorphologyHead, NamesHead, SyntaxHead
from svodka.language.embedding import Embedding, Indices
from svodka.language.models import DEFAULT, weights
from svodka.language.packed import Encoder, FormTable, pack

Words = Sequence[str]

DOCUMENTS_A_CALL = 16
_LONGEST_SENTENCE = 1024
_REMEMBERED_SENTENCES = 8192


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


class _Network(NamedTuple):
    """One of slovnet's models without its word vectors, and the names of what it says."""

    model: Any
    labels: Sequence[str]


class Networks:
    """The three networks of a model with their vocabularies.

    Args:
        embedding: The word vectors.
        shapes: The names of word shapes.
        morphology: slovnet's model and its tags.
        syntax: slovnet's model and its relations.
        names: slovnet's model and its BIO tags.
    """

    def __init__(
        self, embedding: Embedding, shapes: Sequence[str], morphology: _Network, syntax: _Network, names: _Network
    ) -> None:
        networks = [network.model for network in (morphology, syntax, names)]
        self._table = FormTable(networks, embedding, shapes)
        self._encoders = [Encoder(network, self._table, number) for number, network in enumerate(networks)]
        self._morphology = MorphologyHead(networks[0], self._encoders[0])
        self._syntax = SyntaxHead(networks[1], self._encoders[1])
        self._names = NamesHead(networks[2], self._encoders[2])
        self._relations, self._labels = syntax.labels, names.labels
        self._parts = [tag.partition("|")[::2] for tag in morphology.labels]
        self._seen: dict[tuple[str, ...], TaggedSentence] = {}

    def tag(self, documents: Sequence[Sequence[Words]]) -> list[TaggedDocument]:
        """Tag one batch of documents."""
        sentences = [words for document in documents for words in document]
        rows = self._table.rows(list(chain.from_iterable(sentences)))
        tagged = iter(self._remembered(sentences))
        names = self._find_names(rows, [sum(map(len, document)) for document in documents])
        return [
            TaggedDocument(tuple(next(tagged) for _ in document), found)
            for document, found in zip(documents, names, strict=True)
        ]

    def _remembered(self, sentences: Sequence[Words]) -> list[TaggedSentence]:
        """Tag sentences; one that was seen before, as releases repeat them, is not tagged again."""
        keys = [tuple(words) for words in sentences]
        new = [key for key in dict.fromkeys(keys) if key not in self._seen]
        if len(self._seen) + len(new) > _REMEMBERED_SENTENCES:
            self._seen.clear()
            new = list(dict.fromkeys(keys))
        rows = self._table.rows(list(chain.from_iterable(new)))
        self._seen.update(zip(new, self._sentences(rows, new), strict=True))
        return [self._seen[key] for key in keys]

    def _sentences(self, rows: Indices, sentences: Sequence[Words]) -> list[TaggedSentence]:
        packed = pack(rows, [length for words in sentences for length in _pieces(len(words), _LONGEST_SENTENCE)])
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
        if len(heads) > _LONGEST_SENTENCE:
            heads = [head + i - i % _LONGEST_SENTENCE if head else 0 for i, head in enumerate(heads)]
        parts = [self._parts[tag] for tag in tags]
        return TaggedSentence(
            pos=tuple([pos for pos, _ in parts]),
            feats=tuple([feats for _, feats in parts]),
            heads=tuple(heads),
            rels=tuple([self._relations[relation] for relation in relations]),
        )

    def _find_names(self, rows: Indices, lengths: Sequence[int]) -> list[tuple[NamedSpan, ...]]:
        packed = pack(rows, lengths)
        paths = self._names(self._encoders[2](packed), packed)
        return [tuple(read_bio([self._labels[tag] for tag in path])) for path in paths]


def _pieces(length: int, longest: int) -> Iterator[int]:
    """Cut an overlong sentence into pieces, so that its square matrix of heads stays small; return their lengths."""
    for start in range(0, max(length, 1), longest):
        yield min(length - start, longest)


@lru_cache(maxsize=1)
def _networks(model: str) -> Networks:
    """Return the networks of a model, loaded once a process."""
    return load_networks(model)


def load_networks(model: str) -> Networks:
    """Load the networks over one shared embedding.

    Raises:
        ModelError: If the weights are missing.
    """
    from slovnet.const import REL, SHAPE, TAG
    from slovnet.exec.model import NER, Morph, Syntax
    from slovnet.exec.pack import Pack

    kinds = ((Morph, "morphology", TAG), (Syntax, "syntax", REL), (NER, "names", TAG))
    networks = []
    for kind, purpose, labels in kinds:
        with Pack(weights(purpose, model)) as archive:
            scheme = archive.load_model(kind)
            arrays = dict(archive.load_arrays(scheme.weights))
            networks.append(_Network(scheme.inject_arrays(arrays), archive.load_vocab(labels).items))
            shapes = archive.load_vocab(SHAPE).items
    return Networks(Embedding.load(weights("embedding", model)), shapes, *networks)


def read_bio(tags: Sequence[str]) -> Iterator[NamedSpan]:
    """Read BIO tags; an ``I`` goes on with the name before it whatever its label, and starts none."""
    start, label = 0, ""
    for index, tag in enumerate((*tags, "O")):
        if tag == "O" and not label:
            continue
        if label and not tag.startswith("I-"):
            yield NamedSpan(label, start, index)
            label = ""
        if tag.startswith("B-"):
            start, label = index, tag[2:]
