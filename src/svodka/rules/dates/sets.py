"""How often something happens: TIMEX3's sets."""

from __future__ import annotations

from decimal import Decimal

from svodka.core.values import Timex
from svodka.rules.dates.durations import amount, period
from svodka.rules.dates.reading import Reading
from svodka.rules.dates.words import (
    ANY_MONTH,
    COUNT,
    DAY,
    DAY_IN_WORDS,
    MONTHS,
    SEASONS,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    WEEKDAYS_PLURAL,
    day_of,
    is_day,
    month_of,
)
from svodka.rules.forms import alternation
from svodka.rules.rule import Groups, Rule, spaced

_EVERY = {"годн": "P1Y", "квартальн": "P3M", "месячн": "P1M", "недельн": "P1W", "дневн": "P1D", "суточн": "P1D",
          "часн": "PT1H"}  # fmt: skip
_EVERY_UNIT = {"second": "PT1S", "minute": "PT1M", "hour": "PT1H", "day": "P1D", "week": "P1W", "month": "P1M",
               "quarter": "P3M", "half": "P6M", "year": "P1Y", "decade": "P10Y", "century": "P100Y"}  # fmt: skip
_TIMES = {"дважды": "2X", "трижды": "3X", "четырежды": "4X", "раз": "1X", "один раз": "1X", "однажды": "1X"}
_ON_WEEKDAYS = alternation(form for form in WEEKDAYS_PLURAL if form.endswith("м"))


def every(value: str, freq: str | None = None) -> Reading:
    """Return the reading of a set of times."""
    return Reading(None, None, timex=Timex(type="SET", value=value, quant="EVERY", freq=freq))


def every_adjective(groups: Groups) -> Reading:
    """Read «ежегодно», «ежегодный»."""
    return every(_EVERY[groups["stem"]])


def every_unit(groups: Groups) -> Reading:
    """Read «каждый год», «каждую среду», «каждое лето», «каждые два года»."""
    if "weekday" in groups:
        return every(f"XXXX-WXX-{WEEKDAYS[groups['weekday']]}")
    if "month" in groups:
        return every(f"XXXX-{MONTHS[groups['month']]:02}")
    if "season" in groups:
        return every(f"XXXX-{({21: 'SP', 22: 'SU', 23: 'FA', 24: 'WI'})[SEASONS[groups['season']]]}")
    if "part" in groups:
        return every(f"XXXX-XX-XXT{ {'утро': 'MO', 'вечер': 'EV', 'ночь': 'NI'}[groups['part']] }")
    if "count" in groups:
        count = amount(groups["count"])
        return every(period(count, UNITS[groups["unit"]])) if count else every("PX")
    return every(_EVERY_UNIT[UNITS[groups["unit"]]])


def same_day(groups: Groups) -> Reading | None:
    """Read «ежегодно 9 мая», «15 числа каждого месяца»: a day that returns every year or month."""
    if "day2" in groups:
        number = int(groups["day2"])
        return every(f"XXXX-XX-{number:02}") if 1 <= number <= 31 else None
    month, day = month_of(groups["month"]), day_of(groups)
    return every(f"XXXX-{month:02}-{day:02}") if day and is_day("XXXX", month, day) else None


def times_in(groups: Groups) -> Reading | None:
    """Read «два раза в год», «раз в два года», «дважды в неделю»."""
    times = spaced(groups["times"])
    freq = _TIMES.get(times)
    if freq is None:
        count = amount(times.removesuffix(" раза").removesuffix(" раз"))
        freq = f"{count}X" if count else None
    unit = UNITS[groups["unit"]]
    span = amount(groups["count"]) if "count" in groups else Decimal(1)
    if freq is None or span is None:
        return None
    return every(period(span, unit), freq if freq != "1X" or span == 1 else None)


_UNIT = rf"(?P<unit>{alternation(UNITS)})(?![а-я])"

