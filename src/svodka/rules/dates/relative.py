"""Days, weeks, months that are counted from the anchor date or from a date named before."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from svodka.core.values import TimexMod
from svodka.rules.dates.reading import Reading, Shift, open_reading
from svodka.rules.dates.words import (
    ADJECTIVE,
    AT,
    RELATIVE,
    RELATIVE_YEAR,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    YEAR_ORDINAL,
    B,
    G,
    Y,
    clock_of,
    year_of,
)
from svodka.rules.forms import alternation
from svodka.rules.numbers import ordinal
from svodka.rules.rule import Groups, Rule

_DAYS = {
    "позапозавчера": -3, "позавчера": -2, "вчера": -1, "сегодня": 0, "завтра": 1, "послезавтра": 2,
    "послепослезавтра": 3, "позапозапозавчера": -4,
}  # fmt: skip


def relative_day(groups: Groups) -> Reading:
    """Read yesterday, today, tomorrow; «сегодня» without a day to count from means the present."""
    count, clock = _DAYS[groups["word"]], clock_of(groups)
    shift = Shift("day", count)
    return Reading(
        f"XXXX-XX-XX{clock}",
        "minute" if clock else "day",
        shift=shift,
        fallback="PRESENT_REF" if not count and not clock else None,
    )


def relative_unit(groups: Groups) -> Reading:
    """Read «last month», «this quarter», «next week» by their units."""
    return open_reading(Shift(UNITS[groups["unit"]], RELATIVE[groups["relative"]]))


def weekday(groups: Groups) -> Reading:
    """Read a day of the week; without an adjective the tense of its clause tells which one."""
    day, clock = WEEKDAYS[groups["weekday"]], clock_of(groups)
    if "next" in groups:
        shift = Shift("weekday", 1, weekday=day)
    elif "relative" in groups:
        shift = Shift("weekday", RELATIVE[groups["relative"]] or Decimal("0.5"), weekday=day)
    else:
        shift = Shift("weekday", 0, weekday=day)
    return Reading(
        f"XXXX-XX-XX{clock}",
        "minute" if clock else "day",
        shift=shift,
        fallback=f"XXXX-WXX-{day}" if "relative" not in groups and not clock else None,
    )


def weekend(groups: Groups) -> Reading:
    """Read the Saturday and Sunday of the week before, of this or of the next one."""
    return open_reading(Shift("weekend", RELATIVE[groups["relative"]]))


def part_of_unit(groups: Groups) -> Reading:
    """Read «конец года», «начало месяца»: of the year or month in which the text is told."""
    unit = UNITS[groups["unit"]]
    part = groups["part"]
    mod: TimexMod = "START" if part.startswith("нач") else "MID" if part.startswith("сер") else "END"
    return open_reading(Shift(unit, 0), mod)


def bare_unit(groups: Groups) -> Reading:
    """Read «план на год»: a time only where the anchor date tells which year."""
    return replace(open_reading(Shift(UNITS[groups["unit"]], 0)), weak=True)


def next_day(groups: Groups) -> Reading:
    """Read «на следующий день» after the date named last."""
    return open_reading(Shift("day", 1, "antecedent"))


def same_unit(groups: Groups) -> Reading:
    """Read «в тот же день», «в том же месяце»."""
    return open_reading(Shift(UNITS[groups["unit"]], 0, "antecedent"))


def nth_day(groups: Groups) -> Reading | None:
    """Read «в первый день» of what the text named last: a time only where that lasts several days."""
    index = ordinal(groups["order"]) if not groups["order"].startswith("последн") else -1
    if index is None or index > 10:
        return None
    return Reading("XXXX-XX-XX", "day", shift=Shift("day", index, "antecedent", length=0), weak=True)


def base_period(groups: Groups) -> Reading:
    """Read «the same period of last year»: the months and days of the period named last, in another year."""
    year, shift = year_of(groups)
    count = int(shift.count) if shift else -1
    return Reading(year, "year", "base_period", shift=Shift("year", count, "period"))


_LONG_UNIT = alternation(form for form, unit in UNITS.items() if unit in ("week", "month", "quarter", "half", "decade"))

RELATIVES: tuple[Rule[Reading], ...] = (
    Rule(
        id="date.relative_day",
        cue="вчера|сегодня|завтра",
        pattern=rf"{B}(?P<span>(?P<word>{alternation(_DAYS)})(?!\w|-(?!завтра|послез)){AT}?)",
        value=relative_day,
        finds=("[Вчера|XXXX-XX-XX] министр посетил", "[завтра в 15 часов|XXXX-XX-XXT15:00:00]", "[Сегодня|XXXX-XX-XX]"),
        skips=("вчерашний день", "завтрак", "сегодняшний"),
    ),
    Rule(
        id="date.relative_unit",
        cue="недел|месяц|квартал|полугод|десятилет",
        pattern=rf"{B}(?P<span>{ADJECTIVE}\s+(?P<unit>{_LONG_UNIT}))(?![а-я])(?!\s+(?:назад|работы|подряд))",
        value=relative_unit,
        finds=(
            "в [прошлом месяце|XXXX-XX]",
            "на [следующей неделе|XXXX-XX-XX]",
            "в [текущем квартале|XXXX-XX]",
            "в [нынешнем десятилетии|XXXX]",
        ),
        skips=("этот месячник", "следующий день"),
    ),
    Rule(
        id="date.weekday",
        cue="недельник|вторник|сред|четверг|пятниц|суббот|воскрес",
        pattern=(
            rf"(?:{B}(?P<span>(?:{ADJECTIVE}|(?P<next>ближайш)(?:ий|ую|ее|ая|его|ей))\s+{WEEKDAY}{AT}?)|{B}(?:в|во|с|до|к|со"
            rf"|на)\s+(?P<span2>(?P<weekday2>понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье"
            rf"|воскресение|понедельника|вторника|среды|четверга|пятницы|субботы|воскресенья)(?![а-я])))"
        ),
        value=lambda groups: weekday({**groups, "weekday": groups.get("weekday") or groups["weekday2"]}),
        finds=(
            "в [минувший вторник|XXXX-XX-XX]",
            "в [ближайшую пятницу|XXXX-XX-XX]",
            "открывается в [понедельник|XXXX-XX-XX]",
            "до [пятницы|XXXX-XX-XX]",
        ),
        skips=("в среде учёных", "в эту деловую среду", "в образовательную среду"),
    ),
    Rule(
        id="date.weekday_alone",
        cue="недельник|вторник|сред|четверг|пятниц|суббот|воскрес",
        pattern=(
            rf"{B}(?P<span>(?P<weekday>понедельник|вторник|четверг|пятница|пятницу|суббота|субботу"
            rf"|воскресенье){AT}?)(?![\w-])"
        ),
        value=weekday,
        finds=("[понедельник|XXXX-XX-XX]", "[четверг 08:00|XXXX-XX-XXT08:00:00]"),
        skips=("среда обитания", "воскресеньевский"),
    ),
    Rule(
        id="date.weekend",
        cue="выходн",
        pattern=rf"{B}(?P<span>{ADJECTIVE}\s+(?:выходн(?:ые|ых|ым|ыми)))(?![а-я])(?!\s+дн(?:я|ей)\s+(?:отпуск|пособ))",
        value=weekend,
        finds=("В [минувшие выходные|XXXX-XX-XX]", "на [этих выходных|XXXX-XX-XX]"),
        skips=("выходные данные",),
    ),
    Rule(
        id="date.weekend_alone",
        cue="выходн",
        pattern=r"(?<![\w])(?:на|в)\s+(?P<span>выходны[ех])(?![а-я])(?!\s+(?:и\s+)?(?:[а-я]+\s+)?(?:дн|данн|пособ|параметр|отверст))",
        value=lambda groups: replace(open_reading(Shift("weekend", 0)), weak=True),
        finds=("на [выходных|XXXX-XX-XX] пройдёт ярмарка", "в [выходные|XXXX-XX-XX] состоялся забег"),
        skips=("в выходные дни", "в выходных данных", "на выходные отверстия"),
    ),
    Rule(
        id="date.part_of_unit",
        cue="начал|середин|кон",
        pattern=(
            rf"{B}(?P<span>(?P<part>начал(?:о|а|е|у|ом)|середин(?:а|ы|е|у|ой)|кон(?:ец|ца|це|цу"
            rf"|цом))\s+(?P<unit>года|месяца|недели|квартала|дня|полугодия|десятилетия|века))(?![а-я])"
        ),
        value=part_of_unit,
        finds=("до [конца года|XXXX]", "в [начале месяца|XXXX-XX]", "к [середине недели|XXXX-XX-XX]"),
        skips=("в начале работы",),
    ),
    Rule(
        id="date.bare_unit",
        cue="план|прогноз|задани|бюджет|смет",
        pattern=(
            r"(?<![\w])(?:план(?:|а|е|ы|у)|прогноз(?:|а|е)|задани(?:е|я)|бюджет(?:|а|е)"
            r"|смет[аеу])\s+на\s+(?P<span>(?P<unit>год|месяц|квартал|полугодие))(?=\s*(?:[–,.;:)]|$|выполнен|состав"
            r"|предусматр|утвержд))"
        ),
        value=bare_unit,
        finds=("план на [год|XXXX] – 40 млн",),
        skips=("план на год раньше", "контракт на год"),
    ),
    Rule(
        id="date.next_day",
        cue="день",
        pattern=r"(?<![\w])на\s+(?P<span>(?:следующий|другой)\s+день)(?![а-я])",
        value=next_day,
        finds=("[На следующий день|XXXX-XX-XX] делегация".replace("[На ", "На ["),),
        skips=("следующий деньщик",),
    ),
    Rule(
        id="date.same_unit",
        cue=r"же\s",
        pattern=(
            r"(?<![\w])(?P<span>(?:тот|том|того|ту|той|тем|тому)\s+же\s+(?P<unit>день|дня|месяце|месяца|месяц|неделе"
            r"|неделю|квартале|квартала))(?![а-я])"
        ),
        value=same_unit,
        finds=("в [тот же день|XXXX-XX-XX]", "в [том же месяце|XXXX-XX]"),
        skips=("тот же деньги",),
    ),
    Rule(
        id="date.nth_day",
        cue="день",
        pattern=(
            r"(?<![\w])(?:в|во|на)\s+(?P<span>(?P<order>первый|второй|третий|четвертый|пятый"
            r"|последний)\s+день)(?![а-я])(?!\s+(?:рождения|победы|отпуска))"
        ),
        value=nth_day,
        finds=("В [первый день|XXXX-XX-XX] гости побывали",),
        skips=("третий деньщик",),
    ),
    Rule(
        id="date.base_period",
        cue=r"аналог|соответств|сопостав|же\s",
        pattern=(
            rf"{B}(?P<span>(?:(?:аналогичн|соответствующ|сопоставим)(?:ый|ий|ого|ым|ему|ому|его|им|ом|ем|ая|ую|ой"
            rf"|ей)|(?:тот|того|тем|тому|том|ту|той)\s+же(?:\s+сам[а-я]+)?)"
            rf"\s+(?:период(?:|а|у|ом|е)|дат(?:у|а|ы|е|ой)|месяц(?:|а|у|ем|е)|квартал(?:|а|у|ом|е)|показател[а-я]+"
            rf"|отрезок)(?![а-я])\s+(?:{Y}{YEAR_ORDINAL}?{G}?|{RELATIVE_YEAR})"
            r"|(?:аналогичн|соответствующ)(?:ый|ий|ого|ым|ему|ому|его|им|ом|ем)\s+период(?:|а|у|ом|е)(?![а-я]))"
        ),
        value=base_period,
        finds=(
            "к уровню [соответствующего периода прошлого года|XXXX]",
            "с [аналогичным периодом прошлого года|XXXX]",
            "чем за [тот же период 2022-го|2022]",
            "на [ту же дату прошлого года|XXXX]",
        ),
        skips=("в период восстановления",),
    ),
)
