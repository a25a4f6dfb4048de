"""What the networks say of words: parts of speech, features, heads, relations, and names.

``Tagger`` is the contract; ``SlovnetTagger`` runs slovnet's own numpy code over natasha's weights. An engine
that keeps the contract may replace it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any, Protocol

from svodka.language.models import DEFAULT, weights

Words = Sequence[str]

DOCUMENTS_A_CALL = 16
_CELLS_A_BATCH = 512
_LONGEST_SENTENCE = 1024
_LONGEST_SEQUENCE = 8192


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
    """Tag with slovnet: morphology and syntax a sentence each, names over the whole document.

    A sentence of more than 1,024 words is tagged in pieces, a document of more than 8,192 words is searched
    for names in pieces, so that memory stays bounded.

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
        self._morphology, self._syntax, self._names = _networks(model)

    def tag(self, documents: Sequence[Sequence[Words]]) -> list[TaggedDocument]:
        """Return the tags of every document, in order."""
        tagged: list[TaggedDocument] = []
        for first in range(0, len(documents), DOCUMENTS_A_CALL):
            batch = documents[first : first + DOCUMENTS_A_CALL]
            sentences = iter(self._tag_sentences([words for document in batch for words in document]))
            names = self._find_names([list(chain.from_iterable(document)) for document in batch])
            tagged += [
                TaggedDocument(tuple(next(sentences) for _ in document), found)
                for document, found in zip(batch, names, strict=True)
            ]
        return tagged

    def _tag_sentences(self, sentences: Sequence[Words]) -> list[TaggedSentence]:
        tags = _run(lambda batch: _decoded(self._morphology, batch), sentences, _LONGEST_SENTENCE)
        trees = _run(lambda batch: _decoded(self._syntax, batch), sentences, _LONGEST_SENTENCE)
        return [_sentence(*item) for item in zip(tags, trees, strict=True)]

    def _find_names(self, documents: Sequence[Words]) -> list[tuple[NamedSpan, ...]]:
        tags = _run(lambda batch: _decoded(self._names, batch), documents, _LONGEST_SEQUENCE)
        return [tuple(read_bio(list(chain.from_iterable(pieces)))) for pieces in tags]


@lru_cache(maxsize=1)
def _networks(model: str) -> tuple[Any, Any, Any]:
    """Load the three networks over one shared embedding, once a process."""
    from navec import Navec
    from slovnet import NER, Morph, Syntax

    embedding = Navec.load(weights("embedding", model))
    kinds = ((Morph, "morphology"), (Syntax, "syntax"), (NER, "names"))
    networks = (kind.load(weights(purpose, model)).navec(embedding).infer for kind, purpose in kinds)
    return next(networks), next(networks), next(networks)


def _decoded(network: Any, batch: Sequence[Words]) -> list[Any]:
    """Run one padded batch through a network, past slovnet's own tokenizer and markup."""
    return list(network.decoder(network.process([network.encoder.input(map(network.encoder.item, batch))])))


def _run(network: Callable[[Sequence[Words]], list[Any]], sequences: Sequence[Words], longest: int) -> list[list[Any]]:
    """Return what the network says of every sequence, one answer a piece of at most ``longest`` words.

    Pieces of like length share a batch, so that little is spent on padding.
    """
    pieces = [
        (index, sequence[start : start + longest])
        for index, sequence in enumerate(sequences)
        for start in range(0, len(sequence), longest)
    ]
    answers: dict[int, Any] = {}
    for batch in _batches(pieces):
        answers |= zip(batch, network([pieces[number][1] for number in batch]), strict=True)
    said: list[list[Any]] = [[] for _ in sequences]
    for number, (index, _) in enumerate(pieces):
        said[index].append(answers[number])
    return said


def _batches(pieces: Sequence[tuple[int, Words]]) -> Iterator[list[int]]:
    """Yield the numbers of pieces that go through a network together."""
    batch: list[int] = []
    for number in sorted(range(len(pieces)), key=lambda number: len(pieces[number][1])):
        if batch and len(pieces[number][1]) * (len(batch) + 1) > _CELLS_A_BATCH:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def _sentence(tags: list[list[str]], trees: list[tuple[list[str], list[str], list[str]]]) -> TaggedSentence:
    """Put the pieces of one sentence together; heads count over the whole sentence."""
    pairs = [tag.partition("|")[::2] for piece in tags for tag in piece]
    heads: list[int] = []
    for _, piece, _ in trees:
        offset = len(heads)
        heads += [int(head) + offset if head != "0" else 0 for head in piece]
    return TaggedSentence(
        pos=tuple(pos for pos, _ in pairs),
        feats=tuple(feats for _, feats in pairs),
        heads=tuple(heads),
        rels=tuple(rel for _, _, piece in trees for rel in piece),
    )


def read_bio(tags: Sequence[str]) -> Iterator[NamedSpan]:
    """Read BIO tags; an ``I`` goes on with the name before it whatever its label, and starts none."""
    start, label = 0, ""
    for index, tag in enumerate((*tags, "O")):
        if label and not tag.startswith("I-"):
            yield NamedSpan(label, start, index)
            label = ""
        if tag.startswith("B-"):
            start, label = index, tag[2:]
