"""From what a date expression says to when it was: resolution in document order.

The readings of ``rules.dates`` leave open what the words leave open. Here the open year or day is filled, in this
order: an explicit antecedent («в мае того же года»), a date of the same or the previous sentence, then the anchor date
with the tense of the governing verb. What none of these settles stays partial. The clock is never read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from svodka.core import edtf
from svodka.core.spans import Span
from svodka.core.values import DateValue, ResolvedBy, Timex
from svodka.rules import calendar
from svodka.rules.dates.reading import Reading, Shift

Tense = Literal["past", "future"]

OPEN_YEAR = "XXXX"
_REACH = 12  # so many dates back an antecedent may lie
_FAR = 62  # days by which a date may lie on the wrong side of the anchor before its tense moves it to another year
_HALF_A_YEAR = 270  # days after which, without a tense, the year beside the anchor's is the nearer one
_LONG = frozenset({"month", "quarter", "half", "season", "year", "decade", "century"})
_SCHEDULE = 6  # sentences or lines over which a day heads its clock times


@dataclass(frozen=True, slots=True)
class _Settled:
    """A template filled as far as possible: what filled it, and the other value that is possible."""

    edtf: str
    origin: ResolvedBy
    alternatives: tuple[str, ...] = ()

    @property
    def core(self) -> str:
        """The value without the open side of a bound, and without its qualifier."""
        return self.edtf.removeprefix("../").removesuffix("/..").rstrip("~?%")


@dataclass(frozen=True, slots=True)
class _Item:
    """One expression on its way."""

    span: Span
    reading: Reading
    sentence: int
    tense: Tense | None


def resolve(
    found: Sequence[tuple[Span, Reading]],
    sentences: Sequence[Span],
    anchor: str | None,
    tenses: Sequence[Tense | None] = (),
) -> list[DateValue | None]:
    """Return the value of each reading, in order; ``None`` where its words turn out to mean no time.

    Args:
        found: Evidence and reading, in text order.
        sentences: Sentence spans of the same text, in order.
        anchor: EDTF day, month or year from which relative expressions count, or ``None``.
        tenses: The tense of the verb that governs each expression, as far as it is known.

    Examples:
        >>> year, day = Reading("2022-12-21", "day"), Reading("XXXX-11-24", "day")
        >>> values = resolve([(Span(0, 18), year), (Span(45, 54), day)], [Span(0, 60)], None)
        >>> values[1].edtf
        '2022-11-24'
    """
    items = _items(found, sentences, tenses)
    settled: list[_Settled | None] = []
    for index, item in enumerate(items):
        settled.append(_settle(items, index, settled, anchor) if item.reading.edtf is not None else None)
    return [_value(item, result, anchor) for item, result in zip(items, settled, strict=True)]


def _items(
    found: Sequence[tuple[Span, Reading]], sentences: Sequence[Span], tenses: Sequence[Tense | None]
) -> list[_Item]:
    items, number = [], 0
    for index, (span, reading) in enumerate(found):
        while number < len(sentences) and sentences[number].end <= span.start:
            number += 1
        items.append(_Item(span, reading, number, tenses[index] if index < len(tenses) else None))
    return items


def _names_year(template: str) -> bool:
    """Tell whether a template begins with a whole year: a decade or an open year is nothing to count from."""
    return template.removeprefix("../")[:4].isdigit()


def _settle(items: Sequence[_Item], index: int, settled: Sequence[_Settled | None], anchor: str | None) -> _Settled:
    """Fill one template; say what filled it."""
    reading = items[index].reading
    template, shift = reading.edtf or "", reading.shift
    if shift is not None and shift.base == "period" and reading.role != "base_period" and anchor:
        return _from_anchor(items[index], anchor)
    if shift is not None and shift.base != "anchor":
        return _from_antecedent(items, index, settled, anchor)
    if shift is not None:
        return _from_anchor(items[index], anchor)
    if OPEN_YEAR not in template:
        return _Settled(template, "explicit")
    if "-XX-XXT" in template:
        return _on_the_day(template, items[index], items, settled)
    if reading.role == "holiday" or not template.removeprefix("../").lstrip("{").startswith(f"{OPEN_YEAR}-"):
        return _Settled(template, "none")
    if year := _lent_year(items, index, settled, anchor):
        return _Settled(_with_year(template, year), "antecedent")
    return _nearest_year(items[index], anchor)


def _with_year(template: str, year: int) -> str:
    return template.replace(OPEN_YEAR, f"{year:04}")


def _lent_year(
    items: Sequence[_Item], index: int, settled: Sequence[_Settled | None], anchor: str | None
) -> int | None:
    """Return the year of the nearest date in the same sentence, else of the one before.

    Where a day or month anchors the text, only a date of the same sentence that itself names a month, or a plain year
    right before, is nearer than the anchor: a press release leaves out the year in which it is told.
    """
    here = items[index]
    best: tuple[int, int] | None = None
    for other in range(max(0, index - 6), min(len(items), index + 4)):
        item = items[other]
        if other == index or not 0 <= here.sentence - item.sentence <= 1:
            continue
        core = _lender(item, settled[other] if other < len(settled) else None)
        if core is None or not _may_lend(here, item, core, anchor):
            continue
        distance = max(item.span.start - here.span.end, here.span.start - item.span.end)
        rank = distance + 10_000 * (here.sentence - item.sentence)
        if best is None or rank < best[0]:
            best = (rank, int(core[:4]))
    return best[1] if best else None


def _lender(item: _Item, result: _Settled | None) -> str | None:
    """Return the value of an item that can lend its year: closed, with a year, no base period, no deadline."""
    reading = item.reading
    if reading.edtf is None or reading.role in ("base_period", "holiday"):
        return None
    value = result.edtf if result else reading.edtf if reading.shift is None else OPEN_YEAR
    bounded = value.startswith("../") or value.endswith("/..")
    core = value.removeprefix("../").removesuffix("/..")
    if not _names_year(core) or (bounded and reading.grain == "year") or (reading.role == "deadline"):
        return None
    return None if "/" in core and core[:4] != core.split("/")[1][:4] else core


def _may_lend(here: _Item, item: _Item, core: str, anchor: str | None) -> bool:
    if anchor is None or not anchor[4:]:
        return True
    if here.sentence == item.sentence:
        close = 0 <= here.span.start - item.span.end <= 60
        return item.reading.grain in ("day", "minute") or (close and item.reading.grain == "year")
    return item.reading.grain in ("day", "minute") and core[:4] == anchor[:4]


def _nearest_year(item: _Item, anchor: str | None) -> _Settled:
    """Take the anchor's year, or the one beside it if the tense or the turn of the year says so."""
    template = item.reading.edtf or ""
    if not anchor or not anchor[:4].isdigit() or edtf.grain(anchor) in ("decade", "century"):
        return _Settled(template, "none")
    year = int(anchor[:4])
    here = _with_year(template, year)
    span, now = _bounds(here), _bounds(anchor)
    if not anchor[4:] or None in span or None in now:
        return _Settled(here if edtf.is_valid(here) else template, "anchor" if edtf.is_valid(here) else "none")
    after = (span[0] - now[1]).days  # type: ignore[operator]
    before = (now[0] - span[1]).days  # type: ignore[operator]
    other = 0
    if after > (_FAR if item.tense == "past" else _HALF_A_YEAR if item.tense is None else 366):
        other = -1
    elif before > (_FAR if item.tense == "future" else _HALF_A_YEAR if item.tense is None else 366):
        other = 1
    moved = _with_year(template, year + other)
    unsure = other and item.tense is None
    return _Settled(moved if edtf.is_valid(moved) else here, "anchor", (here,) if unsure else ())


