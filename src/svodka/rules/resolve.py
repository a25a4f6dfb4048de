"""From what a date expression says to when it was: resolution in document order.

The readings of ``rules.dates`` leave open what the words leave open. Here the open year or day is filled, in this
order: an explicit antecedent («в мае того же года»), the nearest date of the same or the previous sentence, the anchor
date. What none of these settles stays partial. The clock is never read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from svodka.core import edtf
from svodka.core.spans import Span
from svodka.core.values import DateValue, ResolvedBy, Timex
from svodka.rules.dates import Reading, Shift

OPEN_YEAR = "XXXX"


@dataclass(frozen=True, slots=True)
class _Known:
    """A date that later expressions may count from: its place, sentence number and template."""

    span: Span
    sentence: int
    edtf: str
    role: str | None

    @property
    def year(self) -> str:
        """The first year that the value names."""
        return self.edtf.removeprefix("../")[:4]


def resolve(found: Sequence[tuple[Span, Reading]], sentences: Sequence[Span], anchor: str | None) -> list[DateValue]:
    """Return the value of each reading, in order.

    Args:
        found: Evidence and reading, in text order.
        sentences: Sentence spans of the same text, in order.
        anchor: EDTF day, month or year from which relative expressions count, or ``None``.

    Examples:
        >>> year, day = Reading("2022-12-21", "day"), Reading("XXXX-11-24", "day")
        >>> resolve([(Span(0, 18), year), (Span(45, 54), day)], [Span(0, 60)], None)[1].edtf
        '2022-11-24'
    """
    settled: dict[int, tuple[str, ResolvedBy]] = {}
    known: list[_Known] = []
    numbers = [_sentence_of(span, sentences) for span, _ in found]
    for index, (span, reading) in enumerate(found):
        if reading.edtf and reading.shift is None and _names_year(reading.edtf):
            known.append(_Known(span, numbers[index], reading.edtf, reading.role))
    for index, (span, reading) in enumerate(found):
        if reading.edtf is None:
            continue
        before = [item for item in known if item.span < span]
        near = [item for item in known if 0 <= numbers[index] - item.sentence <= 1 and item.role != "base_period"]
        template, origin = _settle(reading, before, _nearest(near, span), anchor)
        settled[index] = (template, origin)
        if origin in ("anchor", "antecedent") and _names_year(template):
            known.append(_Known(span, numbers[index], template, reading.role))
            known.sort(key=lambda item: item.span)
    return [_value(reading, *settled.get(index, ("", "explicit")), anchor) for index, (_, reading) in enumerate(found)]


def _names_year(template: str) -> bool:
    """Tell whether a template begins with a whole year: a decade or an open year is nothing to count from."""
    return template.removeprefix("../")[:4].isdigit()


def _sentence_of(span: Span, sentences: Sequence[Span]) -> int:
    return next((i for i, sentence in enumerate(sentences) if span.start < sentence.end), len(sentences))


def _nearest(known: Sequence[_Known], span: Span) -> _Known | None:
    """Return the known date with the least distance; of two equally far the earlier one."""
    return min(
        known,
        key=lambda item: (max(item.span.start - span.end, span.start - item.span.end), item.span),
        default=None,
    )


def _settle(
    reading: Reading, before: Sequence[_Known], near: _Known | None, anchor: str | None
) -> tuple[str, ResolvedBy]:
    """Fill one template; say what filled it."""
    template, shift = reading.edtf or "", reading.shift
    if shift is not None and shift.base == "antecedent":
        origin = before[-1] if before else None
        return (_shifted(template, shift, origin.edtf, reading), "antecedent") if origin else (template, "none")
    if shift is not None:
        filled = _shifted(template, shift, anchor, reading) if anchor else template
        return filled, "anchor" if filled != template else "none"
    if OPEN_YEAR not in template:
        return template, "explicit"
    if near is not None:
        return template.replace(OPEN_YEAR, near.year), "antecedent"
    if anchor and edtf.grain(anchor) != "decade" and reading.grain != "minute":
        return template.replace(OPEN_YEAR, anchor[:4]), "anchor"
    return template, "none"


def _shifted(template: str, shift: Shift, base: str, reading: Reading) -> str:
    """Count ``shift`` from ``base``; return the template as it is where the base is too coarse."""
    base = base.removeprefix("../").removesuffix("/..")
    if not _names_year(base):
        return template
    if shift.unit == "year":
        if reading.role == "base_period" and shift.base == "antecedent":
            return "/".join(f"{int(part[:4]) + shift.count:04}{part[4:]}" for part in base.split("/"))
        return template.replace(OPEN_YEAR, f"{int(base[:4]) + shift.count:04}")
    if shift.unit in ("day", "week"):
        return _shifted_day(template, shift, base)
    if len(base) < 7 or not base[5:7].isdigit() or int(base[5:7]) > 12:
        return template
    months = int(base[:4]) * 12 + int(base[5:7]) - 1
    if shift.unit == "quarter":
        quarters = months // 3 + shift.count
        return f"{quarters // 4:04}-{33 + quarters % 4}"
    months += shift.count
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _shifted_day(template: str, shift: Shift, base: str) -> str:
    """Count days or whole weeks (Monday to Sunday) from a base that names a day."""
    last = base.rsplit("/", maxsplit=1)[-1][:10]
    try:
        day = date.fromisoformat(last)
    except ValueError:
        return template
    if shift.unit == "day":
        return (day + timedelta(days=shift.count)).isoformat()
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift.count)
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _value(reading: Reading, template: str, origin: ResolvedBy, anchor: str | None) -> DateValue:
    """Put the settled template into the record's form, with inclusive bounds."""
    if reading.timex is not None:
        timex = reading.timex.model_copy(update={"mod": reading.mod})
        return DateValue(edtf=None, timex3=timex, grain=reading.grain, role=reading.role)
    mod, role = reading.mod, reading.role
    if role == "deadline" and anchor and _is_past(template, anchor):
        role, mod = None, "BEFORE"
    start, end = edtf.bounds(template, mod)
    timex = Timex.model_validate({"type": edtf.timex_type(template), "value": edtf.timex_value(template), "mod": mod})
    return DateValue(
        edtf=template, timex3=timex, start=start, end=end, grain=reading.grain, role=role, resolved_by=origin
    )


def _is_past(template: str, anchor: str) -> bool:
    """Tell whether the period ends before the anchor date begins."""
    end, now = edtf.bounds(template)[1], edtf.bounds(anchor)[0]
    return end is not None and now is not None and end < now
