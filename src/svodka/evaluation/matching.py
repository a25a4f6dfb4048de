"""Which entity, date and figure of a prediction is which of gold's, so that references can be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from svodka.core.records import Date, Entity, Event, Figure, Mention, Record, Role, Spans
from svodka.core.spans import overlap
from svodka.evaluation.align import align, assign
from svodka.evaluation.outcomes import token_overlap

ENOUGH = 0.5  # share of words that two texts must have in common to name the same filler


@dataclass(frozen=True, slots=True)
class Matching:
    """Two records of one document and the ids of things that are the same in both.

    Attributes:
        gold: The gold record.
        predicted: The predicted record.
        ids: Gold id to predicted id, for entities, dates and figures.
    """

    gold: Record
    predicted: Record
    ids: Mapping[str, str]

    @classmethod
    def of(cls, gold: Record, predicted: Record) -> Matching:
        """Align the entities (through their mentions), dates and figures of two records."""
        ids: dict[str, str] = {}
        for mine, theirs in ((gold.dates, predicted.dates), (gold.figures, predicted.figures)):
            ids.update(_aligned(mine, theirs))
        for i, j in align_entities(gold.entities, predicted.entities):
            ids[gold.entities[i].id] = predicted.entities[j].id
        return cls(gold, predicted, ids)

    def same(self, gold: str, predicted: str) -> bool:
        """Tell whether two ids name the same thing."""
        return self.ids.get(gold) == predicted

    def likeness(self, gold: tuple[Event, Role], predicted: tuple[Event, Role]) -> float:
        """Return 1 where two role fillers are the same thing, else how much of their texts is the same.

        Two references to things of one sort are compared by alignment alone: «Гомельская область» and
        «Брянская область» share half of their words and are not the same.
        """
        mine, theirs = gold[1], predicted[1]
        if mine.role != theirs.role:
            return 0.0
        if mine.ref and theirs.ref and mine.ref[0] == theirs.ref[0]:
            return float(self.same(mine.ref, theirs.ref))
        return max(
            token_overlap(left, right)
            for left in readings(self.gold, *gold)
            for right in readings(self.predicted, *predicted)
        )


def _aligned(gold: Sequence[Date | Figure], predicted: Sequence[Date | Figure]) -> dict[str, str]:
    pairs = align([item.spans for item in gold], [item.spans for item in predicted])
    return {gold[i].id: predicted[j].id for i, j in pairs}


def align_entities(gold: tuple[Entity, ...], predicted: tuple[Entity, ...]) -> tuple[tuple[int, int], ...]:
    """Pair entities whose mentions overlap, the greatest common stretch of text first."""
    mine, theirs = _mentions(gold), _mentions(predicted)
    pairs = align([mention.spans for _, mention in mine], [mention.spans for _, mention in theirs])
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for i, j in pairs:
        shared[mine[i][0], theirs[j][0]] += overlap(mine[i][1].spans, theirs[j][1].spans)
    return assign(((-weight,), i, j) for (i, j), weight in shared.items())


def _mentions(entities: tuple[Entity, ...]) -> list[tuple[int, Mention]]:
    found = [(number, mention) for number, entity in enumerate(entities) for mention in entity.mentions]
    return sorted(found, key=lambda item: (item[1].spans, item[0]))


def readings(record: Record, event: Event, role: Role) -> list[str]:
    """Return the texts by which a filler is known in its sentence: never empty."""
    if role.ref is None:
        return [role.text or ""]
    if role.ref[0] in "df":
        return [shown(record, role.ref)]
    for entity in record.entities:
        if entity.id == role.ref:
            near = [m.text for m in entity.mentions if overlap(m.spans, event.sentence)]
            return [entity.name, *(near or [mention.text for mention in entity.mentions])]
    return [role.ref]


def shown(record: Record, identifier: str) -> str:
    """Return the words behind an id, for people."""
    values: tuple[Date | Figure, ...] = (*record.dates, *record.figures)
    names = {entity.id: entity.name for entity in record.entities} | {item.id: item.text for item in values}
    return names.get(identifier, identifier)


def first(spans: Spans) -> int:
    """Return where the first span starts."""
    return spans[0][0] if spans else 0
