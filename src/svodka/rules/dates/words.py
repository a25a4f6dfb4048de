"""The words of the calendar, declined, and the patterns that the tables of dates share.

A group name may stand once in a pattern; a second month, day or year has a name ending in 2.
"""

from __future__ import annotations

import calendar

from svodka.rules.dates.reading import Shift, Unit
from svodka.rules.forms import alternation, by_form, declined, first_words, whole_words
from svodka.rules.numbers import CARDINAL, CARDINALS, FRACTIONS, ordinal
from svodka.rules.rule import Groups, spaced

_SOFT = ("ь", "я", "ю", "ем", "е")
_HARD = ("", "а", "у", "ом", "е")
MONTH_FORMS: dict[int, tuple[str, ...]] = {
    1: declined("январ", *_SOFT),
    2: declined("феврал", *_SOFT),
    3: declined("март", *_HARD),
    4: declined("апрел", *_SOFT),
    5: declined("ма", "й", "я", "ю", "ем", "е"),
    6: declined("июн", *_SOFT),
    7: declined("июл", *_SOFT),
    8: declined("август", *_HARD),
    9: declined("сентябр", *_SOFT),
    10: declined("октябр", *_SOFT),
    11: declined("ноябр", *_SOFT),
    12: declined("декабр", *_SOFT),
}
_MONTH_SHORT: dict[int, tuple[str, ...]] = {
    1: ("янв", "ян"), 2: ("фев", "февр"), 3: ("мар",), 4: ("апр",), 6: ("июн",), 7: ("июл",), 8: ("авг",),
    9: ("сен", "сент"), 10: ("окт",), 11: ("ноя", "нояб"), 12: ("дек",),
}  # fmt: skip
MONTHS = by_form(MONTH_FORMS)
_ALL_MONTHS = MONTHS | by_form(_MONTH_SHORT)
SEASONS = by_form({
    21: declined("весн", "а", "ы", "е", "у", "ой", "ою"),
    22: declined("лет", "о", "а", "у", "ом", "е"),
    23: declined("осен", "ь", "и", "ью"),
    24: declined("зим", "а", "ы", "е", "у", "ой", "ою"),
})  # fmt: skip
WEEKDAYS = by_form({
    1: declined("понедельник", *_HARD), 2: declined("вторник", *_HARD), 3: declined("сред", "а", "ы", "е", "у", "ой"),
    4: declined("четверг", *_HARD), 5: declined("пятниц", "а", "ы", "е", "у", "ей"),
    6: declined("суббот", "а", "ы", "е", "у", "ой"), 7: (*declined("воскресень", "е", "я", "ю", "ем"), "воскресение"),
})  # fmt: skip
_WEEKDAY_SHORT = by_form({
    1: ("пн", "пнд", "понед"), 2: ("вт", "втр"), 3: ("ср", "срд"), 4: ("чт", "чтв"), 5: ("пт", "птн"),
    6: ("сб", "сбт"), 7: ("вс", "вск"),
})  # fmt: skip
_ALL_WEEKDAYS = {**WEEKDAYS, **_WEEKDAY_SHORT}
WEEKDAYS_PLURAL = by_form({
    1: declined("понедельник", "ам", "и"), 2: declined("вторник", "ам", "и"), 3: declined("сред", "ам", "ы"),
    4: declined("четверг", "ам", "и"), 5: declined("пятниц", "ам", "ы"), 6: declined("суббот", "ам", "ы"),
    7: declined("воскресень", "ям", "я"),
})  # fmt: skip

_UNITS: dict[Unit, tuple[str, ...]] = {
    "second": (*declined("секунд", "а", "ы", "у", "", "ам", "ах", "ами"), "сек.", "сек"),
    "minute": (*declined("минут", "а", "ы", "у", "", "ам", "ах", "ами"), "мин.", "мин",
               *declined("минутк", "а", "и", "у"), "минуток", *declined("минуточ", "ка", "ки", "ку", "ек")),
    "hour": (*declined("час", "", "а", "ов", "у", "ом", "е", "ы", "ам", "ах", "ами"), "ч.", "ч",
             *declined("часик", "", "а", "ов"), *declined("часоч", "ек", "ка", "ков")),
    "day": ("день", "дня", "дню", "днем", "дне", "дни", "дней", "дням", "днях", "днями",
            *declined("сут", "ки", "ок", "кам", "ках", "ками")),
    "week": declined("недел", "я", "и", "е", "ю", "ей", "ь", "ям", "ях", "ями"),
    "month": (*declined("месяц", "", "а", "у", "ем", "е", "ы", "ев", "ам", "ах", "ами"), "мес."),
    "quarter": (*declined("квартал", "", "а", "у", "ом", "е", "ы", "ов", "ам", "ах", "ами"), "кв."),
    "half": declined("полугоди", "е", "я", "ю", "ем", "и", "й", "ям", "ях", "ями"),
    "year": (*declined("год", "", "а", "у", "ом", "е", "ы", "ов", "ам", "ах", "ами"),
             *declined("лет", "", "ам", "ах", "ами")),
    "decade": declined("десятилети", "е", "я", "ю", "ем", "и", "й", "ям", "ях", "ями"),
    "century": (*declined("столети", "е", "я", "ю", "ем", "и", "й", "ям", "ях", "ями"),
                *declined("век", "", "а", "у", "ом", "е", "и", "ов", "ам", "ах", "ами")),
}  # fmt: skip
UNITS: dict[str, Unit] = {form: unit for unit, forms in _UNITS.items() for form in forms}

