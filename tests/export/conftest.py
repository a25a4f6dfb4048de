"""Gold records of the corpus, and one with an emoji, a form feed and cells that a spreadsheet would run."""

from __future__ import annotations

import pytest

import svodka
from svodka.core.records import Record
from tests.texts import PROJECT

HOSTILE = "🚜 Делегация посетила Минск 15 марта 2024 года.\x0cФорум «=cmd» пройдёт в Гомеле 20 апреля 2024 года."


@pytest.fixture(scope="session")
def records() -> tuple[Record, ...]:
    files = sorted((PROJECT / "corpus" / "gold").glob("*.json"))
    gold = [Record.from_json(file.read_text("utf-8")) for file in files]
    found = svodka.extract(HOSTILE, anchor_date="2024-03-20")
    source = found.source.model_copy(update={"path": "=HYPERLINK(0).txt", "title": "+7 (000)"})
    return (*gold, found.model_copy(update={"source": source}))
