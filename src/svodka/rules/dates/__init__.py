"""When: tables of date expressions, one module for each kind, and the two steps that read their surroundings.

``read`` finds the expressions of a text: the rows of the tables, traps taken out, neighbours joined to ranges
(``ranges``), parts of the day joined to their day (``parts``), then the words before each heard (``frame``). What the
words leave open is filled later, in document order, by ``rules.resolve``. Patterns work on folded text: small letters,
ё as е, every dash an en dash.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from svodka.rules.dates.clock import CLOCKS
from svodka.rules.dates.counted import COUNTED
from svodka.rules.dates.days import DAYS
from svodka.rules.dates.durations import DURATIONS
from svodka.rules.dates.frame import framed
from svodka.rules.dates.holidays import HOLIDAYS
from svodka.rules.dates.parts import PARTS, with_parts
from svodka.rules.dates.periods import PERIODS
from svodka.rules.dates.ranges import joined
from svodka.rules.dates.reading import Reading, Shift
from svodka.rules.dates.relative import RELATIVES
from svodka.rules.dates.seasons import SEASONAL
from svodka.rules.dates.sets import SETS
from svodka.rules.dates.traps import TRAPS
from svodka.rules.dates.vague import VAGUE
from svodka.rules.dates.words import MONTHS
from svodka.rules.dates.years import YEARS
from svodka.rules.rule import Match, Rule, fold
from svodka.rules.table import Table

__all__ = ["DATES", "MONTHS", "TABLE", "TRAPS", "Reading", "Shift", "forget", "read"]

_REMEMBERED = 32

DATES: tuple[Rule[Reading], ...] = (
    *DAYS, *PERIODS, *SEASONAL, *YEARS, *RELATIVES, *COUNTED, *HOLIDAYS, *VAGUE, *SETS, *DURATIONS, *CLOCKS, *PARTS,
)  # fmt: skip
TABLE = Table(DATES, TRAPS)


def read(text: str) -> list[Match[Reading]]:
    """Return the date expressions of a text with their readings, in text order.

    Examples:
        >>> [(match.value.edtf, match.value.role) for match in read("С 2009 года по итогам I квартала 2022 года")]
        [('2009/..', 'start'), ('2022-33', 'cumulative')]
    """
    return list(_read(text))


def forget() -> None:
    """Read again what was read before: for those who measure."""
    _read.cache_clear()


@lru_cache(_REMEMBERED)
def _read(text: str) -> tuple[Match[Reading], ...]:
    """Read a text once for the two that ask: the anchor date, and the component some documents later."""
    folded = fold(text)
    result = []
    for match in with_parts(joined(TABLE.search(folded), folded), folded):
        reading, span = framed(match.value, match.span, folded)
        result.append(replace(match, value=reading, span=span))
    return tuple(result)
