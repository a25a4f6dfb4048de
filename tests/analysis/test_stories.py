"""Stories: what is told twice is one event, what only resembles it is another."""

from __future__ import annotations

import pytest

import svodka
from svodka.analysis.entities import cooperation, presences
from svodka.analysis.stories import stories

pytestmark = pytest.mark.models

VISIT = "Делегация Брянской области посетила Гомель 20 мая 2022 года."
AGAIN = "20 мая 2022 г. Гомель посетила делегация Брянской области. Состоялись переговоры."
LATER = "Делегация Брянской области посетила Гомель 21 мая 2022 года."
UNDATED = "Делегация Брянской области посетила Гомель."


def told(*texts: str) -> list[int]:
    found = stories([svodka.extract(text) for text in texts])
    return [len(story.tellings) for story in found if story.tellings[0].event.type == "VISIT"]


def test_the_same_visit_in_two_documents_is_one_story() -> None:
    assert told(VISIT, AGAIN) == [2]


def test_another_day_is_another_story() -> None:
    assert told(VISIT, LATER) == [1, 1]


def test_what_has_no_date_is_linked_to_nothing() -> None:
    assert told(VISIT, UNDATED) == [1, 1]


def test_regions_that_act_together_are_counted_both_ways() -> None:
    record = svodka.extract("Гомельская область сотрудничает с Брянской областью.")
    regions, pairs = cooperation([record])
    assert {key.iso for key in regions} == {"BY-HO", "RU-BRY"}
    assert {tuple(key.iso for key in pair) for pair in pairs} == {("BY-HO", "RU-BRY"), ("RU-BRY", "BY-HO")}


def test_an_entity_is_one_over_documents() -> None:
    found = presences([svodka.extract(VISIT), svodka.extract(LATER)])
    bryansk = next(p for p in found if p.key.iso == "RU-BRY" and p.kind == "region")
    assert (bryansk.documents, bryansk.mentions) == (2, 2)
    assert {event.type for _, event, _ in bryansk.events} == {"VISIT"}
