from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svodka.core import edtf


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023", ("2023-01-01", "2023-12-31")),
        ("2022-05-20", ("2022-05-20", "2022-05-20")),
        ("2022-01/2022-11", ("2022-01-01", "2022-11-30")),
        ("2009/..", ("2009-01-01", None)),
        ("../2030", (None, "2030-12-31")),
        ("../2023-05", (None, "2023-05-31")),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("19XX", ("1900-01-01", "1999-12-31")),
        ("2022-33", ("2022-01-01", "2022-03-31")),
        ("2022-36", ("2022-10-01", "2022-12-31")),
        ("2022-40", ("2022-01-01", "2022-06-30")),
        ("2022-41", ("2022-07-01", "2022-12-31")),
        ("2022-22", ("2022-06-01", "2022-08-31")),
        ("2023-24", ("2023-12-01", "2024-02-29")),
        ("1910~", ("1910-01-01", "1910-12-31")),
        ("2025-10?", ("2025-10-01", "2025-10-31")),
        ("{2025,2026}", ("2025-01-01", "2026-12-31")),
        ("{2020..2022,2026}", ("2020-01-01", "2026-12-31")),
        ("XXXX-04-02", (None, None)),
        ("XXXX-XX-XXT18:20:00", (None, None)),
        ("2025-09/2026-08", ("2025-09-01", "2026-08-31")),
        ("2025-05-29T09:00:00/2025-05-29T10:00:00", ("2025-05-29", "2025-05-29")),
        ("2024-02-XX", ("2024-02-01", "2024-02-29")),
    ],
)
def test_bounds_are_the_first_and_the_last_day(value, expected):
    assert edtf.bounds(value) == expected
    assert edtf.is_valid(value)


def test_an_open_interval_leaves_out_its_named_period_where_the_text_says_before_or_after():
    assert edtf.bounds("2022/..", "AFTER") == ("2023-01-01", None)
    assert edtf.bounds("../2017", "BEFORE") == (None, "2016-12-31")
    assert edtf.bounds("../2024-03", "BEFORE") == (None, "2024-02-29")
    assert edtf.bounds("2024-08-20/..", "ON_OR_AFTER") == ("2024-08-20", None)


@pytest.mark.parametrize(
    "value",
    ["", "..", "/", "../..", "2022-13", "2022-00", "2023-02-29", "XXXX-02-30", "2022-31-01", "20",
     "2022/2021", "2022-05-20T25:00", "2022-05T10:00", "{2022", "{}", "2024-W44", "P2Y", "вчера",
     "2022-33-01", "2020/2021/2022", "0000"],
)  # fmt: skip
def test_what_is_no_time_is_refused(value):
    assert not edtf.is_valid(value)
    with pytest.raises(ValueError):  # noqa: PT011
        edtf.bounds(value)


@given(st.dates(min_value=date(1000, 1, 1)), st.dates(min_value=date(1000, 1, 1)))
def test_an_interval_has_the_bounds_of_its_ends(one, other):
    start, end = min(one, other), max(one, other)
    assert edtf.bounds(f"{start}/{end}") == (start.isoformat(), end.isoformat())
    assert edtf.grain(f"{start}/{end}") == "day"
    assert edtf.timex_value(start.isoformat()) == start.isoformat()


@pytest.mark.parametrize(
    ("value", "timex", "grain"),
    [
        ("2022-33", "2022-Q1", "quarter"),
        ("2022-41", "2022-H2", "half"),
        ("../2024-22", "2024-SU", "season"),
        ("199X", "199X", "decade"),
        ("18XX", "18", "century"),
        ("1910~", "1910", "year"),
        ("XXXX-05", "XXXX-05", "month"),
        ("XXXX-XX-XXT18:20:00", "T18:20", "minute"),
        ("2025-05-26T18:00:30", "2025-05-26T18:00:30", "second"),
        ("2009/..", "2009", "year"),
        ("2003/2024", "2003/2024", "year"),
    ],
)
def test_timex_value_and_grain_follow_from_edtf(value, timex, grain):
    assert edtf.timex_value(value) == timex
    assert edtf.grain(value) == grain


def test_approximation_becomes_a_modifier():
    assert edtf.timex_mod("1910~") == "APPROX"
    assert edtf.timex_mod("1910") is None
    assert edtf.timex_type("XXXX-XX-XXT18:20:00") == "TIME"
