"""Parts of the day: alone, or joined to the day beside them («вечером 5 мая», «вчера вечером»)."""

from __future__ import annotations

import re
from dataclasses import replace

from svodka.core.spans import Span
from svodka.core.values import Timex
from svodka.rules.dates.reading import Reading, Shift
from svodka.rules.forms import alternation
from svodka.rules.rule import Groups, Match, Rule

_CODES = {"утром": "MO", "днем": "AF", "вечером": "EV", "ночью": "NI"}
_SIDES = {"вчерашн": -1, "прошл": -1, "минувш": -1, "эт": 0, "сегодняшн": 0, "завтрашн": 1, "следующ": 1}
_BETWEEN = re.compile(r",?\s+(?:(?:в|во)\s+)?")


def part(groups: Groups) -> Reading:
    """Read «утром», «вечером» as TIMEX3's parts of the day; the day stays open."""
    code = _CODES[groups["part"]]
    return Reading(None, None, timex=Timex(type="TIME", value=f"XXXX-XX-XXT{code}"), part=code)


def near_part(groups: Groups) -> Reading:
    """Read «этим утром», «прошлой ночью»: last night began on the day before."""
    code, count = _CODES[groups["part"]], _SIDES[groups["side"]]
    length = 2 if code == "NI" and count < 0 else 1
    return Reading("XXXX-XX-XX", "day", shift=Shift("day", count, length=length), part=code)


def with_parts(found: list[Match[Reading]], folded: str) -> list[Match[Reading]]:
    """Return the matches with each part of the day joined to the day right before or after it."""
    result: list[Match[Reading]] = []
    for match in found:
        if result and (whole := _moment(result[-1], match, folded)):
            result[-1] = whole
        else:
            result.append(match)
    return result


def _moment(first: Match[Reading], last: Match[Reading], folded: str) -> Match[Reading] | None:
    if not _BETWEEN.fullmatch(folded, first.span.end, last.span.start):
        return None
    for day, time in ((first, last), (last, first)):
        point = day.value.grain == "day" and not day.value.part and not set(day.value.edtf or "/") & set("/{")
        if point and time.value.edtf is None and time.value.part:
            span = Span(first.span.start, last.span.end)
            return Match(span, span, replace(day.value, part=time.value.part), day.rule)
    return None


_NAMED = "утром|вечером|ночью"

PARTS: tuple[Rule[Reading], ...] = (
    Rule(
        id="date.part_of_day",
        cue=_NAMED,
        pattern=rf"(?<![\w])(?P<span>(?P<part>{_NAMED}))(?![а-я])",
        value=part,
        finds=("[утром|XXXX-XX-XXTMO] открыли",),
        skips=("утренник",),
    ),
    Rule(
        id="date.daytime",
        cue="днем",
        pattern=r"(?:(?<=вчера\s)|(?<=сегодня\s)|(?<=завтра\s))(?P<span>(?P<part>днем))(?![а-я])(?!\s+(?:раньше|ранее|поз))",
        value=part,
        finds=("завтра [днём|XXXX-XX-XXTAF] потеплеет",),
        skips=("накануне, днём", "с днём рождения"),
    ),
    Rule(
        id="date.near_part",
        cue=_NAMED,
        pattern=rf"(?<![\w-])(?P<span>(?P<side>{alternation(_SIDES)})(?:им|ым|ей|ой)\s+(?P<part>{_NAMED}))(?![а-я])",
        value=near_part,
        finds=("[этим утром|XXXX-XX-XX]", "[прошлой ночью|XXXX-XX-XX]", "[вчерашним вечером|XXXX-XX-XX]"),
        skips=("прошлой осенью ночью", "поэтим утром"),
    ),
)
