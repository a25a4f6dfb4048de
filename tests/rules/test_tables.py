"""Every row of every surface table finds its own examples and skips its counter-examples."""

from __future__ import annotations

from typing import Any

import pytest

from svodka.rules import figures
from svodka.rules.catalogue import TABLES
from svodka.rules.rule import Rule, fold, unmark

ROWS = [pytest.param(name, rule, id=rule.id) for name, table in TABLES.items() for rule in table.rows]


def shown(value: Any) -> str:
    return value.shown() if hasattr(value, "shown") else str(value)


def found_by(rule: Rule[Any], table: str, text: str) -> set[tuple[str, str]]:
    matches = figures.read(text) if table == "figures" else TABLES[table].search(fold(text))
    return {(text[m.span.start : m.span.end], shown(m.value)) for m in matches if m.rule == rule.id}


@pytest.mark.parametrize(("table", "rule"), ROWS)
def test_row_finds_its_own_examples(table: str, rule: Rule[Any]) -> None:
    assert rule.finds
    for example in rule.finds:
        text, expected = unmark(example)
        assert expected <= found_by(rule, table, text), example


@pytest.mark.parametrize(("table", "rule"), ROWS)
def test_row_skips_its_counter_examples(table: str, rule: Rule[Any]) -> None:
    for sentence in rule.skips:
        assert not found_by(rule, table, sentence), sentence


def test_ids_are_unique() -> None:
    ids = [rule.id for table in TABLES.values() for rule in table.rows]
    assert len(ids) == len(set(ids))
