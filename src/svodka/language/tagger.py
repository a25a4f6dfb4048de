"""What the networks say of words: parts of speech, features, heads, relations, and names.

``Tagger`` is the contract; ``SlovnetTagger`` runs slovnet's networks with natasha's weights, in packed form. An engine
that keeps the contract may replace it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, chain, islice
from typing import Any, NamedTuple, Protocol, TypeVar

import numpy as np

from svodka.language.decoders import MorphologyHead, SyntaxHead
from svodka.language.embedding import Embedding
from svodka.language.models import DEFAULT, weights
from svodka.language.packed import Encoder, FormTable, Precision, pack
from svodka.language.viterbi import NamesHead

Tags = TypeVar("Tags")
Words = Sequence[str]

DOCUMENTS_A_CALL = 16
_LONGEST_SENTENCE = 1024
_REMEMBERED_SENTENCES = 8192
_FORMS_IN_DOUBT = 1024


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

    What is said of a document depends on nothing but its words. The networks run in single precision over many
    documents at once; where rounding could have decided, the sentence or the document is read again in double
    precision. Sentences that look to the networks like one seen before, as releases repeat them with other numbers, are
    not tagged again.

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
        self._weights = _weights(model)

    def tag(self, documents: Sequence[Sequence[Words]]) -> list[TaggedDocument]:
        """Return the tags of every document, in order."""
        tagged: list[TaggedDocument] = []
        for first in range(0, len(documents), DOCUMENTS_A_CALL):
            batch = documents[first : first + DOCUMENTS_A_CALL]
            sentences = iter(self._sentences([words for document in batch for words in document]))
            names = self._names([list(chain.from_iterable(document)) for document in batch])
            tagged += [
                TaggedDocument(tuple(islice(sentences, len(document))), found)
                for document, found in zip(batch, names, strict=True)
            ]
        return tagged

    def _sentences(self, sentences: Sequence[Words]) -> list[TaggedSentence]:
        seen = self._weights.seen
        looks = self._weights.quick.looks(sentences)
        if len(seen) + len(looks) > _REMEMBERED_SENTENCES:
            seen.clear()
        new = {look: words for look, words in zip(looks, sentences, strict=True) if look not in seen}
        seen.update(zip(new, self._settled(list(new.values()), Networks.sentences), strict=True))
        return [seen[look] for look in looks]

    def _names(self, documents: Sequence[Words]) -> list[tuple[NamedSpan, ...]]:
        return self._settled(documents, Networks.names)

    def _settled(
        self, sequences: Sequence[Words], read: Callable[[Networks, Sequence[Words]], list[tuple[Tags, bool]]]
    ) -> list[Tags]:
        """Read sequences in single precision, and those about which there is doubt in double precision."""
        found = read(self._weights.quick, sequences)
        doubtful = [sequence for sequence, (_, doubt) in zip(sequences, found, strict=True) if doubt]
        exact = iter(read(self._weights.exact, doubtful)) if doubtful else iter(())
        return [next(exact)[0] if doubt else tags for tags, doubt in found]


class _Network(NamedTuple):
    """One of slovnet's models without its word vectors, and the names of what it says."""

    model: Any
    labels: Sequence[str]


class Parts(NamedTuple):
    """What networks are made of: word vectors, names of word shapes, and slovnet's models."""

    embedding: Embedding
    shapes: Sequence[str]
    morphology: _Network
    syntax: _Network
    names: _Network


class Networks:
    """The three networks of a model with their vocabularies, in one precision.

    Args:
        parts: What they are made of.
        precision: Of all products.
        forms: How many word forms are remembered.
    """

    def __init__(self, parts: Parts, precision: Precision = np.float32, forms: int = 16_384) -> None:
        networks = [network.model for network in (parts.morphology, parts.syntax, parts.names)]
        self._table = FormTable(networks, parts.embedding, parts.shapes, forms, precision)
        self._encoders = [Encoder(network, self._table, number) for number, network in enumerate(networks)]
        self._morphology = MorphologyHead(networks[0], self._encoders[0])
        self._syntax = SyntaxHead(networks[1], self._encoders[1])
        self._names = NamesHead(networks[2], self._encoders[2], parts.names.labels)
        self._relations, self._labels = parts.syntax.labels, parts.names.labels
        self._parts = [tag.partition("|")[::2] for tag in parts.morphology.labels]

    def looks(self, sentences: Sequence[Words]) -> list[bytes]:
        """Return what the networks see of every sentence: of words that the embedding does not know, only the shape."""
        looks = self._table.looks(list(chain.from_iterable(sentences)))
        ends = accumulate(map(len, sentences))
        return [looks[end - len(words) : end].tobytes() for words, end in zip(sentences, ends, strict=True)]

    def sentences(self, sentences: Sequence[Words]) -> list[tuple[TaggedSentence, bool]]:
        """Return the tags of every sentence, and whether there is doubt about any of them."""
        rows = self._table.rows(list(chain.from_iterable(sentences)))
        packed = pack(rows, [length for words in sentences for length in _pieces(len(words), _LONGEST_SENTENCE)])
        tags, doubts = self._morphology(self._encoders[0](packed), packed)
        heads, relations, doubtful = self._syntax(self._encoders[1](packed), packed)
        columns = [column.tolist() for column in (tags, heads, relations, doubts | doubtful)]
        tagged, done = [], 0
        for words in sentences:
            own = [column[done : done + len(words)] for column in columns]
            tagged.append((self._sentence(*own[:3]), any(own[3])))
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

    def names(self, documents: Sequence[Words]) -> list[tuple[tuple[NamedSpan, ...], bool]]:
        """Return the names of every document, and whether there is doubt about any of them."""
        packed = pack(self._table.rows(list(chain.from_iterable(documents))), [len(words) for words in documents])
        tags, doubts = self._names(self._encoders[2](packed), packed)
        named, done = [], 0
        for words, doubt in zip(documents, doubts.tolist(), strict=True):
            labels = [self._labels[tag] for tag in tags[done : done + len(words)].tolist()]
            named.append((tuple(read_bio(labels)), doubt))
            done += len(words)
        return named


def _pieces(length: int, longest: int) -> Iterator[int]:
    """Cut an overlong sentence into pieces, so that its square matrix of heads stays small; return their lengths."""
    for start in range(0, max(length, 1), longest):
        yield min(length - start, longest)


class _Weights:
    """The networks of a model, and the sentences that they have read.

    Networks in double precision are made when there is doubt for the first time.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.quick = Networks(parts)
        self.seen: dict[bytes, TaggedSentence] = {}

    @cached_property
    def exact(self) -> Networks:
        """The networks in double precision."""
        return Networks(self._parts, np.float64, _FORMS_IN_DOUBT)


@lru_cache(maxsize=1)
def _weights(model: str) -> _Weights:
    """Return the networks of a model, loaded once a process."""
    return _Weights(load_parts(model))


def load_parts(model: str) -> Parts:
    """Load what the networks of a model are made of.

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
    return Parts(Embedding.load(weights("embedding", model)), shapes, *networks)


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
