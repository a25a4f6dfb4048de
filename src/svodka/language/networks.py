"""slovnet's three networks as readers: what each of them says of sentences or documents, and how sure that is.

They run in single precision over many sequences at once. Where rounding could have decided, a sentence, or the part of
a document that a name depends on, is read again in double precision; so what is said of it depends on its words alone,
and not on what stands beside it, or on the machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

import numpy as np

from svodka.language.decoders import MorphologyHead, SyntaxHead
from svodka.language.embedding import Embedding, Indices
from svodka.language.models import weights
from svodka.language.packed import HALO, Encoder, FormTable, Packed, Precision, pack
from svodka.language.viterbi import NamesHead, Stretches

Words = Sequence[str]
Said = TypeVar("Said")

_LONGEST_SENTENCE = 1024
_FORMS, _FORMS_IN_DOUBT = 12_288, 1024  # nine kilobytes each


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name: ``PER``, ``LOC`` or ``ORG``, and its words, half-open, counted over the whole document."""

    label: str
    start: int
    end: int


class Network(NamedTuple):
    """One of slovnet's models without its word vectors, and the names of what it says."""

    model: Any
    labels: Sequence[str]


class Parts(NamedTuple):
    """What readers are made of: word vectors, names of word shapes, and slovnet's models."""

    embedding: Embedding
    shapes: Sequence[str]
    morphology: Network
    syntax: Network
    names: Network

    def table(self, networks: Sequence[Network], forms: int, precision: Precision) -> FormTable:
        """Return an empty table of word forms for some of the networks."""
        return FormTable([network.model for network in networks], self.embedding, self.shapes, forms, precision)


class Reader(Protocol[Said]):
    """A network over a table of word forms."""

    def __call__(self, sequences: Sequence[Words]) -> list[tuple[Said, bool]]:
        """Return what it says of every sequence, and whether rounding could have decided."""
        ...


class Tags:
    """Reads parts of speech and features of sentences, UD, one of each a word."""

    def __init__(self, network: Network, table: FormTable, number: int = 0) -> None:
        self._table, self._encoder = table, Encoder(network.model, table, number)
        self._head = MorphologyHead(network.model, self._encoder)
        self._parts = [tag.partition("|")[::2] for tag in network.labels]

    def __call__(self, sequences: Sequence[Words]) -> list[tuple[tuple[tuple[str, ...], tuple[str, ...]], bool]]:
        """Return both of every sentence."""
        packed = _packed(self._table, sequences, _LONGEST_SENTENCE)
        return [
            ((tuple([self._parts[tag][0] for tag in tags]), tuple([self._parts[tag][1] for tag in tags])), any(doubts))
            for tags, doubts in _cut(sequences, *self._head(self._encoder(packed), packed))
        ]


class Trees:
    """Reads heads of sentences, as the network gives them, and relations."""

    def __init__(self, network: Network, table: FormTable, number: int = 0) -> None:
        self._table, self._encoder = table, Encoder(network.model, table, number)
        self._head = SyntaxHead(network.model, self._encoder)
        self._labels = network.labels

    def __call__(self, sequences: Sequence[Words]) -> list[tuple[tuple[tuple[int, ...], tuple[str, ...]], bool]]:
        """Return both of every sentence."""
        packed = _packed(self._table, sequences, _LONGEST_SENTENCE)
        return [
            ((_whole(heads), tuple([self._labels[relation] for relation in relations])), any(doubts))
            for heads, relations, doubts in _cut(sequences, *self._head(self._encoder(packed), packed))
        ]


class NameTags:
    """Reads BIO tags of documents, of all words end to end."""

    def __init__(self, network: Network, table: FormTable, number: int = 0) -> None:
        self._table, self._encoder = table, Encoder(network.model, table, number)
        self._head = NamesHead(network.model, self._encoder, network.labels)

    def __call__(self, documents: Sequence[Words]) -> tuple[Indices, Stretches]:
        """Return the tags of all words, and the stretches of which rounding could have decided."""
        packed = _packed(self._table, documents)
        return self._head.decode(self._head.emissions(self._encoder(packed), packed), packed.lengths)

    def within(self, documents: Sequence[Words], stretches: Stretches) -> Indices:
        """Return the tags of the words of some stretches, for which no more is read than their words can see."""
        ends = np.cumsum([len(words) for words in documents])
        own = np.searchsorted(ends, stretches.begins, side="right")
        lows = np.maximum(stretches.begins - HALO, np.concatenate([[0], ends])[own])
        highs = np.minimum(stretches.stops + HALO, ends[own])
        text = list(chain.from_iterable(documents))
        packed = _packed(self._table, [text[low:high] for low, high in zip(lows, highs, strict=True)])
        emissions = self._head.emissions(self._encoder(packed), packed)
        shifts = np.cumsum(packed.lengths) - packed.lengths - lows
        inside = stretches.words() + np.repeat(shifts, stretches.sizes)
        return self._head.best(emissions[inside], stretches)


