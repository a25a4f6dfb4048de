"""When: the table of date expressions.

A row reads one expression by itself into a ``Reading``: an EDTF template with ``X`` for what the words leave open, and
how the missing year or day is to be found. Resolution in document order is a separate step (``rules.resolve``).
Patterns work on folded text: small letters, ё as е, every dash an en dash.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from typing import Literal

from svodka.core.values import DateRole, Grain, Timex, TimexMod
from svodka.rules.numbers import CARDINALS, FRACTIONS, ROMAN, alternation, number, ordinal, roman
from svodka.rules.rule import Groups, Rule, trap


@dataclass(frozen=True, slots=True)
class Shift:
    """Count ``count`` units from the anchor date or from the date that the text named last."""

    unit: Literal["day", "week", "month", "quarter", "year"]
    count: int
    base: Literal["anchor", "antecedent"] = "anchor"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a date expression says by itself.

    Attributes:
        edtf: Template with ``X`` for open digits; ``None`` for durations, sets and vague times.
        grain: The finest unit that the words name.
        role: What the date does in its sentence.
        mod: TIMEX3 modifier.
        shift: How to fill the template where it counts from another date; without it an open year is the nearest one.
        timex: The TIMEX3 value where no EDTF can say it.
    """

    edtf: str | None
    grain: Grain | None
    role: DateRole | None = None
    mod: TimexMod | None = None
    shift: Shift | None = None
    timex: Timex | None = None

    def shown(self) -> str:
        """Return the short form in which examples name a reading: the template, else the TIMEX3 value."""
        return self.edtf or (self.timex.value if self.timex else "")


def _noun(stem: str, *endings: str) -> tuple[str, ...]:
    return tuple(stem + ending for ending in endings)


_SOFT = ("ь", "я", "ю", "ем", "е")
_HARD = ("", "а", "у", "ом", "е")
MONTH_FORMS: dict[int, tuple[str, ...]] = {
    1: _noun("январ", *_SOFT),
    2: _noun("феврал", *_SOFT),
    3: _noun("март", *_HARD),
    4: _noun("апрел", *_SOFT),
    5: ("май", "мая", "маю", "маем", "мае"),
    6: _noun("июн", *_SOFT),
    7: _noun("июл", *_SOFT),
    8: _noun("август", *_HARD),
    9: _noun("сентябр", *_SOFT),
    10: _noun("октябр", *_SOFT),
    11: _noun("ноябр", *_SOFT),
    12: _noun("декабр", *_SOFT),
}
MONTHS = {form: month for month, forms in MONTH_FORMS.items() for form in forms}
SEASONS = {
    form: code
    for code, forms in {
        21: ("весна", "весны", "весне", "весну", "весной", "весною"),
        22: ("лето", "лета", "лету", "летом", "лете"),
        23: ("осень", "осени", "осенью"),
        24: ("зима", "зимы", "зиме", "зиму", "зимой", "зимою"),
    }.items()
    for form in forms
}
HOLIDAYS = {
    "дня победы": "05-09", "день победы": "05-09", "дню победы": "05-09", "днем победы": "05-09",
    "дня единения народов": "04-02", "день единения народов": "04-02", "дню единения народов": "04-02",
    "днем единения народов": "04-02",
    "дня независимости республики беларусь": "07-03", "день независимости республики беларусь": "07-03",
    "дня россии": "06-12", "день россии": "06-12", "дню россии": "06-12",
    "дня народного единства": "11-04", "день народного единства": "11-04", "дню народного единства": "11-04",
    "дня защитника отечества": "02-23", "день защитника отечества": "02-23", "дню защитника отечества": "02-23",
}  # fmt: skip
_UNIT_FORMS: dict[str, tuple[str, ...]] = {
    "PT1M": ("минута", "минуты", "минут", "минуту"),
    "PT1H": ("час", "часа", "часов", "часам"),
    "P1D": ("день", "дня", "дней", "дням", "сутки", "суток"),
    "P1W": ("неделя", "недели", "недель", "неделю"),
    "P1M": ("месяц", "месяца", "месяцев", "месяцам"),
    "P1Y": ("год", "года", "лет", "годам"),
    "P10Y": ("десятилетие", "десятилетия", "десятилетий"),
    "P100Y": ("столетие", "столетия", "столетий", "век", "века", "веков"),
}
DURATION_UNITS = {form: code for code, forms in _UNIT_FORMS.items() for form in forms}
RELATIVE_YEARS = {
    "прошл": -1,
    "минувш": -1,
    "предыдущ": -1,
    "текущ": 0,
    "нынешн": 0,
    "эт": 0,
    "следующ": 1,
    "будущ": 1,
}
_VAGUE = {"сейчас": "PRESENT_REF", "в настоящее время": "PRESENT_REF", "на современном этапе": "PRESENT_REF",
          "в последние годы": "PAST_REF", "в последнее время": "PAST_REF", "в последующие годы": "FUTURE_REF",
          "в ближайшее время": "FUTURE_REF", "в будущем": "FUTURE_REF", "в перспективе": "FUTURE_REF"}  # fmt: skip