UNIT_CUE = "|".join(rf"\b{form.rstrip('.')}\b" for form in UNITS if len(form) > 2)

# Adjectives that place a period before, at or after the anchor date, by their stems.
RELATIVE = {
    "позапрошл": -2, "прошл": -1, "минувш": -1, "предыдущ": -1, "прошедш": -1, "истекш": -1, "прошлогодн": -1,
    "текущ": 0, "нынешн": 0, "эт": 0, "настоящ": 0, "следующ": 1, "будущ": 1, "предстоящ": 1, "наступающ": 1,
    "грядущ": 1,
}  # fmt: skip
RELATIVE_CUE = "|".join(rf"\b{stem}" for stem in RELATIVE)
_ENDING = r"(?:его|ем|ий|ого|ом|от|ый|ому|ему|ым|им|ей|ой|ую|юю|ая|яя|а|у|ие|ые|их|ых|и|е|ее|ое|о)"
ADJECTIVE = rf"(?!прошл[аои]\s)(?P<relative>{alternation(RELATIVE)}){_ENDING}"

B = r"(?<![\w-])"
E = r"(?![\w-])"
YEAR_WORD = r"(?:год(?:|а|у|ом|е|ы|ов|ам|ах|ами)(?![а-я])|гг?\.|гг?(?![а-я.]))"
G = rf"(?:\s*{YEAR_WORD})"
OPENING = r"(?<![\w.,:/№-])"
_YEAR_NUMBER = r"(?:1\d\d\d|20\d\d|21\d\d)(?!\d)"
YEAR_ORDINAL = r"(?:-?(?:го|ом|му|м|й|е))"
Y = rf"(?P<year>{_YEAR_NUMBER})"
Y2 = rf"(?P<year2>{_YEAR_NUMBER})"
YEAR_IN_WORDS = (
    r"(?P<yearword>(?:тысяч[аиу]|две\s+тысячи|двух(?:тысячн)[а-я]+)(?:\s+(?!год)[а-я]{3,14}){0,4})(?=\s+год)"
)
RELATIVE_YEAR = (
    rf"(?:{ADJECTIVE}(?:\s+же)?\s+(?:года|году|годом|год|г\.)(?![а-я])"
    r"|(?P<same>того|том|тот|тому|тем)\s+же\s+(?:года|году|годом|год)(?![а-я])|(?P<current>[тс]\.\s?г\.))"
)
ERA = r"(?:\s+(?P<era>до\s+н\.?\s?э\.|до\s+нашей\s+эры|н\.\s?э\.|нашей\s+эры))"
TAIL = (
    rf"(?:[\s,]\s*(?:в\s+)?(?:{Y}{YEAR_ORDINAL}?{G}?(?![\d-])|(?P<short>\d\d){YEAR_ORDINAL}?{G}"
    rf"|{YEAR_IN_WORDS}\s+{YEAR_WORD}|{RELATIVE_YEAR}))"
)
MONTH_CUE = first_words(_ALL_MONTHS)
MONTH = rf"(?P<month>{alternation(MONTHS)})(?![а-я])"
_ANY_MONTH = alternation(_ALL_MONTHS)
_STOP = rf"(?:(?:{'|'.join(f'(?<={form})' for forms in _MONTH_SHORT.values() for form in forms)})\.)?"
ANY_MONTH = rf"(?P<month>{_ANY_MONTH})(?![а-я]){_STOP}"
ANY_MONTH2 = rf"(?P<month2>{_ANY_MONTH})(?![а-я]){_STOP}"
_DAY_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
DAY_ENDING = r"(?:\s?-?\s?(?:[огме]{1,3}|ое)(?![а-я]))"
DAY = rf"[«\"“]?(?P<day>{_DAY_NUMBER})(?!\d){DAY_ENDING}?[»\"”]?"
DAY_OPENING = rf"{OPENING}(?=[«\"“]?\d)|{first_words(_ALL_WEEKDAYS)}"
DAY2 = rf"[«\"“]?(?P<day2>{_DAY_NUMBER})(?!\d){DAY_ENDING}?[»\"”]?"
_ORDINAL_NET = r"(?:перв|втор|трет|четв|пят|шест|седьм|восьм|девят|десят|[а-я]{3,8}надцат|двадцат|тридцат)[а-я]{2,6}"
DAY_IN_WORDS = rf"(?P<dayword>(?:(?:двадцать|тридцать)\s+)?{_ORDINAL_NET})"
ORDER = rf"(?P<order>[ivxх]+(?![a-zа-я])|\d{{1,2}}(?!\d)(?:-?[а-я]{{1,3}}(?![а-я]))?|{_ORDINAL_NET}(?![а-я]))"
WEEKDAY = rf"(?P<weekday>{alternation(WEEKDAYS)})(?![а-я])"
_ANY_WEEKDAY = rf"{alternation(WEEKDAYS)}|{alternation(_WEEKDAY_SHORT)}"
BEFORE_DAY = rf"(?:(?P<dayname>{_ANY_WEEKDAY})(?![а-я])\.?,?\s+)"
AFTER_DAY = rf"(?:(?:,\s+(?:в\s+)?|\s*\()(?P<dayname2>{_ANY_WEEKDAY})(?![а-я])\.?\)?)"
DASH = r"\s*[–-]\s*"
_ZONES = {
    "мск": "+03:00", "msk": "+03:00", "по москве": "+03:00", "по минску": "+03:00", "utc": "Z", "gmt": "Z",
    "по московскому времени": "+03:00", "по минскому времени": "+03:00", "московского времени": "+03:00",
    "минского времени": "+03:00", "время московское": "+03:00",
}  # fmt: skip
ZONE = rf"(?:\s*\(?(?P<zone>{alternation(_ZONES)})(?![а-яa-z])\)?)"
CLOCK = (
    r"(?:(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d)(?!\d)(?::(?P<second>[0-5]\d)(?!\d))?(?:\s*час(?:ов|а))?"
    r"|\s*(?:час(?:ов|а)?|ч\.?)(?![а-я])(?:\s*(?P<minute2>[0-5]?\d)\s*мин(?:ут[аы]?|\.)?(?![а-я]))?)"
    r"|(?P<onehour>час)(?=\s+(?:дня|ночи)(?![а-я])))"
    r"(?P<half>\s+(?:утра|дня|вечера|ночи|пополудни|после\s+полудня))?(?![\w])"
    rf"{ZONE}?"
)
AT = (
    rf"(?:[ ]{{1,3}}(?:в[ ])?{CLOCK}|t(?P<isohour>[01]\d|2[0-3]):(?P<isominute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?:z"
    rf"|[+-]\d\d:?\d\d)?)"
)
COUNT = (
    rf"(?P<count>\d{{1,4}}(?:[.,]\d{{1,2}})?(?![\d.,]\d)"
    rf"|(?:{whole_words([*CARDINALS, *FRACTIONS])})(?![а-я])(?:\s+(?:{CARDINAL})(?![а-я])){{0,3}})"
)

