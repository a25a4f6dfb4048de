"""Counts over a run: items by layer and type, how many documents have any, issues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from svodka.core.records import Record

LAYERS = ("entities", "dates", "figures", "events")


@dataclass(slots=True)
class Statistics:
    """What a run holds.

    Attributes:
        documents: Number of records.
        characters: Length of all texts.
        types: Items by layer and type; of entities mentions by label.
        covered: Documents with at least one item, by layer.
        statuses: Events by status.
        issues: Issues by code.
        largest: The longest documents, with their length and number of items.
    """

    documents: int = 0
    characters: int = 0
    types: dict[str, Counter[str]] = field(default_factory=lambda: {layer: Counter() for layer in LAYERS})
    covered: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    issues: Counter[str] = field(default_factory=Counter)
    largest: list[tuple[int, int, str]] = field(default_factory=list)


def statistics(records: Iterable[Record], largest: int = 5) -> Statistics:
    """Count over records; a record says nothing of time, so length stands for slowness, to which it is proportional."""
    found = Statistics()
    for record in records:
        found.documents += 1
        found.characters += len(record.text)
        items = 0
        for layer, kind in _types(record):
            found.types[layer][kind] += 1
            items += 1
        found.covered.update(layer for layer in LAYERS if getattr(record, layer))
        found.statuses.update(event.status for event in record.events)
        found.issues.update(issue.code for issue in record.issues)
        found.largest.append((len(record.text), items, record.source.path))
        found.largest = sorted(found.largest, key=lambda row: (-row[0], row[2]))[:largest]
    return found


def _types(record: Record) -> Iterator[tuple[str, str]]:
    yield from (("entities", entity.label) for entity in record.entities for _ in entity.mentions)
    yield from (("dates", date.grain or date.timex3.type.lower()) for date in record.dates)
    yield from (("figures", figure.kind) for figure in record.figures)
    yield from (("events", event.type) for event in record.events)
