"""How a text hedges or bounds a number: words, verbs and fixed phrases before it.

A row finds the words alone. ``framed`` joins them to the quantity that follows at once, over «на», «в» and «чем».
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from svodka.core.spans import Span
from svodka.core.values import Change, Comparator, FigureValue, plain
from svodka.rules.figures.movement import moves_before
from svodka.rules.figures.quantity import Quantity
from svodka.rules.rule import Groups, Match, Rule


@dataclass(frozen=True, slots=True)
class Hedge:
    """A comparator with its last preposition: «более чем на»."""

    comparator: Comparator
    word: str
    by: bool

    def shown(self) -> str:
        """Return the comparator, in which examples name a hedge."""
        return self.comparator


def hedged(comparator: Comparator) -> Callable[[Groups], Hedge]:
    """Return the value function of the rows of one comparator."""

    def value(groups: Groups) -> Hedge:
        return Hedge(comparator, groups["word"], groups.get("link", "").strip() == "на")

    return value


_CHEM = r"(?:,?\s+чем)?(?P<link>\s+(?:на|в|во|за|у|к|с|из))?"
_LEVEL = (
    r"(?:\s+(?:отметк[аиу]|уровень|уровня|планку|планки|рубеж[а]?|порог[а]?|значени[ея]|цифр[ауы]"
    r"|показател[ья])(?:\s+(?:в|на))?)?"
)
_PERFECT = r"(?:ил|ила|ило|или|ит|ят|ить|ив|ивши[а-я]+)"
_GOING = r"(?:ет|ют|л|ла|ло|ли|ть|я|ющ[а-я]+)"


def _row(
    name: str, comparator: Comparator, cue: str, pattern: str, finds: tuple[str, ...], skips: tuple[str, ...] = ()
) -> Rule[Hedge]:
    return Rule(
        id=f"comparator.{name}",
        cue=cue,
        pattern=rf"(?<![\w-])(?P<word>{pattern})(?=\s)",
        value=hedged(comparator),
        finds=finds,
        skips=skips,
    )


COMPARATORS: tuple[Rule[Hedge], ...] = (
    _row(
        "more",
        "gt",
        r"более|больше|свыше|выше|сверх",
        rf"(?:(?:чуть|немногим|намного|значительно|гораздо)\s+)?(?:более|больше|свыше|выше|сверх)(?:{_CHEM})",
        (
            "[более|gt] 100 участников",
            "[свыше|gt] 20 компаний",
            "вырос [более чем на|gt] 56 %",
            "[чуть более|gt] 5 га",
            "[больше, чем в|gt] 20 городах",
        ),
        ("не более 5", "болеет 5 человек"),
    ),
    _row(
        "exceed",
        "gt",
        r"превы|перевал|перешаг|преодол",
        rf"(?:превыс{_PERFECT}|превыша{_GOING}|перевалил[аои]?\s+за|перешагнул[аои]?(?:\s+через)?|преодолел[аои]?){_LEVEL}",
        (
            "товарооборот [превысил|gt] 560 тыс. долларов",
            "население [перевалило за|gt] миллион человек",
            "[превысила отметку в|gt] 5 млн",
            "доход, [превышающий|gt] 3 млн",
            "[перешагнул рубеж в|gt] 100 тысяч",
        ),
        ("не превысил 5 %",),
    ),
    _row(
        "at_least",
        "ge",
        r"менее|меньше|ниже|миниму|мере",
        rf"(?:не\s+(?:менее|меньше|ниже)|(?:как\s+)?минимум|по\s+(?:меньшей|крайней)\s+мере)(?:{_CHEM})",
        (
            "[не менее|ge] 150 встреч",
            "[как минимум|ge] 5 школ",
            "[не менее чем на|ge] 10 %",
            "[по меньшей мере|ge] два моста",
        ),
        ("прожиточный минимум", "не меньшее"),
    ),
    _row(
        "from",
        "ge",
        r"\bот\b",
        r"от",
        ("сумма [от|ge] 5 млн рублей", "ставка [от|ge] 3 %"),
        ("отдел 5", "письмо ото дня"),
    ),
    _row(
        "less",
        "lt",
        r"менее|меньше|ниже",
        rf"(?:(?:намного|значительно|гораздо)\s+)?(?:менее|меньше|ниже)(?:{_CHEM})",
        ("[менее|lt] 5 %", "[меньше|lt] 10 тонн", "[менее чем в|lt] 30 школах", "упал [ниже|lt] 60 рублей"),
        ("не менее 5", "чуть менее 5"),
    ),
    _row(
        "fall_short",
        "lt",
        r"достиг|дотя",
        rf"не\s+(?:достиг(?:л[аои]?|ает|ают|нет)?|дотянул[аои]?\s+до"
        rf"|дотягива{_GOING}\s+до){_LEVEL}",
        ("показатель [не достиг|lt] 50 %", "выручка [не дотянула до|lt] 2 млрд рублей"),
        ("достиг 50 %", "не достигнута цель"),
    ),
    _row(
        "at_most",
        "le",
        r"более|больше|выше|свыше|максим|вплоть|пределах",
        rf"(?:не\s+(?:более|больше|выше|свыше)|максимум|вплоть\s+до|в\s+пределах)(?:{_CHEM})",
        (
            "[не более|le] 5 человек",
            "[максимум|le] 10 дней",
            "[не более чем на|le] 4 %",
            "[в пределах|le] 6 %",
            "[вплоть до|le] 3 млн рублей",
        ),
        ("не большее число",),
    ),
    _row(
        "not_exceed",
        "le",
        r"превы|превзош|перевал",
        rf"не\s+(?:превыс{_PERFECT}|превыша{_GOING}|превзошел|превзошл[аои]"
        rf"|перевалил[аои]?\s+за){_LEVEL}",
        (
            "загрузка [не превышала|le] 45 %",
            "дефицит, [не превышающий|le] 2 млрд рублей",
            "[не превысит уровня в|le] 4 %",
        ),
        ("превышала 45 %",),
    ),
    _row(
        "up_to",
        "le",
        r"\bдо\b",
        r"до",
        ("грузоподъёмность [до|le] 1 000 кг", "штраф [до|le] 5 тыс. рублей"),
        ("дополнение 5", "дом 5"),
    ),
    _row(
        "almost",
        "almost",
        r"почти|практич|малого|едва|чуть|немно|прибли",
        rf"(?:почти|практически|без\s+малого|едва\s+ли\s+не|чуть\s+ли\s+не|(?:чуть|немногим|немного)\s+(?:менее|меньше|ниже)"
        rf"|приблизил(?:ся|ась|ось|ись)\s+к|приближа(?:ется|ются|лся|лась|лось|лись)\s+к)(?:{_CHEM}){_LEVEL}",
        (
            "[почти|almost] 75 %",
            "[чуть менее|almost] 4 млн",
            "[без малого|almost] сто лет",
            "выросли [почти на|almost] треть",
            "объём [приблизился к|almost] 5 млрд рублей",
            "[практически в|almost] два раза",
        ),
        ("почтить 5 героев",),
    ),
    _row(
        "about",
        "approx",
        r"около|поряд|пример|прибли|ориент|где|район|средн|плюс|округл|оценоч|условно",
        rf"(?:около|порядка|примерно|приблизительно|ориентировочно|где-то|в\s+районе|в\s+среднем\s+около|плюс-минус|округленно|оценочно"
        rf"|условно)(?:{_CHEM})",
        (
            "[около|approx] 450 договоров",
            "[порядка|approx] 9 %",
            "[примерно на|approx] 50,7 % меньше",
            "[приблизительно в|approx] 50 км",
            "[где-то|approx] 30 машин",
        ),
        ("околоземная орбита 5", "порядок 5"),
    ),
)

# «от 120 производителей» names a source; only of a size is it a bound.
_REACH = 40
_SIZED = re.compile(
    r"(?:групп|количеств|числ|коллектив|парти|тираж|заказ|объем|штат|состав|вместимост|мощност|населени)[а-я]*\s+$"
)


def framed(match: Match[Quantity], folded: str, hedges: Mapping[int, Match[Hedge]]) -> Match[Quantity]:
    """Return a quantity with the comparator before it, «на» heard, and «с 10 до 15» read as a change of level.

    Args:
        match: What a row found.
        folded: The folded text.
        hedges: What the rows of comparators found, by the offset at which each ends.
    """
    quantity, start = match.value, match.span.start
    before = folded[max(0, start - _REACH) : start]
    bare = before.rstrip()
    word = bare[bare.rfind(" ") + 1 :].lstrip('(«"')
    hedge = hedges.get(start - len(before) + len(bare)) if bare != before else None
    if word in ("с", "со") and _joined(quantity, match, folded):
        return replace(match, value=replace(quantity, value=from_to(quantity.value)))
    if hedge is None or (hedge.value.word == "от" and quantity.value.low is not None):
        return replace(match, value=replace(quantity, by=quantity.by or word == "на"))
    left = folded[max(0, hedge.span.start - _REACH) : hedge.span.start]
    if hedge.value.word == "от" and quantity.needs == "noun" and not _SIZED.search(left):
        return match
    if hedge.value.word == "до" and moves_before(folded, hedge.span.start):
        return match
    value = quantity.value
    if value.comparator == "eq":
        value = value.model_copy(update={"comparator": hedge.value.comparator})
    by = quantity.by or hedge.value.by or left.rstrip().endswith(" на")
    span = Span(hedge.span.start, match.span.end)
    return replace(match, span=span, claim=span, value=replace(quantity, value=value, by=by))


def _joined(quantity: Quantity, match: Match[Quantity], folded: str) -> bool:
    return quantity.value.low is not None and " до " in folded[match.span.start : match.span.end]


def from_to(value: FigureValue) -> FigureValue:
    """Read «с 10 до 15»: the old and the new level, and new divided by old.

    Examples:
        >>> from_to(FigureValue(kind="money", low="10", high="15", comparator="range", unit="USD")).change.factor
        '1.5'
    """
    low, high = Decimal(value.low or 0), Decimal(value.high or 0)
    direction = "up" if high > low else "down" if high < low else "none"
    factor = plain((high / low).quantize(Decimal("0.0001"))) if low else None
    change = Change(form="from_to", direction=direction, factor=factor)
    return value.model_copy(update={"kind": "change", "change": change, "comparator": "eq"})
