"""Lines of a page: every row takes its own examples as whole lines, and no sentence that speaks of the same thing."""

from __future__ import annotations

import pytest

from svodka.rules.boilerplate import BOILERPLATE, boilerplate, rule_of
from svodka.rules.rule import Rule, fold, unmark


@pytest.mark.parametrize("row", BOILERPLATE, ids=lambda row: row.id)
def test_a_row_takes_its_examples_and_skips_the_others(row: Rule[bool]) -> None:
    assert all(rule_of(fold(unmark(example)[0])) == row.id for example in row.finds)
    assert not any(rule_of(fold(example)) for example in row.skips)


def test_a_release_keeps_its_lines() -> None:
    text = "Поделиться\n\nПоделиться опытом приехали гости.\n\n16+\n\n16 предприятий\n\nПресс-служба: 8 (495) 123-45-67"
    assert [text[slice(*span)] for span in boilerplate(text)] == [
        "Поделиться",
        "16+",
        "Пресс-служба: 8 (495) 123-45-67",
    ]


def test_a_long_line_of_digits_takes_no_time() -> None:
    assert not boilerplate("тел " + "8 1-" * 70 + "ы")
    assert not boilerplate("8" * 290 + "ы")
