"""The year of a day or month that names none: lent by a neighbour, else the one nearest to the anchor date."""

from __future__ import annotations

from collections.abc import Sequence

from svodka.core import edtf
from svodka.rules.resolve.state import OPEN_YEAR, Item, Settled, day_bounds, names_year, with_year

_FAR = 62  # days by which a date may lie on the wrong side of the anchor before its tense moves it to another year
_HALF_A_YEAR = 270  # days after which, without a tense, the year beside the anchor's is the nearer one


def lent_year(items: Sequence[Item], index: int, settled: Sequence[Settled | None], anchor: str | None) -> int | None:
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


def _lender(item: Item, result: Settled | None) -> str | None:
    """Return the value of an item that can lend its year: closed, with a year, no base period, no deadline."""
    reading = item.reading
    if reading.edtf is None or reading.role in ("base_period", "holiday"):
        return None
    value = result.edtf if result else reading.edtf if reading.shift is None else OPEN_YEAR
    bounded = value.startswith("../") or value.endswith("/..")
    core = value.removeprefix("../").removesuffix("/..")
    if not names_year(core) or (bounded and reading.grain == "year") or (reading.role == "deadline"):
        return None
    return None if "/" in core and core[:4] != core.split("/")[1][:4] else core


def _may_lend(here: Item, item: Item, core: str, anchor: str | None) -> bool:
    if anchor is None or not anchor[4:]:
        return True
    if here.sentence == item.sentence:
        close = 0 <= here.span.start - item.span.end <= 60
        return item.reading.grain in ("day", "minute") or (close and item.reading.grain == "year")
    return item.reading.grain in ("day", "minute") and core[:4] == anchor[:4]


def nearest_year(item: Item, anchor: str | None) -> Settled:
    """Take the anchor's year, or the one beside it if the tense or the turn of the year says so."""
    template = item.reading.edtf or ""
    if not anchor or not anchor[:4].isdigit() or edtf.grain(anchor) in ("decade", "century"):
        return Settled(template, "none")
    year = int(anchor[:4])
    if item.reading.weekday and (witnessed := _witnessed(template, item.reading.weekday, year)):
        return Settled(witnessed, "anchor")
    here = with_year(template, year)
    span, now = day_bounds(here), day_bounds(anchor)
    if not anchor[4:] or None in span or None in now:
        return Settled(here if edtf.is_valid(here) else template, "anchor" if edtf.is_valid(here) else "none")
    after = (span[0] - now[1]).days  # type: ignore[operator]
    before = (now[0] - span[1]).days  # type: ignore[operator]
    other = 0
    if after > (_FAR if item.tense == "past" else _HALF_A_YEAR if item.tense is None else 366):
        other = -1
    elif before > (_FAR if item.tense == "future" else _HALF_A_YEAR if item.tense is None else 366):
        other = 1
    moved = with_year(template, year + other)
    unsure = other and item.tense is None
    return Settled(moved if edtf.is_valid(moved) else here, "anchor", (here,) if unsure else ())


def _witnessed(template: str, weekday: int, year: int) -> str | None:
    """Return the day in the year, of the anchor's and those beside it, in which it falls on its day of the week."""
    for near in (year, year - 1, year + 1):
        day = with_year(template, near)
        first = day_bounds(day[:10])[0]
        if first is not None and first.isoweekday() == weekday:
            return day
    return None
