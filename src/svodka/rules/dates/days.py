"""Days: of a month, in figures and words, in lists and ranges, with weekday and clock time."""

from __future__ import annotations

from dataclasses import replace

from svodka.rules.dates.reading import Reading, Shift
from svodka.rules.dates.words import (
    AFTER_DAY,
    ANY_MONTH,
    ANY_MONTH2,
    AT,
    BEFORE_DAY,
    CLOCK,
    DASH,
    DAY,
    DAY2,
    DAY_IN_WORDS,
    DAY_OPENING,
    MONTH_CUE,
    OPENING,
    RELATIVE,
    TAIL,
    B,
    G,
    Y,
    clock_of,
    day_of,
    is_day,
    month_of,
    pivot,
    weekday_of,
    year_of,
)
from svodka.rules.rule import Groups, Rule


def day(groups: Groups) -> Reading | None:
    """Read a day of a month, with or without its year and clock time."""
    year, shift = (pivot(groups["year2d"]), None) if "year2d" in groups else year_of(groups)
    month = int(groups["month"]) if groups["month"].isdigit() else month_of(groups["month"])
    number = day_of(groups)
    if number is None or not is_day(year, month, number):
        return None
    template, clock = f"{year}-{month:02}-{number:02}", clock_of(groups)
    return Reading(template + clock, "minute" if clock else "day", shift=shift, weekday=weekday_of(groups))


def days(groups: Groups) -> Reading | None:
    """Read two days of one month or of two months."""
    year, shift = year_of(groups)
    month2 = month_of(groups["month2"]) if "month2" in groups else int(groups["monthnumber"])
    month = month_of(groups["month"]) if "month" in groups else month2
    first, second = int(groups["day"]), int(groups["day2"])
    if not (is_day(year, month, first) and is_day(year, month2, second)) or (month, first) >= (month2, second):
        return None
    return Reading(f"{year}-{month:02}-{first:02}/{year}-{month2:02}-{second:02}", "day", shift=shift)


def night(groups: Groups) -> Reading | None:
    """Read «в ночь с 12 на 13 мая»."""
    both = days(groups)
    return replace(both, part="NI") if both else None


def span_of_days(groups: Groups) -> Reading | None:
    """Read «14.10. по 15.11.2018»."""
    year, _ = year_of(groups)
    first = (int(groups["monthnumber0"]), int(groups["day"]))
    last = (int(groups["monthnumber"]), int(groups["day2"]))
    if first >= last or not (is_day(year, *first) and is_day(year, *last)):
        return None
    return Reading(f"{year}-{first[0]:02}-{first[1]:02}/{year}-{last[0]:02}-{last[1]:02}", "day")


def open_days(groups: Groups) -> Reading | None:
    """Read «14.–15.10.», in which no year stands."""
    return span_of_days({"monthnumber0": groups["monthnumber"], **groups})


def listed_days(groups: Groups) -> Reading | None:
    """Read several days of one month: «19 и 20 ноября»."""
    year, shift = year_of(groups)
    month = month_of(groups["month"])
    numbers = [int("".join(filter(str.isdigit, part))) for part in groups["list"].replace(" и ", ",").split(",")]
    if not all(is_day(year, month, number) for number in numbers) or sorted(set(numbers)) != numbers:
        return None
    return Reading("{" + ",".join(f"{year}-{month:02}-{number:02}" for number in numbers) + "}", "day", shift=shift)


def day_of_relative_month(groups: Groups) -> Reading | None:
    """Read «20-го числа следующего месяца»; without the month it is the anchor's."""
    number = day_of(groups)
    if number is None or not 1 <= number <= 31:
        return None
    count = RELATIVE[groups["relative"]] if "relative" in groups else 0
    return Reading(f"XXXX-XX-{number:02}", "day", shift=Shift("month", count))


