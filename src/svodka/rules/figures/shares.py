"""Percentages, percentage points, per mille, fractions in words, «каждый второй», «7 из 10»."""

from __future__ import annotations

from decimal import Decimal

from svodka.core.values import Change, FigureValue, plain
from svodka.rules.figures.amounts import AMOUNT, DASH_TOO, OPENING, figure, ranged
from svodka.rules.figures.meaning import delta
from svodka.rules.figures.quantity import Quantity
from svodka.rules.forms import alternation
from svodka.rules.numbers import CARDINALS, ORDINAL_WORD, SMALL, cardinal, number, ordinal
from svodka.rules.rule import Groups, Rule

_PERCENT = r"(?:%|процент(?:|а|ов|у|ом|ам|ами|ах)(?![а-я])|проц\.|проц(?![а-я]))"
_FOUR_PLACES = Decimal("0.0001")


def percent(groups: Groups) -> Quantity | None:
    """Read a percentage; its context decides what it means. A sign makes it a change."""
    unsigned = {name: text for name, text in groups.items() if name != "sign"}
    found = figure("percent", unsigned, "%")
    if found is None:
        return None
    if groups.get("sign") and found[0].value:
        return Quantity(delta(found[0], "up" if groups["sign"][0] in "+п" else "down"))
    return Quantity(found[0], needs="percent")


def points(groups: Groups) -> Quantity | None:
    """Read percentage points: always a change."""
    found = figure("change", groups, "pp")
    sign = groups.get("sign", "")[:1]
    if found is None:
        return None
    value = found[0]
    if value.value:
        value = value.model_copy(update={"value": value.value.lstrip("-")})
    change = Change(form="delta_abs", direction="none" if not sign else "up" if sign in "+п" else "down")
    return Quantity(value.model_copy(update={"change": change}), by=True)


def mille(groups: Groups) -> Quantity | None:
    """Read per mille: a rate per thousand."""
    found = figure("percent", groups, "‰")
    return Quantity(found[0]) if found else None


_NUMERATORS = {form: value for form, value in CARDINALS.items() if value < 20}
_DENOMINATORS = {
    **dict.fromkeys(("треть", "трети", "третей", "третью", "третям"), 3),
    **dict.fromkeys(("четверть", "четверти", "четвертей", "четвертью", "четвертых"), 4),
    **{f"{stem}{ending}": value for stem, value in (("пят", 5), ("шест", 6), ("седьм", 7), ("восьм", 8), ("девят", 9),
                                                    ("десят", 10))
       for ending in ("ая", "ой", "ую", "ых")},
}  # fmt: skip
_WORDS = {
    **dict.fromkeys(("половина", "половины", "половину", "половиной", "половине", "пол"), Decimal("0.5")),
    **dict.fromkeys(("треть", "трети", "третью"), Decimal(1) / 3),
    **dict.fromkeys(("четверть", "четверти", "четвертью"), Decimal("0.25")),
}
_PARTS = r"(?:часть|части|частью|доля|доли|долю)"


def fraction(groups: Groups) -> Quantity | None:
    """Read a fraction in words: «треть», «две трети», «пятая часть», «три четверти»."""
    if "denominator" in groups:
        count = cardinal(groups["numerator"])
        share = None if count is None else count / _DENOMINATORS[groups["denominator"]]
    elif "part" in groups:
        size = ordinal(groups["part"])
        share = Decimal(1) / size if size and size > 2 else None
    else:
        share = _WORDS[groups["word"]]
    if share is None or share >= 1:
        return None
    return Quantity(FigureValue(kind="share", value=plain(share.quantize(_FOUR_PLACES)), unit="1"), needs="percent")


def by_half(groups: Groups) -> Quantity:
    """Read «наполовину»."""
    return Quantity(FigureValue(kind="share", value="0.5", unit="1"), needs="percent", by=True)


def each(groups: Groups) -> Quantity | None:
    """Read «каждый второй»: one of so many."""
    size = ordinal(groups["ordinal"])
    if not size or size < 2:
        return None
    share = plain((Decimal(1) / size).quantize(_FOUR_PLACES))
    return Quantity(FigureValue(kind="ratio", value=share), needs="ordered")


def out_of(groups: Groups) -> Quantity | None:
    """Read «7 из 10 жителей»: low the part, high the whole."""
    part, whole = number(groups["part"]), number(groups["whole"])
    if part is None or whole is None or part > whole:
        return None
    return Quantity(FigureValue(kind="ratio", low=plain(part), high=plain(whole)), needs="noun")


_PURE = r"(?=\s+[а-яё«]|\s*[.,;:)–-]|\s*$)"

