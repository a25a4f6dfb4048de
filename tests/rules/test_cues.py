"""A row that is tried around its cue finds what it finds in the whole text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from svodka.rules.cues import Cues
from svodka.rules.rule import Rule, fold, matches, unmark
from tests.rules.test_tables import ROWS, TABLES
from tests.texts import PROJECT

TEXTS = [fold(path.read_text(encoding="utf-8")) for path in sorted((PROJECT / "corpus").glob("*/*.txt"))]
EXAMPLES = ". ".join(fold(unmark(text)[0]) for table in TABLES.values() for rule in table.rows for text in rule.finds)


@pytest.mark.parametrize(("table", "rule"), ROWS)
def test_a_cue_loses_nothing(table: str, rule: Rule[Any]) -> None:
    for text in [*TEXTS, EXAMPLES]:
        around, everywhere = matches(rule, text), matches(replace(rule, cue="", opening=""), text)
        assert [match.span for match in around] == [match.span for match in everywhere]


@pytest.mark.parametrize(
    ("cue", "text", "found"),
    [
        ("год", "за полгода", True),
        (r"\bгод", "за полгода", False),
        (r"\bгод\b", "за год", True),
        (r"\bгод\b", "за годы", False),
        (r"кв\.", "2 кв. м", True),
        (r"\d\s?г", "1995 г.", True),
        (r"\d\s?г", "век, г.", False),
        ("а|б", "в", False),
        ("ма[йя]", "с мая", True),
        ("раза?", "в раз", True),
        (r"\bраза?\b", "в разы", False),
        ("e?[en]n", "einen", True),
        ("", "в", True),
    ],
)
def test_a_cue_is_found(cue: str, text: str, found: bool) -> None:
    assert bool(Cues((cue,)).places(text).windows(cue)) == found


def test_a_row_is_tried_from_openings_with_a_cue_ahead_in_reach() -> None:
    number = r"(?<!\d)(?=\d)"
    places = Cues(("руб", number)).places("5 штук за 12 руб. и 7 штук" + " " * 100 + "8 штук")
    assert [start for start, _ in places.tries("руб", number)] == [0, 10]
    assert len([*places.tries("", number)]) == 4
