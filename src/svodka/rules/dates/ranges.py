"""Two dates that stand whole beside each other and mean one stretch of time: «с весны 2020 по осень 2021 года»."""

from __future__ import annotations

import re
from dataclasses import replace

from svodka.core.spans import Span
from svodka.rules.dates.reading import Reading
from svodka.rules.rule import Match

_JOINT = re.compile(r"\s*[–-]\s*|\s+по\s+|\s+до\s+|\s+и\s+(?:до\s+)?")
_OPENERS = {"по": re.compile(r"(?<![\w])(?:с|со)\s+$"), "до": re.compile(r"(?<![\w])(?:с|со|от)\s+$"),
            "и": re.compile(r"(?<![\w])между\s+$")}  # fmt: skip
_ORDER = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")


def joined(found: list[Match[Reading]], folded: str) -> list[Match[Reading]]:
    """Return the matches with neighbours joined that make one range."""
    result: list[Match[Reading]] = []
    for match in found:
        if result and (whole := _range(result[-1], match, folded)):
            result[-1] = whole
        else:
            result.append(match)
    return result


def _range(first: Match[Reading], last: Match[Reading], folded: str) -> Match[Reading] | None:
    between = folded[first.span.end : last.span.start]
    joint = _JOINT.fullmatch(between) if len(between) < 12 else None
    if joint and (run := _run_of_days(first, last)):
        return run
    if joint is None or not _single(first.value) or not _single(last.value) or first.value.grain != last.value.grain:
        return None
    opener = _OPENERS.get(between.split()[0] if between.split() else "")
    if opener and not opener.search(folded[max(0, first.span.start - 12) : first.span.start]):
        return None
    template = _shared(first.value, last.value)
    if template is None:
        return None
    span = Span(first.span.start, last.span.end)
    value = replace(last.value, edtf=template, role=None, shift=last.value.shift or first.value.shift)
    return Match(span, span, value, first.rule)


def _run_of_days(first: Match[Reading], last: Match[Reading]) -> Match[Reading] | None:
    """Return «сегодня – завтра» as one run of days that is counted from the anchor date."""
    a, b = first.value.shift, last.value.shift
    whole = first.value.edtf == last.value.edtf == "XXXX-XX-XX"
    if not whole or a is None or b is None or {a.unit, b.unit} != {"day"} or a.base != b.base or a.count >= b.count:
        return None
    span = Span(first.span.start, last.span.end)
    shift = replace(a, length=int(b.count - a.count) + 1)
    return Match(span, span, Reading("XXXX-XX-XX", "day", shift=shift), first.rule)


def _single(reading: Reading) -> bool:
    edtf = reading.edtf or "/"
    counted = reading.shift is not None and set(edtf) <= {"X", "-"}
    return "/" not in edtf and edtf[0] != "{" and not counted


def _shared(first: Reading, last: Reading) -> str | None:
    """Give the open end the year of the other; a run that passes New Year begins in the year before."""
    a, b = first.edtf or "", last.edtf or ""
    if a.startswith("XXXX-XX-XXT") and b.startswith("XXXX-XX-XXT"):
        return f"{a}/{b}" if a < b else None
    if a.startswith("XXXX-XX") or b.startswith("XXXX-XX"):
        return None
    if a.startswith("XXXX") and b[:4].isdigit():
        a = f"{int(b[:4]) - (a[4:] > b[4:])}{a[4:]}"
    elif b.startswith("XXXX") and a[:4].isdigit():
        b = f"{int(a[:4]) + (b[4:] < a[4:])}{b[4:]}"
    elif first.shift != last.shift:
        return None
    return f"{a}/{b}" if a < b else None
