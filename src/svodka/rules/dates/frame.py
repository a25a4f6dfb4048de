"""What the words before a date make of it: a side of a bound, a reporting or base period, a part, a doubt.

A row of the tables reads the period alone. Here the words to its left are taken off one after the other, the nearest
first: «предположительно | в | начале | 2025 года». The part joins the evidence; the preposition stays outside.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from svodka.core.spans import Span
from svodka.core.values import TimexMod
from svodka.rules.dates.reading import Reading
from svodka.rules.dates.years import qualified

Effect = Literal[
    "start", "after", "not_before", "deadline", "not_after", "until", "as_of", "base", "cumulative", "eve", "night"
]

_REACH = 70
_PART = re.compile(
    r"(?<![\w])(?P<part>начал(?:о|а|е|у|ом)|середин(?:а|ы|е|у|ой)|кон(?:ец|ца|це|цу|цом)|исход(?:|е|у)|перв(?:ая|ой"
    r"|ую)\s+половин(?:а|ы|е|у)"
    r"|втор(?:ая|ой|ую)\s+половин(?:а|ы|е|у))\s+$"
)
_DOUBT = re.compile(
    r"(?<![\w])(?P<word>около|примерно|приблизительно|ориентировочно|порядка|где-то|предположительно|возможно"
    r"|вероятно|предварительно)"
    r",?\s+(?P<between>(?:(?:в|во|на|к|до|с)\s+)?)$"
)
_APPROXIMATE = frozenset({"около", "примерно", "приблизительно", "ориентировочно", "порядка", "где-то"})
_FRAMES: dict[str, Effect] = {
    "с": "start", "со": "start", "начиная с": "start", "не ранее": "not_before", "не раньше": "not_before",
    "не ранее чем": "not_before", "не ранее чем с": "not_before", "не ранее, чем": "not_before",
    "не раньше, чем": "not_before",
    "не позднее, чем": "not_after", "ранее, чем": "not_before", "после": "after", "до": "deadline",
    "вплоть до": "deadline", "к": "deadline", "ко": "deadline", "не позднее": "not_after", "не позже": "not_after",
    "не позднее чем": "not_after", "в срок до": "deadline", "по": "until", "на": "as_of",
    "по состоянию на": "as_of", "за": "cumulative", "по итогам": "cumulative", "по результатам": "cumulative",
    "итоги": "cumulative", "итогам": "cumulative", "итогах": "cumulative", "в сравнении с": "base",
    "по сравнению с": "base", "сравнении со": "base", "сравнению со": "base", "сравнительно с": "base",
    "к уровню": "base", "уровня": "base", "уровень": "base", "уровню": "base", "относительно": "base",
    "относительно уровня": "base", "относительно показателей": "base", "против": "base", "чем в": "base",
    "чем во": "base", "чем за": "base", "чем на": "base", "чем по итогам": "base", "чем": "base", "нежели в": "base",
    "% к": "base", "процентов к": "base", "процента к": "base", "раза к": "base", "роста к": "base",
    "показателей": "base", "показателя": "base", "показателями": "base", "аналогичного": "base",
    "ночь на": "night", "накануне": "eve", "канун": "eve", "в преддверии": "eve", "в канун": "eve", "перед": "eve",
}  # fmt: skip
_LONGEST = 4
_WITH = re.compile(
    r"(?:годом|годами|годах|веком|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)ем|(?:март|август)ом"
    r"|маем|периодом)\b"
)
_SCHEDULED = re.compile(
    r"(?:запланирован|намечен|назначен|перенес|перенос|отложен|приходит|выпада|рассчитан|сдвин|план|прогноз|бюджет|"
    r"программ|мероприят|билет|афиш|расписан|приглаш|анонс|смет|договор|контракт|задани"
    r"|урожа)[а-я]*(?:\s+[а-я]+){0,2}\s+на\s+$"
)
_MOVED = re.compile(r"\s+на\s+\d")  # «отложен с 2024 на 2026 год» opens no bound
_FILLER = re.compile(
    r"(?<![\w])(?:же|уже|ещё|еще|самого|самый|самом|конец|всего|только|весь|засушлив[а-я]+|кризисн[а-я]+"
    r"|рекордн[а-я]+|докризисн[а-я]+|благоприятн[а-я]+)\s+$"
)


def framed(reading: Reading, span: Span, folded: str) -> tuple[Reading, Span]:
    """Return the reading and its evidence after the words before it have been heard.

    Args:
        reading: What the words of the period say.
        span: Where they stand.
        folded: The folded text.

    Examples:
        >>> reading, span = framed(Reading("2025", "year"), Span(9, 18), "до конца 2025 года")
        >>> reading.edtf, reading.role, reading.mod, span.start
        ('../2025', 'deadline', 'END', 3)
    """
    if reading.edtf is None or reading.edtf[:1] == "/":
        return reading, span
    before = folded[max(0, span.start - _REACH) : span.start]
    if filler := _FILLER.search(before):
        before = before[: filler.start()]
    elif part := _PART.search(before):
        span = Span(span.start - len(before) + part.start(), span.end)
        reading, before = _parted(reading, part["part"]), before[: part.start()]
    if doubt := _DOUBT.search(before):
        approximate = doubt["word"] in _APPROXIMATE
        reading = qualified(reading, "~" if approximate else "?")
        reading = replace(reading, mod=reading.mod or ("APPROX" if approximate else None))
        before = before[: doubt.start()] + doubt["between"]
    if _MOVED.match(folded, span.end):
        return reading, span
    return _governed(reading, before, folded[span.start : span.end]), span


def _parted(reading: Reading, part: str) -> Reading:
    mod: TimexMod = "START" if part[:3] in ("нач", "пер") else "MID" if part.startswith("сер") else "END"
    return replace(reading, mod=mod)


def _governed(reading: Reading, before: str, own: str) -> Reading:
    effect = _effect(before)
    if effect is None or (effect == "start" and _WITH.search(own)):
        return reading
    if reading.role == "holiday":
        return replace(reading, mod="BEFORE") if effect == "eve" else reading
    if effect == "base":
        return replace(reading, role="base_period")
    if effect in ("eve", "night"):
        night = effect == "night"
        return replace(reading, part="NI") if night else replace(reading, mod=reading.mod or "BEFORE")
    if reading.role == "base_period":
        return reading
    if effect == "cumulative":
        return replace(reading, role="cumulative") if reading.grain in _REPORTED else reading
    if effect == "as_of":
        names_day = reading.grain == "day" and "/" not in (reading.edtf or "") and "XX-XX" not in (reading.edtf or "")
        as_of = (names_day or reading.mod == "START") and not _SCHEDULED.search(before)
        return replace(reading, role="as_of") if as_of or "состоянию" in before else reading
    return _bounded(reading, effect)


_REPORTED = frozenset({"month", "quarter", "half", "year"})
_MODS: dict[Effect, TimexMod] = {"after": "AFTER", "not_before": "ON_OR_AFTER", "not_after": "ON_OR_BEFORE"}


def _bounded(reading: Reading, effect: Effect) -> Reading:
    """Open the reading on the side that the preposition leaves open."""
    core = reading.edtf or ""
    if "/" in core or core[:1] == "{":
        return reading
    mod = _MODS.get(effect, reading.mod)
    if effect in ("start", "after", "not_before"):
        return replace(reading, edtf=f"{_filled(core, '0')}/..", role="start", mod=mod)
    if effect == "until":
        later = reading.mod is None and reading.grain in ("day", "year", "month") and core[:4] != "XXXX"
        return replace(reading, edtf=f"../{core}", role="end") if later else reading
    return replace(reading, edtf=f"../{_filled(core, '9')}", role="deadline", mod=mod)


def _filled(core: str, digit: str) -> str:
    """Write the first or last year of a decade or century, which cannot be an end of an EDTF interval."""
    return core[:4].replace("X", digit) + core[4:] if core[:2].isdigit() else core


def _effect(before: str) -> Effect | None:
    """Return what the last words before the period do, the longest phrase first."""
    words = before.replace("(", " ").split()
    if not before[-1:].isspace():
        return None
    for size in range(min(_LONGEST, len(words)), 0, -1):
        effect = _FRAMES.get(" ".join(words[-size:]))
        if effect is not None:
            return effect
    return None
