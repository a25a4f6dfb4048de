"""What a quantity means in its clause: change, share, index or level; which way a change went."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from svodka.core.values import Change, Direction, FigureValue, plain
from svodka.rules.figures.movement import COMPARED, DOWN, FALLEN, GAINED, INDEX, LEVEL, SHARE, UP
from svodka.rules.figures.quantity import Quantity

_BEHIND = 12  # lemmas in which a governing word is looked for before a quantity …
_AHEAD = 6  # … and after it
_GROWTH = frozenset(
    ("рост", "прирост", "увеличение", "снижение", "падение", "сокращение", "уменьшение", "спад", "убыль")
)
_BASES = frozenset(("уровень", "период", "показатель", "год", "месяц", "аналогичный", "соответствующий", "прошлый",
                    "прошлогодний",
                    "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь",
                    "ноябрь", "декабрь",
                    "квартал", "полугодие"))  # fmt: skip


def delta(value: FigureValue, direction: Direction) -> FigureValue:
    """Return a percentage as a change, with new divided by old where the direction is known.

    Examples:
        >>> delta(FigureValue(kind="percent", value="53", unit="%"), "up").change.factor
        '1.53'
    """
    step = Decimal(value.value).copy_abs() if value.value else None
    amount = plain(step) if step is not None else None
    if step is not None and value.unit == "%":
        step = step / 100
    ratio = None if step is None or direction == "none" else plain(1 + step if direction == "up" else 1 - step)
    change = Change(form="delta_pct", direction=direction, factor=ratio)
    return value.model_copy(update={"kind": "change", "value": amount, "change": change})


def is_settled(quantity: Quantity) -> bool:
    """Tell whether a quantity means what it says, whatever its clause is about."""
    by = quantity.by and quantity.value.kind in ("money", "measure", "count")
    return quantity.value.change is None and quantity.needs != "percent" and not by


def interpret(quantity: Quantity, before: Sequence[str], after: Sequence[str]) -> FigureValue:
    """Decide what a quantity means from the lemmas of its clause.

    Args:
        quantity: The reading, which is not settled.
        before: Lemmas before it in the clause, in text order.
        after: Lemmas after it.

    Examples:
        >>> five = Quantity(FigureValue(kind="percent", value="5", unit="%"), needs="percent", by=True)
        >>> interpret(five, ["экспорт", "снизиться", "на"], []).change.factor
        '0.95'
    """
    value = quantity.value
    if value.change is not None:
        return _directed(value, _direction(before, after))
    if quantity.needs != "percent":
        return _absolute(value, before, after)
    if quantity.by:
        direction = "none" if _is_level(before) else _direction(before, after)
        return delta(value, direction) if direction != "none" else value
    if value.unit == "1":
        return value
    return _named(value, before, after)


def _named(value: FigureValue, before: Sequence[str], after: Sequence[str]) -> FigureValue:
    """Read a percentage without «на»: an index, a growth, a share or a level, by the words that name it."""
    near = before[-_BEHIND:]
    if GAINED & set(near[-1:]):
        return delta(value, "up" if near[-1] in UP else "down")
    if "темп" in near[-8:]:
        return _grown(value, near) if "прирост" in near else _growth_rate(value, near)
    if INDEX & set(near[-8:]) and value.value:
        return _index(value)
    if _to_base(after) and value.value:
        return _index(value)
    growth = next((lemma for lemma in reversed(near) if lemma in _GROWTH), None)
    if growth is not None and not SHARE & set(near[-4:]):
        return (
            _growth_rate(value, near) if growth in ("рост", "увеличение") and _over(value) else _grown(value, (growth,))
        )
    if SHARE & {*near, *after[:4]} or _is_subject(before, after):
        return value.model_copy(update={"kind": "share"})
    return value


def _is_subject(before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether the percentage is what the sentence speaks of: «35 % – новое строительство»."""
    return (
        after[:1] in (["–"], ["-"], ["—"])
        and len(after) > 1
        and after[1].isalpha()
        and (not before or before[-1] in (",", ";", "•", ":"))
    )


