"""When a date of this project and the expected value of another project's test say the same.

Peers differ in form and in fineness: a day for «через 3 года», a first day for a month, a day for a clock time. Two
values agree if they name the same time at the coarser fineness of the two; durations agree if they are equally long. A
day or year that this project leaves open on purpose (a clock time alone, a holiday of no named year) is not compared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from svodka.core import edtf
from svodka.core.values import DateValue

_TIME = re.compile(r"(\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T(\d\d)(?::(\d\d))?(?::(\d\d))?)?")
_ISO = re.compile(
    r"P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?"
)
_DAY = Decimal(86400)
_SECONDS = (365 * _DAY, 30 * _DAY, 7 * _DAY, _DAY, Decimal(3600), Decimal(60), Decimal(1))


def agrees(row: dict[str, Any], values: Sequence[DateValue]) -> bool:
    """Tell whether the values found in the text of a row say what its peer expects."""
    expected = row["expected_norm"]
    if row["kind"] == "negative" and not isinstance(expected, dict):
        return not values
    if expected is None or "not a " in str(expected):
        return not values
    if isinstance(expected, dict):
        return all(_fits(part, values) for name, part in expected.items() if isinstance(part, dict))
    wanted = re.sub(r" \((?:exclusive|SET|mod \w+|author's typo)\)|\s*\(SET\)", "", str(expected)).strip()
    if "," in wanted:
        return all(any(_says(value, part, row) for value in values) for part in wanted.strip("{}").split(",")) or any(
            value.edtf == wanted for value in values
        )
    options = [*wanted.split("|"), *_last_included(str(expected))]
    return any(_says(value, option, row) for value in values for option in options)


def _last_included(expected: str) -> list[str]:
    """Return a peer's run with its exclusive end moved to the last unit inside."""
    if not expected.endswith("(exclusive)"):
        return []
    first, last = expected.removesuffix(" (exclusive)").split("/")
    forms = {4: "%Y", 7: "%Y-%m", 10: "%Y-%m-%d", 13: "%Y-%m-%dT%H", 16: "%Y-%m-%dT%H:%M", 19: "%Y-%m-%dT%H:%M:%S"}
    form = forms[len(last)]
    return [f"{first}/{(datetime.strptime(last, form) - timedelta(seconds=1)).strftime(form)}"]


def _says(value: DateValue, wanted: str, row: dict[str, Any]) -> bool:
    own = (value.edtf or value.timex3.value).rstrip("~?")
    if wanted.startswith("P") and value.timex3.type in ("DURATION", "SET"):
        return own == wanted or _length(own) == _length(wanted) is not None
    if wanted.startswith(("XXXX-W", "T")) or ("T" in wanted and wanted[-2:] in ("MO", "EV")):
        return own.endswith(wanted) or own.startswith(f"XXXX-XX-XX{wanted}")
    if own == "PRESENT_REF":
        return wanted in ("PRESENT_REF", row["reference_date"])
    if wanted in (own, value.timex3.value):
        return True
    if row["kind"] == "search" and "/" in own:
        return any(_same(part, wanted) for part in own.split("/"))
    return _same_run(own, wanted, value)


def _same_run(own: str, wanted: str, value: DateValue) -> bool:
    bare = re.sub(r"^\.\./|/\.\.$", "", own), re.sub(r"^\.\./|/\.\.$", "", wanted)
    ours, theirs = bare[0].split("/"), bare[1].split("/")
    if len(ours) == len(theirs):
        return all(_same(a, b) for a, b in zip(ours, theirs, strict=True))
    bounds = (value.start, value.end)
    if len(theirs) == 2 and None not in bounds:
        return all(_same(str(a), b) for a, b in zip(bounds, theirs, strict=True))
    if len(ours) == 2 and len(theirs) == 1 and None not in bounds and edtf.is_valid(theirs[0][:10]):
        day = edtf.bounds(theirs[0][:10])[0] or ""
        return str(bounds[0]) <= day <= str(bounds[1])
    return False


def _same(own: str, wanted: str) -> bool:
    """Compare two points at what both name; open digits are not compared, but something must be left."""
    if edtf.is_valid(own) and own[5:7].isdigit() and int(own[5:7]) > 12:
        first = edtf.bounds(own)[0] or ""
        return own == wanted or wanted.startswith(first[:7])
    mine, theirs = _TIME.match(own), _TIME.match(wanted)
    if mine is None or theirs is None:
        return False
    pairs = [(a, b) for a, b in zip(mine.groups(), theirs.groups(), strict=True) if a and b and "X" not in a + b]
    return bool(pairs) and all(a == b for a, b in pairs)


def _length(value: str) -> Decimal | None:
    found = _ISO.fullmatch(value)
    if found is None:
        return None
    total = sum((Decimal(part) * unit for part, unit in zip(found.groups(), _SECONDS, strict=True) if part), Decimal(0))
    months = Decimal(found[1] or 0) * 12 + Decimal(found[2] or 0)
    return months * 30 * _DAY if months and not any(found.groups()[2:]) else total


def _fits(part: dict[str, int], values: Sequence[DateValue]) -> bool:
    """Tell whether some value has the components that hors names (``From.Day``, ``To.Hour`` …)."""
    names = ("Year", "Month", "Day", "Hour", "Minute")

    def has(side: str, point: str) -> bool:
        found = _TIME.match(point)
        given = {name: found[i + 1] for i, name in enumerate(names)} if found else {}
        return all(
            given.get(key.split(".")[1]) in (None, "XX", "XXXX", f"{number:02}", f"{number:04}")
            for key, number in part.items()
            if key.startswith(side)
        )

    def whole(value: DateValue) -> bool:
        ends = re.sub(r"^\.\./|/\.\.$", "", value.edtf or "").split("/")
        return bool(value.edtf) and has("From", ends[0]) and has("To", ends[-1])

    return any(whole(value) for value in values)
