"""Dates of other projects' tests: what agrees, and a reason for each row that does not."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language

from svodka.core.findings import DateFinding
from svodka.core.values import DateValue
from svodka.language import layers
from svodka.rules.anchor import find_anchor
from tests.peers.agreement import agrees
from tests.texts import SHARED

tomllib = pytest.importorskip("tomllib", reason="Python 3.11 or newer reads the table")

CASES = SHARED / "cases" / "peer_dates.jsonl"
EXCEPTIONS = Path(__file__).with_name("peer_exceptions.toml")
FLOOR = 0.83  # of all rows
FLOOR_IN_SCOPE = 0.98  # of those in official prose and by the same conventions
NOW = datetime(2024, 3, 15, 12)
DOCUMENT = {  # HeidelTime's notes of what a rule resolves to, for a document of NOW
    "doc year": "2024", "doc year-11": "2024-11", "doc year-1, 22": "2023-22", "doc year-1, 11": "2023-11",
    "doc month+1": "2024-04", "Monday of doc week": "2024-03-11", "Orthodox Easter of doc year": "2024-05-05",
    "now-PT0S": "PRESENT_REF", "ref day": "2024-03-15", "doc+1D TEV": "2024-03-16",
}  # fmt: skip
_COUNTED = re.compile(
    r"(?:now|doc|ref)([+-])P?(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?"
)

pytestmark = pytest.mark.skipif(not CASES.exists(), reason="the cases lie beside the project")


@cache
def rows() -> tuple[dict[str, Any], ...]:
    return tuple(resolved(json.loads(line)) for line in CASES.read_text(encoding="utf-8").splitlines())


def resolved(row: dict[str, Any]) -> dict[str, Any]:
    """Give a row whose expected value counts from «now» or «doc» that moment and the value counted."""
    expected = re.sub(r" \(mod \w+\)", "", str(row["expected_norm"]))
    row = {**row, "named": expected.startswith("ref")}  # counted from a date that the text named before
    counted = _COUNTED.fullmatch(expected)
    if expected in DOCUMENT:
        return {**row, "expected_norm": DOCUMENT[expected], "reference_date": NOW.isoformat()}
    if counted is None:
        return row
    sign = 1 if counted[1] == "+" else -1
    years, months, weeks, days, hours, minutes, seconds = (sign * int(part or 0) for part in counted.groups()[1:])
    total = NOW.year * 12 + NOW.month - 1 + years * 12 + months
    moment = NOW.replace(year=max(total // 12, 1), month=total % 12 + 1) + timedelta(
        weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds
    )
    return {**row, "expected_norm": moment.isoformat(), "reference_date": NOW.isoformat()}


def anchor(row: dict[str, Any]) -> str | None:
    """Return the reference date as an anchor: local time, midnight where none is given."""
    given = re.sub(r"(?<=T\d\d:\d\d:\d\d)[-+].*", "", str(row["reference_date"]))
    if given[:1].isdigit():
        return given if "T" in given else f"{given}T00:00:00"
    return find_anchor(row["text"], {}).value


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("ru")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("svodka_dates")
    return nlp


def found(nlp: Language, row: dict[str, Any]) -> list[DateValue]:
    before = "15 марта 2024 года в 12:00. " if row.get("named") else ""
    doc = nlp.make_doc(before + row["text"])
    doc._.anchor_date = anchor(row)
    return [date.value for date in layers.read(nlp(doc), "dates", DateFinding) if date.start >= len(before)]


def differing(nlp: Language) -> list[tuple[str, str]]:
    """Return source and text of the rows that do not agree."""
    return [(row["source"].split(":")[0], row["text"]) for row in rows() if not agrees(row, found(nlp, row))]


def exceptions() -> list[tuple[str, str, str]]:
    """Return kind, source and text of the rows with a reason."""
    table = tomllib.loads(EXCEPTIONS.read_text(encoding="utf-8"))
    return [(case["kind"], case["source"], text) for case in table["exception"] for text in case["texts"]]


def test_peers_are_agreed_with(nlp: Language) -> None:
    missed = differing(nlp)
    other = {(source, text) for kind, source, text in exceptions() if kind in ("convention", "outside")}
    scope = len(rows()) - sum(case in other for case in missed)
    assert 1 - len(missed) / len(rows()) >= FLOOR
    assert 1 - sum(case not in other for case in missed) / scope >= FLOOR_IN_SCOPE


def test_every_difference_has_a_reason_and_every_reason_a_difference(nlp: Language) -> None:
    assert sorted(set(differing(nlp))) == sorted({(source, text) for _, source, text in exceptions()})
