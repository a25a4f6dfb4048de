"""Lengths of time, and how often something happens."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from svodka.core.values import Grain, Timex, TimexMod, plain
from svodka.rules.dates.reading import Reading
from svodka.rules.dates.words import COUNT, MONTHS, SEASONS, UNITS, WEEKDAYS, WEEKDAYS_PLURAL
from svodka.rules.numbers import alternation, number
from svodka.rules.rule import Groups, Rule

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
    "четверть века": "P25Y", "полминуты": "PT30S",
}  # fmt: skip
_LATIN: dict[str, Decimal | int] = {
    "одно": 1, "двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "девяти": 9,
    "десяти": 10, "двенадцати": 12, "пятнадцати": 15, "двадцати": 20, "тридцати": 30, "полутора": Decimal("1.5"),
}  # fmt: skip
_STEMS = {
    "секундн": "TS", "минутн": "TM", "часов": "TH", "дневн": "D", "суточн": "D", "недельн": "W", "месячн": "M",
    "летн": "Y", "годов": "Y",
}  # fmt: skip
_EVERY = {"годн": "P1Y", "квартальн": "P3M", "месячн": "P1M", "недельн": "P1W", "дневн": "P1D", "суточн": "P1D",
          "часн": "PT1H"}  # fmt: skip
_EVERY_UNIT = {"second": "PT1S", "minute": "PT1M", "hour": "PT1H", "day": "P1D", "week": "P1W", "month": "P1M",
               "quarter": "P3M", "half": "P6M", "year": "P1Y", "decade": "P10Y", "century": "P100Y"}  # fmt: skip
_TIMES = {"дважды": "2X", "трижды": "3X", "четырежды": "4X", "раз": "1X", "один раз": "1X", "однажды": "1X"}


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


def every(value: str, freq: str | None = None) -> Reading:
    """Return the reading of a set of times."""
    return Reading(None, None, timex=Timex(type="SET", value=value, quant="EVERY", freq=freq))


def _count(text: str) -> Decimal | None:
    return number(" ".join(text.replace(",", ".").split())) if text[:1].isdigit() else number(" ".join(text.split()))


def duration(groups: Groups) -> Reading | None:
    """Read a length of time with its hedge; two numbers make a range («2–3 дня»)."""
    mod = _HEDGES.get(" ".join(groups.get("hedge", "").split()))
    if "whole" in groups:
        return length(_WHOLES[" ".join(groups["whole"].split())], mod)
    count = _count(groups["count"])
    if count is None or count == 0:
        return None
    if "and_half" in groups:
        count += Decimal("0.5")
    unit = UNITS[groups["unit"]]
    value = period(count, unit)
    if "to" in groups:
        last = _count(groups["to"])
        if last is None or last <= count:
            return None
        value = f"{value}/{period(last, unit)}"
    if "unit2" in groups:
        second, unit2 = _count(groups["count2"]), UNITS[groups["unit2"]]
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
        count = _count(groups["count"])
        return every(period(count, UNITS[groups["unit"]])) if count else every("PX")
    return every(_EVERY_UNIT[UNITS[groups["unit"]]])


def times_in(groups: Groups) -> Reading | None:
    """Read «два раза в год», «раз в два года», «дважды в неделю»."""
    times = " ".join(groups["times"].split())
    freq = _TIMES.get(times)
    if freq is None:
        count = _count(times.removesuffix(" раза").removesuffix(" раз"))
        freq = f"{count}X" if count else None
    unit = UNITS[groups["unit"]]
    span = _count(groups["count"]) if "count" in groups else Decimal(1)
    if freq is None or span is None:
        return None
    return every(period(span, unit), freq if freq != "1X" or span == 1 else None)


_UNIT = rf"(?P<unit>{alternation(UNITS)})(?![а-я])"
_UNIT2 = rf"(?P<unit2>{alternation(UNITS)})(?![а-я])"
_HEDGE = rf"(?:(?P<hedge>{alternation(_HEDGES)})\s+)?"
_NOT_AGE = r"(?!\s+(?:назад|тому|спустя|ранее|до\s+н))"
_TERM = (
    r"(?:план|период|срок|программ|контракт|договор|соглашен|гаранти|перерыв|цикл|кредит|за[йе]м|опыт|стаж|истори|работ|"
    r"сотрудничеств|максимум|минимум|стратеги|проект|аренд|обучени|курс|бюджет|максимальн|минимальн|партнерств)"
)

_ON_WEEKDAYS = alternation(form for form in WEEKDAYS_PLURAL if form.endswith("м"))

DURATIONS: tuple[Rule[Reading], ...] = (
    Rule(
        id="date.duration",
        cue=r"год|лет|мес|недел|дн|ден|сут|час|мин|сек|век|столет|десятилет|квартал|кв\.|\dч|\sч",
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
        cue="раз|дважды|трижды",
        pattern=(
            rf"(?<![\w])(?P<span>(?P<times>(?:\d{{1,3}}|[а-я]{{3,9}})\s+раза?|раз|дважды|трижды|четырежды)\s+в\s+(?:{COUNT}\s+)?{_UNIT})"
        ),
        value=times_in,
        finds=("[раз в два года|P2Y]", "[два раза в год|P1Y]", "[дважды в неделю|P1W]"),
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
