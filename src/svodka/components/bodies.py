"""Official names of bodies: a head noun with its adjectives before it and its genitives after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import lru_cache
from typing import NamedTuple

from svodka.core.spans import Span
from svodka.language.columns import Columns
from svodka.language.declension import adjective_stem
from svodka.rules import bodies, names
from svodka.rules.rule import REMEMBERED_WORDS, fold

_LONGEST = 24
_HEADS = bodies.OFFICES | bodies.INSTITUTIONS | bodies.JOINT_BODIES | bodies.PLANTS
_KNOWN = bodies.OFFICES | bodies.INSTITUTIONS | bodies.BEARERS.keys()
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
        columns: The document, tagged.
        places: Last token of each place, by its first token.
        countries: First tokens of countries.
        adjectives: Adjectives of places.
        persons: Tokens of persons.
    """

    def __init__(
        self,
        columns: Columns,
        places: Mapping[int, int],
        countries: Set[int],
        adjectives: Set[int],
        persons: Set[int],
    ) -> None:
        self._columns = columns
        self._countries = countries
        self._places = places
        self._adjectives = adjectives
        self._persons = persons

    def read(self) -> Iterator[Span]:
        """Yield the stretches that name a body, in text order."""
        found: list[_Body] = []
        reached = 0
        for head in self._heads():
            body = self._body(head) or self._abbreviated(head) if head >= reached else None
            if body is not None:
                found.append(body)
                reached = body.stop
        full = {body.head for body in found if not body.reduced}
        for body in found:
            if not body.reduced or body.head in full:
                yield self._columns.span(body.start, body.stop)

    def _heads(self) -> list[int]:
        """Return the words that can head a body: its noun, or an abbreviation."""
        rows = zip(self._columns.lemmas, self._columns.texts, self._columns.capitals, strict=True)
        return [
            index
            for index, (lemma, text, capital) in enumerate(rows)
            if lemma in _HEADS or (capital and any(_abbreviates(text)))
        ]

    def _body(self, head: int) -> _Body | None:
        columns = self._columns
        lemma = columns.lemmas[head]
        if lemma not in _HEADS or columns.pos[head] not in ("NOUN", "PROPN"):
            return None
        if columns.number(head) == "Plur" or columns.texts[head].isupper():
            return None
        start = self._start(head)
        described = range(min(start, head - 1), head) if head and columns.pos[head - 1] == "ADJ" else ()
        if any(columns.number(index) == "Plur" for index in described):
            return None  # «три культурных центра»
        stop = self._stop(head, lemma)
        if self._is_name(head, lemma, start, stop):
            return _Body(start, stop, lemma)
        if not head or columns.lemmas[head - 1] not in bodies.REGION_GRADES or lemma in bodies.NO_BODIES:
            return None
        return _Body(head - 1, stop, lemma, reduced=stop == head + 1)

    def _abbreviated(self, head: int) -> _Body | None:
        """Return an authority or plant by its abbreviation with what says whose it is: «МВД по Республике Коми»."""
        columns = self._columns
        authority, plant = _abbreviates(columns.texts[head]) if columns.capitals[head] else (False, False)
        if not authority and not plant:
            return None
        start, stop = head, head + 1
        while authority and self._is_authority(stop):
            stop += 1
        while authority and stop in self._places and columns.case(stop) in ("Gen", "Nom", ""):
            stop = self._places[stop] + 1
        if authority and stop + 1 < columns.length and columns.lowers[stop] == "по" and stop + 1 in self._places:
            stop = self._places[stop + 1] + 1
        if start > columns.sentences[head].start and self._says_whose(start - 1):
            start -= 1
        return _Body(start, stop, columns.folded[head]) if stop - start > 1 else None

    def _says_whose(self, before: int) -> bool:
        """Tell whether the adjective of a place stands before an abbreviation; an unlisted one has a capital."""
        columns = self._columns
        unlisted = columns.capitals[before] and adjective_stem(columns.folded[before]) is not None
        return before in self._adjectives or (unlisted and columns.pos[before] in ("ADJ", "PROPN"))

    def _is_authority(self, index: int) -> bool:
        if index >= self._columns.length:
            return False
        return fold(names.initialism(self._columns.texts[index])) in bodies.AUTHORITIES

    def _start(self, head: int) -> int:
        """Return where the name begins: at the leftmost capital or place adjective of an unbroken run of adjectives."""
        columns = self._columns
        start = index = head
        first = columns.sentences[head].start
        while index > first and columns.pos[index - 1] in ("ADJ", "PROPN"):
            index -= 1
            if columns.lemmas[index] in names.POSTS:
                break
            if columns.pos[index] != "ADJ" and adjective_stem(columns.folded[index]) is None:
                break
            if self._opens(index):
                start = index
        return start

    def _is_named_after(self, start: int, stop: int) -> bool:
        lowers = self._columns.lowers
        return any(lowers[i] in names.NAMED_AFTER and self._capital(i + 1) for i in range(start, stop - 1))

    def _says_which(self, index: int) -> bool:
        return self._columns.capitals[index] or index in self._adjectives

    def _opens(self, index: int) -> bool:
        columns = self._columns
        if index in self._adjectives or columns.lemmas[index] in bodies.JOINT_ADJECTIVES:
            return True
        if not columns.capitals[index] or index in self._persons:
            return False
        return not columns.opening[index] or columns.lemmas[index] in bodies.OPENERS

    def _stop(self, head: int, lemma: str) -> int:
        """Return where the name ends: after genitives, «по …», «имени …», «№ …», and the place."""
        columns = self._columns
        stop = index = head + 1
        cases: tuple[str, ...] = ("Gen", "")
        placed = False
        end = min(columns.sentences[head].stop, head + _LONGEST)
        while index < end:
            if self._opens_topic(index, lemma) and index == stop and not placed:
                cases = _OBLIQUE
                index += 1
                continue
            after, placed = self._step(index, head, cases, placed=placed)
            if after == index:
                break
            stop = stop if columns.lowers[index] in ("и", ",") else after
            index = after
        while stop > head + 1 and columns.pos[stop - 1] == "ADJ" and columns.texts[stop - 1][:1].islower():
            stop -= 1
        return stop

    def _opens_topic(self, index: int, lemma: str) -> bool:
        word = self._columns.lowers[index]
        return word == "по" or (word == "с" and lemma in bodies.JOINT_BODIES)

    def _step(self, index: int, head: int, cases: tuple[str, ...], *, placed: bool) -> tuple[int, bool]:
        """Return where the next part of the name ends, and whether its place is found; the same index at its end."""
        columns = self._columns
        word = columns.lowers[index]
        if index in self._places and columns.case(index) in (*cases, "Nom"):
            return self._places[index] + 1, True
        if word in ("в", "во") and index + 1 in self._countries and columns.lemmas[head] in bodies.EMBASSIES:
            return self._places[index + 1] + 1, True
        joined = word in ("и", ",") and index > head + 1 and self._joins(index, cases)
        members = index == head + 1 and self._are_members(index)
        if members or joined or (not placed and self._continues(index, cases)):
            return index + 1, placed
        return self._fixed_part(index), placed

    def _fixed_part(self, index: int) -> int:
        """Return where «имени …», «при …», «№ 5» or «– филиал» ends, the same index where there is none."""
        columns = self._columns
        text, word = columns.texts[index], columns.lowers[index]
        following = columns.texts[index + 1] if index + 1 < columns.length else ""
        if word == "при" and self._capital(index + 1) and columns.case(index + 1) == "Loc":
            return index + 2
        if word in names.NAMED_AFTER and self._capital(index + 1):
            return self._after_capitals(index + 1)
        if word in ("г", "город", "города") and index > 0:
            return self._places.get(index + 1 + (following == "."), index - 1) + 1
        numbered = text == "№" and following.isdigit()
        branch = text in ("–", "—", "-") and following.lower().startswith("филиал")
        return index + 2 if numbered or branch else index

    def _continues(self, index: int, cases: tuple[str, ...]) -> bool:
        columns = self._columns
        if index in self._persons or columns.pos[index] not in ("ADJ", "NOUN", "PROPN", "DET"):
            return False
        if columns.lemmas[index] in names.POSTS or columns.case(index) not in cases:
            return False
        text = columns.texts[index]
        return len(text) > 2 and (text.isalpha() or "-" in text)

    def _joins(self, index: int, cases: tuple[str, ...]) -> bool:
        """Tell whether «и» or a comma joins two genitives of the name and no other body or post begins."""
        columns, after = self._columns, index + 1
        if after >= columns.length:
            return False
        if cases != ("Gen", ""):
            alike = columns.pos[after] == "ADJ" and columns.case(after) == columns.case(index - 1)
            joined = columns.lowers[index] == "и" or alike
            return joined and (after in self._places or self._continues(after, cases))
        lower = columns.texts[after][:1].islower() and after not in self._adjectives
        known = columns.lemmas[after] in _KNOWN
        return lower and not known and columns.case(after) == "Gen" and self._continues(after, cases)

    def _capital(self, index: int) -> bool:
        return index < self._columns.length and self._columns.capitals[index]

    def _after_capitals(self, index: int) -> int:
        texts = self._columns.texts
        while self._capital(index) or (index < len(texts) and texts[index] == "." and self._capital(index + 1)):
            index += 1
        return index

    def _is_name(self, head: int, lemma: str, start: int, stop: int) -> bool:
        """Tell whether the phrase names one body and not any of its kind."""
        lemmas = self._columns.lemmas
        before = head - start
        graded = any(lemmas[index] in bodies.GRADES for index in range(start, head))
        placed = any(index in self._places for index in range(head + 1, stop))
        capital = self._columns.capitals[head] and not self._begins(head)
        if head and lemmas[head - 1] in bodies.JOINT_ADJECTIVES and lemma in bodies.JOINT_BODIES:
            return stop > head + 2
        if lemma in bodies.OFFICES:
            field = lemma in bodies.FIELD_OFFICES and stop > head + 1
            plain = lemma not in bodies.VAGUE_OFFICES or capital
            named = before > 0 and (graded or capital or stop > head + 1)
            regional = stop > head + 1 and lemmas[head + 1] in names.GENERIC_REGIONS
            return (plain and (placed or field or (capital and regional))) or named or (capital and stop > head + 2)
        if lemma in bodies.PLANTS and before > 0:
            return True
        if lemma in bodies.INSTITUTIONS and self._is_named_after(head, stop):
            return True
        if lemma not in bodies.INSTITUTIONS or not any(self._says_which(index) for index in range(start, stop)):
            return False
        return before > 1 or (before == 1 and stop > head + 1) or (capital and stop > head + 2)

    def _begins(self, index: int) -> bool:
        """Tell whether no word stands before a token in its sentence."""
        columns = self._columns
        return not any(columns.texts[i].isalpha() for i in range(columns.sentences[index].start, index))

    def _are_members(self, index: int) -> bool:
        """Tell whether a word says of whom a body consists: «Совет депутатов», «Палата представителей»."""
        columns = self._columns
        several = columns.number(index) == "Plur" and columns.case(index) == "Gen"
        return several and columns.lemmas[index] in names.POSTS


@lru_cache(REMEMBERED_WORDS)
def _abbreviates(word: str) -> tuple[bool, bool]:
    """Tell whether a word with a capital is the abbreviation of an authority, and whether that of a plant.

    Examples:
        >>> _abbreviates("МВД"), _abbreviates("Минздрав"), _abbreviates("НПЗ"), _abbreviates("Завод")
        ((True, False), (True, False), (False, True), (False, False))
    """
    short = fold(names.initialism(word.partition("-")[0]))
    return short in bodies.AUTHORITIES or fold(word).startswith(bodies.AUTHORITY_BEGINNINGS), short in bodies.PLANTED
