"""From what a date expression says to when it was: resolution in document order.

The readings of ``rules.dates`` leave open what the words leave open. Here the open year or day is filled, in this
order: an explicit antecedent («в мае того же года»), a date of the same or the previous sentence, then the anchor date
with the tense of the governing verb. What none of these settles stays partial. The clock is never read.
"""

from __future__ import annotations

from collections.abc import Sequence

from svodka.core.spans import Span
from svodka.core.values import DateValue
from svodka.rules.dates.reading import Reading
from svodka.rules.resolve.anchored import from_anchor
from svodka.rules.resolve.antecedents import from_antecedent, on_the_day
from svodka.rules.resolve.state import OPEN_YEAR, Item, Settled, Tense, moved, with_year
from svodka.rules.resolve.values import value_of
from svodka.rules.resolve.years import lent_year, nearest_year

__all__ = ["Tense", "resolve"]


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
    settled: list[Settled | None] = []
    for index, item in enumerate(items):
        result = _settle(items, index, settled, anchor) if item.reading.edtf is not None else None
        settled.append(result if result is None or item.reading.moving is None else moved(item.reading.moving, result))
    return [value_of(item, result, anchor) for item, result in zip(items, settled, strict=True)]


def _items(
    found: Sequence[tuple[Span, Reading]], sentences: Sequence[Span], tenses: Sequence[Tense | None]
) -> list[Item]:
    items, number = [], 0
    for index, (span, reading) in enumerate(found):
        while number < len(sentences) and sentences[number].end <= span.start:
            number += 1
        items.append(Item(span, reading, number, tenses[index] if index < len(tenses) else None))
    return items


def _settle(items: Sequence[Item], index: int, settled: Sequence[Settled | None], anchor: str | None) -> Settled:
    """Fill one template; say what filled it."""
    reading = items[index].reading
    template, shift = reading.edtf or "", reading.shift
    if shift is not None and shift.base == "period" and reading.role != "base_period" and anchor:
        return from_anchor(items[index], anchor)
    if shift is not None and shift.base != "anchor":
        return from_antecedent(items, index, settled, anchor)
    if shift is not None:
        return from_anchor(items[index], anchor)
    if OPEN_YEAR not in template:
        return Settled(template, "explicit")
    if "-XX-XXT" in template:
        return on_the_day(template, items[index], items, settled)
    if reading.role == "holiday" or not template.removeprefix("../").lstrip("{").startswith(f"{OPEN_YEAR}-"):
        return Settled(template, "none")
    if year := lent_year(items, index, settled, anchor):
        return Settled(with_year(template, year), "antecedent")
    return nearest_year(items[index], anchor)
