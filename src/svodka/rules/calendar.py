"""Counting on the calendar: the period that lies so many units before or after a date.

A base is an EDTF point that names at least the unit counted: a year for years, a month for months and quarters, a day
for days and weeks, a clock time for hours and minutes.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from svodka.rules.dates.reading import Shift

_YEAR = re.compile(r"(\d{4})")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?![\dX])")
_CODED = re.compile(r"(\d{4})-(2[1-4]|3[3-6]|4[01])$")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d))?)?)?")
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_CODED_MONTH = {33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7, 21: 3, 22: 6, 23: 9, 24: 12}


def period(shift: Shift, base: str) -> str | None:
    """Return the period that ``shift`` names, counted from ``base``; ``None`` where the base is too coarse.

    Examples:
        >>> period(Shift("month", -1), "2024-01-10"), period(Shift("year", 1), "2023")
        ('2023-12', '2024')
        >>> period(Shift("week", 0), "2024-11-07"), period(Shift("day", 1), "2024-11")
        ('2024-11-04/2024-11-10', None)
        >>> period(Shift("year", -5, length=5), "2024-11")
        '2019/2023'
    """
    unit = shift.unit
    if unit in _SECONDS:
        return _clock(shift, base)
    if unit in ("day", "week", "weekend", "weekday"):
        return _days(shift, base)
    return _months(shift, base) if unit in ("month", "quarter", "half") else _years(shift, base)


def _years(shift: Shift, base: str) -> str | None:
    found = _YEAR.match(base)
    if found is None:
        return None
    year, count = int(found[1]), int(shift.count)
    if shift.unit == "decade":
        return f"{year // 10 + count:03}X"
    if shift.unit == "century":
        return f"{year // 100 + count:02}XX"
    return _run([f"{year + count + step:04}" for step in (0, shift.length - 1)])


def _months(shift: Shift, base: str) -> str | None:
    found, coded = _MONTH.match(base), _CODED.match(base)
    if found is None and coded is None:
        return None
    number = int(found[2]) if found else _CODED_MONTH[int(coded[2])] if coded else 1
    months = int(base[:4]) * 12 + number - 1
    count = int(shift.count)
    if shift.unit == "month":
        ends = [months + count, months + count + shift.length - 1]
        return _run([f"{end // 12:04}-{end % 12 + 1:02}" for end in ends])
    size, code = (3, 33) if shift.unit == "quarter" else (6, 40)
    parts, each = months // size, 12 // size
    return _run(
        [f"{part // each:04}-{code + part % each}" for part in (parts + count, parts + count + shift.length - 1)]
    )


def _days(shift: Shift, base: str) -> str | None:
    day = _day(base)
    if day is None:
        return None
    monday = day - timedelta(days=day.weekday())
    if shift.unit == "day":
        first = day + timedelta(days=int(shift.count))
        return _run([first.isoformat(), (first + timedelta(days=shift.length - 1)).isoformat()])
    if shift.unit == "weekday":
        return _weekday(day, shift).isoformat()
    if shift.unit == "weekend":
        return _weekend(day, int(shift.count))
    if shift.weekday:
        return (monday + timedelta(weeks=int(shift.count), days=shift.weekday - 1)).isoformat()
    first = monday + timedelta(weeks=int(shift.count))
    return _run([first.isoformat(), (first + timedelta(days=7 * shift.length - 1)).isoformat()])


def _weekday(day: date, shift: Shift) -> date:
    """Return a day of the week: of this week (one half), the last or next one, or the nearest (zero)."""
    back = (day.isoweekday() - shift.weekday) % 7
    if shift.count == Decimal("0.5"):
        return day + timedelta(days=shift.weekday - day.isoweekday())
    if shift.count < 0:
        return day - timedelta(days=(back or 7) + 7 * (-int(shift.count) - 1))
    if shift.count > 0:
        return day + timedelta(days=(7 - back) + 7 * (int(shift.count) - 1))
    return day - timedelta(days=back) if back <= 3 else day + timedelta(days=7 - back)


def _weekend(day: date, count: int) -> str:
    """Return Saturday and Sunday: of this week, the next week's, or the last that were over."""
    saturday = day + timedelta(days=5 - day.weekday()) + timedelta(weeks=count)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def _day(base: str) -> date | None:
    found = _DAY.match(base)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _clock(shift: Shift, base: str) -> str | None:
    found = _DAY.match(base)
    if found is None or found[4] is None:
        return None
    parts = [int(part or 0) for part in found.groups()]
    moment = datetime(*parts) + timedelta(seconds=int(shift.count) * _SECONDS[shift.unit])  # type: ignore[arg-type]
    last = moment + timedelta(seconds=(shift.length - 1) * _SECONDS[shift.unit])
    return _run([point.strftime("%Y-%m-%dT%H:%M:%S") for point in (moment, last)])


def _run(ends: list[str]) -> str:
    return ends[0] if ends[0] == ends[-1] else "/".join(ends)