SETS: tuple[Rule[Reading], ...] = (
    Rule(
        id="date.every",
        cue="еже",
        pattern=(
            rf"(?<![\w])(?P<span>еже(?P<stem>{alternation(_EVERY)})(?:о|ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ыми))(?![а-я])"
        ),
        value=every_adjective,
        finds=("[Ежегодно|P1Y] проводится ярмарка", "участие в [ежегодной|P1Y] ярмарке", "[ежеквартальный|P3M] отчёт"),
        skips=("ежегодник", "еженедельник"),
    ),
    Rule(
        id="date.each",
        cue="кажд",
        pattern=(
            rf"(?<![\w])(?P<span>кажд(?:ый|ая|ое|ую|ого|ой|ому|ом|ые|ых)\s+(?:{COUNT}\s+)?(?:{_UNIT}|(?P<weekday>{alternation(WEEKDAYS)})(?![а-я])"
            rf"|(?P<month>{alternation(MONTHS)})(?![а-я])|(?P<season>{alternation(SEASONS)})(?![а-я])|(?P<part>утро|вечер|ночь)(?![а-я])))"
        ),
        value=every_unit,
        finds=(
            "[каждый год|P1Y]",
            "[каждую среду|XXXX-WXX-3]",
            "[каждое лето|XXXX-SU]",
            "[каждые два года|P2Y]",
            "[Каждое утро|XXXX-XX-XXTMO] начиналось",
            "[каждый март|XXXX-03]",
        ),
        skips=("каждый второй",),
    ),
    Rule(
        id="date.day_every_year",
        cue="ежегодн|кажд",
        pattern=(
            rf"(?<![\w])(?P<span>(?:ежегодно|каждое)\s+(?:{DAY}|{DAY_IN_WORDS})\s+{ANY_MONTH}"
            rf"|(?P<day2>\d{{1,2}})(?:-?го)?\s+числа\s+(?:каждого\s+месяца|ежемесячно))(?![а-я])"
        ),
        value=same_day,
        finds=("[ежегодно 9 мая|XXXX-05-09]", "до [15 числа каждого месяца|XXXX-XX-15]"),
        skips=("ежегодно 31 февраля", "ежегодно 9 маек"),
    ),
    Rule(
        id="date.weekday_of_every_month",
        cue="кажд",
        pattern=(
            rf"(?<![\w])(?P<span>кажд(?:ый|ую|ое|ые)\s+(?P<order>перв|втор|треть|четверт|последн)[а-я]{{1,3}}\s+{WEEKDAY}"
            r"\s+месяца)(?![а-я])"
        ),
        value=lambda groups: every(f"XXXX-WXX-{WEEKDAYS[groups['weekday']]}", "1M"),
        finds=("[каждую первую среду месяца|XXXX-WXX-3] проходит приём",),
        skips=("каждую первую среду проекта",),
    ),
    Rule(
        id="date.on_weekdays",
        cue="никам|средам|четвергам|цам|ботам|сеньям",
        pattern=rf"(?<![\w])(?:по|и|,)\s+(?P<span>(?P<weekday>{_ON_WEEKDAYS}))(?![а-я])",
        value=lambda groups: every(f"XXXX-WXX-{WEEKDAYS_PLURAL[groups['weekday']]}"),
        finds=("по [вторникам|XXXX-WXX-2] и [пятницам|XXXX-WXX-5]",),
        skips=("по вторнику",),
    ),
    Rule(
        id="date.on_days_off",
        cue="выходн|будн|рабоч",
        pattern=r"(?<![\w])по\s+(?P<span>(?P<which>выходным|будням|будним\s+дням|рабочим\s+дням|выходным\s+дням))(?![а-я])(?!\s+данн)",
        value=lambda groups: every("XXXX-WXX-WE" if groups["which"].startswith("вых") else "XXXX-WXX-WD"),
        finds=("работает по [будням|XXXX-WXX-WD]",),
        skips=("по выходным данным",),
    ),
    Rule(
        id="date.times_in",
        cue=r"\bраза?\b|дважды|трижды|четырежды",
        pattern=(
            rf"(?<![\w])(?P<span>(?P<times>(?:\d{{1,3}}|[а-я]{{3,9}})\s+раза?|раз|дважды|трижды|четырежды)\s+в\s+(?:{COUNT}\s+)?{_UNIT})"
        ),
        value=times_in,
        finds=("[раз в два года|P2Y]", "[два раза в год|P1Y]", "[дважды в неделю|P1W]", "[четырежды в год|P1Y]"),
        skips=("раз в жизни", "в два раза"),
    ),
    Rule(
        id="date.per",
        cue=r"в\s+(?:год|мес|нед|сут|день|час|кварт)",
        pattern=(
            r"(?<!\w)\d[\d\s.,–-]{0,14}(?:(?:тыс|млн|млрд|трлн)\.?\s*)?(?:[а-яa-z%./²³]+\.?\s+){0,4}в\s+(?P<span>(?P<unit>год|месяц|неделю|сутки|день|час|квартал))(?![а-я])"
            r"(?!\s+(?:побед|открыт|закрыт|рожден|основ|запуск|пуск|\d|столет|юбиле|[а-я]+лети|[а-я]+ого\b|[а-я]+ей\b))"
        ),
        value=lambda groups: every(_EVERY_UNIT[UNITS[groups["unit"]]]),
        finds=("превысят 350 млн рублей в [год|P1Y].", "20 тыс. изделий в [год|P1Y] планируется"),
        skips=("в год 80-летия Победы", "15 человек в день открытия"),
    ),
    Rule(
        id="date.every_other",
        cue="через",
        pattern=r"(?<![\w])(?P<span>через\s+день)(?![а-я])(?!\s+(?:после|\d))",
        value=lambda groups: every("P2D"),
        finds=("курсировал [через день|P2D]",),
        skips=("через день после",),
    ),
)
