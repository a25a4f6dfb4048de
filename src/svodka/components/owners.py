"""Whose a figure is: named steps, tried in order; the first that finds entities tells.

From near to far: the names in the phrase of what is measured or counted, the subject of the verb, the place, what words
point back to («двух регионов», «на предприятии»), the owners of the figure before, at last whom the text is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from svodka.components import clauses
from svodka.components.focus import Focus
from svodka.components.metrics import Measured
from svodka.components.scene import Scene
from svodka.components.spots import Spot, is_dash
from svodka.rules.events.inheritance import GATHERINGS
from svodka.rules.events.lexicon import ATTENDING
from svodka.rules.measures import ENTERPRISES, FACILITIES, GATHERED, LANDS, MEASURED, MUTUAL, TERRITORIAL, TRADE

_PLACES = frozenset(("LOC", "ORG"))
_ACTORS = frozenset(("LOC", "ORG", "PER", "EVT"))
_WHERE = {"в": ("Loc",), "во": ("Loc",), "на": ("Loc",), "по": ("Dat",), "у": ("Gen",)}
_POINTING = ENTERPRISES.lemmas | GATHERINGS | LANDS.lemmas | FACILITIES.lemmas
_QUOTES = "«»“”„\"'"
_POSSESSIVE = frozenset(("его", "ее", "их"))
_OF_ATTRIBUTES = ("measured", "attributed")
_WHOLES = MEASURED.lemmas | {"структура"}
_NOMINAL = frozenset(("NOUN", "PROPN", "X", "ADJ", "DET", "CCONJ"))
_EDITIONS = frozenset(("EVT", "DOC"))


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
        self._focus = Focus(scene)
        self._told: list[tuple[Spot, Measured, Owned]] = []

    def of(self, spot: Spot, measured: Measured) -> Owned:
        """Return whose a figure is, and keep it in mind for the next ones."""
        found = Owned()
        steps = _STEPS_OF.get(spot.value.kind, _STEPS)
        for name in _OF_ATTRIBUTES if _is_attribute(measured) else steps:
            entities = tuple(dict.fromkeys(STEPS[name](self, spot, measured)))
            if entities:
                found = Owned(entities, name, name in _INHERITING)
                break
        self._told.append((spot, measured, found))
        return found

    # ---- in the sentence

    def measured(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«экспорт Гомельской области»: the names in the phrase of the metric."""
        return () if measured.head is None else self._names_of(measured.head, spot)

    def counted(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«23 регионами России», «550 гомельских предприятий»: the names in the phrase of the counted noun."""
        inside = [place for token in _words(spot) if (place := self._scene.ascribed(token)) is not None]
        return inside or self._genitives(spot.last, spot)

    def between(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«450 договоров между областями Беларуси и субъектами России»: the two sides."""
        tokens = spot.doc[spot.last.i + 1 : min(spot.last.i + 25, spot.sentence[1])]
        if not any(token.lower_ == "между" for token in tokens[:3]):
            return ()
        named = [entity for token in tokens if (entity := self._scene.named(token)) is not None]
        return [entity for entity in named if self._scene.entities[entity].kind in ("country", "region")]

    def attributed(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«на выставке площадью 2,4 тыс. кв. м»: what the attribute describes."""
        head = measured.head
        if head is None or not _is_attribute(measured):
            return ()
        before = next((t for t in reversed(spot.doc[spot.sentence[0] : head.i]) if t.pos_ not in ("ADJ", "DET")), head)
        for noun in (head.head, before):
            meant = self._focus.meant(noun)
            found = self._scene.entities_of(noun) or ([] if meant is None else [meant])
            if found:
                return found
        return ()

    def subject(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«завод подписал два контракта»: the subject of the verb, if it names something."""
        if spot.bracket is not None:
            return ()
        verb = clauses.finite(clauses.governor(spot.head))
        heads = [head for head in clauses.subjects(verb) if not spot.holds(head) and head.i < spot.right]
        if verb.pos_ == "VERB":
            clause = self._clause(spot)
            heads += [t for t in clause if clauses.case(t) == "Nom" and t.i < verb.i and self._scene.named(t) is not None]
        acting = [head for head in heads if clauses.lemma(head) not in MEASURED]
        named = [self._scene.entities_of(head) or self._names_of(head, spot) for head in acting]
        people = [e for group in named for e in group if self._scene.label(e) == "PER"]
        fitting = [group for group in named if any(self._scene.label(e) in _ACTORS for e in group)]
        return people or (fitting[0] if fitting else ())

    def holder(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«третье место у „Волгаря“»: who has it."""
        for token in self._clause(spot):
            if clauses.preposition(token) == "у":
                named = [entity for part in token.subtree if (entity := self._scene.named(part)) is not None]
                people = [entity for entity in named if self._scene.label(entity) == "PER"]
                if named:
                    return (people or named)[:1]
        return ()

    def beside(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«в Крыму – 5 га, намолочено 10 т»: the place of the row, told of a figure before in it."""
        if not self._told:
            return ()
        before, _, owned = self._told[-1]
        between = spot.doc[before.last.i + 1 : spot.first.i] if before.last.i < spot.first.i else ()
        same = owned.step in ("row", "beside") and before.sentence == spot.sentence
        return owned.entities if same and not any(token.text == ";" or token.is_space for token in between) else ()

    def row(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«в Ростовской области – 5,2 млн га», «Беларусь – 5 т»: the place before the figure in its own stretch."""
        return self._located(spot.before()) or self._labelled(spot)

    def place(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«на территории области зарегистрировано 450 организаций»: where it is so."""
        clause = self._clause(spot)
        return self._located([t for t in clause if t.i < spot.first.i]) or self._located(spot.after())

    def bearer(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«41-летний Сергей Иванов», «85-летие области», «II форум „Весна“»: whom the word describes."""
        for token in spot.doc[spot.first.i : min(spot.last.i + 8, spot.sentence[1])]:
            entity = self._scene.named(token)
            if entity is not None and self._bears(entity, spot):
                return [entity]
            if token.pos_ in ("VERB", "AUX") or (token.is_punct and token.text not in _QUOTES):
                return ()
        return ()

    def players(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«„Ржевмаш“ обыграл „Нафтан“ 4:2»: the last two bodies named before."""
        tokens = spot.doc[spot.sentence[0] : spot.first.i]
        named = [e for token in tokens if (e := self._scene.named(token)) is not None]
        return list(dict.fromkeys(e for e in named if self._scene.label(e) == "ORG"))[-2:]

    # ---- pointing back

    def both(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«двух регионов»: as many as the words say."""
        noun = clauses.lemma(spot.last)
        if spot.value.value != "2" or noun not in LANDS:
            return ()
        return self._focus.two(spot.first.i, noun)

    def pointed(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«товарооборот региона», «на предприятии создано 312 мест»: the thing that a bare noun means."""
        after = self._phrase_of(measured.head, spot) if measured.head is not None else []
        subjects = clauses.subjects(clauses.finite(clauses.governor(spot.head)))
        for token in [*after, *subjects, *(t for t in self._clause(spot) if t.i < spot.first.i)]:
            if self._is_bare(token) and not spot.holds(token) and (meant := self._focus.meant(token)) is not None:
                return [meant]
        return ()

    def possessed(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«его длина составит 121 км»: what was named last."""
        head = measured.head
        near = head.doc[max(head.i - 3, spot.sentence[0]) : head.i] if head is not None else ()
        if not any(clauses.lemma(token) in _POSSESSIVE or token.lower_ in _POSSESSIVE for token in near):
            return ()
        thing = self._focus.thing(spot.sentence[0])
        return () if thing is None else [thing]

    def mutual(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«взаимный товарооборот»: both sides, named before."""
        if not any(clauses.lemma(token) in MUTUAL for token in self._head_words(measured)):
            return ()
        return self._focus.sides(spot.first.i)

    def speaker(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«мы продали 64 сеялки»: the company that speaks."""
        verb = clauses.governor(spot.head)
        first = clauses.feature(verb, "Person") == "1" or any(clauses.lemma(head) == "мы" for head in verb.children)
        company = self._focus.enterprise() if first else None
        return () if company is None else [company]

    def sole(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«перевозчик „Волга“ отменил рейсы: загрузка не превышала 45 %»: the only one who acts in the sentence."""
        found = [
            entity
            for token in spot.doc[spot.sentence[0] : spot.first.i]
            if clauses.case(token) in ("Nom", "") and (entity := self._scene.named(token)) is not None
            if self._scene.label(entity) == "ORG"
        ]
        return found[:1] if len(set(found)) == 1 else ()

    def parted(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«на Россию приходится 68 % продаж»: who has the part, and whose the whole is."""
        own = list(self.measured(spot, measured)) or self._receiving(spot) or self._bare_names(measured.head, spot)
        return [*own, *self._whole(spot, measured)]

    def lent(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«12 млн долларов (+5 %)»: the owners of the figure that lent its metric."""
        return () if measured.lender is None else self._told[measured.lender][2].entities


    def attended(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«собрались представители из 20 стран»: the event of the paragraph, where people come together."""
        if clauses.lemma(spot.last) not in GATHERED or clauses.lemma(clauses.governor(spot.head)) not in ATTENDING:
            return ()
        event = self._focus.event(spot.first.i, spot.paragraph)
        return () if event is None else [event]

    def previous(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«экспорт вырос на 5 %, импорт – на 7 %»: the owners of the figure before in the paragraph."""
        if not measured.text or not self._told:
            return ()
        before, told, owned = self._told[-1]
        if before.sentence == spot.sentence:
            return owned.entities if told.text else ()
        near = before.sentence[1] >= spot.sentence[0] - 1 and before.paragraph == spot.paragraph
        told_of = before.value.kind != "share" and owned.step not in ("mutual", "sole")
        return owned.entities if near and told_of and told.text else ()

    def topic(self, spot: Spot, measured: Measured) -> Iterable[int]:
        """«экспорт увеличился»: the region or country that the text is about."""
        if not any(clauses.lemma(token) in TERRITORIAL for token in self._head_words(measured)):
            return ()
        land = self._focus.land()
        return () if land is None else [land]

    # ---- reading

    def _receiving(self, spot: Spot) -> list[int]:
        """Return who is named with «на» before a share: «на Россию приходится»."""
        for token in spot.before():
            entity = self._scene.named(token)
            if entity is not None and self._scene.label(entity) in _PLACES and clauses.case(token) == "Acc":
                return [entity] if clauses.preposition(token) == "на" else []
        return []

    def _bare_names(self, head: Token | None, spot: Spot) -> list[int]:
        """Return what the bare nouns in a phrase point back to: «доля республики», «оборот региона»."""
        bare = [] if head is None else [token for token in self._phrase_of(head, spot) if self._is_bare(token)]
        return [meant for token in bare if (meant := self._focus.meant(token)) is not None]

    def _whole(self, spot: Spot, measured: Measured) -> list[int]:
        """Return the owners of that of which a share is a part: «во внешнеторговом обороте региона»."""
        whole = self.whole_head(spot, measured)
        if whole is None:
            return []
        return self._names_of(whole, spot) or self._bare_names(whole, spot)

    def whole_head(self, spot: Spot, measured: Measured) -> Token | None:
        """Return the head of that of which a share is a part: a noun of measure with «в», or the genitive after it."""
        for token in self._clause(spot):
            if clauses.preposition(token) in ("в", "во", "от") and clauses.lemma(token) in _WHOLES:
                below = [t for t in token.children if clauses.case(t) == "Gen" and t.dep_ == "nmod"]
                return below[0] if clauses.lemma(token) == "структура" and below else token
        after = spot.doc[spot.last.i + 1 : min(spot.last.i + 4, spot.right)]
        return next((t for t in after if t.pos_ in ("NOUN", "PROPN") and clauses.case(t) == "Gen"), None)

    def _clause(self, spot: Spot) -> list[Token]:
        return list(self._scene.segments.of(spot.head))

    def _bears(self, entity: int, spot: Spot) -> bool:
        label = self._scene.label(entity)
        if spot.value.kind == "age":
            return label == "PER"
        return label in _EDITIONS if spot.value.kind == "ordinal" else True

    def _is_bare(self, token: Token) -> bool:
        """Tell whether a noun stands without a name of its own and so points back."""
        if clauses.lemma(token) not in _POINTING or any(
            child.dep_ == "nmod" and clauses.case(child) == "Gen" for child in token.children
        ):
            return False
        if self._scene.named(token) is not None or self._scene.entity(token) is not None:
            return False
        after = token.nbor(1) if token.i + 1 < len(token.doc) else token
        return self._scene.named(after) is None or after == token

    def _head_words(self, measured: Measured) -> list[Token]:
        if measured.head is None:
            return []
        return [measured.head, *(child for child in measured.head.children if child.dep_ in ("amod", "nmod"))]

    def _names_of(self, head: Token, spot: Spot) -> list[int]:
        """Return the places and bodies in a phrase: adjectives before its head, genitives or «с» after it."""
        before: list[int] = []
        index = head.i - 1
        while index >= 0 and head.doc[index].pos_ in ("ADJ", "DET"):
            place = self._scene.ascribed(head.doc[index])
            before = before if place is None else [place, *before]
            index -= 1
        return before + self._genitives(head, spot)

    def _genitives(self, head: Token, spot: Spot) -> list[int]:
        """Return the names in the genitives that follow a head, and with «с» after a noun of trade."""
        found = [self._scene.place_of(token) for token in self._phrase_of(head, spot)]
        return [e for e in found if e is not None and self._scene.label(e) in _PLACES]

    def _phrase_of(self, head: Token, spot: Spot) -> list[Token]:
        """Return the words after a head that belong to it: genitives with their names, and the partner of a trade."""
        words: list[Token] = []
        trade = clauses.lemma(head) in TRADE
        for token in head.doc[head.i + 1 : min(head.i + 20, spot.sentence[1])]:
            if self._scene.place_of(token) is None:
                if is_dash(token) and spot.holds(head) and clauses.case(token.nbor(1)) == clauses.case(head) != "Nom":
                    continue
                if token.pos_ in ("VERB", "AUX", "NUM", "SPACE", "SYM") or token.i in self._scene.dated:
                    break
                if spot.holds(token) or (token.pos_ == "ADP" and not (trade and token.lower_ in ("с", "со", "между"))):
                    break
                if (token.is_punct and token.text not in _QUOTES) or clauses.case(token) in ("Nom", "Dat"):
                    break
            words.append(token)
        return words

    def _located(self, tokens: Sequence[Token]) -> list[int]:
        """Return the places or bodies in the first phrase that says where, those joined to it included."""
        for position, token in enumerate(tokens):
            if token.pos_ != "ADP" or token.lower_ not in _WHERE or clauses.lemma(token.nbor(1)) == "тот":
                continue
            found: list[int] = []
            first: Token | None = None
            for other in tokens[position + 1 : position + 14]:
                if other.pos_ not in _NOMINAL and other.text not in _QUOTES and self._scene.named(other) is None:
                    break
                first = other if first is None and other.pos_ in ("NOUN", "PROPN", "X") else first
                entity = self._scene.named(other)
                if entity is not None and self._scene.label(entity) in (*_PLACES, "EVT") and entity not in found:
                    found.append(entity)
            told = first is not None and not _is_participle(first.head)
            if found and first is not None and told and clauses.case(first) in (*_WHERE[token.lower_], ""):
                return found
        return []

    def _labelled(self, spot: Spot) -> list[int]:
        """Return the name that stands before the dash of a row."""
        dash = spot.dash()
        if dash is None:
            return []
        tokens = [token for token in spot.doc[spot.left : dash.i] if clauses.case(token) in ("Nom", "")]
        named = [self._scene.named(token) for token in tokens]
        return [e for e in named if e is not None and self._scene.label(e) in _PLACES]


def _is_attribute(measured: Measured) -> bool:
    """Tell whether a metric describes a thing: «площадью», «протяжённостью»."""
    head = measured.head if measured.step == "governed" else None
    return head is not None and clauses.case(head) == "Ins" and not clauses.preposition(head)


def _is_participle(token: Token) -> bool:
    """Tell whether a verb only describes a noun: «подписанных в Уфе»."""
    return clauses.feature(token, "VerbForm") == "Part" and clauses.feature(token, "Variant") != "Short"


def _words(spot: Spot) -> list[Token]:
    return list(spot.doc[spot.first.i : spot.last.i + 1])


STEPS: dict[str, Callable[[Owners, Spot, Measured], Iterable[int]]] = {
    "measured": Owners.measured,
    "counted": Owners.counted,
    "between": Owners.between,
    "holder": Owners.holder,
    "attributed": Owners.attributed,
    "beside": Owners.beside,
    "row": Owners.row,
    "subject": Owners.subject,
    "bearer": Owners.bearer,
    "players": Owners.players,
    "both": Owners.both,
    "pointed": Owners.pointed,
    "possessed": Owners.possessed,
    "mutual": Owners.mutual,
    "speaker": Owners.speaker,
    "attended": Owners.attended,
    "lent": Owners.lent,
    "sole": Owners.sole,
    "parted": Owners.parted,
    "place": Owners.place,
    "previous": Owners.previous,
    "topic": Owners.topic,
}
_STEPS = (
    "measured", "attributed", "possessed", "row", "beside", "mutual", "pointed", "lent", "subject", "place", "speaker", "previous", "topic",
    "sole",
)  # fmt: skip
_STEPS_OF: dict[str, tuple[str, ...]] = {
    "ordinal": ("bearer", "counted"),
    "attribute": (),
    "anniversary": ("bearer",),
    "age": ("bearer", "pointed"),
    "score": ("players",),
    "share": ("parted", *_STEPS),
    "rank": ("holder", "subject"),
    "count": ("counted", "between", "both", "attributed", "attended", "measured", "subject", "row", "pointed", "place", "speaker"),
}
_INHERITING = frozenset(("attended", "both", "pointed", "mutual", "speaker", "previous", "topic"))
