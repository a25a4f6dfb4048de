"""Whatever date is written in whatever form comes back as itself; EDTF parses elsewhere; time grows with the text."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svodka.core import edtf
from svodka.core.spans import Span
from svodka.rules.dates import DATES, read
from svodka.rules.dates.words import MONTH_FORMS
from svodka.rules.numbers import ORDINALS, ordinal
from svodka.rules.resolve import resolve
from svodka.rules.rule import unmark

DAYS = st.dates(date(1800, 1, 1), date(2099, 12, 31))
GENITIVE = 1
DAY_WORDS = {
    value: next(form for form, number in ORDINALS.items() if number == value and form.endswith(("ого", "его")))
    for value in (*range(1, 21), 30)
}


def spelled(day: int) -> str:
    return (
        DAY_WORDS[day] if day in DAY_WORDS else f"{ {2: 'двадцать', 3: 'тридцать'}[day // 10] } {DAY_WORDS[day % 10]}"
    )


FORMS = {
    "words": lambda d: f"{d.day} {MONTH_FORMS[d.month][GENITIVE]} {d.year} года",
    "short year": lambda d: f"{d.day:02} {MONTH_FORMS[d.month][GENITIVE]} {d.year} г.",
    "quoted": lambda d: f"«{d.day:02}» {MONTH_FORMS[d.month][GENITIVE]} {d.year} года",
    "spelled": lambda d: f"{spelled(d.day)} {MONTH_FORMS[d.month][GENITIVE]} {d.year} года",
    "dotted": lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    "ordinal": lambda d: f"{d.day}-го {MONTH_FORMS[d.month][GENITIVE]} {d.year} года",
    "capitals": lambda d: f"{d.day} {MONTH_FORMS[d.month][GENITIVE]} {d.year} года".upper(),
    "no-break": lambda d: f"{d.day}\u00a0{MONTH_FORMS[d.month][GENITIVE]}\u00a0{d.year}\u00a0г.",
}


def values(text: str) -> list[str | None]:
    return [match.value.edtf for match in read(text)]


@pytest.mark.parametrize("form", FORMS)
@given(day=DAYS)
@settings(max_examples=40, deadline=None)
def test_a_day_comes_back_as_itself(form: str, day: date) -> None:
    assert values(f"Документ подписан {FORMS[form](day)}, утверждён.") == [day.isoformat()]


@given(day=st.dates(date(1950, 1, 1), date(2039, 12, 31)), case=st.integers(0, 4))
@settings(max_examples=60, deadline=None)
def test_a_month_of_a_year_comes_back_in_every_case(day: date, case: int) -> None:
    assert values(f"упомянут {MONTH_FORMS[day.month][case]} {day.year} года") == [f"{day.year}-{day.month:02}"]


@given(year=st.integers(1000, 2199), word=st.sampled_from(["год", "года", "году", "годом", "г."]))
@settings(max_examples=60, deadline=None)
def test_a_year_comes_back_as_itself(year: int, word: str) -> None:
    assert values(f"упомянут {year} {word}, вот") == [str(year)]


@given(first=DAYS, last=DAYS, dash=st.sampled_from([" – ", "–", " - ", " по "]))
@settings(max_examples=60, deadline=None)
def test_a_range_of_days_comes_back_as_itself(first: date, last: date, dash: str) -> None:
    first, last = sorted((first, last))
    text = f"с {FORMS['words'](first)}{dash}{FORMS['words'](last)}"
    expected = f"{first.isoformat()}/{last.isoformat()}"
    assert values(text) == [expected] if first < last else first == last


@given(
    years=st.tuples(st.integers(1900, 2100), st.integers(1900, 2100)), dash=st.sampled_from(["–", "-", " — ", " по "])
)
@settings(max_examples=60, deadline=None)
def test_a_range_of_years_comes_back_as_itself(years: tuple[int, int], dash: str) -> None:
    first, last = sorted(years)
    if first < last:
        assert values(f"с {first}{dash}{last} год") == [f"{first}/{last}"]


@given(day=st.integers(1, 31))
def test_ordinals_are_read_back(day: int) -> None:
    assert ordinal(spelled(day)) == day


def test_every_edtf_of_the_examples_parses_elsewhere() -> None:
    parser = pytest.importorskip("edtf")
    for value in sorted(settled()):
        if not (value.startswith(("XXXX", "../XXXX")) or ("T" in value and "/" in value)):
            parser.parse_edtf(value)  # a clock time of no day and a run of hours are the contract's, not EDTF's


def settled() -> set[str]:
    """Return the values of all examples of the tables, told on a leap day."""
    texts = [unmark(example)[0] for rule in DATES for example in rule.finds]
    found = [[(match.span, match.value) for match in read(text)] for text in texts]
    values = [value for dates in found for value in resolve(dates, [Span(0, 200)], "2024-02-29")]
    return {value.edtf for value in values if value is not None and value.edtf is not None}


def test_values_of_the_examples_are_valid() -> None:
    assert all(edtf.is_valid(value) for value in settled())


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", " ", "\n", "1.", "-", "– ", "1:", "г. ", "5 мая ", "2023 ", "2023 г. ", "с ", "в ", "двадцать ",
     "и 5, ", "№", "x", "iv", "5, 6, ", "за 9 месяцев ", "год назад ", "2023–", "до ", "тысяча ", "(", "+7 "],
)  # fmt: skip
def test_time_grows_with_the_text_and_not_faster(piece: str) -> None:
    """Ten times the text may take at most forty times as long: a square would take a hundred."""

    def spent(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.perf_counter()
        found = read(text)
        resolve([(match.span, match.value) for match in found], [Span(0, len(text))], "2024-02-29")
        return time.perf_counter() - start

    spent(1000)
    assert spent(40_000) < 40 * max(spent(4_000), 0.005)
