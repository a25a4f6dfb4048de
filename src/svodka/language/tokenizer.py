"""A spaCy tokenizer that cuts as razdel does: slovnet's weights see the tokens they were trained on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from svodka.language.lexemes import quicken
from svodka.language.segmentation import Sentence, segment


class RazdelTokenizer:
    """Turn a text into a ``Doc`` with razdel's tokens and sentence starts.

    White space is kept in spaCy's manner: one space belongs to the token before it, anything more is a
    token of its own, in the sentence before it. ``doc.text == text`` holds for every text that UTF-8 can
    encode.

    Examples:
        >>> import spacy
        >>> doc = RazdelTokenizer(spacy.blank("ru").vocab)("Пресс-служба сообщила.  В г. Минске тепло.")
        >>> [token.text for token in doc][:5], [sentence.text for sentence in doc.sents][1]
        (['Пресс-служба', 'сообщила', '.', ' ', 'В'], 'В г. Минске тепло.')
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        quicken(vocab)

    def __call__(self, text: str) -> Doc:
        """Tokenize one text."""
        words: list[str] = []
        spaces: list[bool] = []
        opening = [0]
        position = 0
        for start, end, pieces, opens in _flat(segment(text), len(text)):
            gap = text[position:start]
            if gap[:1] == " " and words:
                spaces[-1], gap = True, gap[1:]
            if gap:
                words.append(gap)
                spaces.append(False)
            if opens:
                opening.append(len(words))
            words += pieces
            spaces += [False] * len(pieces)
            position = end
        starts: list[bool | int | None] = [False] * len(words)
        if words:
            for index in opening:
                starts[index] = True
        return Doc(self.vocab, words=words, spaces=spaces, sent_starts=starts)

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterator[Doc]:
        """Tokenize texts one after another."""
        return map(self, texts)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return nothing: there is no state."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> RazdelTokenizer:
        """Return the tokenizer itself: there is no state."""
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write nothing: there is no state."""

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> RazdelTokenizer:
        """Return the tokenizer itself: there is no state."""
        return self


def make_tokenizer_factory() -> Callable[[Language], RazdelTokenizer]:
    """Return what spaCy calls to build the tokenizer; registered as ``svodka.razdel.v1``.

    Examples:
        >>> import spacy
        >>> nlp = spacy.blank("ru", config={"nlp": {"tokenizer": {"@tokenizers": "svodka.razdel.v1"}}})
        >>> [token.text for token in nlp("100 руб. за кг")]
        ['100', 'руб', '.', 'за', 'кг']
    """
    return _make_tokenizer


def _make_tokenizer(nlp: Language) -> RazdelTokenizer:
    return RazdelTokenizer(nlp.vocab)


def _flat(sentences: Iterable[Sentence], length: int) -> Iterator[tuple[int, int, Sequence[str], bool]]:
    """Yield every chunk with whether it opens a sentence after the first, then an empty one at the end."""
    for number, sentence in enumerate(sentences):
        opens = number > 0
        for chunk in sentence.chunks:
            yield *chunk, opens
            opens = False
    yield length, length, (), False
