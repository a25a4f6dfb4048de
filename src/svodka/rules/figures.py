"""How much: the table of quantity expressions, and how their context decides what they mean.

A row reads the words of the quantity itself into a ``Quantity``. What a percentage stands for (a change, a share, an
index) is decided by ``interpret`` from the lemmas around it; what a number counts is found by the component, which sees
the parse. Patterns work on folded text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from svodka.core.values import Change, Comparator, FigureKind, FigureValue, plain
from svodka.rules.numbers import (
    DIGITS,
    ORDINAL_DIGITS,
    ORDINAL_WORD,
    ROMAN,
    SCALE,
    WORDS,
    alternation,
    number,
    ordinal,
    scale,
)
from svodka.rules.rule import Groups, Rule, trap, words


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a quantity says by itself.

    Attributes:
        value: The value as far as the words give it.
        needs: ``noun`` where a counted noun must follow, ``percent`` where context tells a change from a share from a
            level, ``ordered`` where an ordinal needs the noun it numbers.
        by: ``на`` stands before it: «вырос на 5 %».
    """

    value: FigureValue
    needs: Literal["", "noun", "percent", "ordered"] = ""
    by: bool = False

    def shown(self) -> str:
        """Return the short form in which examples name a quantity."""
        amount = self.value.value or f"{self.value.low}..{self.value.high}"
        hedge = "" if self.value.comparator == "eq" else f"{self.value.comparator} "
        return f"{self.value.kind} {hedge}{amount} {self.value.unit or ''}".rstrip()


COMPARATORS: dict[str, Comparator] = {
    "более": "gt", "более чем": "gt", "свыше": "gt", "больше": "gt", "больше чем": "gt", "превысил": "gt",
    "превысила": "gt", "превысило": "gt", "превысили": "gt", "превысит": "gt", "превысят": "gt", "превышает": "gt",
    "превышают": "gt", "чуть более": "gt", "немногим более": "gt", "не менее": "ge", "не менее чем": "ge",
    "не меньше": "ge", "минимум": "ge", "как минимум": "ge", "от": "ge", "менее": "lt", "менее чем": "lt",
    "меньше": "lt", "не более": "le", "не более чем": "le", "не больше": "le", "максимум": "le", "до": "le",
    "не превысил": "le", "не превышает": "le", "не превышала": "le", "почти": "almost", "чуть менее": "almost",
    "без малого": "almost", "около": "approx", "порядка": "approx", "примерно": "approx", "приблизительно": "approx",
    "ориентировочно": "approx", "где-то": "approx",
}  # fmt: skip