COUNT_OPENING = rf"(?<!\w)(?=\d)|{first_words([*CARDINALS, *FRACTIONS])}"


def pivot(digits: str) -> str:
    """Return the four digits of a year written with two: up to 39 in this century, else in the last one.

    Examples:
        >>> pivot("24"), pivot("95")
        ('2024', '1995')
    """
    return f"{'20' if int(digits) < 40 else '19'}{digits}"


def year_of(groups: Groups) -> tuple[str, Shift | None]:
    """Return the year's template and how to fill it."""
    if "year" in groups:
        return groups["year"], None
    if "short" in groups:
        return pivot(groups["short"]), None
    if "yearword" in groups:
        value = ordinal(spaced(groups["yearword"]))
        return (f"{value:04}" if value else "XXXX"), None
    if "same" in groups:
        return "XXXX", Shift("year", 0, "antecedent")
    if "relative" in groups:
        return "XXXX", Shift("year", RELATIVE[groups["relative"]])
    if "current" in groups:
        return "XXXX", Shift("year", 0)
    return "XXXX", None


def month_of(name: str) -> int:
    """Return the number of a month by any of its forms or short forms."""
    return _ALL_MONTHS[name]


def weekday_of(groups: Groups) -> int:
    """Return the day of the week that stands beside a day (Monday is 1), 0 where none does."""
    name = groups.get("dayname") or groups.get("dayname2")
    return _ALL_WEEKDAYS[name] if name else 0


def day_of(groups: Groups) -> int | None:
    """Return the day of a month, in digits or in words."""
    return int(groups["day"]) if "day" in groups else ordinal(spaced(groups["dayword"]))


def is_day(year: str, month: int, day: int) -> bool:
    """Tell whether the month has such a day; an open year may be a leap year."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(int(year) if year.isdigit() else 2024, month)[1]


def clock_of(groups: Groups) -> str:
    """Return ``THH:MM:00`` of a clock time, the half of the day applied; an empty string where there is none."""
    if "isohour" in groups:
        return f"T{groups['isohour']}:{groups['isominute']}:00"
    if not {"hour", "onehour"} & set(groups):
        return ""
    hour, half = int(groups.get("hour", "1")), groups.get("half", "").strip()
    if half[:3] in ("дня", "веч", "поп", "пос") and hour < 12:
        hour += 12
    elif half == "ночи" and hour == 12:
        hour = 0
    minute = groups.get("minute") or groups.get("minute2") or "00"
    zone = _ZONES[spaced(groups["zone"])] if "zone" in groups else ""
    return f"T{hour:02}:{int(minute):02}:{groups.get('second', '00')}{zone}"
