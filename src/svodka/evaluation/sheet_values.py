"""Values of a gold sheet: dates and figures with the fields that follow from those the sheet gives."""

from __future__ import annotations

from svodka.core import edtf
from svodka.core.values import DateValue, FigureValue, Timex
from svodka.evaluation.sheet_form import SheetDate, SheetFigure, SheetTimex


def date_value(form: SheetDate) -> DateValue:
    """Return the date of a sheet: bounds, grain and TIMEX3 from the EDTF where they are not given.

    Raises:
        ValueError: If the EDTF is impossible or there is neither EDTF nor TIMEX3 value.

    Examples:
        >>> date = date_value(SheetDate(q="", edtf="../2017", timex=SheetTimex(mod="BEFORE")))
        >>> date.end, date.grain, date.timex3.value
        ('2016-12-31', 'year', '2017')
    """
    value = form.edtf or None
    timex = _timex(value, form.timex)
    start, end = edtf.bounds(value, timex.mod) if value else (None, None)
    return DateValue(
        edtf=value,
        timex3=timex,
        start=start if form.start is None else form.start or None,
        end=end if form.end is None else form.end or None,
        grain=form.grain or (edtf.grain(value) if value else None),
        role=form.role,
        resolved_by=form.by,
        alternatives=form.alternatives,
    )


def _timex(value: str | None, given: SheetTimex) -> Timex:
    derived = edtf.timex_value(value) if value else ""
    if not (given.value or derived):
        raise ValueError("a date without EDTF needs a timex value")
    return Timex(
        type=given.type or ("TIME" if value and edtf.timex_type(value) == "TIME" else "DATE"),
        value=given.value or derived,
        mod=given.mod or ("APPROX" if value and edtf.timex_mod(value) else None),
        quant=given.quant,
        freq=given.freq,
    )


def figure_value(form: SheetFigure) -> FigureValue:
    """Return the amount of a figure."""
    return FigureValue(
        kind=form.kind,
        value=form.value,
        low=form.low,
        high=form.high,
        comparator=form.cmp,
        unit=form.unit,
        change=form.change,
        currency_basis=form.basis,
        issues=form.issues,
    )