CURRENCIES: dict[str, str | None] = {
    r"(?:российск[а-я]+|рос\.)\s*(?:рубл(?:ь|я|ей|ю|ем|е|и|ям|ями|ях)|руб\.?)": "RUB",
    r"(?:белорусск[а-я]+|бел\.)\s*(?:рубл(?:ь|я|ей|ю|ем|е|и|ям|ями|ях)|руб\.?)": "BYN",
    r"(?:рубл(?:ь|я|ей|ю|ем|е|и|ям|ями|ях)|руб\.?)": None,
    r"₽": "RUB",
    r"доллар(?:|а|у|ом|е|ы|ов|ам|ами|ах)(?:\s+сша)?|долл\.(?:\s*сша)?|\$": "USD",
    r"евро|€": "EUR",
    r"юан(?:ь|я|ей|ю|ем|е|и|ям|ями|ях)": "CNY",
    r"тенге": "KZT",
    r"драм(?:|а|ов|ы|ам|ами|ах)": "AMD",
    r"гриве?н(?:|а|ы|у|е|ам|ами|ах)": "UAH",
    r"лари": "GEL",
    r"манат(?:|а|ов|ы|ам|ами|ах)": "AZN",
    r"сомони": "TJS",
    r"сум(?:ов|а|ы|ам|ами|ах)": "UZS",
    r"фунт(?:|а|ов|ы|ам|ами|ах)\s+стерлингов": "GBP",
    r"японск[а-я]+\s+иен(?:|а|ы|ам|ами|ах)|иен(?:|а|ы)": "JPY",
}
_ROUBLES = {"RU": "RUB", "BY": "BYN"}
UNITS: dict[str, str] = {
    r"тонн(?:|а|ы|у|е|ам|ами|ах|ой)|т(?=[^а-яa-z.]|\.\s*[^а-я.]|$)": "t",
    r"центнер(?:|а|ов|ы)\s+(?:с|на)\s+(?:1\s+)?(?:гектара?|га)|ц/га": "dt/ha",
    r"центнер(?:|а|ов|ы|ам|ами|ах)": "dt",
    r"килограмм(?:|а|ов|ы|ам|ами|ах)|кг": "kg",
    r"гектар(?:|а|ов|ы|ам|ами|ах)|га": "ha",
    r"квадратн[а-я]+\s+километр(?:|а|ов)|кв\.?\s*км|км2|км²": "km2",
    r"квадратн[а-я]+\s+метр(?:|а|ов|ах)|кв\.?\s*м(?:етров|етра|етр)?|м2|м²": "m2",
    r"кубическ[а-я]+\s+метр(?:|а|ов)|кубометр(?:|а|ов)|куб\.?\s*м(?:етров|етра|етр)?|м3|м³": "m3",
    r"километр(?:|а|ов|ы|ам|ами|ах)|км": "km",
    r"метр(?:|а|ов|ы|ам|ами|ах)|м(?=[^а-яa-z.]|$)": "m",
    r"литр(?:|а|ов|ы|ам|ами|ах)": "l",
    r"мегаватт(?:|а|ов)|мвт(?!\s*[·*.-]?\s*ч)": "MW",
    r"киловатт-час(?:|а|ов)|квт\s*[·*.-]?\s*ч": "kW.h",
    r"мвт\s*[·*.-]?\s*ч": "MW.h",
    r"градус(?:|а|ов)|°\s*c|°с": "Cel",
}

# Lemmas by which the words around a percentage tell what it is.
UP = words(
    "вырасти расти возрасти возрастать увеличиться увеличиваться увеличить увеличивать повыситься "
    "повышаться повысить подняться подорожать прибавить нарастить наращивать рост увеличение прирост "
    "повышение подъем больше выше превысить"
)
DOWN = words(
    "снизиться снижаться снизить упасть падать сократиться сокращаться сократить уменьшиться уменьшаться "
    "уменьшить подешеветь потерять снижение падение сокращение уменьшение спад меньше ниже"
)
INDEX = frozenset(("темп", "индекс"))
SHARE = words("доля вес часть процент приходиться занимать принадлежать")


def _unit_of(table: dict[str, str] | dict[str, str | None], text: str) -> str | None:
    """Return the unit of the row whose pattern matches the text wholly."""
    return next((unit for pattern, unit in table.items() if re.fullmatch(pattern, text)), None)


def _alternatives(table: dict[str, str] | dict[str, str | None]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in table)


def _amounts(groups: Groups) -> dict[str, str] | None:
    """Return ``value`` or ``low`` and ``high`` of the number groups, the scale of the second given to both."""
    first = number(groups["num"])
    if first is None:
        return None
    if "num2" not in groups:
        return {"value": plain(first * scale(groups.get("scale")))}
    second = number(groups["num2"])
    if second is None:
        return None
    last_scale = scale(groups.get("scale2"))
    low, high = first * (scale(groups["scale"]) if "scale" in groups else last_scale), second * last_scale
    return {"low": plain(low), "high": plain(high)}


def _comparator(groups: Groups) -> Comparator:
    if "num2" in groups:
        return "range"
    return COMPARATORS[" ".join(groups["cmp"].split())] if "cmp" in groups else "eq"


def _figure(
    kind: FigureKind, groups: Groups, unit: str | None, *, issues: tuple[str, ...] = (), basis: bool = False
) -> FigureValue | None:
    amounts = _amounts(groups)
    if amounts is None:
        return None
    return FigureValue(
        kind=kind,
        value=amounts.get("value"),
        low=amounts.get("low"),
        high=amounts.get("high"),
        comparator=_comparator(groups),
        unit=unit,
        currency_basis="explicit" if basis else None,
        issues=issues,
    )


