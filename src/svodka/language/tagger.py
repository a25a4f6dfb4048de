"""What the networks say of words: parts of speech, features, heads, relations, and names.

``Tagger`` is the contract; ``SlovnetTagger`` runs slovnet's networks with natasha's weights, in packed form. An engine
that keeps the contract may replace it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, islice
from typing import Protocol

from svodka.language.models import DEFAULT
from svodka.language.networks import NamedSpan, Networks, Words, load_parts

DOCUMENTS_A_CALL = 16
_REMEMBERED_SENTENCES = 4096


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

    What is said of a document depends on nothing but its words (``networks``). Sentences that look to the networks like
    one seen before, as releases repeat them with other numbers, are not tagged again.

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
        self._networks, self._seen = _networks(model)

    def tag(self, documents: Sequence[Sequence[Words]]) -> list[TaggedDocument]:
        """Return the tags of every document, in order."""
        tagged: list[TaggedDocument] = []
        for first in range(0, len(documents), DOCUMENTS_A_CALL):
            batch = documents[first : first + DOCUMENTS_A_CALL]
            sentences = iter(self._sentences([words for document in batch for words in document]))
            names = self._networks.names([list(chain.from_iterable(document)) for document in batch])
            tagged += [
                TaggedDocument(tuple(islice(sentences, len(document))), found)
                for document, found in zip(batch, names, strict=True)
            ]
        return tagged

    def _sentences(self, sentences: Sequence[Words]) -> list[TaggedSentence]:
        looks = self._looks(sentences)
        if len(self._seen) + len(looks) > _REMEMBERED_SENTENCES:
            self._seen.clear()
        new = {look: words for look, words in zip(looks, sentences, strict=True) if look not in self._seen}
        words = list(new.values())
        read = zip(new, self._networks.tags(words), self._networks.trees(words), strict=True)
        self._seen.update((look, TaggedSentence(*tags, *tree)) for look, tags, tree in read)
        return [self._seen[look] for look in looks]

    def _looks(self, sentences: Sequence[Words]) -> list[bytes]:
        """Return what the networks see of every sentence: of words that the embedding does not know, only the shape."""
        looks = self._networks.looks(list(chain.from_iterable(sentences)))
        ends = accumulate(map(len, sentences))
        return [looks[end - len(words) : end].tobytes() for words, end in zip(sentences, ends, strict=True)]


@lru_cache(maxsize=1)
def _networks(model: str) -> tuple[Networks, dict[bytes, TaggedSentence]]:
    """Return the networks of a model, loaded once a process, and the sentences that they have read."""
    return Networks(load_parts(model)), {}
