"""Lengths of time."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from svodka.core.values import Grain, Timex, TimexMod, plain
from svodka.rules.dates.reading import Reading
from svodka.rules.dates.words import COUNT, COUNT_OPENING, UNIT_CUE, UNITS
from svodka.rules.forms import alternation, first_words
from svodka.rules.numbers import number
from svodka.rules.rule import Groups, Rule, spaced

_CODES: dict[str, tuple[int, str]] = {
    "second": (1, "TS"), "minute": (1, "TM"), "hour": (1, "TH"), "day": (1, "D"), "week": (1, "W"), "month": (1, "M"),
    "quarter": (3, "M"), "half": (6, "M"), "year": (1, "Y"), "decade": (10, "Y"), "century": (100, "Y"),
}  # fmt: skip
_GRAINS = {form: cast("Grain", unit) for form, unit in UNITS.items()}  # no word form names a weekday or weekend
_SMALLER = {"Y": (12, "M"), "TH": (60, "TM"), "TM": (60, "TS"), "D": (24, "TH")}
_HEDGES: dict[str, TimexMod] = {
    "более": "MORE_THAN", "более чем": "MORE_THAN", "свыше": "MORE_THAN", "больше": "MORE_THAN",
    "больше чем": "MORE_THAN", "чуть более": "MORE_THAN", "чуть больше": "MORE_THAN", "немногим более": "MORE_THAN",
    "около": "APPROX", "примерно": "APPROX", "порядка": "APPROX", "почти": "APPROX", "приблизительно": "APPROX",
    "где-то": "APPROX", "менее": "LESS_THAN", "менее чем": "LESS_THAN", "меньше": "LESS_THAN",
    "чуть менее": "LESS_THAN", "не менее": "EQUAL_OR_MORE", "не менее чем": "EQUAL_OR_MORE",
    "не меньше": "EQUAL_OR_MORE", "минимум": "EQUAL_OR_MORE", "как минимум": "EQUAL_OR_MORE",
    "не более": "EQUAL_OR_LESS", "не более чем": "EQUAL_OR_LESS", "не больше": "EQUAL_OR_LESS",
    "максимум": "EQUAL_OR_LESS",
}  # fmt: skip
_WHOLES = {
    "полгода": "P6M", "пол года": "P6M", "полчаса": "PT30M", "пол часа": "PT30M", "полдня": "PT12H", "пол дня": "PT12H",
    "полвека": "P50Y", "полмесяца": "P15D", "четверть часа": "PT15M", "три четверти часа": "PT45M",
    "четверть века": "P25Y", "полминуты": "PT30S", "3 четверти часа": "PT45M",
}  # fmt: skip
_LATIN: dict[str, Decimal | int] = {
    "одно": 1, "двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "девяти": 9,
    "десяти": 10, "двенадцати": 12, "пятнадцати": 15, "двадцати": 20, "тридцати": 30, "полутора": Decimal("1.5"),
}  # fmt: skip
_STEMS = {
    "секундн": "TS", "минутн": "TM", "часов": "TH", "дневн": "D", "суточн": "D", "недельн": "W", "месячн": "M",
    "летн": "Y", "годов": "Y",
}  # fmt: skip


def period(count: Decimal, unit: str) -> str:
    """Return an ISO 8601 duration without fractions where the next smaller unit allows it.

    Examples:
        >>> period(Decimal("1.5"), "hour"), period(Decimal("1.5"), "year"), period(Decimal(2), "decade")
        ('PT1H30M', 'P1Y6M', 'P20Y')
    """
    factor, code = _CODES[unit]
    return _written(count * factor, code)


def _written(count: Decimal, code: str) -> str:
    whole, rest = divmod(count, 1)
    mark, letter = ("PT", code[1]) if code[0] == "T" else ("P", code)
    if not rest or code not in _SMALLER or (rest * _SMALLER[code][0]) % 1:
        return f"{mark}{plain(count)}{letter}"
    factor, smaller = _SMALLER[code]
    tail = f"{'T' if smaller[0] == 'T' and mark == 'P' else ''}{plain(rest * factor)}{smaller[-1]}"
    return (f"{mark}{plain(whole)}{letter}" if whole else mark) + tail


def length(value: str, mod: TimexMod | None = None) -> Reading:
    """Return the reading of a length of time."""
    return Reading(None, None, mod=mod, timex=Timex(type="DURATION", value=value))


def amount(text: str) -> Decimal | None:
    """Return a number in digits or in words, with a decimal comma or point."""
    return number(spaced(text.replace(",", "."))) if text[:1].isdigit() else number(spaced(text))


def duration(groups: Groups) -> Reading | None:
    """Read a length of time with its hedge; two numbers make a range («2–3 дня»)."""
    mod = _HEDGES.get(spaced(groups.get("hedge", "")))
    if "whole" in groups:
        return length(_WHOLES[spaced(groups["whole"])], mod)
    count = amount(groups["count"])
    if count is None or count == 0:
        return None
    if "and_half" in groups:
        count += Decimal("0.5")
    unit = UNITS[groups["unit"]]
    value = period(count, unit)
    if "to" in groups:
        last = amount(groups["to"])
        if last is None or last <= count:
            return None
        value = f"{value}/{period(last, unit)}"
    if "unit2" in groups:
        second, unit2 = amount(groups["count2"]), UNITS[groups["unit2"]]
        tail = period(second or Decimal(0), unit2).removeprefix("P")
        value += tail.removeprefix("T") if value.startswith("PT") else tail
    return Reading(None, _GRAINS.get(groups["unit"]), mod=mod, timex=Timex(type="DURATION", value=value))


def adjective(groups: Groups) -> Reading | None:
    """Read «10-дневный», «двухлетний»."""
    if "lead" in groups:
        count = Decimal(_LATIN[groups["lead"]])
    else:
        count = Decimal(groups["digits"]) if "digits" in groups else Decimal(1)
    return length(_written(count, _STEMS[groups["stem"]])) if count else None


def many(groups: Groups) -> Reading:
    """Read «многих лет», «несколько дней»: a length that the words leave open."""
    factor, code = _CODES[UNITS[groups["unit"]]]
    letter = "DE" if factor == 10 else "CE" if factor == 100 else code[-1]
    return length(f"P{'T' if code[0] == 'T' else ''}X{letter}")


def not_one(groups: Groups) -> Reading:
    """Read «не одно десятилетие»: more than one."""
    return length(period(Decimal(1), UNITS[groups["unit"]]), "MORE_THAN")


_UNIT = rf"(?P<unit>{alternation(UNITS)})(?![а-я])"
_UNIT2 = rf"(?P<unit2>{alternation(UNITS)})(?![а-я])"
_HEDGE = rf"(?:(?P<hedge>{alternation(_HEDGES)})\s+)?"
_NOT_AGE = r"(?!\s+(?:назад|тому|спустя|ранее|до\s+н))"
_TERM = (
    r"(?:план|период|срок|программ|контракт|договор|соглашен|гаранти|перерыв|цикл|кредит|за[йе]м|опыт|стаж|истори|работ|"
    r"сотрудничеств|максимум|минимум|стратеги|проект|аренд|обучени|курс|бюджет|максимальн|минимальн|партнерств)"
)


DURATIONS: tuple[Rule[Reading], ...] = (
    Rule(
        id="date.duration",
        cue=rf"{UNIT_CUE}|\bпол|\bчетверт|\d\s?(?:ч|кв)|\d(?:мес|мин|сек|час|год|лет|дн|день|недел|сут)",
        opening=rf"{COUNT_OPENING}|{first_words([*_HEDGES, *_WHOLES])}",
        pattern=(
            rf"(?<![\w.,:–-])(?P<span>{_HEDGE}(?:(?P<whole>{alternation(_WHOLES)})(?![а-я])|{COUNT}"
            rf"(?:\s*[–-]\s*(?P<to>\d{{1,3}}))?(?P<and_half>\s+с\s+половиной)?\s*{_UNIT}(?:\s+(?:и\s+)?(?P<count2>\d{{1,2}}|[а-я]{{3,12}})\s+{_UNIT2})?)){_NOT_AGE}"
        ),
        value=duration,
        finds=(
            "длятся [более 15 лет|P15Y]",
            "[Более двух десятилетий|P20Y]",
            "в течение [полутора часов|PT1H30M]",
            "гарантия – [24 месяца|P24M]",
            "через [90 дней|P90D] после отгрузки",
            "[чуть более 20 часов|PT20H]",
            "[три с половиной месяца|P3.5M]",
            "[2–3 дня|P2D/P3D]",
            "[1 час 55 минут|PT1H55M]",
            "почти [полвека|P50Y]".replace("почти [полвека", "[почти полвека"),
            "[двое суток|P2D]",
        ),
        skips=("12 дневных смен", "ноль лет", "пять годовых"),
    ),
    Rule(
        id="date.one_unit",
        cue="течени|протяж|сроком|ительност",
        pattern=(
            r"(?<![\w])(?:в\s+течение|на\s+протяжении|сроком\s+на|продолжительностью|длительностью)\s+(?:(?:всего|целого|одного|ровно)\s+)?"
            r"(?P<span>(?P<unit>года|месяца|недели|суток|дня|часа|квартала|полугодия|десятилетия|год|месяц|неделю|час))(?![а-я])(?!\s+(?:\d|учебн|с\s|после))"
        ),
        value=lambda groups: length(period(Decimal(1), UNITS[groups["unit"]])),
        finds=("в течение [года|P1Y]", "сроком на [месяц|P1M]"),
        skips=("в течение года 2022", "в течение годового цикла"),
    ),
    Rule(
        id="date.hedged_unit",
        cue=UNIT_CUE,
        opening=first_words([*_HEDGES, "ровно", "целый", "целую", "целое"]),
        pattern=(
            rf"(?<![\w])(?P<span>(?P<hedge>{alternation(_HEDGES)}|ровно|целый|целую|целое)"
            r"\s+(?P<unit>год|года|месяц|месяца|неделю|недели|сутки|суток|час|часа|квартал|квартала|полугодие|полугодия"
            r"|десятилетие|десятилетия|век|века|столетие|столетия))(?![а-я])(?!\s+(?:\d|назад|тому|спустя|ранее|на?зад))"
        ),
        value=lambda groups: length(period(Decimal(1), UNITS[groups["unit"]]), _HEDGES.get(spaced(groups["hedge"]))),
        finds=(
            "[более года|P1Y] шло",
            "[почти месяц|P1M]",
            "[ровно неделю|P1W]",
            "[около часа|PT1H]",
            "[целый год|P1Y]",
        ),
        skips=("более года назад", "около года 2020", "почти годовой", "ровно в час"),
    ),
    Rule(
        id="date.passed",
        cue="прош[ел]",
        pattern=(
            r"(?<![\w])прош(?:ел|ла|ло)\s+(?:уже\s+|всего\s+)?(?P<span>(?P<unit>год|месяц|неделя|час|полугодие|десятилетие))"
            r"(?![а-я])(?=\s*(?:[.,;:!?–]|$)|\s+(?:с|со|как|после|от)\s)"
        ),
        value=lambda groups: length(period(Decimal(1), UNITS[groups["unit"]])),
        finds=("Прошёл [год|P1Y] с момента подписания", "прошла [неделя|P1W], и"),
        skips=("прошёл год культуры", "прошла неделя моды"),
    ),
    Rule(
        id="date.duration_adjective",
        cue="секундн|минутн|часов|дневн|суточн|недельн|месячн|летн|годов",
        pattern=(
            rf"(?<![\w])(?P<span>(?:(?:(?P<digits>\d{{1,3}})-?|(?P<lead>{alternation(_LATIN)}))|(?=недельн|месячн|суточн))(?P<stem>секундн|минутн|часов|дневн|суточн|недельн|месячн|летн(?=[а-я]+\s+{_TERM}))"
            r"(?:ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ыми|ий|его|ему|им|ем|яя|ей|юю|ее|ие|их|ими))(?![а-я])"
        ),
        value=adjective,
        finds=(
            "[10-дневный|P10D] срок",
            "с [трёхдневным|P3D] визитом",
            "[двухлетний|P2Y] контракт",
            "[полуторачасовая|PT1H30M] беседа",
            "[недельный|P1W] перерыв",
        ),
        skips=("16-этажный дом", "пятилетний мальчик", "17-летняя Анна", "однодневка"),
    ),
    Rule(
        id="date.duration_many",
        cue="мног|нескольк|долг|ряд|десятк",
        pattern=(
            r"(?<![\w])(?P<span>(?:мног(?:о|их|ие)|нескольк(?:о|их)|долг(?:ие|их)|ряд(?:а|)|десятк(?:и|ов))\s+(?P<unit>лет|годы|годов|месяцев|месяцы|недель|недели|дней|дни|часов|минут|секунд|десятилетий|десятилетия|веков))(?![а-я])(?!\s+(?:назад|тому|спустя))"
        ),
        value=many,
        finds=("на протяжении [многих лет|PXY]", "[несколько дней|PXD]", "[долгие годы|PXY]"),
        skips=("несколько лет назад",),
    ),
    Rule(
        id="date.not_one",
        cue=r"не\s+од",
        pattern=r"(?<![\w])(?P<span>не\s+(?:одно|один|одну)\s+(?P<unit>десятилетие|столетие|год|век|месяц|день|час|квартал|неделю))(?![а-я])",
        value=not_one,
        finds=("[Не одно десятилетие|P10Y] развивается сотрудничество", "[не один квартал|P3M]"),
        skips=("не одно предприятие",),
    ),
    Rule(
        id="date.earlier_than_usual",
        cue="обычн|срока|график|плана",
        pattern=r"(?<![\w])(?P<span>(?P<unit>годом|месяцем|неделей|днем)\s+(?:ранее|раньше|позднее|позже)\s+(?:обычного|срока|графика|плана))(?![а-я])",
        value=lambda groups: length(period(Decimal(1), UNITS[groups["unit"]])),
        finds=("завершена [неделей раньше обычного|P1W]",),
        skips=("годом ранее",),
    ),
)