def _bounds(value: str) -> tuple[date | None, date | None]:
    """Return the first and last day of a value, or nothing where it has none or is no possible day."""
    core = value.removeprefix("../").removesuffix("/..")
    if not edtf.is_valid(core):
        return None, None
    start, end = edtf.bounds(core)
    return (date.fromisoformat(start) if start else None), (date.fromisoformat(end) if end else None)


def _from_anchor(item: _Item, anchor: str | None) -> _Settled:
    """Count a relative expression from the anchor date."""
    reading = item.reading
    template = reading.edtf or ""
    shift = reading.shift
    if shift is None or not anchor:
        return _Settled(template, "none")
    if shift.unit == "weekday" and shift.count == 0 and item.tense:
        shift = _directed(shift, item.tense, anchor)
    value = calendar.period(shift, anchor)
    filled = _filled(template, value)
    return _Settled(filled, "anchor" if filled != template else "none")


def _directed(shift: Shift, tense: Tense, anchor: str) -> Shift:
    """Look for a day of the week before or after the anchor, the anchor's own day included."""
    day = _bounds(anchor[:10])[0]
    if day is None or day.isoweekday() == shift.weekday:
        return shift
    return replace(shift, count=-1 if tense == "past" else 1)


def _filled(template: str, value: str | None) -> str:
    """Put a counted period into a template: whole, or as the year, month or day of a finer time."""
    if value is None:
        return template
    head, core, tail = _sides(template)
    if set(core) <= {"X", "-"}:
        return head + value + tail
    if "T" in core and "T" not in value and len(value) == 10:
        return template.replace("XXXX-XX-XX", value)
    if core.startswith("XXXX-XX-") and len(value) >= 7:
        return template.replace("XXXX-XX", value[:7])
    return template.replace(OPEN_YEAR, value[:4]) if not core.startswith("XXXX-XX") else template