def money(groups: Groups) -> Quantity | None:
    """Read a sum of money; a rouble of no named country stays without unit for the document to decide."""
    currency = _unit_of(CURRENCIES, groups["currency"])
    issues = () if currency else ("ambiguous_currency",)
    value = _figure("money", groups, currency, issues=issues, basis=currency is not None)
    return Quantity(value) if value else None


def from_to_money(groups: Groups) -> Quantity | None:
    """Read «с 10 до 15 млн долларов»: an old and a new level."""
    found = money(groups)
    if found is None or found.value.low is None or found.value.high is None:
        return None
    return Quantity(_from_to(found.value))


def _from_to(value: FigureValue) -> FigureValue:
    low, high = Decimal(value.low or 0), Decimal(value.high or 0)
    factor = plain((high / low).quantize(Decimal("0.0001"))) if low else None
    change = Change(form="from_to", direction="up" if high > low else "down", factor=factor)
    return value.model_copy(update={"kind": "change", "change": change})


def percent(groups: Groups) -> Quantity | None:
    """Read a percentage; its context decides what it means."""
    sign = groups.get("sign")
    value = _figure("percent", groups, "%")
    if value is None:
        return None
    if sign:
        return Quantity(delta(value, "up" if sign == "+" else "down"))
    return Quantity(value, needs="percent", by="by" in groups or "within" in groups)


def points(groups: Groups) -> Quantity | None:
    """Read percentage points: always a change."""
    value = _figure("change", groups, "pp")
    return Quantity(value.model_copy(update={"change": Change(form="delta_abs")}), by=True) if value else None


def measure(groups: Groups) -> Quantity | None:
    """Read a quantity in a physical, agricultural or energy unit."""
    value = _figure("measure", groups, _unit_of(UNITS, groups["unit"]))
    return Quantity(value) if value else None


def factor(groups: Groups) -> Quantity | None:
    """Read «в 1,5 раза»: new divided by old; the verb tells the direction."""
    value = _figure("change", groups, "x")
    if value is None or value.value is None or Decimal(value.value) <= 0:
        return None
    return Quantity(value.model_copy(update={"change": Change(form="factor", factor=value.value)}), by=True)


_MULTIPLES = {"вдвое": "2", "втрое": "3", "вчетверо": "4", "впятеро": "5", "вшестеро": "6", "вдесятеро": "10"}


def multiple(groups: Groups) -> Quantity:
    """Read «вдвое», «втрое» and their kin."""
    count = _MULTIPLES[groups["word"]]
    value = FigureValue(kind="change", value=count, unit="x", change=Change(form="factor", factor=count))
    return Quantity(value.model_copy(update={"comparator": _comparator(groups)}), by=True)


def rank(groups: Groups) -> Quantity | None:
    """Read a place in an order."""
    place = ordinal(groups["ordinal"])
    return Quantity(FigureValue(kind="rank", value=str(place), unit="место")) if place else None


def times(groups: Groups) -> Quantity | None:
    """Read «в восьмой раз»."""
    count = ordinal(groups["ordinal"])
    return Quantity(FigureValue(kind="ordinal", value=str(count), unit="раз")) if count else None


def numbered(groups: Groups) -> Quantity | None:
    """Read an ordinal that numbers what follows: an edition, a stage, a batch."""
    count = ordinal(groups["ordinal"])
    return Quantity(FigureValue(kind="ordinal", value=str(count)), needs="ordered") if count else None


def anniversary(groups: Groups) -> Quantity:
    """Read «85-летие»."""
    return Quantity(FigureValue(kind="anniversary", value=groups["num"], unit="год"))


def age(groups: Groups) -> Quantity:
    """Read «41-летний»."""
    return Quantity(FigureValue(kind="age", value=groups["num"], unit="год"))


_ATTRIBUTES = {
    "этажн": "этаж",
    "тонн": "t",
    "километров": "km",
    "метров": "m",
    "полосн": "полоса",
    "квартирн": "квартира",
    "местн": "место",
    "коечн": "койка",
    "литров": "l",
    "процентн": "%",
}  # fmt: skip


def attribute(groups: Groups) -> Quantity:
    """Read an adjective of size: «16-этажный», «20-тонный»."""
    return Quantity(FigureValue(kind="attribute", value=groups["num"], unit=_ATTRIBUTES[groups["stem"]]))


