"""Whose a figure is, by the names of its clause, by what words point back to, or by the figure before.

Each function is a step: it returns the entities that it finds, none for the next step to try. ``table`` has their order
and their examples.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from svodka.components import clauses
from svodka.components.scene import Scene
from svodka.components.slots import relations
from svodka.components.slots.focus import Focus
from svodka.components.slots.places import OWNING, WHITHER, Places
from svodka.components.slots.spots import Spot
from svodka.components.slots.told import Measured
from svodka.rules.events.lexicon import ATTENDING
from svodka.rules.measures import GATHERED, LANDS, MEASURED, MUTUAL, SHIPPING, TERRITORIAL

_ACTORS = frozenset(("LOC", "ORG", "PER", "EVT"))
_POSSESSIVE = frozenset(("его", "её", "ее", "их"))
_PARTS = frozenset(("из них", "из которых"))
_EDITIONS = frozenset(("EVT", "DOC"))
_QUOTES = "«»“”„\"'"


@dataclass(frozen=True, slots=True)
class Owned:
    """Whose a figure is, and the step that told."""

    entities: tuple[int, ...] = ()
    step: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure with what is known when its owner is asked for."""

    spot: Spot
    measured: Measured
    whole: Token | None
    scene: Scene
    focus: Focus
    places: Places
    told: Sequence[tuple[Spot, Measured, Owned]]

    @property
    def clause(self) -> list[Token]:
        """The words of the clause."""
        return list(self.scene.segments.of(self.spot.head))

    @property
    def head_words(self) -> list[Token]:
        """The head of the metric with what depends on it."""
        head = self.measured.head
        return [] if head is None else [head, *(child for child in head.children if child.dep_ in ("amod", "nmod"))]

    def just_before(self) -> tuple[Spot, Measured, Owned] | None:
        """Return the figure before it."""
        return self.told[-1] if self.told else None


def measured(asked: Asked) -> Sequence[int]:
    """Take the names in the phrase of the metric: «экспорт Гомельской области»."""
    head = asked.measured.head
    return () if head is None else asked.places.of(head, asked.spot)


def counted(asked: Asked) -> Sequence[int]:
    """Take the names in the phrase of the counted noun: «23 регионами России», «550 гомельских предприятий»."""
    inside = [place for token in asked.spot.words() if (place := asked.scene.ascribed(token)) is not None]
    return inside or asked.places.after(asked.spot.last, asked.spot)


def between(asked: Asked) -> Sequence[int]:
    """Take the two sides: «450 договоров между областями Беларуси и субъектами России»."""
    spot = asked.spot
    tokens = spot.doc[spot.last.i + 1 : min(spot.last.i + 25, spot.sentence[1])]
    if not any(token.lower_ == "между" for token in tokens[:3]):
        return ()
    named = [entity for token in tokens if (entity := asked.scene.named(token)) is not None]
    return [entity for entity in named if asked.scene.entities[entity].kind in ("country", "region")]


def attributed(asked: Asked) -> Sequence[int]:
    """Take what the attribute describes: «на выставке площадью 2,4 тыс. кв. м», «трасса протяжённостью 30 км»."""
    head = asked.measured.head
    if head is None or not is_attribute(asked.measured):
        return ()
    sentence = asked.spot.doc[asked.spot.sentence[0] : head.i]
    before = next((token for token in reversed(sentence) if token.pos_ not in ("ADJ", "DET")), head)
    for noun in (head.head, before):
        meant = asked.focus.meant(noun)
        found = asked.scene.entities_of(noun) or ([] if meant is None else [meant])
        if found:
            return found
    return ()


def subject(asked: Asked) -> Sequence[int]:
    """Take the subject of the verb, a person before others: «завод подписал два контракта»."""
    spot, scene = asked.spot, asked.scene
    if spot.bracket is not None:
        return ()
    verb = clauses.finite(clauses.governor(spot.head))
    heads = [head for head in clauses.subjects(verb) if not spot.holds(head) and head.i < spot.right]
    if verb.pos_ == "VERB":
        named = [token for token in asked.clause if token.i < verb.i and scene.named(token) is not None]
        heads += [t for t in named if clauses.case(t) == "Nom" and not any(o.text == ":" for o in t.doc[t.i : verb.i])]
    acting = [head for head in heads if clauses.lemma(head) not in MEASURED]
    groups = [scene.entities_of(head) or asked.places.of(head, spot) for head in acting]
    people = [entity for group in groups for entity in group if scene.label(entity) == "PER"]
    if heads and not any(groups) and all(clauses.feature(head, "Animacy") == "Anim" for head in acting):
        people = _people_before(asked)  # «экипаж Ивана и Павла Дегтярёвых: братья намолотили 4 тонны»
    return people or next((group for group in groups if any(scene.label(e) in _ACTORS for e in group)), ())


