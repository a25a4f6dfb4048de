"""How a figure relates to others: fact or plan, each or all, a part of the figure before, a share of what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from svodka.components import clauses
from svodka.components.scene import Scene
from svodka.components.slots.spots import Spot
from svodka.components.slots.told import Measured
from svodka.components.slots.verbs import Verbs
from svodka.language.words import Word
from svodka.rules.measures import EACH, MEASURED, PLANNING, PLANS

_WHOLES = MEASURED.lemmas | {"структура"}
_PARTS = (("в", "том", "числе"), ("в", "т", "ч"), ("из", "них"), ("из", "которых"), ("включая",))
_WILL_BE = frozenset(("будет", "будут", "будем"))
_SIZES = frozenset(("money", "measure", "count", "share", "percent"))


def modality(spot: Spot, measured: Measured, read: Verbs) -> Literal["fact", "plan"]:
    """Return ``plan`` for what is yet to be: a future, a word of planning over the figure's verb, a planned metric."""
    if measured.step in ("dashed", "governed") and measured.head is not None and measured.head.lemma in PLANS:
        return "plan"
    verb = read.over(spot.head)
    verbs = [verb, clauses.finite(verb), *([verb.head] if verb.dep_ == "xcomp" else ())]
    over = {token.lemma for token in (*verbs, verb.head)} | read.words(verb)
    if over & PLANNING.lemmas or any(_is_future(token, read) for token in verbs):
        return "plan"
    return "fact"


def _is_future(verb: Word, read: Verbs) -> bool:
    future = verb.feature("Tense") == "Fut" or bool(_WILL_BE & read.words(verb))
    return future or (verb.feature("Tense"), verb.feature("Aspect")) == ("Pres", "Perf")


def is_distributive(spot: Spot) -> bool:
    """Tell whether each of several gets or costs that much: «по 20 тыс. рублей каждому», «по 30 школьников»."""
    before, after = spot.before()[-2:], spot.after()[:3]
    by = before[-1:] and before[-1].lower_ == "по"
    if by and spot.last.case == "Dat":  # «по двум направлениям» is no measure of each
        return False
    return bool(by) or any(token.lemma in EACH for token in (*before, *after))


def part_of(spot: Spot, told: Sequence[Spot]) -> int | None:
    """Return the total of which a figure is a part: «5 млн т, в том числе 2 млн т пшеницы», «из них 8 – малые»."""
    if not told or spot.value.kind not in _SIZES:
        return None
    before = told[-1]
    if before.sentence != spot.sentence or before.value.kind not in _SIZES:
        return None
    between = [token.lower_ for token in spot.doc[before.last.i + 1 : spot.first.i] if token.text.isalpha()]
    return before.number if any(_holds(between, part) for part in _PARTS) else None


def _holds(words: Sequence[str], part: Iterable[str]) -> bool:
    wanted = tuple(part)
    return any(tuple(words[i : i + len(wanted)]) == wanted for i in range(len(words)))


def whole(spot: Spot, scene: Scene) -> Word | None:
    """Return the head of that of which a share is a part: «во внешнеторговом обороте», «68 % зарубежных продаж»."""
    if spot.value.kind != "share":
        return None
    clause = scene.segments.of(spot.head)
    for token in spot.around(clause.start, clause.end):
        if clauses.preposition(token) in ("в", "во", "от") and token.lemma in _WHOLES and not spot.holds(token):
            below = [t for t in token.children if t.case == "Gen" and t.dep_ == "nmod"]
            return below[0] if token.lemma == "структура" and below else token
    after = spot.doc[spot.last.i + 1 : min(spot.last.i + 4, spot.right)]
    return next((t for t in after if t.pos_ in ("NOUN", "PROPN") and t.case == "Gen"), None)