_FRACTIONS = {"треть": "0.3333", "трети": "0.3333", "четверть": "0.25", "четверти": "0.25", "половина": "0.5",
              "половины": "0.5", "половину": "0.5"}  # fmt: skip
_NUMERATORS = {"две": 2, "двух": 2, "три": 3, "трех": 3}
_DENOMINATORS = {"трети": 3, "третей": 3, "четверти": 4, "четвертей": 4, "пятых": 5}


def fraction(groups: Groups) -> Quantity | None:
    """Read a share in words: «треть», «две трети»."""
    if "numerator" in groups:
        exact = Decimal(_NUMERATORS[groups["numerator"]]) / _DENOMINATORS[groups["denominator"]]
        amount = plain(exact.quantize(Decimal("0.0001")))
    else:
        amount = _FRACTIONS[groups["word"]]
    value = FigureValue(kind="share", value=amount, unit="1", comparator=_comparator(groups))
    return Quantity(value, needs="percent" if "by" in groups else "", by="by" in groups)


def score(groups: Groups) -> Quantity:
    """Read a result of a game or a vote."""
    return Quantity(FigureValue(kind="score", low=groups["low"], high=groups["high"]))


def count(groups: Groups) -> Quantity | None:
    """Read a bare number; it is a figure only when a counted noun follows."""
    value = _figure("count", groups, None)
    return Quantity(value, needs="noun") if value else None


_B = r"(?<![\w.,№/-])"
_CMP = rf"(?:(?<![\w])(?P<cmp>{alternation(COMPARATORS)})\s+)?"
_BY = r"(?:(?<![\w])(?P<by>на)\s+)?"
_NUM = rf"{_B}(?P<num>{DIGITS}|{WORDS})"
_SCALE = rf"(?:\s*(?P<scale>{SCALE}))?"
_RANGE = rf"(?:(?:\s*[–-]\s*|\s+до\s+)(?P<num2>{DIGITS}|{WORDS})(?:\s*(?P<scale2>{SCALE}))?)?"
_AMOUNT = rf"{_CMP}{_NUM}{_SCALE}{_RANGE}"
# «от» before a range opens it and stays outside the evidence; before a single number it is a comparator.
_FROM = rf"(?:(?<![\w])от\s+(?=(?:{DIGITS}|{WORDS})(?:\s*{SCALE})?\s+до\s))?"
_CURRENCY = rf"\s*(?P<currency>{_alternatives(CURRENCIES)})(?![а-яa-z])"
_ADJECTIVES = r"(?:\s+[а-я-]+(?:ый|ий|ой|ого|его|ом|ем|ому|ему|ым|им|ая|яя|ую|юю|ое|ее|ые|ие|ых|их))"
_ORDERED = (
    rf"(?={_ADJECTIVES}{{0,4}}\s+[«\"]?(?:[а-я]+-)?(?:форум|саммит|съезд|конгресс|фестивал|выставк|ярмарк|турнир|чемпионат|"
    r"конференц|конкурс|заседани|спартакиад|игр|парти[яиюей]|очеред|этап|участ[ок]|слет|сесси|сезон))"
)
_STOP = r"(?![а-я])"

