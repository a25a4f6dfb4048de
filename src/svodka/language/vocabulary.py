"""A vocabulary that stays small however many documents are read, for pipelines whose documents nobody keeps.

spaCy's vocabulary keeps every word form and every string that it has met, and numbers and names are new in every
release. So a process that reads many documents begins a new one when its own is full. Nothing that is found depends on
it, for the number of a string is its hash, the same everywhere; and a document keeps the vocabulary that it was made
with. Memory zones of spaCy's, which would free what is new after each document, leave their marks in its hash tables,
so that these grow all the same; and whoever looks at a document after its zone looks at memory that was freed.
"""

from __future__ import annotations

import gc
from copy import deepcopy
from typing import TYPE_CHECKING

from svodka.language.tokenizer import RazdelTokenizer

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

MOST_STRINGS = 32_768  # about 16,000 word forms with their lemmas


def bounded(nlp: Language) -> Language:
    """Let a pipeline begin a new vocabulary whenever that of its documents is full, and return it.

    Its components must go by ``doc.vocab``. Of tokenizers only svodka's own is known to cut alike with any vocabulary;
    a pipeline with another one stays as it is.
    """
    if isinstance(nlp.tokenizer, RazdelTokenizer):
        nlp.tokenizer = RenewingTokenizer(nlp.vocab, MOST_STRINGS)
    return nlp


class RenewingTokenizer:
    """Tokenize as ``RazdelTokenizer`` does, with copies of a vocabulary, one after another.

    Args:
        vocab: What every copy begins with.
        most: How many strings a copy may hold before a document is made with the next one.

    Examples:
        >>> from spacy.vocab import Vocab; tokenize = RenewingTokenizer(Vocab(), most=1)
        >>> docs = [tokenize(text) for text in ("Минск", "Тула", "Уфа")]
        >>> [doc.vocab is docs[0].vocab for doc in docs], docs[0].text
        ([True, True, False], 'Минск')
    """

    def __init__(self, vocab: Vocab, most: int) -> None:
        self._vocab, self._most = vocab, most
        self._tokenizer = RazdelTokenizer(deepcopy(vocab))

    def __call__(self, text: str) -> Doc:
        """Tokenize one text."""
        if len(self._tokenizer.vocab.strings) > self._most:
            self._tokenizer = RazdelTokenizer(deepcopy(self._vocab))
            gc.collect()  # what still refers to each other would keep the vocabulary of before
        return self._tokenizer(text)
