"""A settled template in the record's form, with inclusive bounds."""

from __future__ import annotations

from datetime import date

from svodka.core import edtf
from svodka.core.values import DateValue, Timex
from svodka.rules.dates.reading import Reading
from svodka.rules.resolve.state import OPEN_YEAR, Item, Settled, Tense, names_year


def value_of(item: Item, result: Settled | None, anchor: str | None) -> DateValue | None:
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
    kind = edtf.timex_type(template)
    if reading.part and not template.startswith("../") and not template.endswith("/.."):
        kind, value = "TIME", f"{template[:10]}T{reading.part}"
    timex = Timex.model_validate({"type": kind, "value": value, "mod": mod})
    grain = edtf.grain(template) if reading.role == "base_period" and names_year(template) else reading.grain
    return DateValue(
        edtf=template, timex3=timex, start=start, end=end, grain=grain, role=role, resolved_by=result.origin,
        alternatives=result.alternatives or reading.alternatives,
    )  # fmt: skip


def _fallback(reading: Reading) -> DateValue | None:
    """Return what is left of an expression that nothing settles: a vague time, a length of time, or nothing."""
    if reading.fallback is None:
        return None
    if reading.part:
        day = reading.edtf if reading.fallback.endswith("_REF") else reading.fallback
        return DateValue(edtf=None, timex3=Timex(type="TIME", value=f"{day}T{reading.part}"), resolved_by="none")
    length = reading.fallback.startswith("P") and reading.fallback[1:2].isdigit()
    timex = Timex(type="DURATION" if length else "DATE", value=reading.fallback)
    return DateValue(edtf=None, timex3=timex, grain=reading.grain if length else None, resolved_by="none")


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
