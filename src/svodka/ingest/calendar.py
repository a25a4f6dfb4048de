"""Dates of publication as carriers write them, to ISO days."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d\d)\.(?P<year>\d{4})(?!\d)")


def iso_day(value: str) -> str | None:
    """Return the day that a header, a feed or a cell states, as it stands there, or ``None``.

    Examples:
        >>> iso_day("Mon, 02 Jan 2006 17:25:00 +0300"), iso_day("2024-03-15T10:00:00Z"), iso_day("15.03.2024 г.")
        ('2006-01-02', '2024-03-15', '2024-03-15')
        >>> iso_day("вчера"), iso_day("2024-02-30")
        (None, None)
    """
    found = _ISO.match(value.strip()) or _DOTTED.match(value.strip())
    if found:
        parts: tuple[int, ...] = tuple(int(found[name]) for name in ("year", "month", "day"))
    else:
        try:
            parts = tuple((parsedate(value) or ())[:3])
        except (ValueError, IndexError, TypeError, OverflowError):
            return None
    try:
        return date(*parts).isoformat()
    except (ValueError, TypeError, OverflowError):
        return None
