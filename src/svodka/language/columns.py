"""A document as columns: what spaCy knows of its tokens as plain lists, one an attribute.

A component that looks at every token reads these instead of ``Token``s, each of which is made anew at every look. A
column is spelt out once, when it is first asked for. Columns are a function of the annotation alone, so that those of
the last document serve the next component too, as long as nothing has changed the annotation.
"""

from __future__ import annotations

import threading
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from itertools import pairwise
from typing import Generic, NamedTuple, Protocol, TypeVar

import numpy as np
from spacy.tokens import Doc

from svodka.core.spans import Span
from svodka.language.grammemes import parse_features
from svodka.rules.rule import REMEMBERED_WORDS, fold

_ATTRIBUTES = (
    "ORTH", "LEMMA", "POS", "DEP", "MORPH", "HEAD", "IDX", "LENGTH", "SPACY", "SENT_START", "ENT_TYPE", "ENT_IOB",
)  # fmt: skip
_INSIDE, _BEGINS = 1, 3  # how spaCy numbers a token's place in a name
Known = TypeVar("Known")


class Form(NamedTuple):
    """What depends on a word form alone.

    Attributes:
        text: As written.
        lower: In small letters.
        folded: As ``fold`` makes it.
        capital: Whether it begins with a capital.
    """

    text: str
    lower: str
    folded: str
    capital: bool


class Name(NamedTuple):
    """A name that the network found: its tokens, half-open, and its label."""

    start: int
    stop: int
    label: str


class Columns:
    """The tokens of one document, column by column; a token is known by its number.

    Args:
        doc: The document, tagged.

    Examples:
        >>> import spacy; columns = Columns(spacy.blank("ru")("Завод Минска"))
        >>> columns.texts, columns.lowers, columns.span(0, 2), columns.covering(Span(7, 9))
        (['Завод', 'Минска'], ['завод', 'минска'], Span(start=0, end=12), range(1, 2))
    """

    def __init__(self, doc: Doc) -> None:
        self.length = len(doc)
        self._strings = doc.vocab.strings
        self._table = _table(doc)

    def show(self, doc: Doc) -> bool:
        """Tell whether a document has just this annotation."""
        return self.length == len(doc) and np.array_equal(self._table, _table(doc))

    @cached_property
    def text(self) -> str:
        """The whole text."""
        return "".join([text + " " if blank else text for text, blank in zip(self.texts, self.blanks, strict=True)])

    @cached_property
    def folded_text(self) -> str:
        """The whole text, folded."""
        return fold(self.text)

    @cached_property
    def forms(self) -> list[Form]:
        """Each word form."""
        return self._read("ORTH", _FORMS, _form)

    @cached_property
    def texts(self) -> list[str]:
        """Each word as written."""
        return [form.text for form in self.forms]

    @cached_property
    def lowers(self) -> list[str]:
        """Each word in small letters."""
        return [form.lower for form in self.forms]

    @cached_property
    def folded(self) -> list[str]:
        """Each word folded."""
        return [form.folded for form in self.forms]

    @cached_property
    def blanks(self) -> list[bool]:
        """Whether a blank follows each token."""
        return [number == 1 for number in self._numbers("SPACY")]

    @cached_property
    def capitals(self) -> list[bool]:
        """Whether each word begins with a capital."""
        return [form.capital for form in self.forms]

    @cached_property
    def lemmas(self) -> list[str]:
        """Each lemma as the tables write it, with е for ё."""
        return self._read("LEMMA", _LEMMAS, fold)

    @cached_property
    def pos(self) -> list[str]:
        """Each part of speech of UD."""
        return self._read("POS", _TAGS, str)

    @cached_property
    def deps(self) -> list[str]:
        """Each relation to the head."""
        return self._read("DEP", _TAGS, str)

    @cached_property
    def feats(self) -> list[str]:
        """Each word's UD features as one string; empty or ``_`` where it has none."""
        return self._read("MORPH", _TAGS, str)

    @cached_property
    def features(self) -> list[Mapping[str, str]]:
        """Each word's UD features by name."""
        return self._read("MORPH", _FEATURES, parse_features)

    @cached_property
    def heads(self) -> list[int]:
        """The number of each head; a root is its own."""
        distances = self._table[_ATTRIBUTES.index("HEAD")].view(np.int64)
        heads: list[int] = (distances + np.arange(self.length)).tolist()
        return heads

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins in the text."""
        return self._numbers("IDX")

    @cached_property
    def ends(self) -> list[int]:
        """Where each token ends, the blank after it left out."""
        return [start + length for start, length in zip(self.starts, self._numbers("LENGTH"), strict=True)]

    @cached_property
    def beginning_at(self) -> dict[int, int]:
        """The token that begins at a character, where one does."""
        return {start: index for index, start in enumerate(self.starts)}

    @cached_property
    def ending_at(self) -> dict[int, int]:
        """The token that ends at a character, where one does."""
        return {end: index for index, end in enumerate(self.ends)}

    @cached_property
    def opening(self) -> list[bool]:
        """Whether a sentence is known to begin with each token."""
        return [start == 1 for start in self._numbers("SENT_START")]

    @cached_property
    def stretches(self) -> list[range]:
        """The tokens of each sentence."""
        starts = [index for index, opens in enumerate(self.opening) if opens or index == 0]
        return [range(*bounds) for bounds in pairwise([*starts, self.length])]

    @cached_property
    def sentences(self) -> list[range]:
        """The tokens of each token's sentence."""
        return [stretch for stretch in self.stretches for _ in stretch]

    @cached_property
    def labels(self) -> list[str]:
        """The label of the network's name that each token belongs to; empty where it is of none."""
        return self._read("ENT_TYPE", _TAGS, str)

    @cached_property
    def names(self) -> list[Name]:
        """The names that the network found, in text order."""
        places = self._numbers("ENT_IOB")
        starts = [index for index, place in enumerate(places) if place == _BEGINS and self.labels[index]]
        outside = [index for index, place in enumerate(places) if place != _INSIDE] + [self.length]
        return [Name(start, outside[bisect_right(outside, start)], self.labels[start]) for start in starts]

    def case(self, index: int) -> str:
        """Return the UD case of a token; empty where it has none."""
        return self.features[index].get("Case", "")

    def number(self, index: int) -> str:
        """Return the UD number of a token; empty where it has none."""
        return self.features[index].get("Number", "")

    @cached_property
    def _different_lemmas(self) -> frozenset[str]:
        return frozenset(self.lemmas)

    def with_lemma(self, table: Collection[str]) -> list[int]:
        """Return the tokens whose lemma a table holds, in text order; of most tables a document has none."""
        if self._different_lemmas.isdisjoint(table):
            return []
        return [index for index, lemma in enumerate(self.lemmas) if lemma in table]

    def span(self, start: int, stop: int) -> Span:
        """Return the characters of the tokens from ``start`` to before ``stop``."""
        return Span(self.starts[start], self.ends[stop - 1])

    def covering(self, span: tuple[int, int]) -> range:
        """Return the tokens that share a character with a span; none where it holds blanks alone."""
        start, end = span
        first = bisect_right(self.ends, start)
        return range(first, max(first, bisect_left(self.starts, end)))

    def _numbers(self, attribute: str) -> list[int]:
        numbers: list[int] = self._table[_ATTRIBUTES.index(attribute)].tolist()
        return numbers

    def _read(self, attribute: str, known: dict[int, Known], make: Callable[[str], Known]) -> list[Known]:
        """Return what is made of an attribute's text for each token; the numbers of texts are the same everywhere."""
        numbers = self._numbers(attribute)
        try:
            return list(map(known.__getitem__, numbers))
        except KeyError:
            pass
        if len(known) >= REMEMBERED_WORDS:
            known.clear()
        own: dict[int, Known] = {}  # another thread may clear what is known
        for number in set(numbers):
            made = known.get(number)
            own[number] = known.setdefault(number, make(self._strings[number])) if made is None else made
        return [own[number] for number in numbers]


