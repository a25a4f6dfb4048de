"""Official names of bodies: a head noun with its adjectives before it and its genitives after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from svodka.components import clauses
from svodka.core.spans import Span
from svodka.language.declension import adjective_stem
from svodka.rules import bodies, names
from svodka.rules.rule import fold

_LONGEST = 24
_OBLIQUE = ("Gen", "Dat", "Ins", "Loc", "")


class BodyReader:
    """Read the bodies of one document.

    Args:
        doc: The document, tagged.
        places: Last token of each place, by its first token.
        adjectives: Indexes of adjectives of places.
        persons: Indexes of tokens of persons.
    """

    def __init__(self, doc: Doc, places: Mapping[int, int], adjectives: set[int], persons: set[int]) -> None:
        self._doc = doc
        self._places = places
        self._adjectives = adjectives
        self._persons = persons

    def read(self) -> Iterator[Span]:
        """Yield the stretches that name a body, in text order."""
        index = 0
        while index < len(self._doc):
            found = self._body(self._doc[index])
            if found is None:
                index += 1
            else:
                start, stop = found
                yield clauses.extent(list(self._doc[start:stop]))
                index = max(stop, index + 1)

    def _body(self, head: Token) -> tuple[int, int] | None:
        lemma = clauses.lemma(head)
        if lemma not in bodies.OFFICES | bodies.INSTITUTIONS | bodies.JOINT_BODIES:
            return None
        if head.pos_ not in ("NOUN", "PROPN") or clauses.feature(head, "Number") == "Plur" or head.text.isupper():
            return None
        if (
            head.i
            and clauses.feature(self._doc[head.i - 1], "Number") == "Plur"
            and self._doc[head.i - 1].pos_ == "ADJ"
        ):
            return None  # «три культурных центра»
        start = self._start(head)
        stop = self._stop(head, lemma)
        return (start, stop) if self._is_name(head, lemma, start, stop) else None

    def _start(self, head: Token) -> int:
        """Return where the name begins: at the leftmost capital or place adjective of an unbroken run of adjectives."""
        start = index = head.i
        while index > head.sent.start and self._doc[index - 1].pos_ in ("ADJ", "PROPN"):
            index -= 1
            token = self._doc[index]
            if adjective_stem(fold(token.text)) is None and token.pos_ != "ADJ":
                break
            if self._opens(token):
                start = index
        return start

    def _opens(self, token: Token) -> bool:
        if token.i in self._adjectives or clauses.lemma(token) in bodies.JOINT_ADJECTIVES:
            return True
        if not token.text[:1].isupper() or token.i in self._persons:
            return False
        return not token.is_sent_start or clauses.lemma(token) in bodies.OPENERS

    def _stop(self, head: Token, lemma: str) -> int:
        """Return where the name ends: after genitives, «по …», «имени …», «№ …», and the place."""
        stop = index = head.i + 1
        cases: tuple[str, ...] = ("Gen", "")
        placed = False
        end = min(head.sent.end, head.i + _LONGEST)
        while index < end:
            if self._opens_topic(index, lemma) and index == stop and not placed:
                cases = _OBLIQUE
                index += 1
                continue
            after, placed = self._step(index, head, cases, placed=placed)
            if after == index:
                break
            stop = stop if self._doc[index].lower_ in ("и", ",") else after
            index = after
        while stop > head.i + 1 and self._doc[stop - 1].pos_ == "ADJ" and self._doc[stop - 1].text[:1].islower():
            stop -= 1
        return stop

    def _opens_topic(self, index: int, lemma: str) -> bool:
        word = self._doc[index].lower_
        return word == "по" or (word == "с" and lemma in bodies.JOINT_BODIES)

    def _step(self, index: int, head: Token, cases: tuple[str, ...], *, placed: bool) -> tuple[int, bool]:
        """Return where the next part of the name ends, and whether its place is found; the same index at its end."""
        token = self._doc[index]
        if index in self._places and clauses.case(token) in (*cases, "Nom"):
            return self._places[index] + 1, True
        joined = token.lower_ in ("и", ",") and index > head.i + 1 and self._joins(index, cases)
        deputies = clauses.lemma(token) == "депутат" and index == head.i + 1
        if deputies or joined or (not placed and self._continues(token, cases)):
            return index + 1, placed
        return self._fixed_part(index), placed

    def _fixed_part(self, index: int) -> int:
        """Return where «имени …», «№ 5» or «– филиал» ends, the same index where there is none."""
        token, following = self._doc[index], self._doc[index + 1 : index + 2].text
        if token.lower_ in ("имени", "им") and self._capital(index + 1):
            return self._after_capitals(index + 1)
        numbered = token.text == "№" and following.isdigit()
        branch = token.text in ("–", "—", "-") and following.lower().startswith("филиал")
        return index + 2 if numbered or branch else index

    def _continues(self, token: Token, cases: tuple[str, ...]) -> bool:
        if token.i in self._persons or token.pos_ not in ("ADJ", "NOUN", "PROPN", "DET"):
            return False
        if clauses.lemma(token) in names.POSTS or clauses.case(token) not in cases:
            return False
        return len(token) > 2 and (token.is_alpha or "-" in token.text)

    def _joins(self, index: int, cases: tuple[str, ...]) -> bool:
        """Tell whether «и» or a comma joins two genitives of the name and no other body or post begins."""
        if index + 1 >= len(self._doc):
            return False
        after = self._doc[index + 1]
        if cases != ("Gen", ""):
            alike = after.pos_ == "ADJ" and clauses.case(after) == clauses.case(self._doc[index - 1])
            joined = self._doc[index].lower_ == "и" or alike
            return joined and (index + 1 in self._places or self._continues(after, cases))
        lower = after.text[:1].islower() and index + 1 not in self._adjectives
        known = clauses.lemma(after) in bodies.OFFICES | bodies.INSTITUTIONS | bodies.BEARERS.keys()
        return lower and not known and clauses.case(after) == "Gen" and self._continues(after, cases)

    def _capital(self, index: int) -> bool:
        return index < len(self._doc) and self._doc[index].text[:1].isupper()

    def _after_capitals(self, index: int) -> int:
        while self._capital(index) or (
            index < len(self._doc) and self._doc[index].text == "." and self._capital(index + 1)
        ):
            index += 1
        return index

    def _is_name(self, head: Token, lemma: str, start: int, stop: int) -> bool:
        """Tell whether the phrase names one body and not any of its kind."""
        before = self._doc[start : head.i]
        graded = sum(clauses.lemma(token) in bodies.GRADES for token in before)
        placed = any(token.i in self._places for token in self._doc[head.i + 1 : stop])
        capital = head.text[:1].isupper() and not head.is_sent_start
        if clauses.lemma(self._doc[head.i - 1]) in bodies.JOINT_ADJECTIVES and lemma in bodies.JOINT_BODIES and head.i:
            return stop > head.i + 2
        if lemma in bodies.OFFICES:
            field = lemma in bodies.FIELD_OFFICES and stop > head.i + 1
            plain = lemma not in bodies.VAGUE_OFFICES or capital
            named = len(before) > 0 and (graded > 0 or capital or stop > head.i + 1)
            return (plain and (placed or field)) or named or (capital and stop > head.i + 2)
        if lemma not in bodies.INSTITUTIONS:
            return False
        return len(before) > 1 or (len(before) == 1 and stop > head.i + 1) or (capital and stop > head.i + 2)
