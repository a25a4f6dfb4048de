"""Whom a text has in view: the company or event named last, the two sides that trade, the region it is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable

from svodka.components import clauses
from svodka.components.scene import Scene
from svodka.language.words import Word
from svodka.rules.events.inheritance import GATHERINGS, VENUES
from svodka.rules.measures import ENTERPRISES, FACILITIES, LANDS

_NO_ENTERPRISES = frozenset(("authority", "media", "international", "association", "union", "zone"))
_GATHERING_KINDS = frozenset(("forum", "exhibition", "fair", "competition", "festival"))
_LOOK_BACK = 60  # names: what is further away is no longer meant


class Focus:
    """The names of one document in text order, and how often each thing is named."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._named = sorted(
            (tokens[0].i, number)
            for number, entity in enumerate(scene.entities)
            for index in entity.mentions
            if (tokens := scene.tokens(scene.mentions[index].spans))
        )
        self._often = Counter({number: len(entity.mentions) for number, entity in enumerate(scene.entities)})
        self._company = self._most(lambda number: scene.entities[number].kind == "company")
        self._land = self._most(self._is_land)

    def meant(self, noun: Word) -> int | None:
        """Return the thing that a bare noun points back to: «предприятие», «форум», «регион», «страна»."""
        lemma = noun.lemma
        if lemma in ENTERPRISES and noun.feature("Number") == "Sing":
            return self._last(noun.i, self._is_enterprise)
        if lemma in GATHERINGS:
            return self._gathering(noun.i, lemma)
        if noun.feature("Number") != "Sing":
            return None
        if lemma in FACILITIES:
            return self._last(noun.i, lambda number: self._kind(number) == "facility")
        if lemma == "республика":
            return self._last(noun.i, self._is_land)
        if lemma in LANDS:
            wanted = "country" if lemma in ("страна", "государство") else "region"
            return self._last(noun.i, lambda number: self._kind(number) == wanted)
        return None

    def thing(self, index: int) -> int | None:
        """Return the place, body or event named last before a token, adjectives apart."""
        return self._last(index, lambda number: self._scene.label(number) in ("LOC", "ORG", "EVT"))

    def enterprise(self) -> int | None:
        """Return the company that the text names most, the first of several."""
        return self._company

    def event(self, index: int, paragraph: int) -> int | None:
        """Return the event named last before a token in its paragraph."""
        found = self._last(index, lambda number: self._scene.entities[number].kind in _GATHERING_KINDS)
        near = found is not None and self._paragraph_of(found, index) == paragraph
        return found if near else None

    def _paragraph_of(self, number: int, index: int) -> int:
        """Return the paragraph in which a thing was named last before a token."""
        places = [
            at for at, other in self._named[: bisect_left(self._named, (index, 0))][-_LOOK_BACK:] if other == number
        ]
        return self._scene.paragraph(self._scene.doc[places[-1]])

    def _gathering(self, index: int, lemma: str) -> int | None:
        """Return the event of the noun's kind named last, one that bears the noun in its name before others."""
        kinds = VENUES.get(lemma, ())
        fitting = self._lasts(index, _LOOK_BACK, lambda number: self._scene.entities[number].kind in kinds, fewer=True)
        by_name = [number for number in fitting if lemma[:5] in self._scene.entities[number].name.lower()]
        return next(reversed(by_name or fitting), None)

    def two(self, index: int, noun: str) -> list[int]:
        """Return the two regions, or the two countries, named last before «двух регионов», «двух стран»."""
        wanted = "country" if noun in ("страна", "государство") else "region"
        return self._lasts(index, 2, lambda number: self._kind(number) == wanted)

    def sides(self, index: int) -> list[int]:
        """Return the two sides of a trade told at a token: the land that the text names most, and the last other."""
        most = self.land()
        if most is None:
            return []
        others = self._lasts(index, 1, lambda number: number != most and self._kind(number) == "region")
        others = others or self._lasts(index, 1, lambda number: self._is_partner(number, most))
        return sorted([most, *others]) if others else []

    def land(self) -> int | None:
        """Return the region or country that the whole text names most, if it names one more than once."""
        return self._land if self._land is not None and self._often[self._land] > 1 else None

    def _most(self, fits: Callable[[int], bool]) -> int | None:
        """Return the thing of a sort that the text names most, the first of several."""
        found = [number for number in range(len(self._scene.entities)) if fits(number)]
        return max(found, key=lambda number: (self._often[number], -number), default=None)

    def _last(self, index: int, fits: Callable[[int], bool]) -> int | None:
        return next(iter(self._lasts(index, 1, fits)), None)

    def _lasts(self, index: int, count: int, fits: Callable[[int], bool], *, fewer: bool = False) -> list[int]:
        """Return the last things named before a token, each once, in text order; none where too few are in reach."""
        end = bisect_left(self._named, (index, 0))
        found: list[int] = []
        for at, number in reversed(self._named[max(0, end - _LOOK_BACK) : end]):
            if number not in found and fits(number) and not self._is_nested(at):
                found.insert(0, number)
            if len(found) == count:
                return found
        return found if fewer else []

    def _is_nested(self, index: int) -> bool:
        """Tell whether a name only says where another place lies («Брянская область Российской Федерации»)."""
        token = self._scene.doc[index]
        before = clauses.preceding(token)
        return before.i < index and self._scene.named(before) is not None and token.case in ("Gen", "")

    def _kind(self, number: int) -> str | None:
        return self._scene.entities[number].kind if self._scene.label(number) == "LOC" else None

    def _is_land(self, number: int) -> bool:
        return self._kind(number) in ("country", "region")

    def _is_enterprise(self, number: int) -> bool:
        return self._scene.label(number) == "ORG" and self._scene.entities[number].kind not in _NO_ENTERPRISES

    def _is_partner(self, number: int, land: int) -> bool:
        return self._is_land(number) and number != land and not self._in_one_country(number, land)

    def _in_one_country(self, one: int, other: int) -> bool:
        """Tell whether one of two places is the country in which the other lies."""
        codes = self._scene.entities[one].iso, self._scene.entities[other].iso
        if codes[0] is None or codes[1] is None:
            return False
        return codes[0] != codes[1] and (codes[0] == codes[1][:2] or codes[1] == codes[0][:2])