class Shown(Protocol):
    """What is made of a document and can tell whether it still shows it."""

    def show(self, doc: Doc) -> bool:
        """Tell whether a document has just this annotation."""
        ...


Made = TypeVar("Made", bound=Shown)


class Latest(Generic[Made]):
    """What was made of the last document serves the next component, as long as it shows the document as it is.

    Each thread has its own.

    Args:
        make: Makes it anew.
        release: Lets go of what nothing more is asked of.
    """

    def __init__(self, make: Callable[[Doc], Made], release: Callable[[Made], None] = lambda made: None) -> None:
        self._make, self._release = make, release
        self._own = threading.local()

    def __call__(self, doc: Doc) -> Made:
        """Return what is made of a document."""
        made: Made | None = getattr(self._own, "made", None)
        if made is None or not made.show(doc):
            self._own.made = None  # should making fail, nothing that was let go is found here
            if made is not None:
                self._release(made)
            made = self._own.made = self._make(doc)
        return made


columns_of = Latest(Columns)
"""The columns of a document."""


def _table(doc: Doc) -> np.ndarray:
    table: np.ndarray = np.ascontiguousarray(doc.to_array(list(_ATTRIBUTES)).T)
    return table


def _form(text: str) -> Form:
    return Form(text, text.lower(), fold(text), text[:1].isupper())


# What is made of texts, by their numbers.
_FORMS: dict[int, Form] = {}
_LEMMAS: dict[int, str] = {}
_TAGS: dict[int, str] = {}
_FEATURES: dict[int, Mapping[str, str]] = {}
