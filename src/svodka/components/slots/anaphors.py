"""Whose a figure is, by what words point back to, by the figure before, at last by what the whole text is about.

Each function is a step: it returns the entities that it finds, none for the next step to try. ``table`` has their order
and their examples.
"""

from __future__ import annotations

from collections.abc import Sequence

from svodka.components.slots import relations
from svodka.components.slots.owned import Asked
from svodka.components.slots.places import WHITHER
from svodka.rules.events.lexicon import ATTENDING
from svodka.rules.measures import DELIVERED, GATHERED, LANDS, MUTUAL, SHIPPING, TERRITORIAL

_POSSESSIVE = frozenset(("его", "её", "ее", "их"))
_PARTS = frozenset(("из них", "из которых"))


def both(asked: Asked) -> Sequence[int]:
    """Take as many as the words say: «двух регионов»."""
    noun = asked.spot.last.lemma
    two = asked.spot.value.kind == "count" and asked.spot.value.value == "2" and noun in LANDS
    return asked.focus.two(asked.spot.first.i, noun) if two else ()


def pointed(asked: Asked) -> Sequence[int]:
    """Take the thing that a bare noun means: «товарооборот региона», «на предприятии создано 312 мест»."""
    spot, head = asked.spot, asked.measured.head
    phrase = asked.places.complement(head, spot) if head is not None else []
    subjects = asked.verbs.subjects(asked.verbs.over(spot.head))
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
    shared = any(token.lemma in MUTUAL for token in asked.head_words)
    return asked.focus.sides(asked.spot.first.i) if shared else ()


def traded(asked: Asked) -> Sequence[int]:
    """Take both sides of what is delivered, if no company is known: «общая сумма поставок»."""
    delivered = any(token.lemma in DELIVERED for token in asked.head_words)
    return asked.focus.sides(asked.spot.first.i) if delivered else ()


def occurrence(asked: Asked) -> Sequence[int]:
    """Take what happens again: «форум проводился в восьмой раз»."""
    if asked.spot.last.lemma != "раз":
        return ()
    heads = asked.verbs.subjects(asked.verbs.over(asked.spot.head))
    named = [entity for head in heads for entity in asked.scene.entities_of(head)]
    meant = [thing for head in heads if (thing := asked.focus.meant(head)) is not None]
    return named or meant


def speaker(asked: Asked) -> Sequence[int]:
    """Take the company that speaks: «мы продали 64 сеялки»."""
    verb = asked.verbs.over(asked.spot.head)
    we = verb.feature("Person") == "1" or "мы" in asked.verbs.words(verb)
    company = asked.focus.enterprise() if we else None
    return () if company is None else [company]


def attended(asked: Asked) -> Sequence[int]:
    """Take the event of the paragraph where people come together: «собрались представители из 20 стран»."""
    spot = asked.spot
    if spot.last.lemma not in GATHERED or asked.verbs.over(spot.head).lemma not in ATTENDING:
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
    if asked.verbs.over(asked.spot.head).lemma not in SHIPPING:
        return ()
    return [e for e in asked.places.where(asked.clause, WHITHER) if asked.scene.label(e) == "LOC"]


def topic(asked: Asked) -> Sequence[int]:
    """Take the region or country that the text is about: «экспорт увеличился на 5 %»."""
    land = asked.focus.land() if any(token.lemma in TERRITORIAL for token in asked.head_words) else None
    return () if land is None else [land]


def sole(asked: Asked) -> Sequence[int]:
    """Take the only body that acts in the sentence: «перевозчик „Волга“ отменил рейсы: загрузка не превышала 45 %»."""
    acting = [token for token in asked.sentence_before if token.case in ("Nom", "")]
    named = [entity for token in acting if (entity := asked.scene.named(token)) is not None]
    found = list(dict.fromkeys(entity for entity in named if asked.scene.label(entity) == "ORG"))
    return found if len(found) == 1 else ()
