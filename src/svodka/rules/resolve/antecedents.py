"""Expressions that count from a date that the text named before: «на следующий день», «за тот же период», «в 10:30»."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from svodka.core import edtf
from svodka.rules import calendar
from svodka.rules.dates.reading import Reading, Shift
from svodka.rules.resolve.state import REACH, Item, Settled, day_bounds, fill, names_year, sides

_LONG = frozenset({"month", "quarter", "half", "season", "year", "decade", "century"})
_SCHEDULE = 6  # sentences or lines over which a day heads its clock times


def from_antecedent(
    items: Sequence[Item], index: int, settled: Sequence[Settled | None], anchor: str | None
) -> Settled:
    """Count from the date that the text named last; of «за тот же период» take the months and days from it."""
    item = items[index]
    reading, shift = item.reading, item.reading.shift
    template = reading.edtf or ""
    if shift is None:
        return Settled(template, "none")
    base = _antecedent(items, index, settled, shift, anchor)
    if shift.base == "period":
        return _same_period(item, base, anchor)
    if base is None:
        return Settled(template, "none")
    if shift.unit == "day" and shift.length == 0:
        return Settled(_nth_day(base, int(shift.count)) or template, "antecedent")
    ends = base.split("/")
    filled = fill(template, calendar.period(shift, ends[-1] if shift.count > 0 else ends[0]))
    return Settled(filled, "antecedent" if filled != template else "none")


def _antecedent(
    items: Sequence[Item], index: int, settled: Sequence[Settled | None], shift: Shift, anchor: str | None
) -> str | None:
    """Return the value of the date named last that is fine enough; a clock time or set between ends the search.

    The day on which the text is told is no reporting period: «Минск, 18 мая. …, чем годом ранее».
    """
    need = {"day": 10, "week": 10, "month": 7}.get(shift.unit, 4)
    here = items[index]
    reach = 2 if shift.base == "period" else 100 if need == 4 else 3
    for other in range(index - 1, max(-1, index - 1 - REACH), -1):
        result, reading = settled[other], items[other].reading
        if here.sentence - items[other].sentence > reach:
            return None
        if result is None:
            if need == 10 and reading.timex and reading.timex.type == "SET":
                return None
            continue
        if "T" in result.core and not names_year(result.core):
            return None
        told_on = shift.base == "period" and reading.role != "as_of" and result.core == (anchor or "")[:10]
        if not told_on and _can_be_meant(result, reading, shift, need):
            return result.core
    return None


def _can_be_meant(result: Settled, reading: Reading, shift: Shift, need: int) -> bool:
    """Tell whether an anaphor can count from this date: fine enough, and for a period or a day in it of that form."""
    core = result.core
    if shift.base == "period" and (reading.role == "base_period" or result.edtf != core or not core[4:]):
        return False
    if shift.length == 0 and "/" not in core:
        return False
    return names_year(core) and len(core.split("/")[0]) >= need and core[:1] != "{"


def _same_period(item: Item, base: str | None, anchor: str | None) -> Settled:
    """Move the period named last to another year; without one take the whole year, counted from the anchor."""
    reading = item.reading
    head, core, tail = sides(reading.edtf or "")
    year = int(core) if core.isdigit() else None
    shift = reading.shift or Shift("year")
    if base is None:
        if year is not None or not anchor or not anchor[:4].isdigit():
            return Settled(reading.edtf or "", "explicit" if year is not None else "none")
        return Settled(f"{head}{int(anchor[:4]) + int(shift.count):04}{tail}", "anchor")
    step = year - int(base[:4]) if year is not None else int(shift.count)
    moved = "/".join(f"{int(part[:4]) + step:04}{part[4:]}" for part in base.split("/"))
    moved = moved if edtf.is_valid(moved) else moved.replace("-02-29", "-02-28")
    return Settled(head + moved + tail, "antecedent")


def _nth_day(base: str, index: int) -> str | None:
    """Return the n-th (or last) day of a run of at most a month of days."""
    first, last = base.split("/")
    if len(first) != 10 or len(last) != 10:
        return None
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    if (end - begin).days > 31 or index > (end - begin).days + 1:
        return None
    return last if index < 0 else calendar.period(Shift("day", index - 1), first)


def on_the_day(template: str, item: Item, items: Sequence[Item], settled: Sequence[Settled | None]) -> Settled:
    """Give a clock time the day named last, if nothing else was named between."""
    for index in range(len(settled) - 1, max(-1, len(settled) - 1 - REACH), -1):
        last, previous = settled[index], items[index]
        if previous.reading.grain in _LONG:
            continue
        if last is None or item.sentence - previous.sentence > _SCHEDULE:
            break
        day = last.core[:10]
        closed = last.edtf == last.core or previous.reading.grain == "minute"
        if closed and len(day) == 10 and day_bounds(day)[0] and ("/" not in last.core or "T" in last.core):
            return Settled(template.replace("XXXX-XX-XX", day), "antecedent")
        break
    return Settled(template, "none")