def _sides(template: str) -> tuple[str, str, str]:
    head = "../" if template.startswith("../") else ""
    tail = "/.." if template.endswith("/..") else ""
    rest = template[len(head) : len(template) - len(tail)]
    core = rest.rstrip("~?")
    return head, core, rest[len(core) :] + tail


def _from_antecedent(
    items: Sequence[_Item], index: int, settled: Sequence[_Settled | None], anchor: str | None
) -> _Settled:
    """Count from the date that the text named last; of «за тот же период» take the months and days from it."""
    item = items[index]
    reading, shift = item.reading, item.reading.shift
    template = reading.edtf or ""
    if shift is None:
        return _Settled(template, "none")
    base = _antecedent(items, index, settled, shift)
    if shift.base == "period":
        return _same_period(item, base, anchor)
    if base is None:
        return _Settled(template, "none")
    if shift.unit == "day" and shift.length == 0:
        return _Settled(_nth_day(base, int(shift.count)) or template, "antecedent")
    ends = base.split("/")
    filled = _filled(template, calendar.period(shift, ends[-1] if shift.count > 0 else ends[0]))
    return _Settled(filled, "antecedent" if filled != template else "none")


def _antecedent(items: Sequence[_Item], index: int, settled: Sequence[_Settled | None], shift: Shift) -> str | None:
    """Return the value of the date named last that is fine enough; a clock time or set between ends the search."""
    need = {"day": 10, "week": 10, "month": 7}.get(shift.unit, 4)
    here = items[index]
    reach = 2 if shift.base == "period" else 100 if need == 4 else 3
    for other in range(index - 1, max(-1, index - 1 - _REACH), -1):
        result, reading = settled[other], items[other].reading
        if here.sentence - items[other].sentence > reach:
            return None
        if result is None:
            if need == 10 and reading.timex and reading.timex.type == "SET":
                return None
            continue
        if "T" in result.core and not _names_year(result.core):
            return None
        if _can_be_meant(result, reading, shift, need):
            return result.core
    return None


def _can_be_meant(result: _Settled, reading: Reading, shift: Shift, need: int) -> bool:
    """Tell whether an anaphor can count from this date: fine enough, and for a period or a day in it of that form."""
    core = result.core
    if shift.base == "period" and (reading.role == "base_period" or result.edtf != core or not core[4:]):
        return False
    if shift.length == 0 and "/" not in core:
        return False
    return _names_year(core) and len(core.split("/")[0]) >= need and core[:1] != "{"


def _same_period(item: _Item, base: str | None, anchor: str | None) -> _Settled:
    """Move the period named last to another year; without one take the whole year, counted from the anchor."""
    reading = item.reading
    head, core, tail = _sides(reading.edtf or "")
    year = int(core) if core.isdigit() else None
    shift = reading.shift or Shift("year")
    if base is None:
        if year is not None or not anchor or not anchor[:4].isdigit():
            return _Settled(reading.edtf or "", "explicit" if year is not None else "none")
        return _Settled(f"{head}{int(anchor[:4]) + int(shift.count):04}{tail}", "anchor")
    step = year - int(base[:4]) if year is not None else int(shift.count)
    moved = "/".join(f"{int(part[:4]) + step:04}{part[4:]}" for part in base.split("/"))
    moved = moved if edtf.is_valid(moved) else moved.replace("-02-29", "-02-28")
    return _Settled(head + moved + tail, "antecedent")