_EVERY = {"ежегодно": "P1Y", "ежеквартально": "P3M", "ежемесячно": "P1M", "еженедельно": "P1W", "ежедневно": "P1D",
          "каждый год": "P1Y", "каждый месяц": "P1M", "каждую неделю": "P1W", "каждый день": "P1D"}  # fmt: skip

# Shared sub-patterns. A group name may stand once in a pattern; a second month or day has a name ending in 2.
_B = r"(?<![\w])"
_MONTH = rf"(?P<month>{alternation(MONTHS)})(?![а-я])"
_MONTH2 = rf"(?P<month2>{alternation(MONTHS)})(?![а-я])"
_DAY = r"(?<![\d.,:/№-])[«\"]?(?P<day>0?[1-9]|[12]\d|3[01])(?:-?го)?[»\"]?"
_DAY2 = r"[«\"]?(?P<day2>0?[1-9]|[12]\d|3[01])(?:-?го)?[»\"]?"
_G = r"(?:\s*(?:годы|годов|годах|годам|годами|года|году|годом|год|гг\.|гг(?![а-я])|г\.|г(?![а-я])))"
_Y = r"(?<![\d.,№-])(?P<year>1[89]\d\d|20\d\d)(?![\d])"
_Y2 = r"(?P<year2>1[89]\d\d|20\d\d)(?!\d)"
_ENDINGS = r"(?:его|ем|ий|ого|ом|ый|ому|ему|ым|им)"
_RELATIVE = (
    rf"(?:(?P<relative>{alternation(RELATIVE_YEARS)}){_ENDINGS}(?:\s+же)?\s+(?:года|году|год|г\.)"
    r"|(?P<same>того|том|тот)\s+же\s+(?:года|году|год)|(?P<current>[тс]\.\s?г\.))"
)
_TAIL = rf"(?:\s+(?:{_Y}{_G}?|{_RELATIVE}))"
_DASH = r"\s*[–-]\s*"
_PREPOSITION = r"(?:(?<![\w])(?P<prep>начиная\s+с|со|с|до|к|ко|после|по\s+состоянию\s+на|на)\s+)?"
_PART = r"(?:(?P<part>начал[оаеу]|середин[аеуы]|конц[аеу]|конец)\s+)?"
_QUARTER = rf"(?:(?P<ordinal>{ROMAN}|[1-4](?:-[а-я]{{1,2}})?|перв[а-я]+|втор[а-я]+|трет[а-я]+|четверт[а-я]+)\s+)"
_CLOCK = r"(?:,?\s*(?:в\s+)?(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?!\d))"
_COUNT = rf"(?P<count>\d{{1,3}}(?:,\d+)?|{alternation([*CARDINALS, *FRACTIONS])})"
_HEDGE = (
    r"(?:(?P<hedge>более\s+чем|более|свыше|больше|около|примерно|порядка|почти|менее\s+чем|менее|не\s+менее|не\s+более)"
    r"\s+)?"
)


