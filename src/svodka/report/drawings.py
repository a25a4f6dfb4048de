"""Drawings as inline SVG: the timeline of a document, series of one metric, the matrix of regions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

import svg
from markupsafe import Markup, escape

from svodka.core.visible import visible

WIDTH, MARGIN, LANE = 960, 24, 16
LANES = 6


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated event: its days, how it reads, its status and where a click leads."""

    start: str
    end: str
    label: str
    status: str
    address: str


def _days(day: str) -> int | None:
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return None  # a year before the first or after the last of the calendar is not drawn


def _plain(text: str) -> str:
    """Return text for an SVG element, which svg.py does not escape."""
    return str(escape(visible(text)))


def timeline(moments: Sequence[Moment]) -> Markup | None:
    """Draw moments by their days, in lanes so that none hides another; ``None`` where there is nothing to draw."""
    placed = [(start, end, m) for m in moments if (start := _days(m.start)) and (end := _days(m.end))]
    if not placed:
        return None
    first, last = min(p[0] for p in placed), max(p[1] for p in placed)
    scale = (WIDTH - 2 * MARGIN) / max(1, last - first)

    def x(day: int) -> float:
        return round(MARGIN + (day - first) * scale, 1)

    ends = [float("-inf")] * LANES
    marks: list[svg.Element] = []
    for start, end, moment in sorted(placed, key=lambda p: (p[0], -p[1], p[2].address)):
        lane = min(range(LANES), key=lambda n: (ends[n] > x(start) - 12, ends[n], n))
        ends[lane] = x(end)
        marks.append(_moment(moment, x(start), x(end), 14 + lane * LANE))
    floor = 14 + LANE * sum(end > float("-inf") for end in ends)
    axis = [svg.Line(x1=MARGIN, x2=WIDTH - MARGIN, y1=floor, y2=floor, class_=["axis"])]
    return _drawing(WIDTH, floor + 24, [*axis, *_years(first, last, x, floor), *marks])


def _moment(moment: Moment, start: float, end: float, y: float) -> svg.Element:
    shapes: list[svg.Element] = [svg.Title(text=_plain(moment.label))]
    if end - start > 2:
        shapes.append(svg.Line(x1=start, x2=end, y1=y, y2=y, class_=["span"]))
    shapes.append(svg.Circle(cx=start, cy=y, r=5, class_=["dot", moment.status]))
    return svg.A(href=_plain(moment.address), elements=shapes)


def _years(first: int, last: int, x: Callable[[int], float], floor: float) -> list[svg.Element]:
    years = [y for y in range(date.fromordinal(first).year, date.fromordinal(last).year + 1)]
    step = max(1, -(-len(years) // 14))
    marks: list[svg.Element] = []
    for year in years[::step]:
        at = max(MARGIN, x(date(year, 1, 1).toordinal()))
        marks.append(svg.Line(x1=at, x2=at, y1=floor, y2=floor + 4, class_=["axis"]))
        marks.append(svg.Text(x=at, y=floor + 17, text=str(year), text_anchor="start" if at <= MARGIN else "middle"))
    return marks


def line_chart(points: Sequence[tuple[str, Decimal, str, str]]) -> Markup:
    """Draw ``(day, number, label, address)`` over time."""
    width, height, left, bottom = 420, 200, 20, 34
    days = [_days(day) or 0 for day, _, _, _ in points]
    numbers = [number for _, number, _, _ in points]
    span, top = max(days) - min(days) or 1, max(*numbers, Decimal(1))
    places = [
        (
            round(left + (day - min(days)) * (width - 2 * left) / span, 1),
            round(float(height - bottom - (max(number, Decimal(0)) / top) * (height - bottom - 24)), 1),
        )
        for day, number in zip(days, numbers, strict=True)
    ]
    floor = height - bottom
    shapes: list[svg.Element] = [svg.Line(x1=left, x2=width - left, y1=floor, y2=floor, class_=["axis"])]
    shapes.append(svg.Polyline(points=[svg.Point(*place) for place in places], class_=["series"]))
    for (px, py), (day, _, label, address) in zip(places, points, strict=True):
        anchor = _anchor(px / width)
        words: list[svg.Element] = [
            svg.Title(text=_plain(label)),
            svg.Circle(cx=px, cy=py, r=4, class_=["point"]),
            svg.Text(x=px, y=py - 9, text=_plain(label), text_anchor=anchor, class_=["strong"]),
            svg.Text(x=px, y=floor + 17, text=day[:7], text_anchor=anchor),
        ]
        shapes.append(svg.A(href=_plain(address), elements=words))
    return _drawing(width, height, shapes)


def _anchor(place: float) -> Literal["start", "middle", "end"]:
    """Return how a label at a place between 0 and 1 is set, so that it stays inside."""
    if place < 1 / 3:
        return "start"
    return "end" if place > 2 / 3 else "middle"


def matrix(names: Sequence[str], counts: Sequence[Sequence[int]]) -> Markup:
    """Draw a symmetric table of counts as squares whose area grows with the count."""
    cell, left, top = 34, 230, 14
    most = max((count for row in counts for count in row), default=1) or 1
    right, floor = left + len(names) * cell, top + len(names) * cell
    shapes: list[svg.Element] = []
    for i, name in enumerate(names):
        y = top + i * cell
        shapes += [
            svg.Text(x=12, y=y + cell / 2 + 4, text=str(i + 1)),
            svg.Text(x=left - 10, y=y + cell / 2 + 4, text=_plain(name), text_anchor="end", class_=["strong"]),
            svg.Text(x=left + (i + 0.5) * cell, y=floor + 18, text=str(i + 1), text_anchor="middle"),
            svg.Line(x1=left, x2=right, y1=y, y2=y, class_=["axis"]),
        ]
        for j, count in enumerate(counts[i]):
            if count:
                side = round((cell - 8) * (count / most) ** 0.5, 1)
                shapes += _square(left + (j + 0.5) * cell, y + cell / 2, side, count)
    return _drawing(right + 10, floor + 30, shapes)


def _square(x: float, y: float, side: float, count: int) -> list[svg.Element]:
    left, top = round(x - side / 2, 1), round(y - side / 2, 1)
    square = svg.Rect(x=left, y=top, width=side, height=side, class_=["cell"], opacity=0.35)
    return [square, svg.Text(x=x, y=y + 4, text=str(count), text_anchor="middle", class_=["strong"])]


def _drawing(width: float, height: float, shapes: list[svg.Element]) -> Markup:
    box = svg.ViewBoxSpec(0, 0, width, height)
    return Markup(svg.SVG(width=width, height=height, viewBox=box, class_=["drawing"], elements=shapes))
