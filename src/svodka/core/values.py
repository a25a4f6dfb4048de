"""Normalised values: numbers, dates, figures. Plain data that rules make and records carry.

Dates are given twice, as EDTF (ISO 8601-2:2019, levels 1 and 2) and as TimeML's TIMEX3; numbers are decimal strings.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

Grain = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
]
DateRole = Literal["start", "end", "deadline", "as_of", "base_period", "cumulative", "holiday", "anniversary"]
ResolvedBy = Literal["explicit", "anchor", "antecedent", "none"]
TimexMod = Literal[
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
    "START", "MID", "END", "APPROX",
]  # fmt: skip
FigureKind = Literal[
    "count", "money", "percent", "share", "change", "measure", "rank", "ordinal", "ratio", "score", "age", "duration",
    "anniversary", "attribute",
]  # fmt: skip
Comparator = Literal["eq", "approx", "almost", "gt", "ge", "lt", "le", "range"]
ChangeForm = Literal["delta_pct", "delta_abs", "factor", "from_to", "growth_rate", "yoy"]
Direction = Literal["up", "down", "none"]


class Frozen(BaseModel):
    """A value that never changes and holds no field its schema does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Timex(Frozen):
    """A TIMEX3 annotation (TimeML 1.2.1): type, value and the attributes that qualify it."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: TimexMod | None = None
    quant: str | None = None
    freq: str | None = None


class DateValue(Frozen):
    """When: a calendar period, a duration or a set of times.

    ``start`` and ``end`` are inclusive calendar days (``YYYY-MM-DD``), ``None`` where the period is open or unknown.
    """

    edtf: str | None
    timex3: Timex
    start: str | None = None
    end: str | None = None
    grain: Grain | None = None
    role: DateRole | None = None
    resolved_by: ResolvedBy = "explicit"
    alternatives: tuple[str, ...] = ()


class Change(Frozen):
    """How a quantity moved; ``factor`` is new divided by old, wherever that can be derived."""

    form: ChangeForm
    direction: Direction = "none"
    factor: str | None = None


class FigureValue(Frozen):
    """How much: the number or bounds, the unit, and how the text hedges it.

    ``unit`` is an ISO 4217 code, ``%``, ``pp``, ``x``, ``1``, a UCUM-style symbol, or the lemma of the counted noun.
    """

    kind: FigureKind
    value: str | None = None
    low: str | None = None
    high: str | None = None
    comparator: Comparator = "eq"
    unit: str | None = None
    change: Change | None = None
    currency_basis: Literal["explicit", "document"] | None = None
    issues: tuple[str, ...] = ()


def plain(number: Decimal) -> str:
    """Write a decimal number the one canonical way: no exponent, no trailing zeros, no negative zero.

    Examples:
        >>> plain(Decimal("1.20E+9")), plain(Decimal("1.50")), plain(Decimal("-0.0"))
        ('1200000000', '1.5', '0')
    """
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
