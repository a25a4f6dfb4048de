"""Whatever number is written in whatever form comes back as itself; units convert back; time grows with the text."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svodka.core.values import plain
from svodka.rules.figures import FIGURES, TRAPS, read
from svodka.rules.figures.amounts import amount
from svodka.rules.figures.units import UNITS, convert, unit_of
from svodka.rules.numbers import CARDINALS, ordinal
from svodka.rules.rule import fold, unmark

WHOLE = st.integers(0, 999_999_999)
DECIMALS = st.decimals(0, 9_999_999, places=2).map(lambda value: value.normalize())
BLANKS = {"space": " ", "no-break": "\u00a0", "narrow": "\u202f", "thin": "\u2009"}
UNITS_WORDS = ("", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять")
FEMININE = {1: "одна", 2: "две"}
TEENS = tuple(
    next(form for form, value in CARDINALS.items() if value == number and form.endswith("ь"))
    for number in range(10, 20)
)
TENS = ("", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто")
HUNDREDS = ("", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот")
SCALES = (
    ("", "", ""),
    ("тысяча", "тысячи", "тысяч"),
    ("миллион", "миллиона", "миллионов"),
    ("миллиард", "миллиарда", "миллиардов"),
)


def comma(value: Decimal) -> str:
    return plain(value).replace(".", ",")


def grouped(value: Decimal, blank: str) -> str:
    whole, _, part = plain(value).partition(".")
    return f"{int(whole):,}".replace(",", blank) + (f",{part}" if part else "")


def below_thousand(number: int, feminine: bool = False) -> list[str]:
    tens, ones = divmod(number % 100, 10)
    words = [HUNDREDS[number // 100], TEENS[ones] if tens == 1 else TENS[tens]]
    words.append("" if tens == 1 else FEMININE.get(ones, UNITS_WORDS[ones]) if feminine else UNITS_WORDS[ones])
    return [word for word in words if word]


def spelled(number: int) -> str:
    """Write a whole number in words, in the nominative."""
    words: list[str] = []
    for power in (3, 2, 1, 0):
        group = number // 1000**power % 1000
        if group:
            words += below_thousand(group, feminine=power == 1)
            form = 2 if group % 100 in range(11, 15) else {1: 0, 2: 1, 3: 1, 4: 1}.get(group % 10, 2)
            words += [SCALES[power][form]] if power else []
    return " ".join(words) or "ноль"


FORMS = {
    "comma": comma,
    **{f"grouped by {name}": lambda value, blank=blank: grouped(value, blank) for name, blank in BLANKS.items()},
    "thousands": lambda value: f"{comma(value / 1000)} тыс.",
    "millions": lambda value: f"{comma(value / 10**6)} млн",
    "milliards": lambda value: f"{comma(value / 10**9)} миллиарда",
}


def values(text: str) -> list[str | None]:
    return [match.value.value.value for match in read(text)]


@pytest.mark.parametrize("form", FORMS)
@given(value=DECIMALS)
@settings(max_examples=60, deadline=None)
def test_a_decimal_comes_back_as_itself(form: str, value: Decimal) -> None:
    assert values(f"Завод получил {FORMS[form](value)} рублей, вот.") == [plain(value)]


@given(
    value=DECIMALS,
    unit=st.sampled_from(["тонн", "кв. м", "кВт·ч", "км", "га", "процентов", "%", "долларов США", "Гкал"]),
)
@settings(max_examples=120, deadline=None)
def test_a_decimal_comes_back_under_every_unit(value: Decimal, unit: str) -> None:
    assert values(f"составило {comma(value)} {unit}, вот") == [plain(value)]


@given(number=st.integers(1, 999_999_999_999))
@settings(max_examples=150, deadline=None)
def test_a_number_in_words_comes_back_as_itself(number: int) -> None:
    read_back = amount(fold(spelled(number)))
    assert read_back is not None
    assert read_back[0] == number
    assert values(f"выделено {spelled(number)} рублей") == [str(number)]


@given(millions=st.integers(1, 999), thousands=st.integers(1, 999))
@settings(max_examples=60, deadline=None)
def test_compound_scales_add_up(millions: int, thousands: int) -> None:
    assert values(f"{millions} млн {thousands} тыс. рублей") == [str(millions * 10**6 + thousands * 1000)]


@given(low=st.integers(1, 400), step=st.integers(1, 400), join=st.sampled_from(["–", "-", " – ", " до "]))
@settings(max_examples=80, deadline=None)
def test_a_range_shares_scale_and_unit(low: int, step: int, join: str) -> None:
    (match,) = read(f"от {low}{join}{low + step} млн рублей")
    assert (match.value.value.low, match.value.value.high) == (f"{low}000000", f"{low + step}000000")


@given(number=WHOLE)
@settings(max_examples=60, deadline=None)
def test_ordinals_in_digits_are_read_back(number: int) -> None:
    assert ordinal(f"{number}-го") == number


@given(value=st.decimals(0, 10**6, places=3), data=st.data())
@settings(max_examples=150, deadline=None)
def test_conversions_of_units_round_trip(value: Decimal, data: st.DataObject) -> None:
    unit = data.draw(st.sampled_from(UNITS))
    other = data.draw(st.sampled_from([each for each in UNITS if each.dimension == unit.dimension]))
    back = convert(convert(value, unit.symbol, other.symbol), other.symbol, unit.symbol)
    assert abs(back - value) <= Decimal("1e-18") * max(value, 1)


def test_units_of_different_dimensions_do_not_convert() -> None:
    with pytest.raises(ValueError, match="t measures mass"):
        convert(Decimal(1), "t", "km")


@pytest.mark.parametrize(
    ("text", "symbol"),
    [("т", "t"), ("центнера с гектара", "dt/ha"), ("кв.м", "m2"), ("куб. метров", "m3"), ("млн", None), ("teu", "TEU")],
)
def test_units_are_known_by_their_forms(text: str, symbol: str | None) -> None:
    unit = unit_of(text)
    assert (unit.symbol if unit else None) == symbol


def test_the_tables_have_enough_examples_of_every_kind() -> None:
    phrases = [shown.split()[0] for rule in FIGURES for example in rule.finds for _, shown in unmark(example)[1]]
    traps = [quote for rule in TRAPS for example in rule.finds for quote in unmark(example)[1]]
    assert len(phrases) >= 200
    assert len(traps) >= 80
    assert len(set(phrases)) == 14


@pytest.mark.parametrize("example", [example for rule in TRAPS for example in rule.finds])
def test_no_quantity_is_read_in_a_trap(example: str) -> None:
    text, quotes = unmark(example)
    bounds = [(text.index(quote), text.index(quote) + len(quote)) for quote, _ in quotes]
    assert not [m for m in read(text) for start, end in bounds if m.span.start < end and m.span.end > start]


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", " ", "\n", "1.", "1,", "-", "– ", "1:", "5 % ", "5 млн ", "2023 ", "тыс. ", "с ", "двадцать ",
    "и 5, ", "№", "x",
     "iv ", "5, 6, ", "более ", "до ", "тысяча ", "(", "+7 ", "первый ", "111 222 ", "1 млн 2 тыс. ", "рублей 5 ",
     "ул. ",
     "с половиной ", "вырос ", "матч ", "срок ", "первый, ", "ст. ", "а-1", "п. 5 "],
)  # fmt: skip
def test_time_grows_with_the_text_and_not_faster(piece: str) -> None:
    """Ten times the text may take at most forty times as long: a square would take a hundred."""

    def spent(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.perf_counter()
        read(text)
        return time.perf_counter() - start

    spent(1000)
    assert spent(40_000) < 40 * max(spent(4_000), 0.005)
