"""Russian numerals: generated paradigms, the patterns that find them, and the value they stand for.

One number lexer serves dates and figures. The patterns work on folded text (see ``rules.rule.fold``).
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from svodka.rules.forms import by_form, declined, first_words, whole_words


def _third(stem: str) -> tuple[str, ...]:
    """Decline a cardinal of the third declension (пять … двадцать, тридцать)."""
    return declined(stem, "ь", "и", "ью")


def _tens(first: str) -> tuple[str, ...]:
    """Decline пятьдесят … восемьдесят, in which both halves change."""
    return (f"{first}ьдесят", f"{first}идесяти", f"{first}ьюдесятью")


def _hundreds(first: str) -> tuple[str, ...]:
    """Decline пятьсот … девятьсот."""
    return (f"{first}ьсот", f"{first}исот", f"{first}истам", f"{first}ьюстами", f"{first}истах")


_CARDINAL_FORMS: dict[int, tuple[str, ...]] = {
    0: ("ноль", "нуль", *declined("нол", "я", "ю", "ем", "е"), *declined("нул", "я", "ю", "ем", "е")),
    1: declined("од", "ин", "на", "но", "ни", "ного", "ной", "ному", "ним", "ном", "ну", "них", "ними", "ною"),
    2: ("два", "две", "двух", "двум", "двумя", "двое", "двоих", "двоим", "двоими"),
    3: ("три", "трех", "трем", "тремя", "трое", "троих", "троим", "троими"),
    4: ("четыре", "четырех", "четырем", "четырьмя", "четверо", "четверых", "четверым", "четверыми"),
    5: (*_third("пят"), "пятеро", "пятерых"),
    6: (*_third("шест"), "шестеро", "шестерых"),
    7: (*_third("сем"), "семеро", "семерых"),
    8: ("восемь", "восьми", "восемью", "восьмью", "восьмеро", "восьмерых"),
    9: (*_third("девят"), "девятеро", "девятерых"),
    10: (*_third("десят"), "десятеро", "десятерых"),
    11: _third("одиннадцат"),
    12: _third("двенадцат"),
    13: _third("тринадцат"),
    14: _third("четырнадцат"),
    15: _third("пятнадцат"),
    16: _third("шестнадцат"),
    17: _third("семнадцат"),
    18: _third("восемнадцат"),
    19: _third("девятнадцат"),
    20: _third("двадцат"),
    30: _third("тридцат"),
    40: ("сорок", "сорока"),
    50: _tens("пят"),
    60: _tens("шест"),
    70: _tens("сем"),
    80: ("восемьдесят", "восьмидесяти", "восемьюдесятью", "восьмьюдесятью"),
    90: ("девяносто", "девяноста"),
    100: ("сто", "ста"),
    200: ("двести", "двухсот", "двумстам", "двумястами", "двухстах"),
    300: ("триста", "трехсот", "тремстам", "тремястами", "трехстах"),
    400: ("четыреста", "четырехсот", "четыремстам", "четырьмястами", "четырехстах"),
    500: _hundreds("пят"),
    600: _hundreds("шест"),
    700: _hundreds("сем"),
    800: ("восемьсот", "восьмисот", "восьмистам", "восемьюстами", "восьмистах"),
    900: _hundreds("девят"),
}
_NOUN_ENDINGS = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
_SCALE_FORMS: dict[int, tuple[str, ...]] = {
    1_000: (*declined("тысяч", "а", "и", "е", "у", "ей", "ью", "", "ам", "ами", "ах"), "тыс.", "тыс"),
    1_000_000: (*declined("миллион", *_NOUN_ENDINGS), "млн.", "млн"),
    1_000_000_000: (*declined("миллиард", *_NOUN_ENDINGS), "млрд.", "млрд"),
    1_000_000_000_000: (*declined("триллион", *_NOUN_ENDINGS), "трлн.", "трлн"),
    **{
        10**power: declined(f"{stem}иллион", *_NOUN_ENDINGS)
        for power, stem in ((15, "квадр"), (18, "квинт"), (21, "секст"), (24, "септ"))  # as far as 28 digits are exact
    },
}
_ADJECTIVE = ("ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ою", "ое", "ые", "ых", "ыми")
_STRESSED = ("ой", *_ADJECTIVE[1:])
_ORDINAL_FORMS: dict[int, tuple[str, ...]] = {
    0: declined("нулев", *_STRESSED),
    1: declined("перв", *_ADJECTIVE),
    2: declined("втор", *_STRESSED),
    3: (
        "третий",
        *declined("треть", "его", "ему", "им", "ем", "я", "ей", "ю", "ею", "е", "и", "их", "ими"),
    ),
    4: declined("четверт", *_ADJECTIVE),
    5: declined("пят", *_ADJECTIVE),
    6: declined("шест", *_STRESSED),
    7: declined("седьм", *_STRESSED),
    8: declined("восьм", *_STRESSED),
    9: declined("девят", *_ADJECTIVE),
    10: declined("десят", *_ADJECTIVE),
    11: declined("одиннадцат", *_ADJECTIVE),
    12: declined("двенадцат", *_ADJECTIVE),
    13: declined("тринадцат", *_ADJECTIVE),
    14: declined("четырнадцат", *_ADJECTIVE),
    15: declined("пятнадцат", *_ADJECTIVE),
    16: declined("шестнадцат", *_ADJECTIVE),
    17: declined("семнадцат", *_ADJECTIVE),
    18: declined("восемнадцат", *_ADJECTIVE),
    19: declined("девятнадцат", *_ADJECTIVE),
    20: declined("двадцат", *_ADJECTIVE),
    30: declined("тридцат", *_ADJECTIVE),
    40: declined("сороков", *_STRESSED),
    50: declined("пятидесят", *_ADJECTIVE),
    60: declined("шестидесят", *_ADJECTIVE),
    70: declined("семидесят", *_ADJECTIVE),
    80: declined("восьмидесят", *_ADJECTIVE),
    90: declined("девяност", *_ADJECTIVE),
    100: declined("сот", *_ADJECTIVE),
    **{
        value: declined(f"{stem}сот", *_ADJECTIVE)
        for value, stem in (
            (200, "двух"), (300, "трех"), (400, "четырех"), (500, "пяти"), (600, "шести"), (700, "семи"),
            (800, "восьми"), (900, "девяти"),
        )
    },
    **{
        value * 1000: declined(f"{stem}тысячн", *_ADJECTIVE)
        for value, stem in ((1, ""), (2, "двух"), (3, "трех"), (5, "пяти"), (10, "десяти"))
    },
}  # fmt: skip

CARDINALS = by_form(_CARDINAL_FORMS)
SCALES = by_form(_SCALE_FORMS)
ORDINALS = by_form(_ORDINAL_FORMS)
FRACTIONS = {"полтора": Decimal("1.5"), "полторы": Decimal("1.5"), "полутора": Decimal("1.5")}
# «сотня», «миллион» alone are numbers; «сотни», «миллионы» alone are not, but «две сотни» is.
COLLECTIVES = {
    **dict.fromkeys(declined("десят", "ок", "ка", "ку", "ком", "ке", "ков"), 10),
    **dict.fromkeys(declined("дюжин", "а", "ы", "у", "ой", ""), 12),
    **dict.fromkeys((*declined("сотн", "я", "ю", "ей", "е", "и", "ям", "ями"), "сотен"), 100),
}
HALVES = {
    **dict.fromkeys(("полусотни", "полусотней"), Decimal(50)), "полутысячи": Decimal(500),
    "полумиллиона": Decimal(500_000), "полумиллиарда": Decimal(500_000_000),
    "полсотни": Decimal(50), "полтысячи": Decimal(500), "полмиллиона": Decimal(500_000),
    "полмиллиарда": Decimal(500_000_000), "полтриллиона": Decimal(500_000_000_000),
}  # fmt: skip
_LONE = (
    *declined("тысяч", "а", "у", "ей"),
    *(f"{stem}{ending}" for stem in ("миллион", "миллиард", "триллион") for ending in ("", "а", "у", "ом", "е")),
    *declined("десят", "ок", "ка", "ку", "ком", "ке"), *declined("дюжин", "а", "у", "ой"),
    *declined("сотн", "я", "ю", "ей"),
)  # fmt: skip
_WHOLE = declined("цел", "ая", "ых", "ые", "ой", "ую", "ыми")
_PARTS = {
    form: value
    for stem, value in (
        ("десят", 10), ("сот", 100), ("тысячн", 1000), ("десятитысячн", 10_000), ("стотысячн", 100_000),
        ("миллионн", 1_000_000),
    )
    for form in declined(stem, "ая", "ых", "ые", "ой", "ую", "ым", "ыми")
}  # fmt: skip


DIGITS = (
    r"(?:\d{1,3}(?:[ ]\d{3}){1,5}(?:[,.]\d{1,9})?|\d{1,3}(?:\.\d{3}){2,5}(?:,\d{1,9})?"
    r"|\d{1,15}(?:[,.]\d{1,12})?|\.\d{1,12})"
    r"(?!\d|[.,]\d)"
)
SCALE = rf"(?:{whole_words(SCALES)})(?:(?<=\.)(?=[ ]?[а-яa-z$€₽–-])|(?<!\.)(?![а-я]))"  # «млн.руб.», «млн.» at an end
_WORD = rf"(?:{whole_words([*CARDINALS, *FRACTIONS, *HALVES])})(?![а-я])"
_MORE_WORD = rf"(?:{whole_words([*CARDINALS, *COLLECTIVES, *(form for form in SCALES if len(form) > 4)])})(?![а-я])"
_GENITIVE = ("более", "больше", "менее", "меньше", "свыше", "около", "порядка", "до", "от")
_AFTER_GENITIVE = "|".join(rf"(?<={word}\s)" for word in _GENITIVE)
_PART = rf"(?:{whole_words(_PARTS)})(?![а-я])"
SPELLED = (
    rf"(?:(?:{_WORD}|(?:{whole_words(_LONE)})(?![а-я])|(?:{_AFTER_GENITIVE})(?:тысячи|сотни|дюжины)(?![а-я]))"
    rf"(?:\s+(?:{_MORE_WORD}|с\s+половиной(?![а-я]))){{0,14}}(?!\s+(?:{_MORE_WORD}|с\s+половиной))"
    rf"(?:(?:\s+(?:{whole_words(_WHOLE)})(?:\s+{_WORD}){{1,6}})?\s+{_PART})?)"
)
SPELLED_OPENING = first_words([*CARDINALS, *FRACTIONS, *HALVES, *_LONE, "тысячи", "сотни", "дюжины"])
"""The words with which a number in words begins, as a cue."""
WORDS = rf"(?<![а-я-]){SPELLED}"
ROMAN = r"(?<![a-zа-я])[ivxlc]+(?![a-zа-я])"
ORDINAL_OPENING = first_words([*CARDINALS, *ORDINALS])
"""The words with which an ordinal begins, as a cue."""
CARDINAL = whole_words(CARDINALS)
SMALL = rf"(?:\d{{1,3}}|{CARDINAL})(?![\wа-я])"
ORDINAL_WORD = rf"(?<![а-я-])(?:(?:{CARDINAL})\s+)?(?:{whole_words(ORDINALS)})(?![а-я-])"
# «23-х», «5-ти» are cardinals, «13-ю» too unless a feminine accusative follows; without a hyphen «10м» is a measure.
_ORDINAL_ENDING = (
    r"(?:ы[йме]|ого|о[йме]|ому|а?я|и[йме]|его|е[йме]|ему|ья|ье|ью|й|е|го|му|м|ую|ю(?=\s+[а-я]+[уюь](?![а-я])))"
)
ORDINAL_DIGITS = rf"(?<![\d.,])\d{{1,4}}(?:-{_ORDINAL_ENDING}|(?:ый|ий|ой|ая|ья|ое|ье|ого|го|й|я|е))(?![а-я])"

_LOOKALIKES = {ord("х"): "x", ord("і"): "i"}
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def decimal(text: str) -> Decimal | None:
    """Read digits with Russian or international separators; two points or a point and a comma part thousands.

    Examples:
        >>> decimal("1 234,5"), decimal("2.5"), decimal(".81"), decimal("1.234.567,8")
        (Decimal('1234.5'), Decimal('2.5'), Decimal('0.81'), Decimal('1234567.8'))
    """
    text = text.replace(" ", "")
    if text.count(".") > 1 or ("." in text and "," in text):
        text = text.replace(".", "")
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None


def cardinal(text: str) -> Decimal | None:
    """Read a cardinal in words, folded: hundreds, tens and units add up, a scale word multiplies its group.

    Examples:
        >>> cardinal("два миллиона триста пятьдесят тысяч"), cardinal("полтора"), cardinal("три два")
        (Decimal('2350000'), Decimal('1.5'), None)
        >>> cardinal("два с половиной миллиона"), cardinal("пять целых две десятых"), cardinal("две сотни")
        (Decimal('2500000.0'), Decimal('5.2'), Decimal('200'))
    """
    words = text.split()
    if words and words[-1] in _PARTS:
        return _parts(words)
    total, group, last_scale = Decimal(0), list[str](), 10**28
    for word in words:
        if word not in SCALES:
            group.append(word)
            continue
        below = _below_scale(group)
        if below is None or SCALES[word] >= last_scale:
            return None
        total, group, last_scale = total + (below or 1) * SCALES[word], [], SCALES[word]
    below = _below_scale(group)
    return None if below is None else total + below


_ADDED: dict[str, Decimal] = {**FRACTIONS, **HALVES, "половиной": Decimal("0.5"), "с": Decimal(0)}


def _below_scale(words: list[str]) -> Decimal | None:
    """Add up what stands before a scale word: each cardinal must be smaller than the room that the one before left."""
    value, floor = Decimal(0), 1000
    for word in words:
        if word in COLLECTIVES:
            value, floor = (value or Decimal(1)) * COLLECTIVES[word], 1
        elif word in _ADDED:
            value += _ADDED[word]
        elif word in CARDINALS:
            number = CARDINALS[word]
            magnitude = 100 if number >= 100 else 10 if number >= 20 else 1
            if magnitude >= floor or (number >= 10 and floor <= 10):
                return None
            value, floor = value + number, magnitude
        else:
            return None
    return value


def _parts(words: list[str]) -> Decimal | None:
    """Read «пять целых две десятых», «девять сотых»."""
    at = next((index for index, word in enumerate(words) if word in _WHOLE), -1)
    whole = cardinal(" ".join(words[:at])) if at > 0 else Decimal(0)
    count = cardinal(" ".join(words[at + 1 : -1])) if words[at + 1 : -1] else None
    return None if whole is None or count is None else whole + count / _PARTS[words[-1]]


def number(text: str) -> Decimal | None:
    """Read a number written in digits or in words."""
    return decimal(text) if text[:1].isdigit() else cardinal(text)


def scale(text: str | None) -> int:
    """Return the multiplier of a scale word, one where there is none."""
    return SCALES[text] if text else 1


def roman(text: str) -> int | None:
    """Read a Roman numeral up to 399; ``None`` where the letters are no numeral.

    Examples:
        >>> roman("xxiv"), roman("ix"), roman("iiii"), roman("vx")
        (24, 9, None, None)
        >>> roman("хх")  # typed with Russian letters
        20
    """
    text = text.translate(_LOOKALIKES)
    if not re.fullmatch(r"c{0,3}(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})", text) or not text:
        return None
    values = [_ROMAN_DIGITS[letter] for letter in text]
    return sum(-value if value < max(values[i:]) else value for i, value in enumerate(values))


def ordinal(text: str) -> int | None:
    """Read an ordinal in words, in Roman or in Arabic digits with or without a Russian ending.

    Examples:
        >>> ordinal("двадцать пятого"), ordinal("xxiv"), ordinal("3-е"), ordinal("1-й")
        (25, 24, 3, 1)
        >>> ordinal("тысяча девятьсот девяносто первого"), ordinal("двухтысячный"), ordinal("двадцать десятый")
        (1991, 2000, None)
    """
    if digits := re.match(r"\d+", text):
        return int(digits[0])
    if text[:1].translate(_LOOKALIKES) in _ROMAN_DIGITS:
        return roman(text)
    *heads, last = text.split()
    if last not in ORDINALS:
        return None
    value = ORDINALS[last]
    before = cardinal(" ".join(heads))
    room = 10 if value < 10 else 100 if value < 100 else 1000
    return None if before is None or before % room else int(before) + value
