"""Entities over a run: how often and where each is mentioned, and in which events it takes part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from svodka.analysis.identity import Key
from svodka.core.records import Entity, Event, Record


@dataclass(slots=True)
class Presence:
    """One entity over all documents of a run.

    Attributes:
        key: What it is known by.
        kind: The first kind that a document gives.
        places: Documents with the entity as it stands there.
        events: Documents with an event and the role that the entity plays in it.
    """

    key: Key
    kind: str | None = None
    places: list[tuple[Record, Entity]] = field(default_factory=list)
    events: list[tuple[Record, Event, str]] = field(default_factory=list)

    @property
    def mentions(self) -> int:
        """The number of mentions in all documents."""
        return sum(len(entity.mentions) for _, entity in self.places)

    @property
    def documents(self) -> int:
        """The number of documents."""
        return len({record.doc_id for record, _ in self.places})


def presences(records: Iterable[Record]) -> list[Presence]:
    """Return the entities of a run, the most mentioned first."""
    found: dict[Key, Presence] = {}
    for record in records:
        keys = {}
        for entity in record.entities:
            presence = found.setdefault(Key.of(entity), Presence(Key.of(entity)))
            presence.kind = presence.kind or entity.kind
            presence.places.append((record, entity))
            keys[entity.id] = presence
        for event in record.events:
            for role in event.roles:
                if role.ref in keys:
                    keys[role.ref].events.append((record, event, role.role))
    return sorted(found.values(), key=lambda p: (-p.mentions, -p.documents, p.key.label, p.key.name, p.key.iso or ""))


def companions(presence: Presence) -> list[tuple[Key, int]]:
    """Return with whom an entity takes part in events, the most frequent first."""
    counts: Counter[Key] = Counter()
    for record, event, _ in presence.events:
        keys = {entity.id: Key.of(entity) for entity in record.entities}
        others = {keys[role.ref] for role in event.roles if role.ref in keys} - {presence.key}
        counts.update(sorted(others, key=str))
    return sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0])))


def cooperation(records: Iterable[Record]) -> tuple[Sequence[Key], dict[tuple[Key, Key], int]]:
    """Count the events in which two regions take part together.

    Returns:
        The regions by the number of their common events, and the counts of pairs in both directions.
    """
    pairs: Counter[tuple[Key, Key]] = Counter()
    totals: Counter[Key] = Counter()
    for record in records:
        regions = {e.id: Key.of(e) for e in record.entities if e.label == "LOC" and e.kind == "region"}
        for event in record.events:
            members = sorted({regions[role.ref] for role in event.roles if role.ref in regions}, key=str)
            for one, other in combinations(members, 2):
                pairs[one, other] += 1
                pairs[other, one] += 1
                totals.update((one, other))
    return sorted(totals, key=lambda key: (-totals[key], str(key))), dict(pairs)
