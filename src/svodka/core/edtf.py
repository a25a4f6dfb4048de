"""EDTF values (ISO 8601-2:2019, levels 1 and 2): validity, bounds, grain, TIMEX3.

Dates, times, intervals, open intervals, sets, unspecified digits (``199X``, ``19XX``, ``XXXX-05``),
qualifiers (``~ ? %``), seasons 21–24, quarters 33–36 and halves 40–41. A season follows the calendar of the
northern hemisphere and begins in its year: ``2024-24``, the winter of 2024, runs from December 2024 to the
end of February 2025. A decade or century is the set of years that share its leading digits: ``19XX`` is
1900 to 1999.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from svodka.core.values import Grain

_POINT = re.compile(
    r"""(?P<year>-?(?:\d{4}|\d{3}X|\d{2}XX)|XXXX)
        (?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?
        (?:T(?P<hour>\d{2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2}))?)?(?:Z|[+-]\d{2}:\d{2})?)?""",
    re.VERBOSE,
)
_QUALIFIER = re.compile(r"(?<=[\dX])[?~%](?=-|T|$)|(?:(?<=^)|(?<=-))[?~%](?=[\dX])")
_GROUPS: dict[int, tuple[int, int, Grain, str]] = {  # code: first month, months, grain, TIMEX3 suffix
    21: (3, 3, "season", "SP"), 22: (6, 3, "season", "SU"),
    23: (9, 3, "season", "FA"), 24: (12, 3, "season", "WI"),
    33: (1, 3, "quarter", "Q1"), 34: (4, 3, "quarter", "Q2"),
    35: (7, 3, "quarter", "Q3"), 36: (10, 3, "quarter", "Q4"),
    40: (1, 6, "half", "H1"), 41: (7, 6, "half", "H2"),
}  # fmt: skip
_FINEST: tuple[Grain, ...] = (
    "second", "minute", "hour", "day", "week", "month", "quarter", "half", "season", "year", "decade",
    "century",
)  # fmt: skip
_OPEN = ("..", "")


@dataclass(frozen=True, slots=True)
class _Point:
    """One date or time as written, qualifiers removed; ``None`` where a component is not given."""

    year: str
    month: str | None
    day: str | None
    hour: str | None
    minute: str | None
    second: str | None

    @property
    def group(self) -> tuple[int, int, Grain, str] | None:
        """The season, quarter or half that stands in the place of the month."""
        return _GROUPS.get(int(self.month)) if self.month and self.month.isdigit() else None


def is_valid(edtf: str) -> bool:
    """Tell whether ``edtf`` is a well-formed value that names possible days.

    Examples:
        >>> [is_valid(value) for value in ("2022-01/2022-11", "../2030", "XXXX-02-29")]
        [True, True, True]
        >>> [is_valid(value) for value in ("2023-02-29", "2022-13", "2030/2020")]
        [False, False, False]
    """
    try:
        bounds(edtf)
    except ValueError:
        return False
    return True


def bounds(edtf: str, mod: str | None = None) -> tuple[str | None, str | None]:
    """Return the first and the last calendar day, ``None`` where the value is open or not anchored to a year.

    Args:
        edtf: The value.
        mod: TIMEX3's qualifier: with ``BEFORE`` an open interval ends the day before its named period begins, with
            ``AFTER`` it starts the day after that period ends. Other qualifiers leave the bounds alone.

    Raises:
        ValueError: If the value is malformed or names no possible day.

    Examples:
        >>> bounds("2022-02"), bounds("2009/.."), bounds("../2017", "BEFORE")
        (('2022-02-01', '2022-02-28'), ('2009-01-01', None), (None, '2016-12-31'))
        >>> bounds("199X"), bounds("XXXX-05")
        (('1990-01-01', '1999-12-31'), (None, None))
    """
    if edtf[:1] in ("{", "["):
        return _hull([bounds(member) for member in _members(edtf)])
    first, last = _ends(edtf)
    if first is None or last is None:
        return _half_open(first, last, mod)
    start, end = _days(first)[0], _days(last)[1]
    if start and end and start > end:
        raise ValueError(f"{edtf!r} ends before it starts")
    return start, end


def grain(edtf: str) -> Grain:
    """Return the finest unit that the value names.

    Examples:
        >>> [grain(v) for v in ("2022-33", "2022-01/2022-11", "199X", "2025-05-29T09:00:00", "2024-24")]
        ['quarter', 'month', 'decade', 'minute', 'season']
    """
    return min((_point_grain(point) for point in _points(edtf)), key=_FINEST.index)


def timex_value(edtf: str) -> str:
    """Return the TIMEX3 value of the same time; of a half-open interval the named period alone.

    Examples:
        >>> [timex_value(v) for v in ("2022-33", "2009/..", "1910~", "2024-24", "2022-01/2022-11", "18XX")]
        ['2022-Q1', '2009', '1910', '2024-WI', '2022-01/2022-11', '18']
        >>> timex_value("XXXX-XX-XXT18:20:00"), timex_value("2025-05-29T09:00:00")
        ('T18:20', '2025-05-29T09:00')
    """
    joint = "," if edtf[:1] in ("{", "[") else "/"
    return joint.join(_timex(point) for point in _points(edtf))


def timex_type(edtf: str) -> str:
    """Return ``TIME`` for a clock time, else ``DATE``."""
    return "TIME" if "T" in edtf else "DATE"


def timex_mod(edtf: str) -> str | None:
    """Return ``APPROX`` where the value is qualified as approximate, else ``None``."""
    return "APPROX" if re.search("[~%]", edtf) else None


def _members(edtf: str) -> list[str]:
    """Return the members of a set, ranges written as intervals."""
    if edtf[-1:] != {"{": "}", "[": "]"}[edtf[0]] or len(edtf) < 3:
        raise ValueError(f"{edtf!r} is not a closed set")
    return [re.sub(r"(?<=.)\.\.(?=.)", "/", member.strip()) for member in edtf[1:-1].split(",")]


def _ends(edtf: str) -> tuple[_Point | None, _Point | None]:
    """Return both ends of an interval, or the one date twice."""
    parts = edtf.split("/")
    if len(parts) > 2 or all(part in _OPEN for part in parts):
        raise ValueError(f"{edtf!r} is not an EDTF value")
    ends = [None if part in _OPEN else _point(part) for part in parts]
    return ends[0], ends[-1]


def _points(edtf: str) -> Iterator[_Point]:
    members = _members(edtf) if edtf[:1] in ("{", "[") else [edtf]
    for member in members:
        ends = _ends(member)
        yield from (end for end in (ends if "/" in member else ends[:1]) if end)


@lru_cache(maxsize=4096)  # a value is checked, bounded and graded, and a release names the same days again and again
def _point(text: str) -> _Point:
    match = _POINT.fullmatch(_QUALIFIER.sub("", text))
    if match is None:
        raise ValueError(f"{text!r} is not an EDTF date")
    point = _Point(**match.groupdict())
    _require_possible(point, text)
    return point


def _require_possible(point: _Point, text: str) -> None:
    """Refuse a month, day or clock time that no calendar has; an unspecified year may be a leap year."""
    year = int(point.year) if point.year.isdigit() else 2000  # of a year before the common era too
    month = int(point.month) if point.month and point.month.isdigit() else 1
    if (point.group and point.day) or not (point.group or 1 <= month <= 12) or year == 0:
        raise ValueError(f"{text!r} has no such month")
    longest = monthrange(year, month)[1] if not point.group else 31
    if point.day and point.day.isdigit() and not 1 <= int(point.day) <= longest:
        raise ValueError(f"{text!r} has no such day")
    limits = ((point.hour, 24), (point.minute, 59), (point.second, 60))
    if (point.hour and not point.day) or any(value and int(value) > limit for value, limit in limits):
        raise ValueError(f"{text!r} has no such time")


def _days(point: _Point) -> tuple[str | None, str | None]:
    """Return the first and the last day of one point in time."""
    if point.year == "XXXX" or point.year[0] == "-":
        return None, None
    if point.month is None or not point.month.isdigit():
        return point.year.replace("X", "0") + "-01-01", point.year.replace("X", "9") + "-12-31"
    if "X" in point.year:
        return None, None
    if point.day is not None and point.day.isdigit():
        day = f"{point.year}-{point.month}-{point.day}"
        return day, day
    month, count = (point.group[0], point.group[1]) if point.group else (int(point.month), 1)
    return _months(int(point.year), month, count)


def _months(year: int, month: int, count: int) -> tuple[str, str]:
    """Return the first and the last day of ``count`` months that begin with ``month``."""
    after = year * 12 + month - 1 + count
    last = date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
    return date(year, month, 1).isoformat(), last.isoformat()


def _half_open(first: _Point | None, last: _Point | None, mod: str | None) -> tuple[str | None, str | None]:
    if first is not None:
        start, end = _days(first)
        return (_shift(end, 1) if mod == "AFTER" else start), None
    start, end = _days(last) if last is not None else (None, None)
    return None, (_shift(start, -1) if mod == "BEFORE" else end)


def _shift(day: str | None, days: int) -> str | None:
    return None if day is None else (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _hull(ranges: list[tuple[str | None, str | None]]) -> tuple[str | None, str | None]:
    """Return the earliest start and the latest end; an open or unknown member leaves its side open."""
    starts, ends = [start for start, _ in ranges if start], [end for _, end in ranges if end]
    whole = len(ranges)
    return (min(starts) if len(starts) == whole else None), (max(ends) if len(ends) == whole else None)


def _point_grain(point: _Point) -> Grain:
    if point.hour:
        return ("second" if point.second not in (None, "00") else "minute") if point.minute else "hour"
    if point.day and point.day.isdigit():
        return "day"
    if point.month and point.month.isdigit():
        return point.group[2] if point.group else "month"
    unspecified = point.year.count("X")
    return ("year", "decade", "century")[unspecified] if unspecified < 3 else "year"


def _timex(point: _Point) -> str:
    clock = "T" + ":".join(filter(None, (point.hour, point.minute))) if point.hour else ""
    if clock and point.second not in (None, "00"):
        clock += f":{point.second}"
    if point.group:
        return f"{point.year}-{point.group[3]}"
    day = "-".join(filter(None, (point.year, point.month, point.day)))
    if re.fullmatch(r"\d\dXX", day):
        return day[:2]
    return clock if clock and set(day) <= {"X", "-"} else day + clock