class Names:
    """Reads the names of documents, every doubt settled.

    Args:
        labels: The names of tags.
        quick: The reader of tags in single precision.
        exact: Makes the same reader in double precision; asked when there is doubt for the first time.
    """

    def __init__(self, labels: Sequence[str], quick: NameTags, exact: Callable[[], NameTags]) -> None:
        self._labels, self._quick, self._exact = labels, quick, cache(exact)

    def __call__(self, documents: Sequence[Words]) -> list[tuple[NamedSpan, ...]]:
        """Return the names of every document, in order."""
        tags, doubtful = self._quick(documents)
        if len(doubtful.begins):
            tags[doubtful.words()] = self._exact().within(documents, doubtful)
        return [tuple(read_bio([self._labels[tag] for tag in own])) for (own,) in _cut(documents, tags)]


class Sure(Generic[Said]):
    """A reader whose every doubt is settled.

    Args:
        quick: The reader in single precision.
        exact: Makes the same reader in double precision; asked when there is doubt for the first time.
    """

    def __init__(self, quick: Reader[Said], exact: Callable[[], Reader[Said]]) -> None:
        self._quick, self._exact = quick, cache(exact)

    def __call__(self, sequences: Sequence[Words]) -> list[Said]:
        """Return what is said of every sequence."""
        found = self._quick(sequences)
        doubtful = [sequence for sequence, (_, doubt) in zip(sequences, found, strict=True) if doubt]
        settled = iter(self._exact()(doubtful)) if doubtful else iter(())
        return [next(settled)[0] if doubt else said for said, doubt in found]


class Networks:
    """The three networks of a model, sharing one table of word forms.

    Attributes:
        tags: Reads sentences.
        trees: Reads sentences.
        names: Reads documents.
    """

    def __init__(self, parts: Parts, forms: int = _FORMS) -> None:
        networks = (parts.morphology, parts.syntax, parts.names)
        table = parts.table(networks, forms, np.float32)

        def exact(network: Network) -> FormTable:
            return parts.table([network], _FORMS_IN_DOUBT, np.float64)

        self.looks: Callable[[Words], Indices] = table.looks
        self.tags = Sure(Tags(networks[0], table, 0), lambda: Tags(networks[0], exact(networks[0])))
        self.trees = Sure(Trees(networks[1], table, 1), lambda: Trees(networks[1], exact(networks[1])))
        names = networks[2]
        self.names = Names(names.labels, NameTags(names, table, 2), lambda: NameTags(names, exact(names)))


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
            networks.append(Network(scheme.inject_arrays(arrays), archive.load_vocab(labels).items))
            shapes = archive.load_vocab(SHAPE).items
    return Parts(Embedding.load(weights("embedding", model)), shapes, *networks)


def _packed(table: FormTable, sequences: Sequence[Words], longest: int | None = None) -> Packed:
    """Lay sequences end to end, those that are too long in pieces."""
    rows = table.rows(list(chain.from_iterable(sequences)))
    lengths = map(len, sequences)
    return pack(rows, list(lengths if longest is None else chain.from_iterable(_pieces(n, longest) for n in lengths)))


def _pieces(length: int, longest: int) -> Iterator[int]:
    """Cut an overlong sentence into pieces, so that its square matrix of heads stays small; return their lengths."""
    for start in range(0, max(length, 1), longest):
        yield min(length - start, longest)


def _whole(heads: Sequence[int]) -> tuple[int, ...]:
    """Return heads that count over the whole sentence, not over its pieces."""
    if len(heads) <= _LONGEST_SENTENCE:
        return tuple(heads)
    return tuple(head + word - word % _LONGEST_SENTENCE if head else 0 for word, head in enumerate(heads))


def _cut(sequences: Sequence[Words], *columns: Any) -> Iterator[list[Any]]:
    """Yield the part of every column that each sequence has."""
    listed, done = [column.tolist() for column in columns], 0
    for words in sequences:
        yield [column[done : done + len(words)] for column in listed]
        done += len(words)


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
