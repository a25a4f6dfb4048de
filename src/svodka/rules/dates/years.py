"""Years, decades, centuries, and what runs over several of them."""

from __future__ import annotations

from dataclasses import replace

from svodka.rules.dates.reading import Reading, Shift
from svodka.rules.dates.words import (
    DASH,
    ERA,
    RELATIVE_CUE,
    RELATIVE_YEAR,
    Y2,
    YEAR_IN_WORDS,
    YEAR_ORDINAL,
    YEAR_WORD,
    B,
    E,
    G,
    Y,
    pivot,
    year_of,
)
from svodka.rules.forms import alternation, first_words
from svodka.rules.numbers import ordinal
from svodka.rules.rule import Groups, Rule, spaced


def year(groups: Groups) -> Reading | None:
    """Read a year, named or relative; one before the common era is counted astronomically (44 BC is -0043)."""
    if "early" in groups:
        value = int(groups["early"])
        return Reading(f"-{value - 1:04}" if groups.get("era", "").startswith("до") else f"{value:04}", "year")
    template, shift = year_of(groups)
    return Reading(template, "year", shift=shift) if template != "XXXX" or shift else None


def years(groups: Groups) -> Reading | None:
    """Read a run of years; the last one may be short («2023–24 годы»)."""
    first = groups.get("year") or pivot(groups["short"])
    last = groups.get("year2") or first[:2] + groups["short2"]
    return Reading(f"{first}/{last}", "year") if first < last else None


def listed_years(groups: Groups) -> Reading | None:
    """Read several years: «в 2009 и 2013 годах»."""
    values = [part.strip() for part in groups["list"].replace(" и ", ",").replace("\n", " ").split(",")]
    return Reading("{" + ",".join(values) + "}", "year") if sorted(set(values)) == values else None


def decade(groups: Groups) -> Reading | None:
    """Read a decade; without its century it is one of the last century, and a low one in digits may be of this."""
    digits = groups.get("decade", "")
    if len(digits) == 4:
        return Reading(f"{digits[:-1]}X", "decade")
    if groups.get("decadeword") in _ZEROS:
        return Reading("200X", "decade")
    ten = int(digits[0]) if digits else _TENS_OF[groups["decadeword"]]
    if "order" in groups:
        hundred = _century(groups["order"], "")
        return Reading(f"{hundred[:2]}{ten}X", "decade") if hundred else None
    doubtful = ten < 3 and bool(digits) and "past" not in groups
    return Reading(f"19{ten}X", "decade", alternatives=(f"20{ten}X",) if doubtful else ())


def century(groups: Groups) -> Reading | None:
    """Read a century, or two, by their numbers."""
    points = [_century(groups[name], groups.get("era", "")) for name in ("first", "order") if name in groups]
    if any(point is None for point in points):
        return None
    return Reading("/".join(point for point in points if point), "century")


def _century(text: str, era: str) -> str | None:
    count = ordinal(spaced(text))
    if not count or count > 25:
        return None
    return f"{'-' if era.startswith('до') else ''}{count - 1:02}XX"


def relative_century(groups: Groups) -> Reading:
    """Read «прошлого века»."""
    return Reading("XXXX", "century", shift=Shift("century", -1 if groups["which"].startswith("прошл") else 0))


_TENS = ("двадцат", "тридцат", "сороков", "пятидесят", "шестидесят", "семидесят", "восьмидесят", "девяност")
_ENDINGS = ("ые", "ых", "ым", "ыми")
_TENS_OF = {f"{stem}{ending}": ten for ten, stem in enumerate(_TENS, 2) for ending in _ENDINGS}
_ZEROS = {f"нулев{ending}" for ending in _ENDINGS}
_CENTURY_WORD = r"(?:век(?:а|е|у|ом|ов|ах|и)?|столети(?:е|я|и|ю|ем|й|ях)|вв?\.)"
_CENTURY = (
    r"(?:[ivxх]{1,7}|\d{1,2}(?:-?(?:й|го|м|ом|е))?|(?:двадцать\s+)?(?:перв|втор|трет|четв|пят|шест|седьм|восьм|девят|десят|"
    r"[а-я]{3,8}надцат|двадцат)[а-я]{2,3})"
)