def _over(value: FigureValue) -> bool:
    return Decimal(value.value or value.low or 0) >= 100


def _to_base(after: Sequence[str]) -> bool:
    """Tell whether a base follows: «к уровню прошлого года», «от показателя 2021 года»."""
    return bool(after) and (
        (after[0] in ("к", "от") and bool(_BASES & set(after[1:4])))
        or (after[0] in ("по", "в") and bool({"сравнение", "отношение"} & set(after[1:3])))
        or (after[0] == "к" and len(after) > 1 and after[1][:4].isdigit())
    )


def _index(value: FigureValue) -> FigureValue:
    """Read an index: the old level is 100."""
    level = Decimal(value.value or 0)
    direction: Direction = "up" if level > 100 else "down" if level < 100 else "none"
    change = Change(form="growth_rate", direction=direction, factor=plain(level / 100))
    return value.model_copy(update={"kind": "change", "change": change})


def _growth_rate(value: FigureValue, before: Sequence[str]) -> FigureValue:
    """Read «рост составил 190 процентов»: more by 190 % or 190 % of the old level; the text does not say."""
    direction = _direction(before, ())
    change = Change(form="growth_rate", direction="up" if direction == "none" else direction)
    return value.model_copy(update={"kind": "change", "change": change, "issues": ("ambiguous_growth",)})


def _grown(value: FigureValue, before: Sequence[str]) -> FigureValue:
    """Read «прирост составил 5 %», «снижение – 3 %»: less than a hundred cannot be the whole new level."""
    direction = _direction(before, ())
    return delta(value, "up" if direction == "none" else direction)


def _is_level(before: Sequence[str]) -> bool:
    """Tell whether the nearest governing word says how far something has come: «план выполнен на 98 %»."""
    nearest = next(
        (lemma for lemma in reversed(before[-_BEHIND:]) if lemma in LEVEL or lemma in UP or lemma in DOWN), ""
    )
    return nearest in LEVEL


def _absolute(value: FigureValue, before: Sequence[str], after: Sequence[str]) -> FigureValue:
    """Read «вырос на 5 млн тонн», «на 300 человек больше»: the word of change must govern the amount itself."""
    close = list(before[-5:-1]) if before[-1:] == ["на"] else list(before[-4:])
    for stop in (",", ";", "(", ":", "–", "—"):
        if stop in close:
            close = close[len(close) - close[::-1].index(stop) :]
    direction = _direction(close, [])
    if direction == "none" and COMPARED & set(after[:1]):
        direction = "down" if FALLEN & set(after[:1]) else "up"
    if direction == "none" or {"сумма", "поставка", "экспорт", "импорт", "договор", "контракт"} & set(close[-1:]):
        return value
    return value.model_copy(update={"kind": "change", "change": Change(form="delta_abs", direction=direction)})


def _direction(before: Sequence[str], after: Sequence[str]) -> Direction:
    """Return the direction of the nearest word of change: a comparative at once after, else one before, else after."""
    beside = [lemma for lemma in after[:2] if lemma in COMPARED]
    if beside:
        return "down" if beside[0] in FALLEN else "up"
    for lemma in (*reversed(before), *after[:_AHEAD]):
        if lemma in UP:
            return "up"
        if lemma in DOWN:
            return "down"
    return "none"


def _directed(value: FigureValue, direction: Direction) -> FigureValue:
    """Give a factor or an absolute change its direction; «вдвое меньше» divides."""
    change = value.change or Change(form="factor")
    if change.form not in ("factor", "delta_abs") or change.direction != "none":
        return value
    ratio = change.factor
    if change.form == "factor" and direction == "down" and value.value:
        ratio = plain((1 / Decimal(value.value)).quantize(Decimal("0.0001")))
    return value.model_copy(update={"change": change.model_copy(update={"direction": direction, "factor": ratio})})