def holder(asked: Asked) -> Sequence[int]:
    """Take who has it, a person before others: «третье место у „Волгаря“»."""
    for token in asked.clause:
        if clauses.preposition(token) == "у":
            named = [entity for part in token.subtree if (entity := asked.scene.named(part)) is not None]
            people = [entity for entity in named if asked.scene.label(entity) == "PER"]
            if named:
                return (people or named)[:1]
    return ()


def row(asked: Asked) -> Sequence[int]:
    """Take the place before the figure in its own stretch: «в Ростовской области – 5,2 млн га», «Беларусь – 5 т»."""
    return asked.places.where(asked.spot.before()) or asked.places.labels(asked.spot)


def beside(asked: Asked) -> Sequence[int]:
    """Take the place of the row, told of a figure before in it: «в Крыму – 5 га, намолочено 10 т»."""
    before = asked.just_before()
    if before is None or before[2].step not in ("row", "beside") or before[0].sentence != asked.spot.sentence:
        return ()
    between_them = asked.spot.doc[before[0].last.i + 1 : asked.spot.first.i]
    return () if any(token.text == ";" or token.is_space for token in between_them) else before[2].entities


def place(asked: Asked) -> Sequence[int]:
    """Take where it is so: «на территории области зарегистрировано 450 организаций»."""
    spot = asked.spot
    after = list(itertools.takewhile(lambda token: not token.is_punct or token.is_quote, spot.after()))
    return asked.places.where([t for t in asked.clause if t.i < spot.first.i]) or asked.places.where(after)


def bearer(asked: Asked) -> Sequence[int]:
    """Take whom the word describes: «41-летний Сергей Иванов», «85-летие области», «II форум „Весна“»."""
    spot, scene = asked.spot, asked.scene
    for token in spot.doc[spot.first.i : min(spot.last.i + 8, spot.sentence[1])]:
        entity = scene.named(token)
        if entity is not None and _bears(scene.label(entity), spot):
            return [entity]
        if token.pos_ in ("VERB", "AUX", "ADP") and not spot.holds(token) and not _since(token):
            return ()
        if token.is_punct and token.text not in _QUOTES:
            return ()
    return ()


def players(asked: Asked) -> Sequence[int]:
    """Take the two bodies that play: «„Ржевмаш“ обыграл „Нафтан“ 4:2»."""
    tokens = asked.spot.doc[asked.spot.sentence[0] : asked.spot.first.i]
    named = [entity for token in tokens if (entity := asked.scene.named(token)) is not None]
    return list(dict.fromkeys(entity for entity in named if asked.scene.label(entity) == "ORG"))[-2:]


def parted(asked: Asked) -> Sequence[int]:
    """Take who has a share, and whose the whole is: «на Россию приходится 68 % продаж завода»."""
    head, spot = asked.measured.head, asked.spot
    own = list(measured(asked)) or _receiving(asked) or (asked.places.meant(head, spot) if head is not None else [])
    whole = asked.whole
    return own if whole is None else [*own, *(asked.places.of(whole, spot) or asked.places.meant(whole, spot))]


def both(asked: Asked) -> Sequence[int]:
    """Take as many as the words say: «двух регионов»."""
    noun = clauses.lemma(asked.spot.last)
    two = asked.spot.value.kind == "count" and asked.spot.value.value == "2" and noun in LANDS
    return asked.focus.two(asked.spot.first.i, noun) if two else ()


def pointed(asked: Asked) -> Sequence[int]:
    """Take the thing that a bare noun means: «товарооборот региона», «на предприятии создано 312 мест»."""
    spot, head = asked.spot, asked.measured.head
    phrase = asked.places.complement(head, spot) if head is not None else []
    subjects = clauses.subjects(clauses.finite(clauses.governor(spot.head)))
    for token in [*phrase, *subjects, *(other for other in asked.clause if other.i < spot.first.i)]:
        meant = asked.focus.meant(token) if asked.places.is_bare(token) and not spot.holds(token) else None
        if meant is not None:
            return [meant]
    return ()


def possessed(asked: Asked) -> Sequence[int]:
    """Take what was named last: «его длина составит 121 км»."""
    head, start = asked.measured.head, asked.spot.sentence[0]
    near = head.doc[max(head.i - 3, start) : head.i] if head is not None else ()
    thing = asked.focus.thing(start) if any(token.lower_ in _POSSESSIVE for token in near) else None
    return () if thing is None else [thing]


def mutual(asked: Asked) -> Sequence[int]:
    """Take both sides, named before: «взаимный товарооборот»."""
    shared = any(clauses.lemma(token) in MUTUAL for token in asked.head_words)
    return asked.focus.sides(asked.spot.first.i) if shared else ()


def speaker(asked: Asked) -> Sequence[int]:
    """Take the company that speaks: «мы продали 64 сеялки»."""
    verb = clauses.governor(asked.spot.head)
    we = clauses.feature(verb, "Person") == "1" or any(clauses.lemma(child) == "мы" for child in verb.children)
    company = asked.focus.enterprise() if we else None
    return () if company is None else [company]


