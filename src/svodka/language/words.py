"""A document as words: plain objects with tags, tree and sentence, read once, for rules that walk the tree.

spaCy works out ``token.lemma_``, ``token.children`` or ``token.sent`` anew at every look; a ``Word`` has them as
attributes. What it shares with ``Token`` bears the same name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from spacy.tokens import Doc

from svodka.language.columns import Latest, columns_of
from svodka.language.grammemes import parse_features
from svodka.rules.rule import fold

Row = tuple[int, int, str, str, str, str, str, Mapping[str, str]]  # the columns of a word, from ``idx`` to ``features``


class Word:
    """A word of a document.

    Attributes:
        i: Its number.
        idx: Where it begins in the text.
        end: Where it ends.
        text: As written.
        lower_: In small letters.
        lemma: As the tables write it, with е for ё.
        pos_: Part of speech of UD.
        dep_: Relation to the head.
        features: UD features by name.
        case: UD case; empty where it has none.
        form: UD form of a verb (``Fin Inf Part Conv``); empty where it has none.
        is_space: It is blanks or line breaks alone.
        doc: All words of the document.
        head: The word above it in the tree; a root is its own.
        children: The words below it, in text order.
        sent: Its sentence.
        preposition: What introduces it; ``None`` until that is asked for.
    """

    __slots__ = (
        "case", "children", "dep_", "doc", "end", "features", "form", "head", "i", "idx", "is_space", "lemma", "lower_",
        "pos_", "preposition", "sent", "text",
    )  # fmt: skip
    head: Word
    sent: Stretch

    def __init__(self, doc: Words, i: int, row: Row) -> None:
        self.doc = doc
        self.i = i
        self.idx, self.end, self.text, self.lower_, self.lemma, self.pos_, self.dep_, features = row
        self.features = features
        self.case = features.get("Case", "")
        self.form = features.get("VerbForm", "")
        self.is_space = self.text.isspace()
        self.children: Sequence[Word] = ()
        self.preposition: str | None = None

    def __len__(self) -> int:
        return self.end - self.idx

    def __repr__(self) -> str:
        return self.text

    def feature(self, name: str) -> str:
        """Return a UD feature; empty where the word has none."""
        return self.features.get(name, "")

    def nbor(self, distance: int) -> Word:
        """Return the word at a distance from this one."""
        return self.doc[self.i + distance]

    @property
    def is_sent_start(self) -> bool:
        """Whether a sentence begins with it."""
        return self.sent.start == self.i

    @property
    def is_punct(self) -> bool:
        """Whether it is a mark of punctuation to spaCy."""
        return self.doc.source[self.i].is_punct

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark to spaCy."""
        return self.doc.source[self.i].is_quote

    @property
    def whitespace_(self) -> str:
        """The blank that follows it, if any."""
        return self.doc.source[self.i].whitespace_

    @property
    def left_edge(self) -> Word:
        """The first word of what stands below it, itself included."""
        return min(self._below(), key=_number) if self.children else self

    @property
    def right_edge(self) -> Word:
        """The last word of what stands below it, itself included."""
        return max(self._below(), key=_number) if self.children else self

    @property
    def subtree(self) -> list[Word]:
        """Itself and all words below it, in the order of the tree."""
        found: list[Word] = []
        passed = False
        for child in self.children:
            if child.i > self.i and not passed:
                passed = True
                found.append(self)
            if child.children:
                found += child.subtree
            else:
                found.append(child)
        return found if passed else [*found, self]

    def _below(self) -> list[Word]:
        """Return itself and all words below it, in no order."""
        found = [self]
        for word in found:
            found += word.children
        return found


def _number(word: Word) -> int:
    return word.i


@dataclass(frozen=True, slots=True, eq=False)
class Stretch(Sequence[Word]):
    """An unbroken run of words, half-open: a sentence or a clause."""

    start: int
    end: int
    words: Sequence[Word]

    def __len__(self) -> int:
        return self.end - self.start

    @overload
    def __getitem__(self, place: int) -> Word: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Word]: ...
    def __getitem__(self, place: int | slice) -> Word | Sequence[Word]:
        return self.words[place]

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def __contains__(self, word: object) -> bool:
        return word in self.words


class Words(Sequence[Word]):
    """The words of one document, as they are tagged when it is made.

    Examples:
        >>> import spacy; words = Words(spacy.blank("ru")("Завод Минска"))
        >>> words[0].lower_, words.under((7, 9)), words[1].sent[0]
        ('завод', [Минска], Завод)
    """

    def __init__(self, doc: Doc) -> None:
        self.source = doc
        self.columns = columns = columns_of(doc)
        self._retagged = False
        rows = zip(
            columns.starts, columns.ends, columns.texts, columns.lowers, columns.lemmas, columns.pos, columns.deps,
            columns.features, strict=True,
        )  # fmt: skip
        self._words = [Word(self, i, row) for i, row in enumerate(rows)]
        self._part_sentences()
        below: dict[int, list[Word]] = {}
        for word, number in zip(self._words, columns.heads, strict=True):
            word.head = head = self._words[number]
            if head is word:
                continue
            if number in below:
                below[number].append(word)
            else:
                below[number] = head.children = [word]

    def _part_sentences(self) -> None:
        """Give each word its sentence."""
        for part in self.columns.stretches:
            sentence = Stretch(part.start, part.stop, self._words[part.start : part.stop])
            for word in sentence.words:
                word.sent = sentence

    def __len__(self) -> int:
        return len(self._words)

    @overload
    def __getitem__(self, place: int) -> Word: ...
    @overload
    def __getitem__(self, place: slice) -> list[Word]: ...
    def __getitem__(self, place: int | slice) -> Word | list[Word]:
        return self._words[place]

    def __iter__(self) -> Iterator[Word]:
        return iter(self._words)

    def under(self, span: tuple[int, int]) -> list[Word]:
        """Return the words that share a character with a span."""
        inside = self.columns.covering(span)
        return self._words[inside.start : inside.stop]

    def at(self, offset: int) -> Word | None:
        """Return the word that holds a character of the text; ``None`` where a blank stands."""
        return next(iter(self.under((offset, offset + 1))), None)

    def retag(self, word: Word, pos: str, lemma: str, features: str) -> None:
        """Tag a word anew, in the document too; what introduces a word depends on tags and is asked for again."""
        token = self.source[word.i]
        token.pos_ = pos
        token.lemma_ = lemma
        token.set_morph(features)  # type: ignore[attr-defined]  # spaCy's stubs lack it
        word.pos_, word.lemma, word.features = pos, fold(lemma), parse_features(str(token.morph))
        word.case, word.form = word.feature("Case"), word.feature("VerbForm")
        for other in self._words:
            other.preposition = None
        self._retagged = True

    def release(self) -> None:
        """Part the words, which refer to each other: they and their document go without the collector.

        Nothing may be asked of them afterwards.
        """
        for word in self._words:
            del word.doc, word.head, word.children, word.sent

    def show(self, doc: Doc) -> bool:
        """Tell whether they are the words of a document as it is tagged now; its columns know of no later tags."""
        return not self._retagged and self.source is doc and self.columns is columns_of(doc)


words_of = Latest(Words, Words.release)
"""The words of a document."""
