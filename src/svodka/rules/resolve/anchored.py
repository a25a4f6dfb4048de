"""Relative expressions, counted from the anchor date."""

from __future__ import annotations

from dataclasses import replace

from svodka.rules import calendar
from svodka.rules.dates.reading import Shift
from svodka.rules.resolve.state import Item, Settled, Tense, day_bounds, fill


def from_anchor(item: Item, anchor: str | None) -> Settled:
    """Count a relative expression from the anchor date."""
    reading = item.reading
    template = reading.edtf or ""
    shift = reading.shift
    if shift is None or not anchor:
        return Settled(template, "none")
    if shift.unit == "weekday" and shift.count == 0 and item.tense:
        shift = _directed(shift, item.tense, anchor)
    value = calendar.period(shift, anchor)
    filled = fill(template, value)
    return Settled(filled, "anchor" if filled != template else "none")


def _directed(shift: Shift, tense: Tense, anchor: str) -> Shift:
    """Look for a day of the week before or after the anchor, the anchor's own day included."""
    day = day_bounds(anchor[:10])[0]
    if day is None or day.isoweekday() == shift.weekday:
        return shift
    return replace(shift, count=-1 if tense == "past" else 1)
