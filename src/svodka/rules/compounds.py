"""Numbers as the first part of a compound word: «двадцатитонный», «семилетняя», «двухмиллионный», «трёхсотлетие»."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from svodka.rules.forms import alternation
from svodka.rules.numbers import cardinal, ordinal

_FORMS: dict[str, Decimal | int] = {
    "одно": 1, "двух": 2, "дву": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "девяти": 9,
    "десяти": 10, "одиннадцати": 11, "двенадцати": 12, "тринадцати": 13, "четырнадцати": 14, "пятнадцати": 15,
    "шестнадцати": 16, "семнадцати": 17, "восемнадцати": 18, "девятнадцати": 19, "двадцати": 20, "тридцати": 30,
    "сорока": 40, "пятидесяти": 50, "шестидесяти": 60, "семидесяти": 70, "восьмидесяти": 80, "девяносто": 90,
    "сто": 100, "двухсот": 200, "трехсот": 300, "четырехсот": 400, "пятисот": 500, "шестисот": 600, "семисот": 700,
    "восьмисот": 800, "девятисот": 900, "тысяче": 1000, "полутора": Decimal("1.5"),
}  # fmt: skip
COMPOUND = rf"(?:{alternation(_FORMS)}){{1,4}}"
_PIECE = re.compile(alternation(_FORMS))
_THOUSANDTH = re.compile(r"(?P<prefix>[а-я]*?)(?P<scale>тысячн|миллионн|миллиардн)(?:[ыо][ймехг][а-я]{0,2}|ая|ую)")
_SCALES = {"тысячн": 10**3, "миллионн": 10**6, "миллиардн": 10**9}


def compound(text: str) -> Decimal | None:
    """Read the number that a compound word begins with, folded; parts must fall in size.

    Examples:
        >>> compound("двадцатипяти"), compound("полутора"), compound("пятидвадцати")
        (Decimal('25'), Decimal('1.5'), None)
    """
    pieces = [_FORMS[piece] for piece in _PIECE.findall(text)]
    falling = all(a > b and (a >= 100 or (a >= 20 and b < 10)) for a, b in pairwise(pieces))
    return Decimal(sum(pieces)) if pieces and falling and _PIECE.sub("", text) == "" else None


def thousandth(text: str) -> int | None:
    """Read an ordinal of thousands, millions, milliards in one word.

    Examples:
        >>> thousandth("двадцатиоднотысячный"), thousandth("миллионная"), thousandth("тысячник")
        (21000, 1000000, None)
    """
    found = _THOUSANDTH.fullmatch(text)
    if found is None:
        return None
    count = compound(found["prefix"]) if found["prefix"] else Decimal(1)
    return None if count is None else int(count * _SCALES[found["scale"]])


def any_ordinal(text: str) -> int | None:
    """Read an ordinal, those of thousands and more in one word included.

    Examples:
        >>> any_ordinal("двадцать пятого"), any_ordinal("миллионный"), any_ordinal("пять миллионов стотысячный")
        (25, 1000000, 5100000)
    """
    *heads, last = text.split()
    large = thousandth(last)
    if large is None:
        return ordinal(text)
    before = cardinal(" ".join(heads))
    return None if before is None or before % 1_000_000 else int(before) + large