def day_numbers(groups: Groups) -> Reading | None:
    """Read «с 11 по 15 число» of the anchor's month."""
    first, last = int(groups["day"]), int(groups["day2"])
    if not 1 <= first < last <= 31:
        return None
    return Reading(f"XXXX-XX-{first:02}/XXXX-XX-{last:02}", "day", shift=Shift("month", 0))


_NUMBER = r"(?P<day>\d{1,2})(?:-?(?:го|е|му|ом))?"
_NUMBER2 = r"(?P<day2>\d{1,2})(?:-?(?:го|е|му|ом))?"
_ITEM = r"[«\"]?(?:0?[1-9]|[12]\d|3[01])(?:-?го|-?е)?[»\"]?"

DAYS: tuple[Rule[Reading], ...] = (
    Rule(
        id="date.day_month",
        cue=MONTH_CUE,
        opening=DAY_OPENING,
        pattern=(
            rf"{OPENING}(?P<span>{BEFORE_DAY}?{DAY}[\s/-]\s*{ANY_MONTH}(?:{TAIL}"
            rf"|[-/](?P<year2>\d{{4}}))?{AFTER_DAY}?{AT}?)"
        ),
        value=lambda groups: day({**groups, "year": groups["year2"]} if "year2" in groups else groups),
        finds=(
            "подписано [15 марта 2024 г.|2024-03-15]",
            "[9 января текущего года|XXXX-01-09] подписан план",
            "по итогам подписанного [24 ноября|XXXX-11-24] соглашения",
            "работают с [1 апреля 2020 года|2020-04-01]",
            "от [«03» июня 2019 года|2019-06-03] № 14",
            "в [пятницу, 13 октября 2023 года|2023-10-13], прошло",
            "[29 мая, четверг|XXXX-05-29]",
            "принят [13 авг. 2005 г.|2005-08-13]",
            "родился [7 мая 95 г.|1995-05-07]",
            "начнётся [18 февраля в 17:49|XXXX-02-18T17:49:00]",
            "открытие [14 мая 2025 г. в 11 часов|2025-05-14T11:00:00]",
        ),
        skips=("31 февраля 2024 года", "115 марта", "на улице 8-й Мартовской", "5 машин"),
    ),
    Rule(
        id="date.clock_day",
        cue=r"\d[:.]\d|\d\s?ч",
        pattern=rf"{OPENING}(?P<span>{CLOCK}\s+{DAY}\s+{ANY_MONTH}{TAIL}?)",
        value=day,
        finds=("приём заявок до [18.00 26 мая|XXXX-05-26T18:00:00]", "с [12 часов 18 сентября|XXXX-09-18T12:00:00]"),
        skips=("18.00 в зале",),
    ),
    Rule(
        id="date.day_words",
        cue="перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят|дцат",
        opening=r"\bперв|\bвтор|\bтрет|\bчетв|\bпят|\bшест|\bседьм|\bвосьм|\bдевят|\bдесят|дцат",
        pattern=rf"{B}(?P<span>{DAY_IN_WORDS}\s+{ANY_MONTH}{TAIL}?)",
        value=day,
        finds=(
            "[третьего августа тысяча девятьсот девяносто первого года|1991-08-03]",
            "к [двадцать четвёртому февраля|XXXX-02-24]",
            "[первого мая 2023 года|2023-05-01]",
        ),
        skips=("третья августейшая особа", "тридцать второе мая"),
    ),
    Rule(
        id="date.days",
        cue=r"\d[^\d.]{0,16}(?:[–-]|\sпо\s|\sдо\s)\s*[«\"“]?\d",
        pattern=rf"{OPENING}(?P<span>{DAY}(?:\s+{ANY_MONTH})?(?:{DASH}|\s+по\s+|\s+до\s+){DAY2}\s+{ANY_MONTH2}{TAIL}?)",
        value=days,
        finds=(
            "С [14 по 16 сентября|XXXX-09-14/XXXX-09-16] с визитом",
            "пройдёт [20–22 мая 2022 года|2022-05-20/2022-05-22]",
            "с [28 июня по 2 июля 2023 г.|2023-06-28/2023-07-02] в Минске",
        ),
        skips=("22–20 мая 2022 года", "с 3 по 5 место"),
    ),
    Rule(
        id="date.night",
        cue="ночь",
        pattern=rf"(?<![\w])ночь\s+с\s+(?P<span>{DAY}(?:\s+{ANY_MONTH})?\s+на\s+{DAY2}\s+{ANY_MONTH2}{TAIL}?)",
        value=night,
        finds=(
            "в ночь с [12 на 13 мая|XXXX-05-12/XXXX-05-13]",
            "в ночь с [31 мая на 1 июня 2023 года|2023-05-31/2023-06-01]",
        ),
        skips=("перенесён с 12 на 13 мая", "в ночь с 13 на 12 мая"),
    ),
    Rule(
        id="date.between_days",
        cue="между",
        pattern=rf"(?<![\w])между\s+(?P<span>{DAY}(?:\s+{ANY_MONTH})?\s+и\s+{DAY2}\s+{ANY_MONTH2}{TAIL}?)",
        value=days,
        finds=("между [5 и 17 июня|XXXX-06-05/XXXX-06-17]",),
        skips=("между 5 и 17 участниками",),
    ),
    Rule(
        id="date.day_list",
        cue=r"\d(?:-?го|-?е)?[»\"]?(?:,\s*|\s+и\s+)[«\"]?\d",
        pattern=(
            rf"{OPENING}(?P<span>(?P<list>{_ITEM}(?:,\s*{_ITEM}){{0,6}}\s+и\s+{_ITEM}"
            rf"|{_ITEM}(?:,\s*{_ITEM}){{1,6}})\s+{ANY_MONTH}{TAIL}?)"
        ),
        value=listed_days,
        finds=(
            "[14 и 15 сентября 2023 года|{2023-09-14,2023-09-15}]",
            "занятия [3, 5 и 7 июня|{XXXX-06-03,XXXX-06-05,XXXX-06-07}]",
        ),
        skips=("15 и 14 сентября", "3, 5 и 7 мест"),
    ),
    Rule(
        id="date.numeric",
        cue=r"\d[./]\s?\d|\d\.\s?[–/-]",
        pattern=(
            rf"(?<![\d.,/-])(?P<span>{BEFORE_DAY}?(?P<day>0?[1-9]|[12]\d|3[01])\.\s?(?P<month>0?[1-9]|1[0-2])\.\s?"
            rf"(?:{Y}|(?P<year2d>\d\d)(?![\d.,]\d|\d))(?!\.\d)(?:{G}|\s*года)?{AT}?)"
        ),
        value=day,
        finds=(
            "[19.09.2023 16:42|2023-09-19T16:42:00] О визите",
            "от [03.02.2021|2021-02-03] № 5",
            "от [17.01.12 г.|2012-01-17]",
        ),
        skips=("версия 1.12.2023.4", "31.02.2023", "п. 3.14.15.92"),
    ),
    Rule(
        id="date.numeric_days",
        cue=r"\d[./]\s?\d|\d\.\s?[–/-]",
        pattern=(
            rf"(?<![\d.,/-])(?P<span>(?P<day>0?[1-9]|[12]\d|3[01])\.?(?:{DASH}|\s*/\s*|\s+по\s+)(?P<day2>0?[1-9]"
            rf"|[12]\d|3[01])\."
            rf"(?P<monthnumber>0[1-9]|1[0-2])\.(?:{Y}|(?P<short>\d\d)(?!\d))(?:{G}|\s*года)?)"
        ),
        value=days,
        finds=("[14.–15.10.2018|2018-10-14/2018-10-15]", "семинар [12-14.03.2024 г.|2024-03-12/2024-03-14]"),
        skips=("10–10.12", "15–14.10.2018"),
    ),
    Rule(
        id="date.numeric_days_open",
        cue=r"\d[./]\s?\d|\d\.\s?[–/-]",
        pattern=(
            r"(?<![\d.,/-])(?P<span>(?P<day>0?[1-9]|[12]\d|3[01])(?:\.(?P<monthnumber0>0[1-9]"
            r"|1[0-2]))?(?:\.\s*[–/-]\s*|\s*[–/-]\s*(?=\d\d?\.\d\d\.))"
            r"(?P<day2>0?[1-9]|[12]\d|3[01])\.(?P<monthnumber>0[1-9]|1[0-2])(?:\.(?!\d)|(?![\d.])))"
        ),
        value=open_days,
        finds=("[14.–15.10.|XXXX-10-14/XXXX-10-15]", "[14.10. – 02.11.|XXXX-10-14/XXXX-11-02]"),
        skips=("10.1 – 10.12", "14–15.10 т"),
    ),
    Rule(
        id="date.numeric_span",
        cue=r"\d[./]\s?\d|\d\.\s?[–/-]",
        pattern=(
            rf"(?<![\d.,/-])(?:с\s+)?(?P<span>(?P<day>\d?\d)\.(?P<monthnumber0>0[1-9]|1[0-2])\.?(?:{DASH}"
            rf"|\s+по\s+)(?P<day2>\d?\d)\."
            rf"(?P<monthnumber>0[1-9]|1[0-2])\.(?:{Y}|(?P<short>\d\d)(?!\d))(?:{G}|\s*года)?)"
        ),
        value=span_of_days,
        finds=("с [14.10. по 15.11.2018|2018-10-14/2018-11-15]", "[01.06–31.08.2024|2024-06-01/2024-08-31]"),
        skips=("10.10 – 10.12",),
    ),
    Rule(
        id="date.slashed",
        cue=r"\d[./]\s?\d|\d\.\s?[–/-]",
        pattern=rf"(?<![\d./])(?P<span>(?P<day>0[1-9]|[12]\d|3[01])/(?P<month>0[1-9]|1[0-2])/{Y})(?![\d/])",
        value=day,
        finds=("дата: [14/02/2023|2023-02-14]",),
        skips=("14/32/2023",),
    ),
    Rule(
        id="date.iso",
        cue=r"\d-\d\d-\d",
        pattern=(
            rf"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\d-]){AT}?"
        ),
        value=day,
        finds=("опубликовано [2024-03-20|2024-03-20]", "[2017-02-28 18:49|2017-02-28T18:49:00]"),
        skips=("тел. 2024-03-20-11",),
    ),
    Rule(
        id="date.day_number",
        cue="числ",
        pattern=(
            rf"{OPENING}(?:(?<=к\s)|(?!\S+\s+числу))(?P<span>(?:{_NUMBER}|{DAY_IN_WORDS})\s+числ(?:а|у)"
            rf"(?:\s+(?P<relative>прошл|текущ|эт|следующ|будущ)(?:ого|его)\s+месяца)?)(?![а-я])(?!\s+кажд)"
        ),
        value=day_of_relative_month,
        finds=(
            "До [20-го числа следующего месяца|XXXX-XX-20]",
            "до [15 числа|XXXX-XX-15] подать отчёт",
            "к [15-му числу|XXXX-XX-15]",
        ),
        skips=("из числа сотрудников", "45 числа", "до 10 числа каждого месяца", "5 числам", "равно 5 числу"),
    ),
    Rule(
        id="date.day_numbers",
        cue="числ",
        pattern=rf"{OPENING}(?P<span>{_NUMBER}(?:{DASH}|\s+(?:по|до)\s+){_NUMBER2}\s+числ(?:а|о))(?![а-я])(?!\s+кажд)",
        value=day_numbers,
        finds=("с [11 по 15 число|XXXX-XX-11/XXXX-XX-15]", "[20–25 числа|XXXX-XX-20/XXXX-XX-25]"),
        skips=("с 15 по 11 число", "с 1 по 5 число каждого месяца"),
    ),
)
