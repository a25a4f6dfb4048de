"""Scores of events: trigger, type in its sentence, roles and other slots, status, the whole record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from svodka.core.records import Event, Role
from svodka.core.spans import Span
from svodka.evaluation.align import Pairs, align, always, assign
from svodka.evaluation.matching import ENOUGH, Matching, first, shown
from svodka.evaluation.outcomes import Item, Outcome, judge
from svodka.evaluation.segments import sentence_of

Slot = tuple[int, Event, Role]


def score_events(both: Matching, sentences: Sequence[Span]) -> list[Outcome]:
    """Score the events of one document; ``sentences`` are its sentences in text order."""
    mine, theirs = both.gold.events, both.predicted.events
    gold, predicted = [_item(e) for e in mine], [_item(e) for e in theirs]
    pairs = align_events(mine, theirs, sentences)
    roles = _score_slots(both, pairs, "roles")
    slots = [o for name in ("time", "place", "figures") for o in _score_slots(both, pairs, name)]
    return [
        *judge("events.trigger", gold, predicted, pairs, always),
        *_score_types(mine, theirs, sentences),
        *roles,
        *slots,
        *(_score_status(mine[i], theirs[j]) for i, j in pairs),
        *judge("events.exact", gold, predicted, pairs, lambda i, j: _is_exact(both, mine[i], theirs[j])),
    ]


def align_events(gold: Sequence[Event], predicted: Sequence[Event], sentences: Sequence[Span]) -> Pairs:
    """Pair events of one type whose triggers overlap, then those that are alone of it in their sentence.

    The second kind must be alone on both sides.
    """
    lists = [e.trigger.spans for e in gold], [e.trigger.spans for e in predicted]
    pairs = align(*lists, allowed=lambda i, j: gold[i].type == predicted[j].type)
    taken_gold, taken_predicted = {i for i, _ in pairs}, {j for _, j in pairs}
    mine, theirs = _lonely(gold, sentences), _lonely(predicted, sentences)
    alone = [
        (i, theirs[place])
        for place, i in mine.items()
        if place in theirs and i not in taken_gold and theirs[place] not in taken_predicted
    ]
    return tuple(sorted((*pairs, *alone)))


def _place(event: Event, sentences: Sequence[Span]) -> tuple[int, str]:
    return sentence_of(first(event.trigger.spans), sentences), event.type


def _lonely(events: Sequence[Event], sentences: Sequence[Span]) -> dict[tuple[int, str], int]:
    """Return, by sentence and type, the event that is the only one of its type there."""
    places = [_place(event, sentences) for event in events]
    count = Counter(places)
    return {place: i for i, place in enumerate(places) if count[place] == 1}


def _item(event: Event) -> Item:
    text = f"{event.type} «{event.trigger.text}» {event.status}"
    return Item(event.type, text, first(event.trigger.spans), event.id)


def _score_types(gold: Sequence[Event], predicted: Sequence[Event], sentences: Sequence[Span]) -> list[Outcome]:
    """Score types by sentence, triggers ignored: of each type as many events are right as both sides have."""
    mine, theirs = [_place(e, sentences) for e in gold], [_place(e, sentences) for e in predicted]
    weights = [((0,), i, j) for i, here in enumerate(mine) for j, there in enumerate(theirs) if here == there]
    items = [_item(event) for event in gold], [_item(event) for event in predicted]
    return judge("events.sentence_type", items[0], items[1], assign(weights), always)


def _score_status(gold: Event, predicted: Event) -> Outcome:
    mine, theirs = (
        Item(event.status, f"{event.type} «{event.trigger.text}» {event.status}", first(event.trigger.spans))
        for event in (gold, predicted)
    )
    return Outcome("events.status", mine, theirs, gold.status == predicted.status)


def _as_roles(event: Event, slot: str) -> tuple[Role, ...]:
    """Return the fillers of a slot in the form of roles."""
    if slot == "roles":
        return event.roles
    ids = {"time": event.time, "place": event.place, "figures": event.figures}[slot]
    return tuple(Role(role=slot, ref=identifier) for identifier in ids)


def _score_slots(both: Matching, pairs: Pairs, slot: str) -> list[Outcome]:
    """Score fillers; those of events without a partner are missed or spurious."""
    partner = dict(pairs)
    mine = [(i, e, r) for i, e in enumerate(both.gold.events) for r in _as_roles(e, slot)]
    theirs = [(j, e, r) for j, e in enumerate(both.predicted.events) for r in _as_roles(e, slot)]
    matched = _match(both, mine, theirs, lambda i, j: partner.get(i) == j)
    gold = [_slot_item(shown(both.gold, r.ref or ""), e, r, slot) for _, e, r in mine]
    predicted = [_slot_item(shown(both.predicted, r.ref or ""), e, r, slot) for _, e, r in theirs]
    return judge(f"events.{slot}", gold, predicted, matched, always)


def _slot_item(name: str, event: Event, role: Role, slot: str) -> Item:
    key = f"{event.type}.{role.role}" if slot == "roles" else event.type
    text = f"{event.type} «{event.trigger.text}» {role.role}: {role.text or name}"
    return Item(key, text, first(event.trigger.spans))


def _match(
    both: Matching, gold: Sequence[Slot], predicted: Sequence[Slot], together: Callable[[int, int], bool]
) -> Pairs:
    """Pair fillers that are equal, the most alike first."""
    weights = []
    by_event: dict[int, list[int]] = {}
    for b, (j, _, _) in enumerate(predicted):
        by_event.setdefault(j, []).append(b)
    for a, (i, event, role) in enumerate(gold):
        near = [b for j, members in by_event.items() if together(i, j) for b in members]
        for b in near:
            alike = both.likeness((event, role), predicted[b][1:])
            if alike >= ENOUGH:
                weights.append(((-alike,), a, b))
    return assign(weights)


def _is_exact(both: Matching, gold: Event, predicted: Event) -> bool:
    """Tell whether two events say the same in every field that is not derived from another."""
    if (gold.subtype, gold.status) != (predicted.subtype, predicted.status):
        return False
    if gold.trigger.spans != predicted.trigger.spans:
        return False
    for slot in ("roles", "time", "place", "figures"):
        mine = [(0, gold, role) for role in _as_roles(gold, slot)]
        theirs = [(0, predicted, role) for role in _as_roles(predicted, slot)]
        pairs = _match(both, mine, theirs, lambda i, j: True)
        if not len(mine) == len(theirs) == len(pairs):
            return False
    return True