def _year(groups: Groups) -> tuple[str, Shift | None]:
    """Return the year's template and how to fill it."""
    if "year" in groups:
        return groups["year"], None
    if "same" in groups:
        return "XXXX", Shift("year", 0, "antecedent")
    if "relative" in groups:
        return "XXXX", Shift("year", RELATIVE_YEARS[groups["relative"]])
    if "current" in groups:
        return "XXXX", Shift("year", 0)
    return "XXXX", None


def _valid_day(year: str, month: int, day: int) -> bool:
    """Tell whether the month has such a day; an open year may be a leap year."""
    days = calendar.monthrange(int(year), month)[1] if year.isdigit() else calendar.monthrange(2024, month)[1]
    return 1 <= day <= days


def _bounded(reading: Reading, groups: Groups) -> Reading:
    """Apply the preposition and the part (start, middle, end) that stand before the period."""
    core, prep = reading.edtf, groups.get("prep", "").split(" ")[0]
    part = groups.get("part", "")
    mod: TimexMod | None = None
    if part:
        mod = "START" if part.startswith("нач") else "MID" if part.startswith("сер") else "END"
    if prep in ("с", "со", "начиная"):
        return replace(reading, edtf=f"{core}/..", role="start", mod=mod)
    if prep in ("до", "к", "ко"):
        return replace(reading, edtf=f"../{core}", role="deadline", mod=mod)
    if prep == "после":
        return replace(reading, edtf=f"{core}/..", role="start", mod="AFTER")
    as_of = prep == "по" or (prep == "на" and (mod == "START" or str(core).endswith("-01")))
    return replace(reading, role="as_of" if as_of else reading.role, mod=mod)


def day(groups: Groups) -> Reading | None:
    """Read a day of a month, with or without its year and clock time."""
    year, shift = _year(groups)
    month = MONTHS[groups["month"]] if groups["month"] in MONTHS else int(groups["month"])
    if not 1 <= month <= 12 or not _valid_day(year, month, int(groups["day"])):
        return None
    template = f"{year}-{month:02}-{int(groups['day']):02}"
    if "hour" in groups:
        clock = f"T{int(groups['hour']):02}:{groups['minute']}:00"
        return Reading(template + clock, "minute", shift=shift)
    return _bounded(Reading(template, "day", shift=shift), groups)


def day_range(groups: Groups) -> Reading | None:
    """Read two days of one month, of two months, or of two years."""
    year, shift = _year(groups)
    month2 = MONTHS[groups["month2"]]
    month = MONTHS[groups["month"]] if "month" in groups else month2
    if not (_valid_day(year, month, int(groups["day"])) and _valid_day(year, month2, int(groups["day2"]))):
        return None
    first = f"{year}-{month:02}-{int(groups['day']):02}"
    last = f"{year}-{month2:02}-{int(groups['day2']):02}"
    return Reading(f"{first}/{last}", "day", shift=shift) if first < last else None


def month(groups: Groups) -> Reading:
    """Read a month, with or without its year."""
    year, shift = _year(groups)
    return _bounded(Reading(f"{year}-{MONTHS[groups['month']]:02}", "month", shift=shift), groups)


def month_range(groups: Groups) -> Reading | None:
    """Read a run of months of one year; a run that begins in January is a cumulative reporting period."""
    year, shift = _year(groups)
    first, last = MONTHS[groups["month"]], MONTHS[groups["month2"]]
    if first >= last:
        return None
    role: DateRole | None = "cumulative" if first == 1 else None
    return Reading(f"{year}-{first:02}/{year}-{last:02}", "month", role, shift=shift)