def attended(asked: Asked) -> Sequence[int]:
    """Take the event of the paragraph where people come together: «собрались представители из 20 стран»."""
    spot = asked.spot
    if clauses.lemma(spot.last) not in GATHERED or clauses.lemma(clauses.governor(spot.head)) not in ATTENDING:
        return ()
    event = asked.focus.event(spot.first.i, spot.paragraph)
    return () if event is None else [event]


def lent(asked: Asked) -> Sequence[int]:
    """Take the owners of the figure that lent its metric: «12 млн долларов (+5 %)»."""
    lender = asked.measured.lender
    return () if lender is None else asked.told[lender][2].entities


def previous(asked: Asked) -> Sequence[int]:
    """Take the owners of the figure before: «экспорт области вырос на 5 %, импорт – на 7 %»."""
    found = asked.just_before()
    if found is None or not asked.measured.text or not found[1].text:
        return ()
    before, _, owned = found
    if before.sentence == asked.spot.sentence:
        return owned.entities
    near = before.sentence[1] >= asked.spot.sentence[0] - 1 and before.paragraph == asked.spot.paragraph
    return owned.entities if near and before.value.kind != "share" and owned.step not in ("mutual", "sole") else ()


def total(asked: Asked) -> Sequence[int]:
    """Take the owners of the total, of a part: «400 человек, треть из них – студенты»."""
    spot, before = asked.spot, asked.just_before()
    after = " ".join(token.lower_ for token in spot.after()[:2])
    part = relations.part_of(spot, [entry[0] for entry in asked.told[-1:]]) is not None or after in _PARTS
    return before[2].entities if part and before is not None and before[0].sentence == spot.sentence else ()


def destination(asked: Asked) -> Sequence[int]:
    """Take where goods go, if nobody is known to send them: «в Египет отгружено 7 млн тонн»."""
    if clauses.lemma(clauses.governor(asked.spot.head)) not in SHIPPING:
        return ()
    return [e for e in asked.places.where(asked.clause, WHITHER) if asked.scene.label(e) == "LOC"]


def topic(asked: Asked) -> Sequence[int]:
    """Take the region or country that the text is about: «экспорт увеличился на 5 %»."""
    land = asked.focus.land() if any(clauses.lemma(token) in TERRITORIAL for token in asked.head_words) else None
    return () if land is None else [land]


def sole(asked: Asked) -> Sequence[int]:
    """Take the only body that acts in the sentence: «перевозчик „Волга“ отменил рейсы: загрузка не превышала 45 %»."""
    tokens = asked.spot.doc[asked.spot.sentence[0] : asked.spot.first.i]
    acting = [token for token in tokens if clauses.case(token) in ("Nom", "")]
    named = [entity for token in acting if (entity := asked.scene.named(token)) is not None]
    found = list(dict.fromkeys(entity for entity in named if asked.scene.label(entity) == "ORG"))
    return found if len(found) == 1 else ()


def in_turn(entities: tuple[int, ...], spot: Spot) -> tuple[int, ...]:
    """Return the owner whose turn it is: «в Гомеле и Бресте – 12 и 15 ферм соответственно»."""
    position, length = spot.place
    after = spot.doc[spot.last.i + 1 : spot.sentence[1]]
    told = length > 1 and len(entities) == length and any(token.lower_ == "соответственно" for token in after)
    return (entities[position],) if told else entities


def is_attribute(measured: Measured) -> bool:
    """Tell whether a metric describes a thing: «площадью», «протяжённостью»."""
    head = measured.head if measured.step == "governed" else None
    return head is not None and clauses.case(head) == "Ins" and not clauses.preposition(head)


def _since(token: Token) -> bool:
    """Tell whether a preposition begins «со дня образования»."""
    return token.lower_ in ("с", "со") and clauses.lemma(token.nbor(1)) in ("день", "дата", "год", "момент")


def _bears(label: str, spot: Spot) -> bool:
    if spot.value.kind == "age":
        return label == "PER"
    return label in _EDITIONS if spot.value.kind == "ordinal" else True


def _people_before(asked: Asked) -> list[int]:
    tokens = asked.spot.doc[asked.spot.sentence[0] : asked.spot.first.i]
    named = [entity for token in tokens if (entity := asked.scene.named(token)) is not None]
    return list(dict.fromkeys(entity for entity in named if asked.scene.label(entity) == "PER"))


def _receiving(asked: Asked) -> list[int]:
    """Return who is named with «на» before a share: «на Россию приходится»."""
    for token in asked.spot.before():
        entity = asked.scene.named(token)
        if entity is not None and asked.scene.label(entity) in OWNING and clauses.case(token) == "Acc":
            return [entity] if clauses.preposition(token) == "на" else []
    return []