FIGURES: tuple[Rule[Quantity], ...] = (
    Rule(
        id="figure.money",
        pattern=rf"{_FROM}(?P<span>{_AMOUNT}{_CURRENCY})",
        value=money,
        finds=(
            "составил [почти 326 млн долларов|money almost 326000000 USD].",
            "достигла [1,1 млрд российских рублей|money 1100000000 RUB]",
            "взнос [3 500 рос. руб.|money 3500 RUB]",
            "сумма [1,1–1,3 млрд рублей|money range 1100000000..1300000000]",
            "[превысила 560 тыс. долларов|money gt 560000 USD]",
            "инвестиции от [2 до 2,5 млн долларов|money range 2000000..2500000 USD]",
            "[почти полтора миллиарда российских рублей|money almost 1500000000 RUB] – экспорт",
        ),
        skips=("рублевая зона 5", "5 рублевых вкладов"),
    ),
    Rule(
        id="figure.money_from_to",
        pattern=rf"(?<![\w])с\s+(?P<span>{_NUM}{_SCALE}\s+до\s+(?P<num2>{DIGITS})(?:\s*(?P<scale2>{SCALE}))?{_CURRENCY})",
        value=from_to_money,
        finds=("снизилась с [2 150 до 1 987,4 рубля|change range 2150..1987.4]",),
        skips=("от 2 до 2,5 млн долларов",),
    ),
    Rule(
        id="figure.percent",
        pattern=(
            rf"{_BY}(?P<span>{_CMP}(?:(?P<within>на)\s+)?(?:(?P<sign>[+–])(?=\d))?(?<![\w.,№/])(?P<num>{DIGITS}|{WORDS}){_RANGE}\s*"
            r"(?:%|процент(?:|а|ов|у|ом|ам|ами|ах)(?![а-я])|проц\.))"
        ),
        value=percent,
        finds=(
            "занимает [почти 75 %|percent almost 75 %]",
            "на [5 процентов|percent 5 %]",
            "([+12,4 %|change 12.4 %])",
            "[более чем на 56 %|percent gt 56 %]",
        ),
        skips=("5 процентных пунктов", "№ 5 %"),
    ),
    Rule(
        id="figure.points",
        pattern=rf"(?:на\s+)?(?P<span>{_AMOUNT}\s*(?:процентн[а-я]+\s+пункт(?:|а|ов)(?![а-я])|п\.\s?п\.))",
        value=points,
        finds=("на [0,5 процентного пункта|change 0.5 pp]", "до 21 %, или на [2 п. п.|change 2 pp]"),
        skips=("5 процентов",),
    ),
    Rule(
        id="figure.measure",
        pattern=rf"{_FROM}(?P<span>{_AMOUNT}\s*(?P<unit>{_alternatives(UNITS)})(?![а-яa-z]))",
        value=measure,
        finds=(
            "намолочено [83,9 млн тонн|measure 83900000 t]",
            "урожайность [34,1 ц/га|measure 34.1 dt/ha]",
            "площадью [2,4 тыс. кв. м|measure 2400 m2]",
            "[свыше 870 тыс. га|measure gt 870000 ha]",
        ),
        skips=("5 метровых досок", "в т. ч. 9 компаний"),
    ),
    Rule(
        id="figure.factor",
        pattern=rf"(?:{_CMP}(?<![\w])(?:в\s+))(?P<span>(?P<num>{DIGITS}|{WORDS})\s+раза?){_STOP}",
        value=factor,
        finds=("увеличился в [1,5 раза|change 1.5 x]", "в [полтора раза|change 1.5 x] больше"),
        skips=("в восьмой раз", "три раза в год", "в первый раз"),
    ),
    Rule(
        id="figure.multiple",
        pattern=rf"(?P<span>{_CMP}(?<![\w])(?P<word>{alternation(_MULTIPLES)})){_STOP}",
        value=multiple,
        finds=("собрал [вдвое|change 2 x] меньше гостей", "вырос [почти втрое|change almost 3 x]"),
        skips=("вдвоем",),
    ),
    Rule(
        id="figure.rank",
        pattern=(
            rf"(?P<span>(?P<ordinal>{ORDINAL_DIGITS}|{ORDINAL_WORD})\s+"
            rf"(?:мест(?:о|а|е|у|ом)|позици(?:я|и|ю|ей))){_STOP}"
        ),
        value=rank,
        finds=(
            "находится на [1-м месте|rank 1 место]",
            "занимает [3-е место|rank 3 место]",
            "[Третье место|rank 3 место] у",
        ),
        skips=("на рабочем месте", "в первую очередь"),
    ),
    Rule(
        id="figure.times",
        pattern=rf"(?<![\w])в\s+(?P<span>(?P<ordinal>{ORDINAL_DIGITS}|{ORDINAL_WORD})\s+раз){_STOP}",
        value=times,
        finds=("проводился в [восьмой раз|ordinal 8 раз]",),
        skips=("в три раза", "в тот раз"),
    ),
    Rule(
        id="figure.numbered",
        pattern=rf"(?<![\w№])(?P<span>(?P<ordinal>{ORDINAL_DIGITS}|{ORDINAL_WORD}|{ROMAN})){_ORDERED}",
        value=numbered,
        finds=(
            "[II|ordinal 2] региональный бизнес-форум «Брянск – Гомель»",
            "[Первый|ordinal 1] региональный бизнес-форум",
            "[XXIV|ordinal 24] форум",
        ),
        skips=("первый вице-премьер", "I квартал"),
    ),
    Rule(
        id="figure.anniversary",
        pattern=r"(?<![\w-])(?P<span>(?P<num>\d{1,4})-?лети(?:е|я|ю|ем|и))(?![а-я])",
        value=anniversary,
        finds=("с празднованием [85-летия|anniversary 85 год] области",),
        skips=("41-летний",),
    ),
    Rule(
        id="figure.age",
        pattern=r"(?<![\w-])(?P<span>(?P<num>\d{1,3})-летн(?:ий|его|ему|им|ем|яя|ей|юю|ие|их|ими))(?![а-я])",
        value=age,
        finds=("[41-летний|age 41 год] вратарь",),
        skips=("85-летие",),
    ),
    Rule(
        id="figure.attribute",
        pattern=(
            rf"(?<![\w-])(?P<span>(?P<num>\d+)-(?P<stem>{alternation(_ATTRIBUTES)})"
            r"(?:ый|ой|ого|ому|ым|ом|ая|ую|ое|ые|ых|ыми))(?![а-я])"
        ),
        value=attribute,
        finds=("строят [16-этажный|attribute 16 этаж] дом", "[128-километровый|attribute 128 km] участок"),
        skips=("16-й этаж",),
    ),
    Rule(
        id="figure.fraction",
        pattern=(
            rf"{_BY}(?P<span>{_CMP}(?<![\w])(?:(?P<numerator>{alternation(_NUMERATORS)})\s+"
            rf"(?P<denominator>{alternation(_DENOMINATORS)})|(?P<word>{alternation(_FRACTIONS)})(?=\s+[а-я]))){_STOP}"
        ),
        value=fraction,
        finds=("[более двух третей|share gt 0.6667 1] зерновых", "[треть|share 0.3333 1] продукции"),
        skips=("две третьих смены", "третье место"),
    ),
    Rule(
        id="figure.score",
        pattern=r"(?<![\d:.])(?P<span>(?P<low>\d{1,2}):(?P<high>\d{1,2}))(?![\d:])(?!\s*(?:час|мин))",
        value=score,
        finds=("победил со счётом [4:2|score 4..2]",),
        skips=("в 10:30:15",),
    ),
    Rule(
        id="figure.count",
        pattern=rf"{_FROM}(?P<span>{_AMOUNT})(?=\s+[«\"]?[а-я])",
        value=count,
        finds=(
            "заключено [81|count 81] соглашение",
            "[более 100|count gt 100] участников",
            "[9|count 9] компаний",
        ),
        skips=("16-этажный", "№ 75 г. Гомеля", "СПУ-6 машин"),
    ),
)

