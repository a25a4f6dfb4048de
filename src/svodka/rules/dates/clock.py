"""Times of day without a day of their own."""

from __future__ import annotations

from svodka.rules.dates.reading import Reading
from svodka.rules.dates.words import ZONE, clock_of
from svodka.rules.numbers import CARDINAL, number
from svodka.rules.rule import Groups, Rule

OPEN_DAY = "XXXX-XX-XX"


def clock(groups: Groups) -> Reading | None:
    """Read a time of day."""
    if "hourword" in groups:
        hour = number(groups["hourword"])
        if hour is None or hour > 24:
            return None
        groups = {**groups, "hour": str(int(hour) % 24)}
    written = clock_of(groups)
    return Reading(OPEN_DAY + written, "minute") if written else None


def clocks(groups: Groups) -> Reading | None:
    """Read a run of hours; the half of the day stands after the second one."""
    last = clock_of({name.removesuffix("b"): text for name, text in groups.items() if name.endswith("b")})
    half = {"half": groups["halfb"]} if "halfb" in groups else {}
    first = clock_of({**groups, **half})
    return Reading(f"{OPEN_DAY}{first}/{OPEN_DAY}{last}", "minute") if first < last else None


def noon(groups: Groups) -> Reading:
    """Read «в полдень», «в полночь»."""
    return Reading(f"{OPEN_DAY}T{'12' if groups['noon'].startswith(('полд', 'полудн')) else '00'}:00:00", "minute")


_NOT_AMOUNT = (
    r"(?!\s*(?:раз|%|процент|млн|млрд|тыс|руб|долл|га(?![а-я])|т(?![а-я])|кг|км|м(?![а-я])|балл|тонн|литр|метр|евро"
    r"|п\.|кв\.))"
)
_POINT = (
    r"(?P<hour>[01]?\d|2[0-3])(?P<colon>[:.])(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?:\s*(?:час(?:ов|а)?"
    r"|ч\.?)(?![а-я]))?(?![\w]|[.,:]\d)"
)
_POINT2 = (
    r"(?P<hourb>[01]?\d|2[0-3])[:.](?P<minuteb>[0-5]\d)(?::(?P<secondb>[0-5]\d))?(?:\s*(?:час(?:ов|а)?"
    r"|ч\.?)(?![а-я]))?(?P<halfb>\s+(?:утра|дня|вечера|ночи))?(?![\w]|[.,:]\d)"
)
_HALF = r"(?P<half>\s+(?:утра|дня|вечера|ночи|пополудни|после\s+полудня))?"

