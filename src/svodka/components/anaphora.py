"""Words that point back: «форум», «стороны», «этот российский регион» become what the text named before them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from svodka.components.scene import Scene
from svodka.core.findings import RoleFinding
from svodka.language.words import Word
from svodka.rules.events.inheritance import ENTERPRISES, GATHERINGS, HEADS, PARTIES, PLACES, POINTING, VENUES

_LOOK_BACK = 40  # names: what is further away is no longer meant
Told = Mapping[str, tuple[int, tuple[RoleFinding, ...]]]


class Anaphora:
    """Resolve the fillers of one document that only point back."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._events = sorted(
            (mention.start, number)
            for number, entity in enumerate(scene.entities)
            if entity.label == "EVT"
            for mention in (scene.mentions[index] for index in entity.mentions)
        )
        self._companies = sorted(
            (scene.mentions[index].start, number)
            for number, entity in enumerate(scene.entities)
            if entity.label == "ORG" and entity.kind in ("company", None)
            for index in entity.mentions
        )
        self._regions = sorted(
            (scene.mentions[index].start, number)
            for number, entity in enumerate(scene.entities)
            if entity.label == "LOC" and entity.kind in ("region", "country")
            for index in entity.mentions
        )

    def resolve(self, filler: RoleFinding, told: Told) -> list[RoleFinding]:
        """Return what a filler stands for: itself, unless it is text that only points back to something known."""
        tokens = self._scene.tokens(filler.spans)
        nouns = [token for token in tokens if token.pos_ in ("NOUN", "PROPN")]
        if filler.entity is not None or len(nouns) > 2 or not nouns or any(self._scene.named(t) for t in tokens):
            return [filler]
        head = nouns[0]
        lemma = head.lemma
        if filler.role in ("title", "occasion") and lemma in GATHERINGS and self._is_bare(tokens, nouns):
            found = self._gathering(lemma, head)
            return [filler] if found is None else [_entity(filler, found)]
        if lemma in HEADS and len(nouns) == 2 and nouns[1].lemma == "делегация":
            _, leaders = told.get("VISIT.head", (0, ()))
            return [_entity(filler, leader.entity) for leader in leaders if leader.entity is not None] or [filler]
        if lemma in PARTIES and len(nouns) <= 2 and self._points(tokens, lemma):
            return self._people(filler, told) or (self._sides(filler, told) if lemma == "сторона" else []) or [filler]
        if lemma in ENTERPRISES and len(tokens) == 1 and head.feature("Number") == "Sing":
            return self._enterprise(filler, head) or [filler]
        if lemma in PLACES and len(nouns) == 1 and self._points(tokens, lemma):
            return self._places(filler, head, told) or [filler]
        return [filler]

    def _is_bare(self, tokens: list[Word], nouns: list[Word]) -> bool:
        return len(nouns) == 1 and all(
            t.pos_ in ("NOUN", "DET", "PRON", "PUNCT") or self._is_deictic(t) for t in tokens
        )

    def _is_deictic(self, token: Word) -> bool:
        return token.lemma in POINTING or token.i in self._scene.counted or token.pos_ == "ADJ"

    def _gathering(self, lemma: str, head: Word) -> int | None:
        """Return the named gathering of the noun's kind that was named last before it."""
        kinds = VENUES.get(lemma, ())
        before = _before(self._events, head.idx)
        fitting = [number for number in before if self._scene.entities[number].kind in kinds]
        by_name = [number for number in fitting if lemma[:5] in self._scene.entities[number].name.lower()]
        found = by_name or fitting
        return found[-1] if found else None

    def _points(self, tokens: list[Word], lemma: str) -> bool:
        """Tell whether a phrase has nothing but words that point back."""
        return all(
            token.lemma in POINTING or token.lemma in PARTIES | PLACES or self._scene.ascribed(token) is not None
            for token in tokens
        )

    def _enterprise(self, filler: RoleFinding, head: Word) -> list[RoleFinding]:
        """Return the company named last before a bare noun."""
        before = _before(self._companies, head.idx)
        return [_entity(filler, before[-1])] if before else []

    def _people(self, filler: RoleFinding, told: Told) -> list[RoleFinding]:
        """Return those who met last."""
        for name in ("MEETING.participants", "DECISION.actor", "AGREEMENT.signatories", "VISIT.visitor"):
            _, fillers = told.get(name, (0, ()))
            people = [f for f in fillers if f.entity is not None and self._scene.label(f.entity) == "PER"]
            if len(people) > 1:
                return [_entity(filler, person.entity) for person in people if person.entity is not None]
        return []

    def _sides(self, filler: RoleFinding, told: Told) -> list[RoleFinding]:
        """Return the two that met or agreed last, bodies or places."""
        for name in ("MEETING.participants", "AGREEMENT.parties", "CONTRACT.parties", "COOPERATION.parties"):
            _, fillers = told.get(name, (0, ()))
            sides = [f.entity for f in fillers if f.entity is not None]
            if len(sides) == 2:
                return [_entity(filler, side) for side in sides]
        return []

    def _places(self, filler: RoleFinding, head: Word, told: Told) -> list[RoleFinding]:
        """Return the region named last before, or for the plural the two that cooperate."""
        if head.feature("Number") == "Plur":
            _, fillers = told.get("COOPERATION.parties", (0, ()))
            return [_entity(filler, f.entity) for f in fillers if f.entity is not None]
        wanted = next(
            (place for t in self._scene.tokens(filler.spans) if (place := self._scene.ascribed(t)) is not None), None
        )
        before = _before(self._regions, filler.spans[0][0])
        fitting = [number for number in before if wanted is None or self._same_country(number, wanted)]
        return [_entity(filler, fitting[-1])] if fitting else []

    def _same_country(self, number: int, country: int) -> bool:
        mine, theirs = self._scene.entities[number].iso, self._scene.entities[country].iso
        return bool(mine and theirs and number != country and mine[:2] == theirs[:2])


def _before(named: list[tuple[int, int]], offset: int) -> list[int]:
    """Return the last things named before an offset, in text order."""
    end = bisect_left(named, (offset, 0))
    return [number for _, number in named[max(0, end - _LOOK_BACK) : end]]


def _entity(filler: RoleFinding, entity: int) -> RoleFinding:
    return RoleFinding(role=filler.role, entity=entity, inherited=True, place="anaphor")
