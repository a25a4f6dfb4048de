"""Whose a figure is: named steps, tried in order; the first that finds entities tells.

From near to far: the names in the phrase of what is measured or counted, the subject of the verb, the place, then what
words point back to («двух регионов», «взаимный товарооборот»), then the owners of the figure before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from svodka.components import clauses
from svodka.components.metrics import Measured
from svodka.components.scene import Scene
from svodka.components.spots import Spot
from svodka.rules.measures import GATHERED, MEASURED, MUTUAL, REGIONS, TRADE

_PLACES = frozenset(("LOC", "ORG"))
_ACTORS = frozenset(("LOC", "ORG", "PER", "EVT"))
_WHERE = {"в": ("Loc", ""), "во": ("Loc", ""), "на": ("Loc", ""), "по": ("Dat", "")}
_NOUNS = frozenset(("NOUN", "PROPN", "X"))
_REACH = 3  # paragraphs back to which words may point


@dataclass(frozen=True, slots=True)
class Owned:
    """Whose a figure is, the step that told, and whether the sentence itself says so."""

    entities: tuple[int, ...] = ()
    step: str = ""
    inherited: bool = False


class Owners:
    """Find the owners of the figures of one document, in text order."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._told: list[tuple[Spot, Measured, Owned]] = []
        self._mentions = _ordered(scene)

    def of(self, spot: Spot, measured: Measured) -> Owned:
        """Return whose a figure is, and keep it in mind for the next ones."""
        found = Owned()
        for name in _STEPS_OF.get(spot.value.kind, tuple(STEPS)):
            entities = tuple(dict.fromkeys(STEPS[name](self, spot, measured)))
            if entities:
                found = Owned(entities, name, name in INHERITING)
                break
        self._told.append((spot, measured, found))
        return found

    # ---- the steps

    def measured(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«экспорт Гомельской области»: the names in the phrase of the metric."""
        return () if measured.head is None else self._names_of(measured.head, spot)

    def counted(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«23 регионами России», «550 гомельских предприятий»: the names in the phrase of the counted noun."""
        inside = [place for token in self._words(spot) if (place := self._scene.ascribed(token)) is not None]
        return inside or self._genitives(spot.last, spot)

    def subject(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«завод подписал два контракта»: the subject of the verb, if it names something."""
        verb = clauses.finite(clauses.governor(spot.head))
        for head in clauses.subjects(verb):
            if not spot.holds(head) and not self._is_measure(head):
                found = [e for e in self._scene.entities_of(head) if self._scene.label(e) in _ACTORS]
                if found:
                    return found
        return ()

    def holder(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«третье место у „Волгаря“»: who has it."""
        for token in self._clause(spot):
            if clauses.preposition(token) == "у":
                found = self._scene.entities_of(token) or self._inner(token)
                if found:
                    return found
        return ()

    def place(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«на территории области зарегистрировано 450 организаций»: where it is so."""
        found = self._located(spot.before()) or self._located(spot.after())
        return found or self._located(self._clause(spot))

    def between(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«450 договоров между областями Беларуси и субъектами России»: the two sides."""
        tokens = spot.doc[spot.last.i + 1 : min(spot.last.i + 25, spot.sentence[1])]
        if not any(token.lower_ == "между" for token in tokens[:3]):
            return ()
        found: list[int] = []
        for token in tokens:
            entity = self._scene.named(token)
            if entity is not None and self._scene.label(entity) in _PLACES:
                found.append(entity)
        return found

    def bearer(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«41-летний Сергей Иванов», «85-летие области», «II форум „Гомель – Брянск“»: whom the word describes."""
        for token in spot.doc[spot.first.i : min(spot.last.i + 8, spot.sentence[1])]:
            entity = self._scene.named(token)
            if entity is not None:
                return [entity]
            if token.pos_ in ("VERB", "AUX") or (token.is_punct and token.text not in "«“\"„"):
                return ()
        return ()

    def sides(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«„Ржевмаш“ обыграл „Нафтан“ 4:2»: the names of the sentence."""
        tokens = spot.doc[spot.sentence[0] : spot.first.i]
        found = [e for token in tokens if (e := self._scene.named(token)) is not None and self._scene.label(e) == "ORG"]
        return list(dict.fromkeys(found))[-2:]

    def pointed(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«двух регионов», «товарооборот региона»: as many places as the words point back to."""
        noun = clauses.lemma(spot.last)
        if spot.value.kind == "count" and noun in REGIONS and spot.value.value == "2":
            return self._recent(spot, 2)
        if measured.head is not None:
            for token in [measured.head, *self._after(measured.head, spot)]:
                if clauses.lemma(token) in REGIONS and clauses.feature(token, "Number") == "Sing":
                    return self._recent(spot, 1)
        return ()

    def mutual(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«взаимный товарооборот»: both sides, named before."""
        if not any(word in MUTUAL for word in _lemmas(measured)):
            return ()
        return self._recent(spot, 2)

    def lent(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«12 млн долларов (+5 %)»: the owners of the figure that lent its metric."""
        return () if measured.lender is None else self._told[measured.lender][2].entities

    def gathering(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«собрал более 100 участников»: the event of which the paragraph tells."""
        if clauses.lemma(spot.last) not in GATHERED:
            return ()
        return self._recent(spot, 1, label="EVT")

    def previous(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«экспорт вырос на 5 %, импорт – на 7 %»: the owners of the figure before in the paragraph."""
        if not measured.text:
            return ()
        for before, told, owned in reversed(self._told):
            if before.paragraph < spot.paragraph - 1:
                return ()
            if owned.entities and told.text:
                return owned.entities
        return ()

    def recent(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """The last place or body named before, where something is measured and nobody else is named."""
        return self._recent(spot, 1) if measured.text else ()

    # ---- reading

    def _words(self, spot: Spot) -> list[Token]:
        return list(spot.doc[spot.first.i : spot.last.i + 1])

    def _clause(self, spot: Spot) -> list[Token]:
        return list(self._scene.segments.of(spot.head))

    def _is_measure(self, token: Token) -> bool:
        return clauses.lemma(token) in MEASURED

    def _names_of(self, head: Token, spot: Spot) -> list[int]:
        """Return the places and bodies in a phrase: before its head as adjectives, after it in the genitive or with «с»."""
        before: list[int] = []
        index = head.i - 1
        while index >= 0 and head.doc[index].pos_ in ("ADJ", "DET"):
            place = self._scene.ascribed(head.doc[index])
            before = before if place is None else [place, *before]
            index -= 1
        return before + self._genitives(head, spot)

    def _genitives(self, head: Token, spot: Spot) -> list[int]:
        """Return the names in the genitives that follow a head, and with «с» after a noun of trade."""
        found: list[int] = []
        trade = clauses.lemma(head) in TRADE
        for token in self._after(head, spot):
            entity = self._scene.place_of(token)
            if entity is not None:
                if self._scene.label(entity) in _PLACES and entity not in found:
                    found.append(entity)
                continue
            if token.pos_ in ("VERB", "AUX", "NUM", "SPACE", "SYM") or token.i in self._scene.dated or spot.holds(token):
                break
            if token.pos_ == "ADP" and not (trade and token.lower_ in ("с", "со", "между")):
                break
            if token.is_punct and token.text not in "«»“”„\"":
                break
        return found

    def _after(self, head: Token, spot: Spot) -> list[Token]:
        return list(head.doc[head.i + 1 : min(head.i + 20, spot.sentence[1])])

    def _located(self, tokens: Sequence[Token]) -> list[int]:
        """Return the first place or body in a phrase that says where, and those joined to it."""
        for position, token in enumerate(tokens):
            if token.pos_ != "ADP" or token.lower_ not in _WHERE:
                continue
            found: list[int] = []
            for other in tokens[position + 1 : position + 12]:
                entity = self._scene.named(other)
                if entity is not None:
                    if self._scene.label(entity) in _PLACES and self._is_where(other, token):
                        found.append(entity)
                    continue
                if other.pos_ not in ("NOUN", "ADJ", "CCONJ", "DET", "PROPN", "X") and other.text not in "«»“„\"":
                    break
            if found:
                return found
        return []

    def _is_where(self, token: Token, preposition: Token) -> bool:
        return clauses.case(token) in (*_WHERE[preposition.lower_], "Gen", "Ins")

    def _inner(self, head: Token) -> list[int]:
        return [entity for token in head.subtree if (entity := self._scene.named(token)) is not None][:1]

    def _recent(self, spot: Spot, count: int, label: str = "LOC") -> list[int]:
        """Return the last things named before a figure, as many as asked, in text order; none where fewer are near."""
        found: list[int] = []
        for index, entity in reversed(self._mentions[: self._before(spot)]):
            if self._scene.paragraph(spot.doc[index]) < spot.paragraph - _REACH:
                break
            if self._fits(entity, label) and entity not in found:
                found.insert(0, entity)
            if len(found) == count:
                return found
        return []

    def _before(self, spot: Spot) -> int:
        from bisect import bisect_left

        return bisect_left(self._mentions, (spot.first.i, -1))

    def _fits(self, entity: int, label: str) -> bool:
        kind = self._scene.entities[entity].kind
        return self._scene.label(entity) == label and (label != "LOC" or kind in ("country", "region"))


def _lemmas(measured: Measured) -> list[str]:
    return [word for word in measured.text.lower().split()]


def _ordered(scene: Scene) -> list[tuple[int, int]]:
    """Return the first token of every mention with its entity, in text order."""
    found: list[tuple[int, int]] = []
    for number, entity in enumerate(scene.entities):
        for index in entity.mentions:
            tokens = scene.tokens(scene.mentions[index].spans)
            found += [(tokens[0].i, number)] if tokens else []
    return sorted(found)


Step = Callable[[Owners, Spot, Measured], Iterable[int]]
STEPS: dict[str, Step] = {
    "measured": Owners.measured,
    "counted": Owners.counted,
    "between": Owners.between,
    "subject": Owners.subject,
    "holder": Owners.holder,
    "pointed": Owners.pointed,
    "mutual": Owners.mutual,
    "lent": Owners.lent,
    "place": Owners.place,
    "gathering": Owners.gathering,
    "previous": Owners.previous,
    "recent": Owners.recent,
}
INHERITING = frozenset(("pointed", "mutual", "gathering", "previous", "recent"))
_STEPS_OF: dict[str, tuple[str, ...]] = {
    "ordinal": ("bearer",),
    "attribute": (),
    "anniversary": ("bearer",),
    "age": ("bearer",),
    "score": ("sides",),
    "rank": ("holder", "subject"),
    "count": ("counted", "between", "pointed", "measured", "subject", "place", "gathering"),
}
_BEARER = Owners.bearer
STEPS |= {"bearer": Owners.bearer, "sides": Owners.sides}
