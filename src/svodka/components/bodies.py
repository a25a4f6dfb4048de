"""Official names of bodies: a head noun with its adjectives before it and its genitives after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Doc, Token

from svodka.components import clauses
from svodka.core.spans import Span
from svodka.language.declension import adjective_stem
from svodka.rules import bodies, names
from svodka.rules.rule import fold

_LONGEST = 24
_HEADS = bodies.OFFICES | bodies.INSTITUTIONS | bodies.JOINT_BODIES | bodies.PLANTS
_OBLIQUE = ("Gen", "Dat", "Ins", "Loc", "")


class _Body(NamedTuple):
    """The tokens of a body, what heads it, and whether it is known only where the text names it in full."""

    start: int
    stop: int
    head: str
    reduced: bool = False


class BodyReader:
    """Read the bodies of one document.

    Args:
        doc: The document, tagged.
        places: Last token of each place, by its first token.
        countries: Indexes of the first tokens of countries.
        adjectives: Indexes of adjectives of places.
        persons: Indexes of tokens of persons.
    """

    def __init__(
        self, doc: Doc, places: Mapping[int, int], countries: set[int], adjectives: set[int], persons: set[int]
    ) -> None:
        self._doc = doc
        self._countries = countries
        self._places = places
        self._adjectives = adjectives
        self._persons = persons

    def read(self) -> Iterator[Span]:
        """Yield the stretches that name a body, in text order."""
        found: list[_Body] = []
        index = 0
        while index < len(self._doc):
            body = self._body(self._doc[index]) or self._abbreviated(self._doc[index])
            if body is not None:
                found.append(body)
            index = max(index + 1, body.stop if body is not None else 0)
        full = {body.head for body in found if not body.reduced}
        for body in found:
            if not body.reduced or body.head in full:
                yield clauses.extent(list(self._doc[body.start : body.stop]))

    def _body(self, head: Token) -> _Body | None:
        lemma = clauses.lemma(head)
        if lemma not in _HEADS or head.pos_ not in ("NOUN", "PROPN"):
            return None
        if clauses.feature(head, "Number") == "Plur" or head.text.isupper():
            return None
        before = self._doc[head.i - 1] if head.i else None
        start = self._start(head)
        several = (clauses.feature(token, "Number") == "Plur" for token in self._doc[min(start, head.i - 1) : head.i])
        if before is not None and before.pos_ == "ADJ" and any(several):
            return None  # «три культурных центра»
        stop = self._stop(head, lemma)
        if self._is_name(head, lemma, start, stop):
            return _Body(start, stop, lemma)
        grade = before is not None and clauses.lemma(before) in bodies.REGION_GRADES
        if before is None or not grade or lemma in bodies.NO_BODIES:
            return None
        return _Body(before.i, stop, lemma, reduced=stop == head.i + 1)

    def _abbreviated(self, head: Token) -> _Body | None:
        """Return an authority or plant by its abbreviation with what says whose it is: «МВД по Республике Коми»."""
        if not head.text[:1].isupper():
            return None
        short, word = fold(names.initialism(head.text.partition("-")[0])), fold(head.text)
        authority = short in bodies.AUTHORITIES or word.startswith(bodies.AUTHORITY_BEGINNINGS)
        plant = short in bodies.PLANTED
        if not authority and not plant:
            return None
        start, stop = head.i, head.i + 1
        while authority and self._is_authority(stop):
            stop += 1
        while authority and stop in self._places and clauses.case(self._doc[stop]) in ("Gen", "Nom", ""):
            stop = self._places[stop] + 1
        if authority and stop + 1 < len(self._doc) and self._doc[stop].lower_ == "по" and stop + 1 in self._places:
            stop = self._places[stop + 1] + 1
        if start > head.sent.start and self._says_whose(self._doc[start - 1]):
            start -= 1
        return _Body(start, stop, word) if stop - start > 1 else None

    def _says_whose(self, before: Token) -> bool:
        """Tell whether the adjective of a place stands before an abbreviation; an unlisted one has a capital."""
        unlisted = before.text[:1].isupper() and adjective_stem(fold(before.text)) is not None
        return before.i in self._adjectives or (unlisted and before.pos_ in ("ADJ", "PROPN"))

    def _is_authority(self, index: int) -> bool:
        if index >= len(self._doc):
            return False
        return fold(names.initialism(self._doc[index].text)) in bodies.AUTHORITIES

    def _start(self, head: Token) -> int:
        """Return where the name begins: at the leftmost capital or place adjective of an unbroken run of adjectives."""
        start = index = head.i
        while index > head.sent.start and self._doc[index - 1].pos_ in ("ADJ", "PROPN"):
            index -= 1
            token = self._doc[index]
            if clauses.lemma(token) in names.POSTS:
                break
            if adjective_stem(fold(token.text)) is None and token.pos_ != "ADJ":
                break
            if self._opens(token):
                start = index
        return start

    def _is_named_after(self, start: int, stop: int) -> bool:
        return any(self._doc[i].lower_ in names.NAMED_AFTER and self._capital(i + 1) for i in range(start, stop - 1))

    def _says_which(self, token: Token) -> bool:
        return token.text[:1].isupper() or token.i in self._adjectives

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
        if token.lower_ in ("в", "во") and index + 1 in self._countries and clauses.lemma(head) in bodies.EMBASSIES:
            return self._places[index + 1] + 1, True
        joined = token.lower_ in ("и", ",") and index > head.i + 1 and self._joins(index, cases)
        members = index == head.i + 1 and _are_members(token)
        if members or joined or (not placed and self._continues(token, cases)):
            return index + 1, placed
        return self._fixed_part(index), placed

    def _fixed_part(self, index: int) -> int:
        """Return where «имени …», «при …», «№ 5» or «– филиал» ends, the same index where there is none."""
        token, following = self._doc[index], self._doc[index + 1 : index + 2].text
        if token.lower_ == "при" and self._capital(index + 1) and clauses.case(self._doc[index + 1]) == "Loc":
            return index + 2
        if token.lower_ in names.NAMED_AFTER and self._capital(index + 1):
            return self._after_capitals(index + 1)
        if token.lower_ in ("г", "город", "города") and index > 0:
            town = index + 1 + (self._doc[index + 1 : index + 2].text == ".")
            return self._places.get(town, index - 1) + 1
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
        capital = head.text[:1].isupper() and not _begins(head)
        if clauses.lemma(self._doc[head.i - 1]) in bodies.JOINT_ADJECTIVES and lemma in bodies.JOINT_BODIES and head.i:
            return stop > head.i + 2
        if lemma in bodies.OFFICES:
            field = lemma in bodies.FIELD_OFFICES and stop > head.i + 1
            plain = lemma not in bodies.VAGUE_OFFICES or capital
            named = len(before) > 0 and (graded > 0 or capital or stop > head.i + 1)
            regional = stop > head.i + 1 and clauses.lemma(self._doc[head.i + 1]) in names.GENERIC_REGIONS
            return (plain and (placed or field or (capital and regional))) or named or (capital and stop > head.i + 2)
        if lemma in bodies.PLANTS and len(before) > 0:
            return True
        if lemma in bodies.INSTITUTIONS and self._is_named_after(head.i, stop):
            return True
        if lemma not in bodies.INSTITUTIONS or not any(self._says_which(token) for token in self._doc[start:stop]):
            return False
        return len(before) > 1 or (len(before) == 1 and stop > head.i + 1) or (capital and stop > head.i + 2)


def _begins(token: Token) -> bool:
    """Tell whether no word stands before a token in its sentence."""
    return not any(other.is_alpha for other in token.doc[token.sent.start : token.i])


def _are_members(token: Token) -> bool:
    """Tell whether a word says of whom a body consists: «Совет депутатов», «Палата представителей»."""
    several = clauses.feature(token, "Number") == "Plur" and clauses.case(token) == "Gen"
    return several and clauses.lemma(token) in names.POSTS
