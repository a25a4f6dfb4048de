"""spaCy's attributes of word forms in less time, with the same values.

spaCy works out two dozen attributes of every new form. The few that walk through the form letter by letter, or through
a list of all numerals, cost most; for plain words their values are plain.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.attrs import IS_ASCII, LIKE_EMAIL, LIKE_NUM, LIKE_URL, SHAPE  # type: ignore[import-not-found]  # no stubs
from spacy.lang import lex_attrs
from spacy.lang.ru import lex_attrs as russian
from spacy.vocab import Vocab

_NUMERALS = frozenset(russian._num_words)
_number: Callable[[str], bool] = russian.like_num
_LONGEST_RUN = 4
_LONG = 100


def quicken(vocab: Vocab) -> None:
    """Replace spaCy's own attribute functions of a vocabulary, where they are in use, by quick ones."""
    getters: dict[int, Any] = vocab.lex_attr_getters  # type: ignore[attr-defined]  # spaCy's stubs lack it
    for attribute, (own, quick) in _QUICK.items():
        if getters.get(attribute) is own:
            getters[attribute] = quick


def is_ascii(text: str) -> bool:
    """Tell whether all characters are ASCII."""
    return text.isascii()


def like_email(text: str) -> bool:
    """Tell whether the form looks like an address of mail."""
    return "@" in text and lex_attrs.like_email(text)


def like_num(text: str) -> bool:
    """Tell whether the form is a number, in digits or Russian words."""
    return text.lower() in _NUMERALS if text.isalpha() else _number(text)


def like_url(text: str) -> bool:
    """Tell whether the form looks like a web address."""
    return not text.isalpha() and lex_attrs.like_url(text)


def word_shape(text: str) -> str:
    """Return spaCy's shape: ``Xxxxx`` for a word with a capital."""
    length = len(text)
    if not text.isalpha() or length >= _LONG:
        return lex_attrs.word_shape(text)
    if text.islower():
        return "x" * min(length, _LONGEST_RUN)
    if text[0].isupper() and text[1:].islower():
        return "X" + "x" * min(length - 1, _LONGEST_RUN)
    return lex_attrs.word_shape(text)


_QUICK = {
    IS_ASCII: (lex_attrs.is_ascii, is_ascii),
    LIKE_EMAIL: (lex_attrs.like_email, like_email),
    LIKE_NUM: (russian.like_num, like_num),
    LIKE_URL: (lex_attrs.like_url, like_url),
    SHAPE: (lex_attrs.word_shape, word_shape),
}
