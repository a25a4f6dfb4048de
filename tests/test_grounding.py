"""Every value stands in the source: a check that knows nothing of the offset map."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

import svodka
from svodka.core.errors import EmptySourceError
from svodka.core.records import Record, schema
from tests.texts import LARGE_SEED, SMALL_SEED

pytestmark = pytest.mark.models


@lru_cache(maxsize=2)
def seed_record(path: Path) -> Record:
    return svodka.extract(svodka.read(path))


def quotes(record: dict[str, Any]) -> Iterator[tuple[str, list[list[int]]]]:
    """Yield every quoted text of a record with its spans."""
    for entity in record["entities"]:
        yield from ((mention["text"], mention["spans"]) for mention in entity["mentions"])
    for item in (*record["dates"], *record["figures"]):
        yield item["text"], item["spans"]
    for event in record["events"]:
        yield event["trigger"]["text"], event["trigger"]["spans"]
        yield from ((role["text"], role["spans"]) for role in event["roles"] if role["text"] is not None)


def bare(text: str) -> str:
    """Return the letters and digits of a text without reference marks: what no cleaning may change."""
    return "".join(filter(str.isalnum, re.sub(r"\[\d[\d,;\s–-]*\]", "", text)))


@pytest.mark.parametrize("seed", [LARGE_SEED, SMALL_SEED], ids=["large", "small"])
def test_every_quote_stands_at_its_spans(seed: Path) -> None:
    record = json.loads(seed_record(seed).to_json())
    found = list(quotes(record))
    assert len(found) > 50
    for text, spans in found:
        pieces = [record["text"][start:end] for start, end in spans]
        assert bare("".join(pieces)) == bare(text)
        assert text == " ".join(text.split())
        assert all(piece == piece.strip() for piece in pieces)


@pytest.mark.parametrize("seed", [LARGE_SEED, SMALL_SEED], ids=["large", "small"])
def test_unbroken_quotes_are_quoted_exactly(seed: Path) -> None:
    record = json.loads(seed_record(seed).to_json())
    for text, spans in quotes(record):
        piece = " ".join(record["text"][start:end] for start, end in spans)
        if "\n" not in piece and "-" not in piece and "[" not in piece and "  " not in piece:
            assert piece == text


@pytest.mark.parametrize("seed", [LARGE_SEED, SMALL_SEED], ids=["large", "small"])
def test_records_validate_against_the_schema(seed: Path) -> None:
    jsonschema.validate(json.loads(seed_record(seed).to_json()), schema())


@pytest.mark.parametrize("seed", [LARGE_SEED, SMALL_SEED], ids=["large", "small"])
def test_references_point_to_items_of_the_record(seed: Path) -> None:
    record = seed_record(seed)
    ids = {item.id for item in (*record.entities, *record.dates, *record.figures)}
    used = [title.of for entity in record.entities for title in entity.titles if title.of]
    used += [ref for f in record.figures for ref in (*f.of, f.period, f.base_period) if ref]
    used += [ref for e in record.events for ref in (*e.time, *e.place, *e.figures)]
    used += [role.ref for event in record.events for role in event.roles if role.ref]
    assert used
    assert set(used) <= ids


@pytest.mark.parametrize("seed", [LARGE_SEED, SMALL_SEED], ids=["large", "small"])
def test_a_record_survives_its_own_json(seed: Path) -> None:
    record = seed_record(seed)
    assert Record.from_json(record.to_json()) == record


PIECES = st.sampled_from(
    ["Делегация", "Гомельской и Брянской областей", "ОАО «Гомсель", "маш»", "«", "»", "(", "15 марта 2024 г.", "на 5 %",
     "подписала соглашение", " ", "\n", "\n\n", "-\n", "[1]", "—", "\u00ad", "🙂", "e\u0301", "г.", "Минске", "\t",
     "**", "№ 5"]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=30))
def test_any_text_gives_a_grounded_record_or_a_clear_refusal(pieces: list[str]) -> None:
    text = "".join(pieces)
    try:
        record = json.loads(svodka.extract(text).to_json())
    except EmptySourceError:
        return
    for quote, spans in quotes(record):
        assert bare("".join(record["text"][start:end] for start, end in spans)) == bare(quote)


def test_an_anchor_date_is_used_and_recorded(nlp: Language) -> None:
    record = svodka.extract("Вчера прошла выставка.", nlp, anchor_date="2024-03-20")
    assert (record.anchor_date.value, record.anchor_date.origin) == ("2024-03-20", "option")
    assert record.dates[0].edtf == "2024-03-19"