def months_of_year(groups: Groups) -> Reading | None:
    """Read «за N месяцев» of a year: January to month N."""
    year, shift = _year(groups)
    count = number(groups["count"])
    if count is None or not 1 < count <= 12 or count != int(count):
        return None
    return Reading(f"{year}-01/{year}-{int(count):02}", "month", "cumulative", shift=shift)


def quarter(groups: Groups) -> Reading | None:
    """Read a quarter of a year."""
    year, shift = _year(groups)
    index = ordinal(groups["ordinal"])
    if index is None or not 1 <= index <= 4:
        return None
    return _bounded(Reading(f"{year}-{32 + index}", "quarter", shift=shift), groups)


def half(groups: Groups) -> Reading | None:
    """Read a half-year."""
    year, shift = _year(groups)
    index = ordinal(groups["ordinal"])
    if index not in (1, 2):
        return None
    return _bounded(Reading(f"{year}-{39 + index}", "half", shift=shift), groups)


def season(groups: Groups) -> Reading:
    """Read a season of a year."""
    year, shift = _year(groups)
    return _bounded(Reading(f"{year}-{SEASONS[groups['season']]}", "season", shift=shift), groups)


def year(groups: Groups) -> Reading:
    """Read a year, named or relative."""
    template, shift = _year(groups)
    return _bounded(Reading(template, "year", shift=shift), groups)


def year_range(groups: Groups) -> Reading | None:
    """Read a run of years."""
    first, last = groups["year"], groups["year2"]
    return Reading(f"{first}/{last}", "year") if first < last else None


def base_year(groups: Groups) -> Reading:
    """Read the period with which another is compared."""
    template, shift = _year(groups)
    return Reading(template, "year", "base_period", shift=shift)


def base_period(groups: Groups) -> Reading:
    """Read «the same period of last year»: the period named last, as many years before."""
    _, shift = _year(groups)
    count = shift.count if shift else -1
    return Reading("XXXX", "year", "base_period", shift=Shift("year", count, "antecedent"))


def decade(groups: Groups) -> Reading:
    """Read a decade of this or the last century."""
    return Reading(f"{groups['decade'][:-1]}X" if len(groups["decade"]) == 4 else f"19{groups['decade'][0]}X", "decade")


def century(groups: Groups) -> Reading | None:
    """Read a century by its Roman number."""
    count = roman(groups["roman"])
    return Reading(f"{count - 1:02}XX", "century") if count and 10 <= count <= 22 else None


def relative_day(groups: Groups) -> Reading:
    """Read yesterday, today, tomorrow."""
    count = {"позавчера": -2, "вчера": -1, "сегодня": 0, "завтра": 1, "послезавтра": 2}[groups["word"]]
    return Reading("XXXX-XX-XX", "day", shift=Shift("day", count))


def relative_month(groups: Groups) -> Reading:
    """Read «last month», «this quarter», «next week» by their units."""
    units: dict[str, Literal["week", "month", "quarter"]] = {"мес": "month", "ква": "quarter", "нед": "week"}
    unit = units[groups["unit"][:3]]
    template = "XXXX-XX-XX" if unit == "week" else "XXXX-XX"
    return Reading(template, unit, shift=Shift(unit, RELATIVE_YEARS[groups["relative"]]))


def next_day(groups: Groups) -> Reading:
    """Read «on the next day» after the date named last."""
    return Reading("XXXX-XX-XX", "day", shift=Shift("day", 1, "antecedent"))


def year_before(groups: Groups) -> Reading:
    """Read «a year before» the date named last."""
    return Reading("XXXX", "year", shift=Shift("year", -1, "antecedent"))


def holiday(groups: Groups) -> Reading:
    """Read a fixed holiday."""
    year, shift = _year(groups)
    name = " ".join(groups["holiday"].split())
    return Reading(f"{year}-{HOLIDAYS[name]}", "day", "holiday", shift=shift)


def vague(groups: Groups) -> Reading:
    """Read an expression that names no period: now, of late, soon."""
    value = _VAGUE[" ".join(groups["vague"].split())]
    return Reading(None, None, timex=Timex(type="DATE", value=value))


