"""Whose a figure is, by the names of its clause.

Each function is a step: it returns the entities that it finds, none for the next step to try. ``table`` has their order
and their examples.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from svodka.components import clauses
from svodka.components.slots.owned import Asked
from svodka.components.slots.places import OWNING
from svodka.components.slots.spots import Spot
from svodka.components.slots.told import Measured
from svodka.language.words import Word
from svodka.rules.measures import MEASURED

_ACTORS = frozenset(("LOC", "ORG", "PER", "EVT"))
_EDITIONS = frozenset(("EVT", "DOC"))
_NAME = 4  # so many words back «словам» may stand: posts and first names between
_REPORTED = frozenset(("словам", "мнению", "данным", "информации", "оценке", "оценкам", "сообщению", "сведениям"))
_QUOTES = "«»“”„\"'"


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
    earlier = (token for token in reversed(asked.sentence_before) if token.i < head.i)
    before = next((token for token in earlier if token.pos_ not in ("ADJ", "DET")), head)
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
    verb = clauses.finite(asked.verbs.over(spot.head))
    heads = [head for head in asked.verbs.subjects(verb) if not spot.holds(head) and head.i < spot.right]
    if verb.pos_ == "VERB":
        named = [token for token in asked.clause if token.i < verb.i and scene.named(token) is not None]
        heads += [t for t in named if t.case == "Nom" and not any(o.text == ":" for o in t.doc[t.i : verb.i])]
    own = [t for t in heads if t.case in ("Nom", "Acc", "") and not _is_source(t)]
    acting = [head for head in own if head.lemma not in MEASURED]
    groups = [scene.entities_of(head) or asked.places.of(head, spot) for head in acting]
    people = [entity for group in groups for entity in group if scene.label(entity) == "PER"]
    if acting and not any(groups) and all(head.feature("Animacy") == "Anim" for head in acting):
        people = _people_before(asked)  # «экипаж Ивана и Павла Дегтярёвых: братья намолотили 4 тонны»
    return people or next((group for group in groups if any(scene.label(e) in _ACTORS for e in group)), ())


def _is_source(token: Word) -> bool:
    """Tell whether a name is that of who reports it: «по словам Кузнецовой, экспорт вырос»."""
    before = token.doc[max(token.sent.start, token.i - _NAME) : token.i]
    return any(word.lower_ in _REPORTED for word in before)


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
    located = before is not None and before[2].step in ("row", "place", "beside")
    if before is None or not located or before[0].sentence != asked.spot.sentence:
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
    named = [entity for token in asked.sentence_before if (entity := asked.scene.named(token)) is not None]
    return list(dict.fromkeys(entity for entity in named if asked.scene.label(entity) == "ORG"))[-2:]


def parted(asked: Asked) -> Sequence[int]:
    """Take who has a share, and whose the whole is: «на Россию приходится 68 % продаж завода»."""
    head, spot = asked.measured.head, asked.spot
    own = list(measured(asked)) or _receiving(asked) or (asked.places.meant(head, spot) if head is not None else [])
    whole = asked.whole
    return own if whole is None else [*own, *(asked.places.of(whole, spot) or asked.places.meant(whole, spot))]


def in_turn(entities: tuple[int, ...], spot: Spot) -> tuple[int, ...]:
    """Return the owner whose turn it is: «в Гомеле и Бресте – 12 и 15 ферм соответственно»."""
    position, length = spot.place
    after = spot.doc[spot.last.i + 1 : spot.sentence[1]]
    told = length > 1 and len(entities) == length and any(token.lower_ == "соответственно" for token in after)
    return (entities[position],) if told else entities


def is_attribute(measured: Measured) -> bool:
    """Tell whether a metric describes a thing: «площадью», «протяжённостью»."""
    head = measured.head if measured.step == "governed" else None
    return head is not None and head.case == "Ins" and not clauses.preposition(head)


def _since(token: Word) -> bool:
    """Tell whether a preposition begins «со дня образования»."""
    return token.lower_ in ("с", "со") and clauses.following(token).lemma in ("день", "дата", "год", "момент")


def _bears(label: str, spot: Spot) -> bool:
    if spot.value.kind == "age":
        return label == "PER"
    return label in _EDITIONS if spot.value.kind == "ordinal" else True


def _people_before(asked: Asked) -> list[int]:
    named = [entity for token in asked.sentence_before if (entity := asked.scene.named(token)) is not None]
    return list(dict.fromkeys(entity for entity in named if asked.scene.label(entity) == "PER"))


def _receiving(asked: Asked) -> list[int]:
    """Return who is named with «на» before a share: «на Россию приходится»."""
    for token in asked.spot.before():
        entity = asked.scene.named(token)
        if entity is not None and asked.scene.label(entity) in OWNING and token.case == "Acc":
            return [entity] if clauses.preposition(token) == "на" else []
    return []
