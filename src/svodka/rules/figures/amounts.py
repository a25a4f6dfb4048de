"""The amount in a figure: digits or words, scale words, ranges with a shared scale, signs, «с лишним», «и более»."""

from __future__ import annotations

import re
from decimal import Decimal

from svodka.core.values import Comparator, FigureKind, FigureValue, plain
from svodka.rules.numbers import DIGITS, SCALE, SCALES, SPELLED, SPELLED_OPENING, cardinal, decimal
from svodka.rules.rule import Groups, spaced

MORE = r"(?:с\s+(?:лишним|небольшим|гаком))"
NUMBER = (
    rf"(?:{DIGITS}(?:-(?:ти|х|и|мя|ми|ю)(?![а-я]))?(?:\s+с\s+половиной(?![а-я]))?(?:(?:\s+{MORE})?\s*{SCALE}(?:\s+{DIGITS}\s*{SCALE}){{0,3}}"
    rf"(?:\s+\d{{1,3}}(?![\d.,/-]|\s*{SCALE}))?)?(?!\s*{SCALE})|{SPELLED}(?:\s+{MORE}(?:\s+{SCALE})?)?"
    r"|пол(?:-|\s)?(?=литра|тонны|километра|метра|гектара|процента|стакана))"
)
B = r"(?<![\w№/.,:-])(?<!\d–)(?<!\d[ ])"
MINUS = r"минус\s+|[+](?=\d)"
DASH_TOO = (
    r"минус\s+|плюс\s+|[+–-](?=\d)"  # where nothing but a number below zero makes sense: degrees, changes in per cent
)
OPENING = rf"{B}(?=[.+–-]?\d)|\bминус\b|\bплюс\b|\bпол|{SPELLED_OPENING}"
"""Where an amount can begin, as a cue."""
_SUFFIXES: dict[str, Comparator] = {
    "и более": "ge", "или более": "ge", "и больше": "ge", "или больше": "ge", "и выше": "ge", "и свыше": "ge",
    "и старше": "ge", "плюс": "ge", "и менее": "le", "и меньше": "le", "и ниже": "le", "и младше": "le",
    "или менее": "le", "или меньше": "le", "с лишним": "gt", "с небольшим": "gt", "с гаком": "gt",
}  # fmt: skip
SUFFIX = rf"(?:\s+(?P<suffix>{'|'.join(form.replace(' ', chr(92) + 's+') for form in _SUFFIXES)})(?![а-я]))"
_JOIN = r"(?P<join>\s*(?:–|-|…|\.\.\.)\s*|\s+до\s+|\s*±\s*|(?(between)\s+и\s+|(?!)))"


def ranged(unit: str = "", sign: str = MINUS) -> str:
    """Return the pattern of an amount: one number, or two that share scale and unit.

    Args:
        unit: Pattern of the unit that the first of two numbers may have for itself.
        sign: Pattern of what may stand before the first number.
    """
    own = rf"(?:\s*(?:{unit})(?![а-яa-z]))?" if unit else ""
    return (
        rf"{B}(?P<between>(?<=между\s))?(?P<sign>{sign})?(?P<num>{NUMBER})(?:{own}{_JOIN}(?P<num2>{NUMBER}))?{SUFFIX}?"
    )


AMOUNT = ranged()
_PIECE = re.compile(rf"({DIGITS})|({SCALE})|([а-я]+)", re.VERBOSE)


def amount(text: str) -> tuple[Decimal, int] | None:
    """Read a number with its scale words; return it with the last scale (one without).

    Examples:
        >>> amount("1 млн 200 тыс."), amount("2,5 млрд"), amount("20.000")
        ((Decimal('1200000'), 1000), (Decimal('2500000000.0'), 1000000000), (Decimal('20000.000'), 1))
        >>> amount("двадцать с лишним тысяч")
        (Decimal('20000'), 1000)
    """
    text = re.sub(MORE, "", text)
    if text.strip(" -") == "пол":
        return Decimal("0.5"), 1
    if not text.removeprefix(".")[:1].isdigit():
        value = cardinal(text)
        last = text.split()[-1]
        return None if value is None else (value, SCALES.get(last) or 1)
    total, last_scale, left = Decimal(0), 1, None
    for digits, scale, word in _PIECE.findall(text):
        if digits:
            total, left = total + (left or 0), decimal(digits)
        elif scale:
            total, left, last_scale = total + (left or 0) * SCALES[scale], None, SCALES[scale]
        elif word == "половиной":
            left = (left or 0) + Decimal("0.5")
    if left is not None and last_scale == 1 and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", text.strip()):
        left *= 1000  # «20.000»: a point before three digits parts thousands where no scale word follows
    return total + (left or 0), last_scale


def bounds(groups: Groups) -> tuple[dict[str, str], int] | None:
    """Return ``value`` or ``low`` and ``high`` of the number groups with their scale.

    The second number's scale is the first one's too, unless that would turn the range round.
    """
    first = amount(groups["num"])
    if first is None:
        return None
    if "num2" not in groups:
        return {"value": _signed(first[0], groups)}, first[1]
    second = amount(groups["num2"])
    if second is None:
        return None
    low, high, join = first[0], second[0], groups["join"].strip()
    if join == "±":
        return {"low": plain(low - high), "high": plain(low + high)}, second[1]
    if first[1] == 1 and second[1] > 1 and not (low >= 100 and low < high < low * second[1]):
        low *= second[1]
    if join != "до" and low >= high:
        return None
    return {"low": plain(low), "high": plain(high)}, second[1]


def _signed(value: Decimal, groups: Groups) -> str:
    return plain(-value if groups.get("sign", "")[:1] in ("–", "-", "м") else value)


def hedge(groups: Groups) -> Comparator:
    """Return the comparator that stands within or right after the number."""
    if "num2" in groups:
        return "range"
    if "suffix" in groups:
        return _SUFFIXES[spaced(groups["suffix"])]
    return "gt" if re.search(MORE, groups["num"]) else "eq"


def figure(kind: FigureKind, groups: Groups, unit: str | None) -> tuple[FigureValue, int] | None:
    """Return a figure of the number groups with its scale; ``None`` where they are no number."""
    found = bounds(groups)
    if found is None:
        return None
    amounts, scale = found
    return FigureValue(kind=kind, comparator=hedge(groups), unit=unit, **amounts), scale
