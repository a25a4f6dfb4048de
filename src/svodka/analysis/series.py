"""Figures of one metric over time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from svodka.analysis.claims import Statement, statements
from svodka.analysis.identity import Key
from svodka.core.records import Record


@dataclass(frozen=True, slots=True)
class Series:
    """Statements of one metric, subject and unit, by the end of their periods; at least two periods."""

    metric: str
    unit: str | None
    subjects: tuple[Key, ...]
    points: tuple[tuple[str, Decimal, Statement], ...]


def series(records: Iterable[Record]) -> list[Series]:
    """Return what can be drawn over time, the longest first."""
    grouped: dict[tuple[str | None, ...], list[tuple[str, Decimal, Statement]]] = {}
    for statement in statements(records):
        slots = statement.slots
        end = slots.period and (slots.period[1] or slots.period[0])
        if end and slots.subjects and len(statement.numbers) == 1 and slots.kind != "change":
            key = (slots.metric, slots.unit, slots.whole, slots.modality, str(slots.subjects))
            grouped.setdefault(key, []).append((end, statement.numbers[0], statement))
    drawn = [sorted(points, key=lambda point: point[:2]) for points in grouped.values()]
    found = [
        Series(points[0][2].slots.metric, points[0][2].slots.unit, points[0][2].slots.subjects, tuple(points))
        for points in drawn
        if len({end for end, _, _ in points}) > 1
    ]
    return sorted(found, key=lambda s: (-len(s.points), s.metric, s.unit or "", str(s.subjects)))