TRAPS: tuple[Rule[bool], ...] = (
    Rule(
        id="trap.number_sign",
        pattern=r"№\s*[\w./–-]*\d[\w./–-]*",
        value=trap,
        finds=("СШ [№ 75|True] г. Гомеля",),
    ),
    Rule(
        id="trap.telephone",
        pattern=r"(?:\+?\d[\s-]?)?\(\d{3,5}\)\s*\d[\d\s-]{4,}\d|\+\d[\d\s-]{9,}\d|(?<!\d)\d\d-\d\d-\d\d(?!\d)",
        value=trap,
        finds=("тел. [8 (0222) 31-09-23|True]",),
    ),
    Rule(
        id="trap.paragraph",
        pattern=r"(?<![а-я])(?:ст\.|стать[а-я]+|п\.|пункт[а-я]*|каб\.|корп\.|стр\.|д\.|оф\.|гл\.)\s*\d+(?:[.,]\d+)*",
        value=trap,
        finds=("[каб. 412|True]", "по [пункту 5|True] постановления"),
        skips=("п. п.",),
    ),
    Rule(
        id="trap.quoted_year",
        pattern=r"(?<=[а-яa-z])[\s]*[–-]\s*(?:19|20)\d\d(?=[»”\"])",
        value=trap,
        finds=("на выставке «Металл-Экспо[ – 2022|True]»",),
    ),
)


