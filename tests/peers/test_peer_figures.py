"""Figures of other projects' tests: what agrees, and a reason for each row that does not."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from svodka.core.values import FigureValue, plain
from svodka.rules.compounds import any_ordinal
from svodka.rules.figures import read, settle_rouble
from svodka.rules.figures.amounts import amount
from svodka.rules.figures.units import convert
from svodka.rules.rule import fold
from tests.texts import SHARED

tomllib = pytest.importorskip("tomllib", reason="Python 3.11 or newer reads the table")

CASES = SHARED / "cases" / "peer_figures.jsonl"
EXCEPTIONS = Path(__file__).with_name("peer_figure_exceptions.toml")
FLOOR = 0.92  # of all rows
FLOOR_IN_SCOPE = 0.92  # of those in official prose and by the same conventions
UNITS = {"mi": "[mi_i]", "in": "[in_i]", "ft": "[ft_i]", "yd": "[yd_i]", "gal": "gallon", "oz": "[oz_tr]"}
WIDE = {"lt": ("lt", "le"), "gt": ("gt", "ge")}  # the peer knows no other bounds than these two

pytestmark = pytest.mark.skipif(not CASES.exists(), reason="the cases lie beside the project")


@cache
def rows() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines())


def agrees(row: dict[str, Any]) -> bool:
    """Tell whether the row's text reads as its peer expects: a number alone by the lexer, a quantity by the tables."""
    text, expected = row["text"], row["expected_norm"]
    found = [match.value.value for match in read(text)]
    if "numbers" in expected:
        return {plain(Decimal(str(number))) for number in expected["numbers"]} <= {value.value for value in found}
    if expected["unit"] is None and row["kind"] != "AmountOfMoney":
        return lexed(text, ordinal="ordinal" in row["kind"].lower()) == plain(Decimal(str(expected["value"])))
    return any(says(value, expected) for value in found)


def lexed(text: str, *, ordinal: bool) -> str | None:
    """Return the number that the lexer reads in a text of nothing else."""
    folded = " ".join(fold(text).split())
    bare = folded.removeprefix("минус ").removeprefix("-")
    value = any_ordinal(bare) if ordinal else (amount(bare) or (None,))[0]
    return None if value is None else plain(-Decimal(value) if bare != folded else Decimal(value))


def says(value: FigureValue, expected: dict[str, Any]) -> bool:
    unit, wanted = expected["unit"], UNITS.get(expected["unit"], expected["unit"])
    bounds = ("low", "high") if "low" in expected else ("value",)
    own = settle_rouble(value, "RUB")
    if own.comparator not in WIDE.get(expected.get("comparator", ""), (own.comparator,)):
        return False
    given = [getattr(own, name) for name in bounds]
    if own.kind == "measure" and unit == "g" and None not in given:
        given, wanted = [plain(convert(Decimal(part), own.unit or "", "g")) for part in given], own.unit
    return own.unit == wanted and given == [plain(Decimal(str(expected[name]))) for name in bounds]


def differing() -> list[tuple[str, str]]:
    """Return source and text of the rows that do not agree."""
    return [(row["source"].split(":")[0], row["text"]) for row in rows() if not agrees(row)]


def exceptions() -> list[tuple[str, str, str]]:
    """Return kind, source and text of the rows with a reason."""
    table = tomllib.loads(EXCEPTIONS.read_text(encoding="utf-8"))
    return [(case["kind"], case["source"], text) for case in table["exception"] for text in case["texts"]]


def test_peers_are_agreed_with() -> None:
    missed = differing()
    other = {(source, text) for kind, source, text in exceptions() if kind in ("convention", "outside")}
    scope = len(rows()) - sum(case in other for case in missed)
    assert 1 - len(missed) / len(rows()) >= FLOOR
    assert 1 - sum(case not in other for case in missed) / scope >= FLOOR_IN_SCOPE


def test_every_difference_has_a_reason_and_every_reason_a_difference() -> None:
    assert sorted(set(differing())) == sorted({(source, text) for _, source, text in exceptions()})
