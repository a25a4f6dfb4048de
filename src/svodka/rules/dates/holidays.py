"""Holidays and named periods of Russia and Belarus; those that move are computed for their year."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from svodka.core.values import DateRole
from svodka.rules.dates.reading import Reading, Shift
from svodka.rules.dates.words import ANY_MONTH, TAIL, WEEKDAY, WEEKDAYS, B, G, month_of, year_of
from svodka.rules.forms import alternation, first_words
from svodka.rules.numbers import ordinal
from svodka.rules.rule import Groups, Rule, spaced

_DAY = ("день", "дня", "дню", "днем", "дне")
# «День …»: the genitive after it, and the day of the year.
_DAYS_OF = {
    "победы": "05-09", "единения народов беларуси и россии": "04-02", "единения народов": "04-02",
    "независимости республики беларусь": "07-03", "независимости беларуси": "07-03", "россии": "06-12",
    "народного единства": "11-04", "защитника отечества": "02-23",
    "защитников отечества и вооруженных сил республики беларусь": "02-23", "знаний": "09-01",
    "космонавтики": "04-12", "памяти и скорби": "06-22", "семьи, любви и верности": "07-08",
    "государственного флага российской федерации": "08-22", "конституции российской федерации": "12-12",
    "конституции республики беларусь": "03-15", "октябрьской революции": "11-07", "защиты детей": "06-01",
    "героев отечества": "12-09", "российской науки": "02-08", "российского студенчества": "01-25",
    "славянской письменности и культуры": "05-24", "молодежи россии": "06-30", "русского языка": "06-06",
    "весны и труда": "05-01", "партизан и подпольщиков": "06-29", "работника прокуратуры": "01-12",
    "эколога": "06-05", "пограничника": "05-28", "милиции": "03-04", "спасателя": "12-27", "энергетика": "12-22",
    "печати": "05-05", "российской печати": "01-13", "радио": "05-07",
}  # fmt: skip
_FIXED = {
    "международный женский день": "03-08", "международного женского дня": "03-08",
    "международному женскому дню": "03-08", "праздник весны и труда": "05-01", "праздника весны и труда": "05-01",
    "праздник труда": "05-01", "праздника труда": "05-01", "новый год": "01-01", "нового года": "01-01",
    "новому году": "01-01", "новым годом": "01-01", "рождество христово": "01-07", "рождества христова": "01-07",
    "рождеству христову": "01-07", "рождество": "01-07", "рождества": "01-07", "рождеству": "01-07",
    "крещение господне": "01-19", "крещения господня": "01-19", "татьянин день": "01-25",
}  # fmt: skip
# «День …» on the n-th (from the end where below zero) Sunday, Saturday … of a month: (month, weekday, n).
_WEEKDAY_RULES = {
    "строителя": (8, 6, 2), "шахтера": (8, 6, -1), "металлурга": (7, 6, 3), "медицинского работника": (6, 6, 3),
    "работника сельского хозяйства": (10, 6, 2), "железнодорожника": (8, 6, 1), "машиностроителя": (9, 6, -1),
    "работника леса": (9, 6, 3), "нефтяника": (9, 6, 1), "физкультурника": (8, 5, 2), "учителя": (10, 6, 1),
    "военно-морского флота": (7, 6, -1), "торговли": (7, 6, 4), "молодежи": (6, 6, -1), "рыбака": (7, 6, 2),
    "геолога": (4, 6, 1), "химика": (5, 6, -1), "танкиста": (9, 6, 2), "работников дорожного хозяйства": (10, 6, 3),
    "автомобилиста": (10, 6, -1), "воздушного флота": (8, 6, 3), "белорусской письменности": (9, 6, 1),
}  # fmt: skip
_FEASTS = {"пасха": 0, "пасхи": 0, "пасхе": 0, "пасху": 0, "пасхой": 0, "вербное воскресенье": -7, "радуница": 9,
           "радуницу": 9, "радуницы": 9, "троица": 49, "троицы": 49, "троице": 49, "троицу": 49}  # fmt: skip
_PERIODS = {
    "великой отечественной войны": "1941/1945", "великую отечественную войну": "1941/1945",
    "великой отечественной": "1941/1945", "второй мировой войны": "1939/1945", "вторую мировую войну": "1939/1945",
    "первой мировой войны": "1914/1918", "первую мировую войну": "1914/1918", "гражданской войны": "1917/1922",
    "блокады ленинграда": "1941-09-08/1944-01-27", "советской власти": "1917/1991", "первой пятилетки": "1928/1932",
}  # fmt: skip


def is_day(phrase: str) -> bool:
    """Tell whether a folded genitive makes «день …» a holiday.

    Examples:
        >>> is_day("защиты детей"), is_day("открытых дверей")
        (True, False)
    """
    return phrase in _DAYS_OF or phrase in _WEEKDAY_RULES


def orthodox_easter(year: int) -> date:
    """Return the Sunday of Orthodox Easter in the Gregorian calendar (Meeus, for 1900 to 2099).

    Examples:
        >>> orthodox_easter(1999).isoformat(), orthodox_easter(2024).isoformat()
        ('1999-04-11', '2024-05-05')
    """
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def nth_weekday(year: int, rule: tuple[int, int, int]) -> date:
    """Return the n-th Monday (0) … Sunday (6) of a month, from the end where n is below zero: month, weekday, n.

    Examples:
        >>> nth_weekday(2023, (8, 6, 2)).isoformat(), nth_weekday(2023, (8, 6, -1)).isoformat()
        ('2023-08-13', '2023-08-27')
    """
    month, weekday, index = rule
    length = calendar.monthrange(year, month)[1]
    days = [day for day in range(1, length + 1) if date(year, month, day).weekday() == weekday]
    return date(year, month, days[index - 1 if index > 0 else index])


def day_of(groups: Groups) -> Reading | None:
    """Read «День Победы»; a movable holiday without its year stays open."""
    name, (year, shift) = spaced(groups["name"]), year_of(groups)
    if (fixed := _DAYS_OF.get(name)) is not None:
        return Reading(f"{year}-{fixed}", "day", "holiday", shift=shift)
    rule = _WEEKDAY_RULES.get(name)
    return moving(year, shift, partial(nth_weekday, rule=rule), "holiday") if rule else None


def feast(groups: Groups) -> Reading:
    """Read a church feast that moves with Easter; without a year it stays open."""
    days = timedelta(days=_FEASTS[spaced(groups["feast"])])
    return moving(*year_of(groups), lambda year: orthodox_easter(year) + days, "holiday")


def moving(year: str, shift: Shift | None, day: Callable[[int], date], role: DateRole | None = None) -> Reading:
    """Return the reading of a day that moves from year to year: the day where the year is named, else its rule."""
    if year.isdigit():
        return Reading(day(int(year)).isoformat(), "day", role)
    return Reading(year, "day", role, shift=shift, moving=day)


def weekday_of_month(groups: Groups) -> Reading | None:
    """Read «третий понедельник мая», «последняя суббота августа»."""
    last = groups["order"].startswith("последн")
    index = -1 if last else ordinal(spaced(groups["order"]))
    if index is None or index > 4:
        return None
    year, shift = year_of(groups)
    month, weekday = month_of(groups["month"]), WEEKDAYS[groups["weekday"]] - 1
    found = moving(year, shift, partial(nth_weekday, rule=(month, weekday, index)))
    return found if found.moving is None else replace(found, edtf=f"{year}-{month:02}")


def fixed(groups: Groups) -> Reading:
    """Read a holiday with a name of its own."""
    year, shift = year_of(groups)
    return Reading(f"{year}-{_FIXED[spaced(groups['name'])]}", "day", "holiday", shift=shift)


def named_period(groups: Groups) -> Reading:
    """Read «годы Великой Отечественной войны»."""
    return Reading(_PERIODS[spaced(groups["war"])], "year")


_ORDER = r"(?:перв|втор|трет|четверт)[а-я]{2,3}"
_OF = [*_DAYS_OF, *_WEEKDAY_RULES]

HOLIDAYS: tuple[Rule[Reading], ...] = (
    Rule(
        id="date.holiday",
        cue="ден|дня|дню|дне",
        opening=first_words(_DAY),
        pattern=rf"(?<![\w])(?P<span>(?:{alternation(_DAY)})\s+(?P<name>{alternation(_OF)})(?![а-я]){TAIL}?)",
        value=day_of,
        finds=(
            "накануне [Дня единения народов Беларуси и России|XXXX-04-02]",
            "ко [Дню Победы|XXXX-05-09]",
            "[День строителя 2023 года|2023-08-13]",
            "на [День машиностроителя|XXXX]",
            "в [День народного единства 2024 года|2024-11-04]",
        ),
        skips=("день победителя", "день города"),
    ),
    Rule(
        id="date.named_holiday",
        cue="нов|рожд|женск|праздник|крещ|татьян",
        pattern=rf"(?<![\w])(?P<span>(?P<name>{alternation(_FIXED)})(?![а-я])(?!\s+год){TAIL}?)",
        value=fixed,
        finds=("к [Новому году|XXXX-01-01]", "[Рождество Христово|XXXX-01-07]"),
        skips=("новый годовой план", "рождественский"),
    ),
    Rule(
        id="date.new_year",
        cue="нов",
        pattern=rf"(?<![\w])(?P<span>(?:нов(?:ый|ого|ому|ым|ом))\s+(?P<year>(?:19|20)\d\d)(?:-?й|-?го|-?м)?{G})",
        value=lambda groups: Reading(f"{groups['year']}-01-01", "day", "holiday"),
        finds=("встретили [Новый 2024 год|2024-01-01]",),
        skips=("новый план на 2024 год",),
    ),
    Rule(
        id="date.feast",
        cue="пасх|вербн|радуниц|троиц",
        pattern=rf"(?<![\w])(?P<span>(?P<feast>{alternation(_FEASTS)})(?![а-я]){TAIL}?)",
        value=feast,
        finds=("[Пасха 1999 года|1999-04-11]", "на [Радуницу 2024 года|2024-05-14]"),
        skips=("пасхальный кулич",),
    ),
    Rule(
        id="date.weekday_of_month",
        cue="недельник|вторник|сред|четверг|пятниц|суббот|воскрес",
        pattern=rf"{B}(?P<span>(?P<order>последн[а-я]{{2,3}}|{_ORDER})\s+{WEEKDAY}\s+{ANY_MONTH}{TAIL}?)",
        value=weekday_of_month,
        finds=(
            "в [третий понедельник мая 2023 года|2023-05-15]",
            "в [последнюю субботу августа 2023 года|2023-08-26]",
            "в [первое воскресенье октября|XXXX-10]",
        ),
        skips=("в пятый понедельник мая", "первый понедельник после мая"),
    ),
    Rule(
        id="date.named_period",
        cue="войн|ленинград|советск|пятилет|отечественной",
        pattern=(
            rf"(?<![\w])(?:(?P<span>(?:год(?:ы|ов|ах|ам)|время|времен(?:а|и)|период(?:|а|е)|начал[ао]|кон(?:ец|ца"
            rf"|це))\s+(?P<war>{alternation(_PERIODS)}))|(?:в|до"
            rf"|после)\s+(?P<span2>(?P<war2>великую\s+отечественную\s+войну|вторую\s+мировую\s+войну"
            rf"|первую\s+мировую\s+войну|великой\s+отечественной\s+войны|второй\s+мировой\s+войны)))(?![а-я])"
        ),
        value=lambda groups: named_period({"war": groups.get("war") or groups["war2"]}),
        finds=("в [годы Великой Отечественной войны|1941/1945]", "после [Второй мировой войны|1939/1945]"),
        skips=("ветераны Великой Отечественной войны",),
    ),
)