_OF_CENTURY = rf"(?:\s+(?:(?P<past>прошлого|минувшего)|(?P<order>{_CENTURY}))\s+(?:века|столетия|в\.)(?![а-я]))"

YEARS: tuple[Rule[Reading], ...] = (
    Rule(
        id="date.year",
        cue=r"\d{4}",
        opening=r"(?<![а-я])год(?=\s)|(?<!\d)(?=\d{4})",
        pattern=rf"(?<![\d.,№/-])(?P<span>(?:(?<![а-я])год\s+)?{Y}(?!-?[ех]\s*(?:гг|год[ыоа])){YEAR_ORDINAL}?{G}(?:\s*н\.\s?э\.)?)",
        value=year,
        finds=(
            "С [2009 года|2009] за министром закреплена",
            "к [2030 году|2030]",
            "По итогам [2022 года|2022] рост",
            "в Договоре [1995 г.|1995]",
            "в [2009-й год|2009]",
            "в [1147 году|1147]",
            "из всех выгод [2023 года|2023] главная",
        ),
        skips=("2023 человека", "в 2550 году", "2023 города", "в 1990-е гг.", "с 1980-х годов"),
    ),
    Rule(
        id="date.year_ordinal",
        cue=r"\d{4}-[гмй]",
        pattern=rf"(?<![\d.,№/-])(?P<span>{Y}-(?:го|м|му|й(?=\s*(?:[.,;:)»–]|$))))(?![\w-])(?!\s*{YEAR_WORD})",
        value=year,
        finds=("в [2020-м|2020] он был отменён", "к уровню [2019-го|2019]."),
        skips=("2000-й посетитель",),
    ),
    Rule(
        id="date.year_words",
        cue="тысяч",
        pattern=rf"{B}(?P<span>{YEAR_IN_WORDS}\s+{YEAR_WORD})",
        value=year,
        finds=(
            "в [тысяча девятьсот сорок пятом году|1945]",
            "до [две тысячи тридцатого года|2030]",
            "в [двухтысячном году|2000]",
        ),
        skips=("тысяча рублей в год",),
    ),
    Rule(
        id="date.early_year",
        cue=r"до\s+н|н\.\s?э|нашей",
        pattern=rf"(?<![\d.,№/-])(?P<span>(?P<early>\d{{1,4}})(?:-?м)?\s+(?:году|года|г\.){ERA})",
        value=year,
        finds=("в [44 году до н. э.|-0043]", "в [988 году н. э.|0988]"),
        skips=("350 годовых колец", "44 года до новой эпохи"),
    ),
    Rule(
        id="date.three_digit_year",
        cue=r"\d\s+году",
        pattern=r"(?<![\w])в\s+(?P<span>(?P<early>[3-9]\d\d)\s+году)(?![а-я])",
        value=year,
        finds=("в [862 году|0862]",),
        skips=("862 года назад",),
    ),
    Rule(
        id="date.bare_year",
        cue=r"\d{4}",
        pattern=(
            r"(?=[12]\d)(?:(?<=\sв\s)|(?<=\sк\s)|(?<=\sдо\s)|(?<=\sс\s)|(?<=\sна\s)|(?<=\sза\s)|(?<=\sпосле\s)|(?<=©\s)|(?<=^в\s))"
            r"(?P<span>(?P<year>19[5-9]\d|20[0-4]\d))(?=\s*(?:[.,;)]\D|[.,;)]?\s*$|–\s*[а-я])|\s+(?:оао|ооо|ао|пао|зао|гу)\b)"
        ),
        value=year,
        finds=("на уровне, достигнутом в [2021|2021].", "все права защищены © [2024|2024] ООО «Ромашка»"),
        skips=("в 2021 организации,", "цена до 2000 руб."),
    ),
    Rule(
        id="date.year_from",
        cue=r"\d{4}\s+(?:на|или)\s+\d",
        pattern=rf"(?<![\d.,№/-])(?P<span>{Y})(?=\s+(?:на|или)\s+{Y2}{G})",
        value=year,
        finds=("отложен с [2024|2024] на 2026 год",),
        skips=("с 2024 на 2026 место",),
    ),
    Rule(
        id="date.relative_year",
        cue=rf"{RELATIVE_CUE}|\bже\b|\.\s?г\.",
        opening=rf"{RELATIVE_CUE}|\bтого\b|\bтом\b|\bтот\b|\bтому\b|\bтем\b|[тс]\.(?=\s?г)",
        pattern=rf"{B}(?P<span>{RELATIVE_YEAR})",
        value=year,
        finds=(
            "В [прошлом году|XXXX] состоялся визит",
            "в [текущем году|XXXX]",
            "до конца [т.г.|XXXX]",
            "в [позапрошлом году|XXXX]",
            "[тот же год|XXXX]",
        ),
        skips=("в прошлом веке", "этого города"),
    ),
    Rule(
        id="date.years",
        cue=r"\d{4}\s*(?:[–/-]|г|по|до)",
        pattern=(
            rf"(?<![\d.,№/-])(?P<span>{Y}(?:{DASH}|\s*/\s*|{G}?\s*(?:по|до)\s+)(?:{Y2}{YEAR_ORDINAL}?|(?P<short2>\d\d)(?!\d)){G})"
        ),
        value=years,
        finds=(
            "план на [2023–2026 годы|2023/2026]",
            "на [2023-2025 годы|2023/2025]",
            "с [2015 по 2020 год|2015/2020]",
            "с [2015 г. по 2020 г.|2015/2020]",
            "в [2023–24 годах|2023/2024]",
        ),
        skips=("2026–2023 годы",),
    ),
    Rule(
        id="date.between_years",
        cue="между",
        pattern=rf"(?<![\w])между\s+(?P<span>{Y}\s+и\s+{Y2}{G})",
        value=years,
        finds=("между [2010 и 2015 годами|2010/2015]",),
        skips=("между 2010 и 2015 метрами",),
    ),
    Rule(
        id="date.bare_years",
        cue=r"\d{4}",
        pattern=r"(?<![\w.,№/–-])(?P<span>(?P<year>1[89]\d\d|20\d\d)[–-](?P<year2>1[89]\d\d|20\d\d))(?=\s*(?:[.,;:)»]|$)|\s+(?:оао|ооо|ао|пао|зао|гу)\b)",
        value=years,
        finds=("© [2003–2024|2003/2024] ОАО «Магистраль»", "памятник воинам ([1941–1945|1941/1945])"),
        skips=("тел. 2003–2024–11", "арт. 1900–2000-К"),
    ),
    Rule(
        id="date.bare_span",
        cue=r"\d{4}",
        pattern=r"(?<![\w])с\s+(?P<span>(?P<year>19\d\d|20\d\d)\s+по\s+(?P<year2>19\d\d|20\d\d))(?=\s*(?:[.,;)]|$))",
        value=years,
        finds=("с [1999 по 2012|1999/2012]",),
        skips=("с 1999 по 2012 номер",),
    ),
    Rule(
        id="date.year_list",
        cue=r"\d{4}(?:,\s*|\s+и\s+)\d{4}",
        pattern=(
            r"(?<![\d.,№/-])(?P<span>(?P<list>(?:1[89]|20)\d\d(?:,\s*(?:1[89]|20)\d\d){0,6}\s+и\s+(?:1[89]|20)\d\d)\s*(?:годах|годы|годов|годам|гг\.))"
        ),
        value=listed_years,
        finds=("в [2009 и 2013 годах|{2009,2013}]", "в [2019, 2020 и 2022 годах|{2019,2020,2022}]"),
        skips=("2013 и 2009 годы",),
    ),
    Rule(
        id="date.decade",
        cue=r"\d0-?[ехым]",
        pattern=(
            rf"(?<![\d.,-])(?:(?P<span>(?P<decade>(?:18|19|20)\d0)-?(?:е|х|ые|ых|м|ми)(?![а-я]){G}?"
            rf"|(?P<decade2>[1-9]0)-?(?:е|х|ые|ых)(?![а-я])(?:{G}?{_OF_CENTURY}|{G}|(?=\s*(?:[.,;)]|$))))"
            rf"|(?:начал[оаеу]|середин[аыеу]|кон(?:ец|ца|це|цу)|рубеже?)\s+(?P<span2>(?P<decade3>[1-9]0)-?х(?![а-я])(?!\s+(?:год|век|столет|прошл|[ivxх]))))"
        ),
        value=lambda groups: decade(
            {**groups, "decade": groups.get("decade") or groups.get("decade2") or groups["decade3"]}
        ),
        finds=(
            "в [1990-е годы|199X]",
            "с [60-х годов|196X]",
            "в конце [1980-х|198X] строили",
            "в [90-е|199X].",
            "в начале [90-х|199X] спад",
            "в середине [80-х годов прошлого столетия|198X]",
            "в [20-е годы XX века|192X] и [20-е годы XXI века|202X]",
            "в [1990-е гг.|199X]",
        ),
        skips=("40-й год", "30-е место"),
    ),
    Rule(
        id="date.decade_words",
        cue="год",
        opening=first_words([*_TENS_OF, *_ZEROS]),
        pattern=(
            rf"{B}(?P<span>(?P<decadeword>{alternation([*_TENS_OF, *_ZEROS])})"
            rf"\s+год(?:ы|ов|ах|ам|ами)(?![а-я]){_OF_CENTURY}?)"
        ),
        value=decade,
        finds=(
            "в [девяностые годы|199X]",
            "начало [семидесятых годов|197X]",
            "в [нулевые годы|200X]",
            "в [двадцатых годах прошлого века|192X]",
        ),
        skips=("девяностый год",),
    ),
    Rule(
        id="date.century",
        cue=r"век|столет|вв\.|[ivxх]\s+в\.|\d\s+в\.",
        pattern=(
            rf"{B}(?P<span>(?:(?P<first>{_CENTURY})(?:{DASH}|\s+и\s+))?(?P<order>{_CENTURY})\s+{_CENTURY_WORD}(?![а-я]){ERA}?)"
        ),
        value=century,
        finds=(
            "в [XXI веке|20XX]",
            "начала [XX столетия|19XX]",
            "в [XVIII–XIX веках|17XX/18XX]",
            "[19-й век|18XX]",
            "в [третьем веке до н. э.|-02XX]",
            "[ХХ век|19XX]",
            "памятник конца [XIX в.|18XX]",
        ),
        skips=("прошлый век", "пять веков"),
    ),
    Rule(
        id="date.relative_century",
        cue="век|столет",
        pattern=rf"{B}(?P<span>(?P<which>прошл(?:ого|ом|ый)|нынешн(?:его|ем|ий)|эт(?:ого|ом|от))\s+(?:век(?:а|е)?|столети(?:я|и|е))){E}",
        value=relative_century,
        finds=("в начале [прошлого века|XXXX]",),
        skips=("прошлого вечера",),
    ),
)


def qualified(reading: Reading, sign: str) -> Reading:
    """Return the reading with an EDTF qualifier: ``~`` approximate, ``?`` doubtful."""
    edtf = reading.edtf or ""
    return (
        reading if not edtf or edtf[-1] in "~?}" or "/" in edtf or "T" in edtf else replace(reading, edtf=edtf + sign)
    )