SHARES: tuple[Rule[Quantity], ...] = (
    Rule(
        id="figure.percent",
        opening=OPENING,
        cue=r"%|проц",
        pattern=rf"(?P<span>{ranged(_PERCENT, DASH_TOO)}\s*{_PERCENT})",
        value=percent,
        finds=(
            "занимает [почти 75 %|percent almost 75 %]",
            "на [5 процентов|percent 5 %]",
            "([+12,4 %|change 12.4 %])",
            "обрабатывающая промышленность – [плюс пять процентов|change 5 %]",
            "угля – 2,7 млн тонн ([–6,5%|change 6.5 %])",
            "[более чем на 56 %|percent gt 56 %]",
            "от [10 до 15 процентов|percent range 10..15 %]",
            "доля выросла с [40,8 % до 60,2 %|change 40.8..60.2 %]",
            "[5–7 %|percent range 5..7 %] посевов",
            "[не более чем на 4 %|percent le 4 %]",
            "[пять с половиной процентов|percent 5.5 %]",
            "[девять сотых процента|percent 0.09 %]",
            "[51 и более процентов|percent ge 51 %] акций",
        ),
        skips=("5 процентных пунктов", "№ 5 %", "в процентах", "ставка процента"),
    ),
    Rule(
        id="figure.points",
        opening=OPENING,
        cue=r"процентн|п\.\s?п",
        pattern=rf"(?P<span>{ranged(sign=DASH_TOO)}\s*(?:процентн[а-я]+\s+пункт(?:|а|ов|у|ам|ами|ах)(?![а-я])|п\.\s?п\.?(?![а-я])|пп(?![а-я])))",
        value=points,
        finds=(
            "на [0,5 процентного пункта|change 0.5 pp]",
            "до 21 %, или на [2 п. п.|change 2 pp]",
            "([+1,5 п.п.|change 1.5 pp])",
            "снизилась [почти на 3 процентных пункта|change almost 3 pp]",
        ),
        skips=("5 процентов", "5 пунктов", "п. п. 5 и 6"),
    ),
    Rule(
        id="figure.mille",
        opening=OPENING,
        cue=r"‰|промилле",
        pattern=rf"(?P<span>{AMOUNT}\s*(?:‰|промилле(?![а-я])))",
        value=mille,
        finds=("рождаемость [9,8 промилле|percent 9.8 ‰]", "смертность [12,1 ‰|percent 12.1 ‰]"),
        skips=("тест на промилле",),
    ),
    Rule(
        id="figure.fraction",
        cue=r"трет|четверт|полов|част|дол[яи]|пят|десят|шест|седьм|восьм|девят",
        pattern=(
            rf"(?<![\w-])(?P<span>(?P<numerator>{alternation(_NUMERATORS)})(?:\s+целых)?\s+(?P<denominator>{alternation(_DENOMINATORS)})"
            rf"|(?P<part>{ORDINAL_WORD})\s+{_PARTS}"
            rf"|(?<!\sс\s)(?P<word>{alternation(w for w in _WORDS if w != 'пол')})){_PURE}"
        ),
        value=fraction,
        finds=(
            "[более двух третей|share gt 0.6667 1] зерновых",
            "[треть|share 0.3333 1] продукции",
            "[пятая часть|share 0.2 1] из них – студенты",
            "[три четверти|share 0.75 1] предприятий",
            "упал [почти на четверть|share almost 0.25 1]",
            "[около половины|share approx 0.5 1] урожая",
            "[примерно две пятых|share approx 0.4 1] площади",
            "[одна десятая|share 0.1 1] фонда",
        ),
        skips=(
            "две третьих смены",
            "третье место",
            "первая часть книги",
            "вторая часть доклада",
            "в четверг",
            "два третьих места",
        ),
    ),
    Rule(
        id="figure.by_half",
        cue="наполовину",
        pattern=r"(?<![\w-])(?P<span>наполовину)(?![а-я])",
        value=by_half,
        finds=("сократились [наполовину|share 0.5 1]",),
        skips=("половина дороги",),
    ),
    Rule(
        id="figure.each",
        cue="кажд",
        pattern=rf"(?<![\w-])(?P<span>кажд(?:ый|ая|ое|ого|ой|ому|ым|ом|ую)\s+(?P<ordinal>{ORDINAL_WORD}))(?!\s+(?:день|год|месяц|недел|понедельн|вторник|сред[ау]|четверг|пятниц|суббот|воскрес|час|раз))",
        value=each,
        finds=("[каждый второй|ratio 0.5] к лету", "[каждая третья|ratio 0.3333] семья"),
        skips=("каждый первый", "каждое второе воскресенье", "каждый день", "в каждом районе"),
    ),
    Rule(
        id="figure.out_of",
        cue=r"из\s",
        pattern=rf"(?<![\w.,№/-])(?P<span>(?P<part>{SMALL})\s+из\s+(?:кажд(?:ых)\s+)?(?P<whole>{SMALL}))(?=\s+[а-я])",
        value=out_of,
        finds=("[семь из десяти|ratio 7..10] жителей", "[7 из 10|ratio 7..10] предприятий"),
        skips=("один из лидеров", "5 из них"),
    ),
)