def every(groups: Groups) -> Reading:
    """Read a set of times."""
    value = _EVERY[" ".join(groups["every"].split())]
    return Reading(None, None, timex=Timex(type="SET", value=value, quant="EVERY"))


_HEDGES: dict[str, TimexMod] = {
    "более": "MORE_THAN", "свыше": "MORE_THAN", "больше": "MORE_THAN", "около": "APPROX", "примерно": "APPROX",
    "порядка": "APPROX", "почти": "APPROX", "менее": "LESS_THAN", "не менее": "EQUAL_OR_MORE",
    "не более": "EQUAL_OR_LESS",
}  # fmt: skip


def duration(groups: Groups) -> Reading | None:
    """Read a length of time with its hedge."""
    count = number(groups["count"])
    if count is None or count == 0:
        return None
    unit = DURATION_UNITS[groups["unit"]]
    length = count * int("".join(filter(str.isdigit, unit)))
    amount = format(length.normalize(), "f")
    prefix = "PT" if unit.startswith("PT") else "P"
    hedge = " ".join(groups.get("hedge", "").replace(" чем", "").split())
    return Reading(
        None, None, mod=_HEDGES.get(hedge), timex=Timex(type="DURATION", value=f"{prefix}{amount}{unit[-1]}")
    )


def clock(groups: Groups) -> Reading:
    """Read a time of day without a day."""
    return Reading(f"XXXX-XX-XXT{int(groups['hour']):02}:{groups['minute']}:00", "minute")


