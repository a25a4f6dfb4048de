"""Relative expressions, counted from the anchor date."""

from __future__ import annotations

from dataclasses import replace

from svodka.rules import calendar
from svodka.rules.dates.reading import Shift
from svodka.rules.resolve.state import Item, Settled, Tense, day_bounds, fill, sides


def from_anchor(item: Item, anchor: str | None) -> Settled:
    """Count a relative expression from the anchor date."""
    reading = item.reading
    template = reading.edtf or ""
    shift = reading.shift
    if shift is None or not anchor:
        return Settled(template, "none")
    if shift.unit == "weekday" and shift.count == 0 and item.tense:
        shift = _directed(shift, item.tense, anchor)
    if shift.unit == "weekend" and reading.weak:
        if item.tense is None:
            return Settled(template, "none")  # «работает в выходные»: no weekend in particular
        shift = _directed_weekend(shift, item.tense, anchor)
    if shift.unit == "month" and shift.count == 0 and sides(template)[1].startswith("XXXX-XX-") and item.tense:
        shift = _directed_month(shift, sides(template)[1], item.tense, anchor)
    value = calendar.period(shift, anchor)
    filled = fill(template, value)
    return Settled(filled, "anchor" if filled != template else "none")


def _directed_weekend(shift: Shift, tense: Tense, anchor: str) -> Shift:
    """Look for the weekend before or after the anchor; on a Saturday or Sunday it is the one that is on."""
    day = day_bounds(anchor[:10])[0]
    over = tense == "past" and day is not None and day.isoweekday() < 6
    return replace(shift, count=-1) if over else shift


def _directed_month(shift: Shift, template: str, tense: Tense, anchor: str) -> Shift:
    """Look for a day of the month before or after the anchor's: «сдадут к 15-му числу», told on the 20th."""
    number, today = template[-2:], anchor[8:10]
    if not today:
        return shift
    count = -1 if tense == "past" and number > today else 1 if tense == "future" and number < today else 0
    return replace(shift, count=count)


def _directed(shift: Shift, tense: Tense, anchor: str) -> Shift:
    """Look for a day of the week before or after the anchor, the anchor's own day included."""
    day = day_bounds(anchor[:10])[0]
    if day is None or day.isoweekday() == shift.weekday:
        return shift
    return replace(shift, count=-1 if tense == "past" else 1)