def _nth_day(base: str, index: int) -> str | None:
    """Return the n-th (or last) day of a run of at most a month of days."""
    first, last = base.split("/")
    if len(first) != 10 or len(last) != 10:
        return None
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    if (end - begin).days > 31 or index > (end - begin).days + 1:
        return None
    return last if index < 0 else calendar.period(Shift("day", index - 1), first)


def _on_the_day(template: str, item: _Item, items: Sequence[_Item], settled: Sequence[_Settled | None]) -> _Settled:
    """Give a clock time the day named last, if nothing else was named between."""
    for index in range(len(settled) - 1, max(-1, len(settled) - 1 - _REACH), -1):
        last, previous = settled[index], items[index]
        if previous.reading.grain in _LONG:
            continue
        if last is None or item.sentence - previous.sentence > _SCHEDULE:
            break
        day = last.core[:10]
        closed = last.edtf == last.core or previous.reading.grain == "minute"
        if closed and len(day) == 10 and _bounds(day)[0] and ("/" not in last.core or "T" in last.core):
            return _Settled(template.replace("XXXX-XX-XX", day), "antecedent")
        break
    return _Settled(template, "none")


def _value(item: _Item, result: _Settled | None, anchor: str | None) -> DateValue | None:
    """Put the settled template into the record's form, with inclusive bounds."""
    reading = item.reading
    if result is None:
        timex = (reading.timex or Timex(type="DATE", value=OPEN_YEAR)).model_copy(update={"mod": reading.mod})
        vague = timex.value.endswith("_REF")
        return DateValue(
            edtf=None, timex3=timex, grain=reading.grain, role=reading.role, resolved_by="none" if vague else "explicit"
        )
    if result.origin == "none" and (reading.weak or reading.fallback):
        return _fallback(reading)
    template = result.edtf if edtf.is_valid(result.edtf) else reading.edtf or ""
    mod, role = reading.mod, reading.role
    if role == "deadline" and _is_past(template, item.tense, anchor):
        role, mod = "end", "BEFORE"
    start, end = edtf.bounds(template, mod)
    value = _week(template, reading) or edtf.timex_value(template)
    timex = Timex.model_validate({"type": edtf.timex_type(template), "value": value, "mod": mod})
    grain = edtf.grain(template) if reading.role == "base_period" and _names_year(template) else reading.grain
    return DateValue(
        edtf=template, timex3=timex, start=start, end=end, grain=grain, role=role, resolved_by=result.origin,
        alternatives=result.alternatives or reading.alternatives,
    )  # fmt: skip


def _fallback(reading: Reading) -> DateValue | None:
    """Return what is left of an expression that nothing settles: a vague time, a length of time, or nothing."""
    if reading.fallback is None:
        return None
    kind = "DURATION" if reading.fallback.startswith("P") and reading.fallback[1:2].isdigit() else "DATE"
    timex = Timex.model_validate({"type": kind, "value": reading.fallback})
    return DateValue(edtf=None, timex3=timex, grain=reading.grain if kind == "DURATION" else None, resolved_by="none")


def _week(template: str, reading: Reading) -> str | None:
    """Return TIMEX3's week or weekend of an interval that was read as one."""
    weekend = reading.shift is not None and reading.shift.unit == "weekend"
    if "X" in template or (reading.grain != "week" and not weekend) or "/" not in template:
        return None
    first, last = template.split("/")
    if len(first) != 10 or len(last) != 10 or (date.fromisoformat(last) - date.fromisoformat(first)).days > 6:
        return None
    year, week, _ = date.fromisoformat(first).isocalendar()
    return f"{year}-W{week:02}" + ("-WE" if weekend else "")


def _is_past(template: str, tense: Tense | None, anchor: str | None) -> bool:
    """Tell whether a bound lies behind: before the anchor date begins, or told in the past tense without one."""
    if anchor is None:
        return False
    end, now = edtf.bounds(template)[1], edtf.bounds(anchor)[0]
    same_year = tense == "past" and len(template) == 7 and template[3:] == anchor[:4]
    return (end is not None and now is not None and end < now) or same_year
