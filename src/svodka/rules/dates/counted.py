"""So many units before or after the anchor date or another date: «три года назад», «последние пять лет»."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from svodka.rules.dates.durations import period
from svodka.rules.dates.reading import Reading, Shift, Unit, open_reading, vague
from svodka.rules.dates.words import COUNT, UNITS, B
from svodka.rules.forms import alternation
from svodka.rules.numbers import CARDINAL, number
from svodka.rules.rule import Groups, Rule, spaced

_STEPS: dict[tuple[Unit, Unit], int] = {
    ("year", "month"): 12, ("day", "hour"): 24, ("hour", "minute"): 60, ("minute", "second"): 60, ("week", "day"): 7,
}  # fmt: skip
_WORDS = {"month": "месяц", "minute": "минута", "hour": "час", "day": "день"}
_WHOLES: dict[str, tuple[Unit, Decimal]] = {
    "полгода": ("month", Decimal(6)), "полчаса": ("minute", Decimal(30)), "полвека": ("year", Decimal(50)),
    "четверть века": ("year", Decimal(25)), "полмесяца": ("day", Decimal(15)), "пару лет": ("year", Decimal(2)),
    "пару месяцев": ("month", Decimal(2)), "пару недель": ("week", Decimal(2)), "пару дней": ("day", Decimal(2)),
    "пару часов": ("hour", Decimal(2)), "пару минут": ("minute", Decimal(2)), "пару секунд": ("second", Decimal(2)),
}  # fmt: skip


def counted(groups: Groups) -> Reading | None:
    """Read «три года назад», «через полгода», «два месяца спустя»."""
    parts = _amount(groups)
    if parts is None:
        return None
    unit, count = parts
    if unit == "week":
        unit, count = "day", count * 7
    back = groups.get("ago") is not None
    later = groups.get("later") is not None
    reading = open_reading(Shift(unit, -count if back else count, "antecedent" if later else "anchor"))
    hedge = groups.get("hedge", "").split(" чем")[0].strip()
    return replace(reading, mod="APPROX" if hedge in ("около", "примерно", "почти", "где-то", "порядка") else None)


def _amount(groups: Groups) -> tuple[Unit, Decimal] | None:
    """Return the unit and how many; fractions become whole smaller units."""
    if "whole" in groups:
        return _WHOLES[groups["whole"]]
    unit = UNITS[groups["unit"]]
    count = number(spaced(groups["count"])) if "count" in groups else Decimal(1)
    if count is None:
        return None
    if "count2" in groups:
        second = number(groups["count2"])
        step = _STEPS.get((unit, UNITS[groups["unit2"]]))
        return None if second is None or step is None else (UNITS[groups["unit2"]], count * step + second)
    if count != int(count):
        smaller = {"year": ("month", 12), "hour": ("minute", 60), "day": ("hour", 24), "month": ("day", 30)}.get(unit)
        if smaller is None or (count * smaller[1]) % 1:
            return None
        return UNITS[_WORDS[smaller[0]]], count * smaller[1]
    return unit, count


def last_units(groups: Groups) -> Reading | None:
    """Read «последние пять лет», «ближайшие три года»: as many whole units up to the base, or from it on."""
    parts = _amount(groups)
    if parts is None or not 1 < parts[1] <= 200:
        return None
    unit, count = parts
    ahead = groups["which"].startswith(("следующ", "ближайш", "предстоящ"))
    reading = open_reading(Shift(unit, 1 if ahead else -int(count), length=int(count)))
    return replace(reading, fallback=period(count, unit))


def year_before(groups: Groups) -> Reading:
    """Read «годом ранее»: the period named last a year before, where there is one; else the year before."""
    unit = UNITS[groups["unit"]]
    sign = -1 if groups["side"].startswith("ран") else 1
    return open_reading(Shift(unit, sign, "period" if unit == "year" else "antecedent"))


def many(groups: Groups) -> Reading:
    """Read «несколько лет назад»: some time in the past, or, with «через», to come."""
    return vague("FUTURE_REF" if groups.get("ahead") else "PAST_REF")


_UNIT = rf"(?P<unit>{alternation(UNITS)})(?![а-я])"
_HEDGE = r"(?:(?P<hedge>около|примерно|почти|где-то|порядка|более\s+чем|более|больше|чуть\s+более|менее)\s+)?"
_AMOUNT = (
    rf"(?:(?P<whole>{alternation(_WHOLES)})(?![а-я])|(?:{COUNT}\s+)?{_UNIT}"
    rf"(?:\s+(?:и\s+)?(?P<count2>\d{{1,3}}|(?:{CARDINAL}))\s+(?P<unit2>{alternation(UNITS)})(?![а-я]))?)"
)

COUNTED: tuple[Rule[Reading], ...] = (
    Rule(
        id="date.ago",
        cue="назад",
        pattern=rf"{B}(?P<span>{_HEDGE}{_AMOUNT}\s+(?:тому\s+)?(?P<ago>назад))(?![а-я])",
        value=counted,
        finds=(
            "ещё [полтора года назад|XXXX-XX] здесь было поле",
            "[три года назад|XXXX]",
            "[Год назад|XXXX]",
            "[неделю тому назад|XXXX-XX-XX]",
            "[почти двадцать лет назад|XXXX]",
            "[2 часа 17 минут назад|XXXX-XX-XX]",
        ),
        skips=("шаг назад",),
    ),
    Rule(
        id="date.ahead",
        cue="через|спустя",
        pattern=(
            rf"{B}(?P<span>(?:через|спустя)\s+(?!день(?![а-я])){_HEDGE}{_AMOUNT}(?P<later>\s+после\s+этого)?)"
            rf"(?!\s+(?:после|с\s+момента|со\s+дня))"
        ),
        value=counted,
        finds=(
            "[через полгода|XXXX-XX]",
            "[через 3 года|XXXX]",
            "[через неделю|XXXX-XX-XX]",
            "[через год после этого|XXXX]",
        ),
        skips=("через год после пуска", "через дорогу", "через каждые 5 дней"),
    ),
    Rule(
        id="date.later",
        cue="спустя",
        pattern=rf"{B}(?P<span>{_HEDGE}{_AMOUNT}\s+(?P<later>спустя))(?![а-я])",
        value=counted,
        finds=("[год спустя|XXXX]", "[Два месяца спустя|XXXX-XX] завод открыт"),
        skips=("спустя рукава",),
    ),
    Rule(
        id="date.last_units",
        cue="последн|прошедш|минувш|прошл|ближайш|следующ|предстоящ",
        pattern=(
            rf"{B}(?P<span>(?P<which>последн|прошедш|минувш|прошл|ближайш|следующ|предстоящ)(?:ие|их|ые|ых"
            rf"|ими)\s+(?:(?P<whole>{alternation(_WHOLES)})(?![а-я])|{COUNT}\s+{_UNIT}))(?!\s+назад)"
        ),
        value=last_units,
        finds=(
            "за [последние пять лет|XXXX]",
            "в [ближайшие три года|XXXX]",
            "за [последние 2 недели|XXXX-XX-XX]",
            "за [последние полгода|XXXX-XX]",
            "за [последние полтора года|XXXX-XX]",
        ),
        skips=("последние пять матчей",),
    ),
    Rule(
        id="date.year_before",
        cue="ранее|раньше|поздн|позж",
        pattern=(
            r"(?<![\w])(?P<span>(?P<unit>годом|месяцем|неделей|днем|кварталом)\s+(?P<side>ранее|раньше|позднее"
            r"|позже))(?![а-я])(?!\s+(?:обычн|срок|план|график))"
        ),
        value=year_before,
        finds=("чем [годом ранее|XXXX]", "[днём позже|XXXX-XX-XX]"),
        skips=("три года ранее", "неделей раньше обычного"),
    ),
    Rule(
        id="date.some_ago",
        cue="несколько|много",
        pattern=(
            r"(?<![\w])(?P<span>(?:(?P<ahead>через)\s+)?(?:несколько|много)\s+(?:лет|месяцев|недель|дней|часов|минут"
            r"|веков|десятилетий)(?(ahead)|\s+(?:тому\s+)?назад))(?![а-я])"
        ),
        value=many,
        finds=("[несколько лет назад|PAST_REF]", "[через несколько месяцев|FUTURE_REF]"),
        skips=("несколько лет работал",),
    ),
)