DATES: tuple[Rule[Reading], ...] = (
    Rule(
        id="date.day_month",
        pattern=rf"{_PREPOSITION}(?P<span>{_PART}{_DAY}\s+{_MONTH}{_TAIL}?{_CLOCK}?)",
        value=day,
        finds=(
            "подписано [15 марта 2024 г.|2024-03-15]",
            "[9 января текущего года|XXXX-01-09] подписан план",
            "по итогам подписанного [24 ноября|XXXX-11-24] соглашения",
            "работают с [1 апреля 2020 года|2020-04-01/..]",
            "на [1 января 2023 г.|2023-01-01] действовали",
            "от [«03» июня 2019 года|2019-06-03] № 14",
        ),
        skips=("31 февраля 2024 года", "115 марта"),
    ),
    Rule(
        id="date.days",
        pattern=(
            rf"(?:(?:с|в\s+период\s+с)\s+)?(?P<span>{_DAY}(?:\s+{_MONTH})?(?:{_DASH}|\s+по\s+|\s+и\s+){_DAY2}\s+{_MONTH2}{_TAIL}?)"
        ),
        value=day_range,
        finds=(
            "С [14 по 16 сентября|XXXX-09-14/XXXX-09-16] с визитом",
            "пройдёт [20–22 мая 2022 года|2022-05-20/2022-05-22]",
            "с [28 июня по 2 июля 2023 г.|2023-06-28/2023-07-02] в Минске",
        ),
        skips=("22–20 мая 2022 года",),
    ),
    Rule(
        id="date.numeric",
        pattern=(
            r"(?<![\d.])(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0[1-9]|1[0-2])\.(?P<year>(?:19|20)\d\d)(?!\d|\.\d)"
            rf"(?:\s*(?:г\.|года))?{_CLOCK}?"
        ),
        value=day,
        finds=("[19.09.2023 16:42|2023-09-19T16:42:00] О визите", "от [03.02.2021|2021-02-03] № 5"),
        skips=("версия 1.12.2023.4", "31.02.2023"),
    ),
    Rule(
        id="date.iso",
        pattern=r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\d-])",
        value=day,
        finds=("опубликовано [2024-03-20|2024-03-20]",),
        skips=("тел. 2024-03-20-11",),
    ),
    Rule(
        id="date.month_year",
        pattern=rf"{_PREPOSITION}(?P<span>{_PART}{_B}{_MONTH}{_TAIL})",
        value=month,
        finds=(
            "состоялась в [феврале 2023 г.|2023-02] в Москве",
            "до [мая 2023 года|../2023-05]",
            "в [мае того же года|XXXX-05]",
            "подписанного в [феврале прошлого года|XXXX-02]",
        ),
        skips=("Майская 2023",),
    ),
    Rule(
        id="date.month",
        pattern=(rf"{_B}(?:в|к|до|с|за|на|весь)\s+(?P<span>{_PART}{_MONTH})(?!\s+(?:\d|года|по\s))"),
        value=month,
        finds=("В [декабре|XXXX-12] состоялось заседание", "в [конце августа|XXXX-08]"),
        skips=("сборник Мая Ивановна", "на мартовской встрече"),
    ),
    Rule(
        id="date.months",
        pattern=rf"{_B}(?P<span>{_MONTH}(?:{_DASH}|\s+по\s+){_MONTH2}{_TAIL}?)",
        value=month_range,
        finds=(
            "В [январе – ноябре 2022 года|2022-01/2022-11] он достиг",
            "в период с [марта по июнь 2023 года|2023-03/2023-06]",
            "за [январь–июль т.г.|XXXX-01/XXXX-07]",
        ),
        skips=("ноябрь – январь",),
    ),
    Rule(
        id="date.cumulative_months",
        pattern=rf"{_B}за\s+(?P<span>(?:первые\s+)?{_COUNT}\s+(?:месяц(?:ев|а)|мес\.){_TAIL})",
        value=months_of_year,
        finds=(
            "за [9 месяцев 2022 года|2022-01/2022-09]",
            "за [пять месяцев текущего года|XXXX-01/XXXX-05]",
        ),
        skips=("за 9 месяцев работы", "за 13 месяцев 2022 года"),
    ),
    Rule(
        id="date.quarter",
        pattern=rf"{_PREPOSITION}(?P<span>{_PART}{_QUARTER}(?:кв\.|квартал[а-я]*){_TAIL}?)",
        value=quarter,
        finds=(
            "запланирован на [I квартал следующего года|XXXX-33]",
            "в [третьем квартале 2022 года|2022-35]",
            "за [4-й квартал 2021 г.|2021-36]",
        ),
        skips=("в пятом квартале", "жилой квартал 2022 года сдан"),
    ),
    Rule(
        id="date.half",
        pattern=rf"{_PREPOSITION}(?P<span>{_PART}{_QUARTER}полугоди[а-я]+{_TAIL}?)",
        value=half,
        finds=("в [первом полугодии 2022 года|2022-40]", "за [I полугодие|XXXX-40]"),
        skips=("в третьем полугодии",),
    ),
    Rule(
        id="date.season",
        pattern=rf"{_B}(?P<span>(?P<season>{alternation(SEASONS)})(?![а-я]){_TAIL})",
        value=season,
        finds=("[весной 2023 года|2023-21]", "к [лету следующего года|XXXX-22]"),
        skips=("осенью состоится",),
    ),
    Rule(
        id="date.year",
        pattern=rf"{_PREPOSITION}(?P<span>{_PART}{_Y}{_G})",
        value=year,
        finds=(
            "С [2009 года|2009/..] за министром закреплена",
            "к [2030 году|../2030]",
            "на [начало 2023 г.|2023] заключено",
            "По итогам [2022 года|2022] рост",
            "в Договоре [1995 г.|1995]",
            "до [конца 2025 года|../2025] требуется",
        ),
        skips=("2023 человека", "в 2550 году"),
    ),
    Rule(
        id="date.bare_year",
        pattern=r"(?<![\w])(?:в|к|до|с|после|на|за)\s+(?P<span>(?P<year>19[5-9]\d|20[0-4]\d))(?=\s*(?:[.,;)]|$|–\s*[а-я]))",
        value=year,
        finds=("на уровне, достигнутом в [2021|2021].",),
        skips=("в 2021 организации,",),
    ),
    Rule(
        id="date.relative_year",
        pattern=rf"{_PREPOSITION}(?P<span>{_PART}{_B}{_RELATIVE})",
        value=year,
        finds=("В [прошлом году|XXXX] состоялся визит", "в [текущем году|XXXX]", "до [конца т.г.|../XXXX]"),
        skips=("в прошлом веке", "этого города"),
    ),
    Rule(
        id="date.years",
        pattern=rf"(?:(?:с|в|на)\s+)?(?P<span>{_Y}(?:{_DASH}|\s+по\s+|\s+и\s+|{_G}\s+по\s+){_Y2}{_G})",
        value=year_range,
        finds=(
            "план на [2023–2026 годы|2023/2026]",
            "на [2023-2025 годы|2023/2025]",
            "с [2015 по 2020 год|2015/2020]",
        ),
        skips=("2026–2023 годы",),
    ),
    Rule(
        id="date.base_year",
        pattern=(
            r"(?<![\w])(?:(?:по|в)\s+сравнени[юи]\s+с(?:о)?|к\s+уровню|относительно(?:\s+уровня)?|против|%\s+к)\s+"
            rf"(?P<span>{_Y}{_G}|{_RELATIVE})"
        ),
        value=base_year,
        finds=(
            "по сравнению с [2021 годом|2021]",
            "в сравнении с [2021 г.|2021]",
            "131,6 % к [2021 году|2021]",
        ),
        skips=("по сравнению с соседями",),
    ),
    Rule(
        id="date.base_period",
        pattern=(
            r"(?<![\w])(?P<span>(?:аналогичн|соответствующ)(?:ый|ий|ого|ым|ему|ому|его|им|ом|ем)\s+период(?:|а|у|ом|е)(?![а-я])"
            rf"(?:\s+{_RELATIVE})?)"
        ),
        value=base_period,
        finds=(
            "к уровню [соответствующего периода прошлого года|XXXX]",
            "с [аналогичным периодом прошлого года|XXXX]",
        ),
        skips=("в период восстановления",),
    ),
    Rule(
        id="date.decade",
        pattern=rf"(?<![\d.,])(?P<span>(?P<decade>(?:18|19|20)\d0|[1-9]0)-(?:е|х|ые|ых)\s*{_G})",
        value=decade,
        finds=("в [1990-е годы|199X]", "с [60-х годов|196X]"),
        skips=("40-й год",),
    ),
    Rule(
        id="date.century",
        pattern=rf"(?P<span>(?P<roman>{ROMAN})\s+(?:век(?:а|е|у|ом)?|столети(?:е|я|и|ю|ем)|в\.)(?![а-я]))",
        value=century,
        finds=("в [XXI веке|20XX]", "начала [XX столетия|19XX]"),
        skips=("I в. Иванов",),
    ),
    Rule(
        id="date.relative_day",
        pattern=r"(?<![\w-])(?P<span>(?P<word>позавчера|вчера|завтра|послезавтра))(?![\w-])",
        value=relative_day,
        finds=("[Вчера|XXXX-XX-XX] министр посетил",),
        skips=("вчерашний день", "завтрак"),
    ),
    Rule(
        id="date.relative_unit",
        pattern=(
            rf"(?<![\w])(?P<span>(?P<relative>{alternation(RELATIVE_YEARS)})(?:{_ENDINGS}|ей|ую|ой)\s+"
            r"(?P<unit>месяц(?:а|е|у)?|квартал(?:а|е|у)?|недел(?:я|и|е|ю)))(?![а-я])"
        ),
        value=relative_month,
        finds=("в [прошлом месяце|XXXX-XX]", "на [следующей неделе|XXXX-XX-XX]"),
        skips=("этот месячник",),
    ),
    Rule(
        id="date.next_day",
        pattern=r"(?<![\w])(?P<span>(?:на\s+)?следующий\s+день)(?![а-я])",
        value=next_day,
        finds=("[На следующий день|XXXX-XX-XX] делегация",),
        skips=("следующий деньщик",),
    ),
    Rule(
        id="date.year_before",
        pattern=r"(?<![\w])(?P<span>годом\s+ранее|год\s+назад|годом\s+раньше)(?![а-я])",
        value=year_before,
        finds=("чем [годом ранее|XXXX]",),
        skips=("три года ранее",),
    ),
    Rule(
        id="date.holiday",
        pattern=rf"(?<![\w])(?P<span>(?P<holiday>{alternation(HOLIDAYS)}){_TAIL}?)(?![а-я])",
        value=holiday,
        finds=("накануне [Дня единения народов|XXXX-04-02] Беларуси и России", "ко [Дню Победы|XXXX-05-09]"),
        skips=("день победителя",),
    ),
    Rule(
        id="date.vague",
        pattern=rf"(?<![\w])(?P<span>(?P<vague>{alternation(_VAGUE)}))(?![а-я])",
        value=vague,
        finds=("[В последние годы|PAST_REF] связи углубились", "[Сейчас|PRESENT_REF] делегация находится"),
        skips=("в последний год",),
    ),
    Rule(
        id="date.every",
        pattern=rf"(?<![\w])(?P<span>(?P<every>{alternation(_EVERY)}))(?![а-я])",
        value=every,
        finds=("[Ежегодно|P1Y] проводится ярмарка",),
        skips=("ежегодного форума",),
    ),
    Rule(
        id="date.duration",
        pattern=rf"(?<![\w.,-])(?P<span>{_HEDGE}{_COUNT}\s+(?P<unit>{alternation(DURATION_UNITS)}))(?![а-я])",
        value=duration,
        finds=(
            "длятся [более 15 лет|P15Y]",
            "[Более двух десятилетий|P20Y]",
            "в течение [полутора часов|PT1.5H]",
        ),
        skips=("12 дневных смен", "ноль лет"),
    ),
    Rule(
        id="date.decades_more_than_one",
        pattern=r"(?<![\w])(?P<span>не\s+одно\s+(?P<unit>десятилетие|столетие)|не\s+один\s+(?P<unit2>год|век|месяц|день|час))(?![а-я])",
        value=lambda groups: replace(
            duration({"count": "1", "unit": groups.get("unit") or groups["unit2"]}) or Reading(None, None),
            mod="MORE_THAN",
        ),
        finds=("[Не одно десятилетие|P10Y] развивается сотрудничество",),
        skips=("не одно предприятие",),
    ),
    Rule(
        id="date.clock",
        pattern=r"(?<![\w])в\s+(?P<span>(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?:\s+час(?:ов|а))?)(?!\d)",
        value=clock,
        finds=("начало в [10:30|XXXX-XX-XXT10:30:00]",),
        skips=("со счётом 3:2",),
    ),
)

TRAPS: tuple[Rule[bool], ...] = (
    Rule(
        id="trap.document_number",
        pattern=r"№\s*[\w./–-]*\d[\w./–-]*",
        value=trap,
        finds=("постановление [№ 2022-П|True]",),
    ),
    Rule(
        id="trap.phone",
        pattern=r"(?:\+?\d[\s-]?)?\(\d{3,5}\)\s*\d[\d\s-]{4,}\d|\+\d[\d\s-]{9,}\d",
        value=trap,
        finds=("тел. [8 (0222) 31-09-23|True]",),
    ),
    Rule(
        id="trap.quoted_model",
        pattern=r"(?<=[а-яa-z])[\s]*[–-]\s*(?:19|20)\d\d(?=[»”\"])",
        value=trap,
        finds=("на выставке «Металл-Экспо[ – 2022|True]»",),
    ),
    Rule(
        id="trap.standard",
        pattern=r"(?<![а-я])(?:гост|сто|ту|iso|исо)\s+(?:р\s+)?[\d.–-]+",
        value=trap,
        finds=("по [ГОСТ Р 52289-2019|True]",),
    ),
)