CLOCKS: tuple[Rule[Reading], ...] = (
    Rule(
        id="date.clock",
        cue=r"\d:\d",
        pattern=(
            rf"(?<![\w.,:/№-])(?P<span>(?P<hour>[01]?\d"
            rf"|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?:\s*час(?:ов"
            rf"|а)?(?![а-я]))?{_HALF}{ZONE}?)(?![\w:]|[.,]\d){_NOT_AMOUNT}"
        ),
        value=clock,
        finds=(
            "начало в [10:30|XXXX-XX-XXT10:30:00]",
            "в [18:00 мск|XXXX-XX-XXT18:00:00+03:00]",
            "в [9:15 утра|XXXX-XX-XXT09:15:00]",
        ),
        skips=("со счётом 3:2", "масштаб 1:100"),
    ),
    Rule(
        id="date.clock_point",
        cue=r"\d\.\d",
        pattern=(
            rf"(?:(?:^|\n)[ \t–•*-]*(?P<span>{_POINT})(?=\s*[–-]|\s+[а-я])|(?<![\w])(?:в|во|до|с|к|около|после"
            rf"|и)\s+(?P<span2>(?P<hour2>[01]?\d|2[0-3])\.(?P<minute2>[0-5]\d)(?:\s*(?:час(?:ов|а)?"
            rf"|ч\.?)(?![а-я]))?(?![\w]|[.,:]\d)))"
            rf"{_NOT_AMOUNT}"
        ),
        value=lambda groups: clock(
            {
                **groups,
                "hour": groups.get("hour") or groups["hour2"],
                "minute": groups.get("minute") or groups["minute2"],
            }
        ),
        finds=("[10.30|XXXX-XX-XXT10:30:00] – открытие выставки", "начало в [15.00|XXXX-XX-XXT15:00:00]"),
        skips=("вырос до 10.30 %", "в 2.15 раза", "10.30.45.12 – адрес", "в 12.05.2023"),
    ),
    Rule(
        id="date.clock_hours",
        cue=r"час|\d\s?ч",
        pattern=(
            rf"(?<![\w])(?:(?:в|во|до|с|к|около|после)\s+)(?P<span>(?:(?P<hour>[01]?\d|2[0-3])"
            rf"|(?P<hourword>{CARDINAL}))\s*(?:час(?:ов|а|)"
            rf"|ч\.?)(?![а-я])(?:\s*(?P<minute>[0-5]?\d)\s*мин(?:ут|\.)?(?![а-я]))?{_HALF}{ZONE}?)"
        ),
        value=clock,
        finds=("начнётся в [15 часов|XXXX-XX-XXT15:00:00]", "в [10 часов утра|XXXX-XX-XXT10:00:00]"),
        skips=("15 часов работы", "в 15 часах езды"),
    ),
    Rule(
        id="date.clock_half_of_day",
        cue="утра|дня|вечера|ночи",
        pattern=(
            rf"(?<![\w.,:])(?P<span>(?:(?P<hour>1?\d)|(?P<hourword>{CARDINAL}))\s*(?:час(?:ов|а"
            rf"|)\s+)?(?P<half>утра|дня|вечера|ночи))(?![а-я])(?!\s+назад)"
        ),
        value=clock,
        finds=("[8 часов вечера|XXXX-XX-XXT20:00:00]", "в [11 утра|XXXX-XX-XXT11:00:00]"),
        skips=("три дня", "15 дня", "2 дня назад"),
    ),
    Rule(
        id="date.clocks",
        cue=r"\d[:.]\d\d",
        pattern=rf"(?<![\w.,:/№-])(?P<span>{_POINT}(?:\s*[–-]\s*|\s+до\s+|\s+по\s+){_POINT2}){_NOT_AMOUNT}",
        value=clocks,
        finds=(
            "[09.00–10.00|XXXX-XX-XXT09:00:00/XXXX-XX-XXT10:00:00] – регистрация",
            "с [10.00 до 16.00|XXXX-XX-XXT10:00:00/XXXX-XX-XXT16:00:00]",
        ),
        skips=("10.00–16.00 руб.", "16.00–10.00"),
    ),
    Rule(
        id="date.clock_run",
        cue=r"до\s+\d",
        pattern=(
            r"(?<![\w])с\s+(?P<span>(?P<hour>[01]?\d|2[0-3])(?:\s*час(?:ов|а)|\s*ч\.?)?\s+до\s+(?P<hourb>[01]?\d"
            r"|2[0-3])(?:\s*(?:час(?:ов|а)|ч\.?)(?![а-я])(?P<halfb>\s+(?:утра|дня|вечера|ночи))?|(?P<half>\s+(?:утра"
            r"|дня|вечера|ночи))))"
        ),
        value=lambda groups: clocks({**groups, "halfb": groups["half"]} if "half" in groups else groups),
        finds=("с [9 до 18 часов|XXXX-XX-XXT09:00:00/XXXX-XX-XXT18:00:00]",),
        skips=("с 9 до 18 лет",),
    ),
    Rule(
        id="date.noon",
        cue="пол[дн]|полу[дн]",
        pattern=r"(?<![\w])(?:в|до|к|после)\s+(?P<span>(?P<noon>полдень|полночь|полудню|полуночи|полудня))(?![а-я])",
        value=noon,
        finds=("в [полдень|XXXX-XX-XXT12:00:00]",),
        skips=("полдник",),
    ),
)
