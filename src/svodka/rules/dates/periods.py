"""Months, quarters, half-years, ten-day periods, weeks of a month."""

from __future__ import annotations

import calendar

from svodka.core.values import DateRole
from svodka.rules.dates.reading import Reading, Shift
from svodka.rules.dates.words import (
    ADJECTIVE,
    ANY_MONTH,
    ANY_MONTH2,
    COUNT,
    DASH,
    MONTH,
    MONTH_CUE,
    MONTHS,
    ORDER,
    RELATIVE,
    RELATIVE_CUE,
    TAIL,
    WEEKDAYS,
    B,
    month_of,
    year_of,
)
from svodka.rules.forms import alternation, first_words
from svodka.rules.numbers import number, ordinal
from svodka.rules.rule import Groups, Rule, spaced


def month(groups: Groups) -> Reading:
    """Read a month, with or without its year."""
    year, shift = year_of(groups)
    if "relative" in groups and groups.get("thismonth"):
        shift = Shift("year", RELATIVE[groups["relative"]])
    return Reading(f"{year}-{month_of(groups['month']):02}", "month", shift=shift)


def months(groups: Groups) -> Reading | None:
    """Read a run of months; one that begins in January is a cumulative reporting period."""
    year, shift = year_of(groups)
    first, last = month_of(groups["month"]), month_of(groups["month2"])
    role: DateRole | None = "cumulative" if first == 1 else None
    if first < last:
        return Reading(f"{year}-{first:02}/{year}-{last:02}", "month", role, shift=shift)
    if first > last and year.isdigit():  # «декабрь – март 2023 года» begins in the year before
        return Reading(f"{int(year) - 1}-{first:02}/{year}-{last:02}", "month")
    return None


def listed_months(groups: Groups) -> Reading | None:
    """Read «май и июнь 2011 года»."""
    year, shift = year_of(groups)
    first, last = month_of(groups["month"]), month_of(groups["month2"])
    if first >= last:
        return None
    joint = "{" + f"{year}-{first:02},{year}-{last:02}" + "}"
    return Reading(f"{year}-{first:02}/{year}-{last:02}" if last == first + 1 else joint, "month", shift=shift)


def months_of_year(groups: Groups) -> Reading | None:
    """Read «за N месяцев» of a year: January to month N; without a year the anchor's, or else a length of time."""
    year, shift = year_of(groups)
    count = number(spaced(groups["count"]))
    if count is None or not 1 < count <= 12 or count != int(count):
        return None
    template = f"{year}-01/{year}-{int(count):02}"
    if year == "XXXX" and shift is None:
        return Reading(template, "month", "cumulative", shift=Shift("year", 0), fallback=f"P{int(count)}M")
    return Reading(template, "month", "cumulative", shift=shift)


def quarter(groups: Groups) -> Reading | None:
    """Read a quarter of a year."""
    return _numbered(groups, 33, 4)


def half(groups: Groups) -> Reading | None:
    """Read a half-year."""
    return _numbered(groups, 40, 2)