def delta(value: FigureValue, direction: Literal["up", "down", "none"]) -> FigureValue:
    """Return a percentage as a change, with new divided by old where the direction is known.

    Examples:
        >>> delta(FigureValue(kind="percent", value="53", unit="%"), "up").change.factor
        '1.53'
    """
    step = Decimal(value.value) if value.value else None
    if step is not None and value.unit == "%":
        step = step / 100
    ratio = None if step is None or direction == "none" else plain(1 + step if direction == "up" else 1 - step)
    change = Change(form="delta_pct", direction=direction, factor=ratio)
    return value.model_copy(update={"kind": "change", "change": change})


def interpret(quantity: Quantity, before: Sequence[str], after: Sequence[str]) -> FigureValue:
    """Decide what a quantity means from the lemmas of its clause.

    Args:
        quantity: The reading.
        before: Lemmas before it in the clause, in text order.
        after: Lemmas after it.

    Examples:
        >>> five = Quantity(FigureValue(kind="percent", value="5", unit="%"), needs="percent", by=True)
        >>> interpret(five, ["экспорт", "снизиться", "на"], []).change.factor
        '0.95'
    """
    value = quantity.value
    direction = _direction(before, after)
    if value.change is not None and value.change.form in ("factor", "delta_abs"):
        return _directed(value, direction)
    if quantity.needs != "percent":
        return value
    if quantity.by:
        return delta(value, direction) if direction != "none" else value
    if INDEX & set(before[-8:]) and value.value:
        return _index(value, before)
    if SHARE & {*before[-12:], *after[:4]}:
        return value.model_copy(update={"kind": "share"})
    if _is_growth_noun(before):
        return _ambiguous(value, before)
    return value


def _direction(before: Sequence[str], after: Sequence[str]) -> Literal["up", "down", "none"]:
    """Return the direction of the nearest word of change, those before first."""
    for lemma in (*reversed(before), *after[:6]):
        if lemma in UP:
            return "up"
        if lemma in DOWN:
            return "down"
    return "none"


def _directed(value: FigureValue, direction: Literal["up", "down", "none"]) -> FigureValue:
    """Give a factor or an absolute change its direction; «вдвое меньше» divides."""
    change = value.change or Change(form="factor")
    ratio = change.factor
    if change.form == "factor" and direction == "down" and value.value:
        ratio = plain((1 / Decimal(value.value)).quantize(Decimal("0.0001")))
    return value.model_copy(update={"change": change.model_copy(update={"direction": direction, "factor": ratio})})


def _index(value: FigureValue, before: Sequence[str]) -> FigureValue:
    """Read «темп роста 67,7 %»: an index (old = 100) by name; below 100 or without base it can be read both ways."""
    change = Change(form="growth_rate", direction="none")
    return value.model_copy(update={"kind": "change", "change": change, "issues": ("ambiguous_growth",)})


def _is_growth_noun(before: Sequence[str]) -> bool:
    return bool({"рост", "прирост", "увеличение", "снижение", "падение", "сокращение"} & set(before[-12:]))


def _ambiguous(value: FigureValue, before: Sequence[str]) -> FigureValue:
    """Read «рост составил 190 процентов»: more by 190 % or 190 % of the old level; the text does not say."""
    change = Change(form="growth_rate", direction=_direction(before, ()))
    return value.model_copy(update={"kind": "change", "change": change, "issues": ("ambiguous_growth",)})


def document_rouble(codes: Sequence[str]) -> str | None:
    """Return the currency of a document's roubles from the ISO codes of the places that it names.

    Only one of the two countries with roubles may be named, by itself or by a region.

    Examples:
        >>> document_rouble(["RU-LIP", "TR"]), document_rouble(["BY", "RU"]), document_rouble([])
        ('RUB', None, None)
    """
    found = {_ROUBLES[code[:2]] for code in codes if code[:2] in _ROUBLES}
    return found.pop() if len(found) == 1 else None


def settle_rouble(value: FigureValue, rouble: str | None) -> FigureValue:
    """Give a sum in roubles of no named country the document's currency."""
    if rouble is None or "ambiguous_currency" not in value.issues:
        return value
    issues = tuple(issue for issue in value.issues if issue != "ambiguous_currency")
    return value.model_copy(update={"unit": rouble, "currency_basis": "document", "issues": issues})
