"""Numbers that leave their unit to a neighbour: «12 и 15 ферм», «экспорт – 12 млн долларов, импорт – 9,8 млн»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from svodka.core.spans import Span
from svodka.core.values import FigureValue, plain
from svodka.rules.figures.meaning import delta
from svodka.rules.figures.quantity import Need

_JOINED = re.compile(r"\s*(?:,|,?\s+и|,?\s+или|,?\s+либо|,?\s+а\s+также)\s+(?:(?:еще|по)\s+)?")
_SENTENCE_END = re.compile(r"[.!?]\s+[«\"А-ЯЁA-Z]|\n\s*\n")
_FAR = 160
_SHARED = frozenset(("count", "money", "measure", "percent", "share"))


@dataclass(frozen=True, slots=True)
class Item:
    """A quantity that has been read as far as its own words and its clause go.

    Attributes:
        span: The evidence.
        value: What is known.
        rule: The row that found it.
        needs: ``next`` or ``previous`` where the neighbour has kind and unit.
        scale: The last scale word.
    """

    span: Span
    value: FigureValue
    rule: str
    needs: Need = ""
    scale: int = 1


def shared(items: Sequence[Item], text: str) -> list[Item]:
    """Give the numbers that need it the kind and unit of their neighbour; those without one are left out.

    Args:
        items: Quantities in text order.
        text: The text.
    """
    settled = _parts_of_a_hundred(_from_next(list(items), text), text)
    result: list[Item] = []
    for item in settled:
        known = _from_previous(item, result, text)
        if known is not None:
            result.append(known)
    return result


def _from_previous(item: Item, before: Sequence[Item], text: str) -> Item | None:
    """Return an item with the unit of one before it, if it needs one; ``None`` where there is none to take."""
    if item.value.kind == "ratio" and item.value.value and item.value.unit is None:
        return replace(item, value=item.value.model_copy(update={"unit": _counted_before(before, item, text)}))
    if item.needs != "previous":
        return item
    source = next((other for other in reversed(before) if other.value.kind in _SHARED), None)
    if source is None or not _one_sentence(text, source.span.end, item.span.start) or not _alike(source, item):
        return None
    return replace(item, value=_as(item.value, source.value, 1), needs="")


def _counted_before(before: Sequence[Item], item: Item, text: str) -> str | None:
    """Return the unit of the count that «каждый второй» is taken from."""
    source = next((other for other in reversed(before) if other.value.kind == "count"), None)
    return source.value.unit if source and _one_sentence(text, source.span.end, item.span.start) else None


def _parts_of_a_hundred(items: list[Item], text: str) -> list[Item]:
    """Read percentages of one sentence that add up to a hundred as shares of one whole."""
    levels = [
        index
        for index, item in enumerate(items)
        if item.value.kind in ("percent", "share") and item.value.unit == "%" and item.value.value
    ]
    run: list[int] = []
    for index in levels:
        if run and not _one_sentence(text, items[run[-1]].span.end, items[index].span.start):
            run = []
        run.append(index)
        if len(run) > 1 and sum(Decimal(items[i].value.value or 0) for i in run) == 100:
            for i in run:
                items[i] = replace(items[i], value=items[i].value.model_copy(update={"kind": "share"}))
            run = []
    return items


def _from_next(items: list[Item], text: str) -> list[Item]:
    for index in range(len(items) - 2, -1, -1):
        item, after = items[index], items[index + 1]
        if item.needs != "next":
            continue
        if after.needs == "" and _JOINED.fullmatch(text, item.span.end, after.span.start):
            factor = after.scale if item.scale == 1 else 1
            items[index] = replace(item, value=_as(item.value, after.value, factor), needs="", scale=after.scale)
    return [item for item in items if item.needs != "next"]


def _alike(source: Item, item: Item) -> bool:
    """Tell whether both or neither have a scale word: «12 млн долларов, импорт – 9,8» may mean millions or not."""
    if source.value.unit in ("%", "1"):
        return item.scale == 1 and source.value.unit == "%"
    return item.scale > 1 or source.scale == 1 or source.value.kind == "count"


def _one_sentence(text: str, start: int, end: int) -> bool:
    return end - start <= _FAR and _SENTENCE_END.search(text, start, end) is None


def _as(value: FigureValue, like: FigureValue, factor: int) -> FigureValue:
    """Return an amount with the kind, unit and currency of another figure, multiplied by a shared scale."""
    named = value.model_copy(
        update={
            "kind": like.kind,
            "unit": like.unit,
            "currency_basis": like.currency_basis,
            "issues": like.issues,
            "value": plain(Decimal(value.value or 0) * factor),
        }
    )
    if value.change is not None:
        return named.model_copy(update={"kind": "change"})
    if like.change is not None and like.change.form == "delta_pct":
        return delta(named, like.change.direction)
    change = like.change.model_copy(update={"factor": None}) if like.change is not None else None
    return named.model_copy(update={"change": change})