def _numbered(groups: Groups, code: int, last: int) -> Reading | None:
    """Read a numbered part of a year, or a run of them, from the EDTF code of the first one."""
    year, shift = year_of(groups)
    indices = [ordinal(spaced(groups[name])) for name in ("first", "order") if name in groups]
    if any(index is None or not 1 <= index <= last for index in indices):
        return None
    points = [f"{year}-{code - 1 + index}" for index in indices if index]
    if len(points) == 2 and points[0] >= points[1]:
        return None
    template = points[0] if len(points) == 1 else _run(year, indices, 12 // last, groups["joint"].strip())
    return Reading(template, "quarter" if last == 4 else "half", shift=shift)


def _run(year: str, indices: list[int | None], months: int, joint: str) -> str:
    """Return quarters or half-years by their months: intervals and sets of EDTF know no groups of months."""
    first, last = indices[0] or 1, indices[-1] or 1
    if joint != "и" or last == first + 1:
        return f"{year}-{(first - 1) * months + 1:02}/{year}-{last * months:02}"
    ends = [(f"{year}-{(index - 1) * months + 1:02}", f"{year}-{index * months:02}") for index in (first, last)]
    return "{" + ",".join(f"{start}..{end}" for start, end in ends) + "}"


def ten_days(groups: Groups) -> Reading | None:
    """Read a third of a month: «в первой декаде марта»."""
    year, shift = year_of(groups)
    index = 3 if groups["order"].startswith("последн") else ordinal(spaced(groups["order"]))
    if index is None or not 1 <= index <= 3:
        return None
    number = month_of(groups["month"])
    length = calendar.monthrange(int(year) if year.isdigit() else 2023, number)[1]
    first, last = 10 * index - 9, (10, 20, length)[index - 1]
    return Reading(f"{year}-{number:02}-{first:02}/{year}-{number:02}-{last:02}", "day", shift=shift)


def numbers_of_month(groups: Groups) -> Reading | None:
    """Read «в первых числах марта», «в 20-х числах мая»."""
    year, shift = year_of(groups)
    template = f"{year}-{month_of(groups['month']):02}"
    if "part" in groups:
        return Reading(template, "month", mod="START" if groups["part"] == "первы" else "END", shift=shift)
    ten = "2" if groups["ten"][0] in "2д" and groups["ten"] != "десяты" else "1"
    return Reading(f"{template}-{ten}0/{template}-{ten}9", "day", shift=shift)


def weekday_of_week(groups: Groups) -> Reading:
    """Read «во вторник на следующей неделе»."""
    day = WEEKDAYS[groups["weekday"]]
    return Reading("XXXX-XX-XX", "day", shift=Shift("week", RELATIVE[groups["relative"]], weekday=day))


_PREP = (
    r"(?:в|во|к|до|с|со|за|на|весь|от|по|после|около|через|и|или|уже|течение|итогам|"
    r"начиная|только|начал[оаеу]|середин[аыеу]|кон(?:ец|ца|це|цу))"
)
_UNCLEAR = ("мая", "марта", "августа", "август", "маем")  # names, too
_CLEAR = alternation(form for form in MONTHS if form not in _UNCLEAR)
_PERIOD = (
    rf"{B}(?:(?P<first>[ivx]+|[1-4](?:-[а-я]{{1,2}})?|"
    rf"перв[а-я]+|втор[а-я]+|треть[а-я]+)(?P<joint>{DASH}|\s+и\s+))?{ORDER}\s*"
)


PERIODS: tuple[Rule[Reading], ...] = (
    Rule(
        id="date.month_year",
        cue=MONTH_CUE,
        opening=MONTH_CUE,
        pattern=rf"{B}(?P<span>{ANY_MONTH}[-–]?{TAIL})",
        value=month,
        finds=(
            "состоялась в [феврале 2023 г.|2023-02] в Москве",
            "до [мая 2023 года|2023-05]",
            "в [мае того же года|XXXX-05]",
            "подписанного в [феврале прошлого года|XXXX-02]",
            "в [феврале позапрошлого года|XXXX-02]",
            "в [дек. 2019 г.|2019-12]",
        ),
        skips=("Майская 2023",),
    ),
    Rule(
        id="date.month",
        cue=MONTH_CUE,
        opening=MONTH_CUE,
        pattern=rf"{B}(?P<span>(?P<month>{_CLEAR})(?![а-я]))(?!\s+(?:\d|иванов|петров))",
        value=month,
        finds=("В [декабре|XXXX-12] состоялось заседание", "рост в [мае|XXXX-05]", "[октябрь|XXXX-10]"),
        skips=("сборник Мая Ивановна", "на мартовской встрече"),
    ),
    Rule(
        id="date.month_after_preposition",
        cue=first_words(_UNCLEAR),
        pattern=rf"{B}{_PREP}\s+(?P<span>(?P<month>{alternation(_UNCLEAR)})(?![а-я]))",
        value=month,
        finds=("с [августа|XXXX-08] работает", "до [марта|XXXX-03]"),
        skips=("Мая Петрова", "ул. Марта"),
    ),
    Rule(
        id="date.this_month",
        cue=RELATIVE_CUE,
        opening=RELATIVE_CUE,
        pattern=rf"{B}(?P<span>(?P<thismonth>{ADJECTIVE})\s+{MONTH})",
        value=month,
        finds=("в [прошлом декабре|XXXX-12]", "[этот ноябрь|XXXX-11]"),
        skips=("прошлой встрече",),
    ),
    Rule(
        id="date.months",
        cue=MONTH_CUE,
        opening=MONTH_CUE,
        pattern=rf"{B}(?P<span>{ANY_MONTH}(?:{DASH}|\s+по\s+){ANY_MONTH2}{TAIL}?)",
        value=months,
        finds=(
            "В [январе – ноябре 2022 года|2022-01/2022-11] он достиг",
            "в период с [марта по июнь 2023 года|2023-03/2023-06]",
            "за [январь–июль т.г.|XXXX-01/XXXX-07]",
            "с [декабря по март 2023 года|2022-12/2023-03]",
        ),
        skips=("ноябрь – январь",),
    ),
    Rule(
        id="date.month_list",
        cue=MONTH_CUE,
        opening=MONTH_CUE,
        pattern=rf"{B}(?P<span>{ANY_MONTH}\s+и\s+{ANY_MONTH2}{TAIL}?)",
        value=listed_months,
        finds=("за [май и июнь 2011 года|2011-05/2011-06]", "в [марте и сентябре|{XXXX-03,XXXX-09}]"),
        skips=("май и труд",),
    ),
    Rule(
        id="date.cumulative_months",
        cue="мес",
        pattern=(
            rf"{B}за\s+(?P<span>(?:(?:первы[ех]|минувши[ех]|прошедши[ех]|истекши[ех])\s+)?{COUNT}\s*"
            rf"(?:месяц(?:ев|а)|мес\.){TAIL}?)(?!\s+(?:до|после|работ|назад|подряд|жизни|службы|с\s))"
        ),
        value=months_of_year,
        finds=(
            "за [9 месяцев 2022 года|2022-01/2022-09]",
            "за [пять месяцев текущего года|XXXX-01/XXXX-05]",
            "За [девять месяцев|XXXX-01/XXXX-09] поставлено",
        ),
        skips=("за 9 месяцев работы", "за 13 месяцев 2022 года"),
    ),
    Rule(
        id="date.quarter",
        cue=r"кварт|кв\.",
        pattern=rf"(?P<span>{_PERIOD}(?:квартал(?:|а|у|ом|е|ы|ов|ах)(?![а-я])|кв\.){TAIL}?)",
        value=quarter,
        finds=(
            "запланирован на [I квартал следующего года|XXXX-33]",
            "в [третьем квартале 2022 года|2022-35]",
            "за [4-й квартал 2021 г.|2021-36]",
            "во [2 кв. 2024 г.|2024-34]",
            "в [I–III кварталах 2024 года|2024-01/2024-09]",
            "в [I и II кварталах|XXXX-01/XXXX-06]",
        ),
        skips=("в пятом квартале", "жилой квартал 2022 года сдан"),
    ),
    Rule(
        id="date.half",
        cue="полугод|половин",
        pattern=rf"(?P<span>{_PERIOD}(?:полугоди(?:е|я|ю|ем|и)(?![а-я])|половин(?:а|ы|е|у|ой)(?=\s+(?:\d|этого\s+г|прошлого\s+г|текущего\s+г|года))(?:\s+года)?){TAIL}?)",
        value=half,
        finds=(
            "в [первом полугодии 2022 года|2022-40]",
            "за [I полугодие|XXXX-40]",
            "во [второй половине 2024 года|2024-41]",
            "в [первой половине года|XXXX-40]",
        ),
        skips=("в третьем полугодии", "во второй половине матча"),
    ),
    Rule(
        id="date.ten_days",
        cue="декад",
        pattern=rf"{B}(?P<span>(?:{ORDER}|(?P<last>последн[а-я]{{2}}))\s+декад(?:а|ы|е|у|ой)\s+{ANY_MONTH}{TAIL}?)",
        value=lambda groups: ten_days({**groups, "order": groups.get("order") or groups["last"]}),
        finds=(
            "в [последней декаде июня|XXXX-06-21/XXXX-06-30]",
            "в [первой декаде марта|XXXX-03-01/XXXX-03-10]",
            "до [III декады мая 2024 года|2024-05-21/2024-05-31]",
        ),
        skips=("в пятой декаде мая", "декада моды"),
    ),
    Rule(
        id="date.numbers_of_month",
        cue="числ",
        pattern=(
            rf"{B}(?P<span>(?:(?P<part>первы|последни)[ех]|(?P<ten>[12]0|двадцаты|десяты)-?[ех])"
            rf"\s+чис(?:ла|лах|ел|лам)\s+{ANY_MONTH}{TAIL}?)"
        ),
        value=numbers_of_month,
        finds=(
            "в [первых числах марта|XXXX-03]",
            "в [последних числах декабря 2023 года|2023-12]",
            "в [20-х числах мая|XXXX-05-20/XXXX-05-29]",
        ),
        skips=("в первых числах списка", "20-х чисел больше нет"),
    ),
    Rule(
        id="date.weekday_of_week",
        cue="недел",
        pattern=(
            rf"{B}(?P<span>(?P<weekday>{alternation(WEEKDAYS)})\s+на\s+(?P<relative>следующ|прошл|эт|будущ|минувш)(?:ей|ой)\s+неделе)(?![а-я])"
        ),
        value=weekday_of_week,
        finds=("во [вторник на следующей неделе|XXXX-XX-XX]",),
        skips=("на следующей неделе",),
    ),
)
