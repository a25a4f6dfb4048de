"""What a date expression says by itself, before anything else in the text has been asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from svodka.core.values import DateRole, Grain, Timex, TimexMod

Unit = Literal[
    "second", "minute", "hour", "day", "weekday", "weekend", "week", "month", "quarter", "half", "year", "decade",
    "century",
]  # fmt: skip

_TEMPLATES: dict[str, str] = {
    "second": "XXXX-XX-XX", "minute": "XXXX-XX-XX", "hour": "XXXX-XX-XX", "day": "XXXX-XX-XX", "weekday": "XXXX-XX-XX",
    "weekend": "XXXX-XX-XX", "week": "XXXX-XX-XX", "month": "XXXX-XX", "quarter": "XXXX-XX", "half": "XXXX-XX",
    "year": "XXXX", "decade": "XXXX", "century": "XXXX",
}  # fmt: skip
_GRAINS: dict[str, Grain] = {"weekday": "day", "weekend": "day"}


@dataclass(frozen=True, slots=True)
class Shift:
    """Where an open date is to be counted from.

    Attributes:
        unit: What is counted. With ``weekday`` the day of the week stands in ``weekday``.
        count: How many units after (or, below zero, before) the base.
        base: The anchor date, the date that the text named last, or that date's own months and days (``period``:
            «за тот же период»).
        length: How many units the expression covers: «последние пять лет» ends at the base and covers five.
        weekday: Monday is 1; 0 where no weekday is meant.
    """

    unit: Unit
    count: Decimal | int = 0
    base: Literal["anchor", "antecedent", "period"] = "anchor"
    length: int = 1
    weekday: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What a date expression says by itself.

    Attributes:
        edtf: Template with ``X`` for open digits; ``None`` for durations, sets and vague times.
        grain: The finest unit that the words name.
        role: What the date does in its sentence.
        mod: TIMEX3 modifier.
        shift: How to fill the template where it counts from another date; without it an open year is the nearest one.
        timex: The TIMEX3 value where no EDTF can say it.
        alternatives: Other templates that the words allow («20-е годы»).
        weak: The words mean a time only if something in the text or the anchor date settles it («план на год»).
        fallback: The TIMEX3 value that remains where nothing settles the day («сегодня», «во вторник»).
        part: TIMEX3's part of the day («вечером 5 мая»).
        moving: The day that the words mean in a year, as soon as the year is known («в третий понедельник мая»).
        weekday: The day of the week that the words give beside the day (Monday is 1); it bears witness to the year.
    """

    edtf: str | None
    grain: Grain | None
    role: DateRole | None = None
    mod: TimexMod | None = None
    shift: Shift | None = None
    timex: Timex | None = None
    alternatives: tuple[str, ...] = ()
    weak: bool = False
    fallback: str | None = None
    part: str | None = None
    moving: Callable[[int], date] | None = None
    weekday: int = 0

    def shown(self) -> str:
        """Return the short form in which examples name a reading: the template, else the TIMEX3 value."""
        return self.edtf or (self.timex.value if self.timex else "")


def open_reading(shift: Shift, mod: TimexMod | None = None) -> Reading:
    """Return the reading of a whole period that only counting can tell."""
    grain: Grain = _GRAINS.get(shift.unit) or shift.unit  # type: ignore[assignment]
    return Reading(_TEMPLATES[shift.unit], grain, mod=mod, shift=shift)


def vague(value: str) -> Reading:
    """Return the reading of words that name no period: ``PAST_REF``, ``PRESENT_REF``, ``FUTURE_REF``."""
    return Reading(None, None, timex=Timex(type="DATE", value=value))
