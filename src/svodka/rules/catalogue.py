"""The surface tables by name, and each row as a line that can be shown: what it reads, an example, a trap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from svodka.rules import dates, facilities, figures, names
from svodka.rules.rule import Rule, unmark
from svodka.rules.table import Table

TABLES: Mapping[str, Table[Any]] = {
    "dates": dates.TABLE,
    "date traps": Table(dates.TRAPS),
    "figures": figures.TABLE,
    "figure traps": Table(figures.TRAPS),
    "comparators": Table(figures.COMPARATORS),
    "names": names.NAMES,
    "facilities": facilities.FACILITY_NAMES,
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table for a reader.

    Attributes:
        kind: The kind of what it finds, empty where its values have none.
        rule: Its id.
        example: A sentence that it understands.
        value: What it finds there.
        trap: A sentence in which it must find nothing; empty where no mistake is known.
    """

    kind: str
    rule: str
    example: str
    value: str
    trap: str


def lines(table: str) -> list[Line]:
    """Return the rows of a table, those of figures by kind; a row of several kinds has a line for each.

    Examples:
        >>> next((line.example, line.value, line.trap) for line in lines("figures") if line.kind == "rank")
        ('находится на 1-м месте', 'rank 1 место', 'на рабочем месте')
    """
    kinds = dict.fromkeys(figures.KINDS) if table == "figures" else {"": None}
    shown = [line for rule in TABLES[table].rows for line in _lines(rule, kinds)]
    order = list(kinds)
    return sorted(shown, key=lambda line: order.index(line.kind))


def _lines(rule: Rule[Any], kinds: Mapping[str, None]) -> list[Line]:
    """Return one line for each kind among the examples of a row."""
    found: dict[str, Line] = {}
    for example in rule.finds:
        text, values = unmark(example)
        value = min(shown for _, shown in values)
        kind = value.split()[0] if value.split()[0] in kinds else ""
        found.setdefault(kind, Line(kind, rule.id, text, value, rule.skips[0] if rule.skips else ""))
    return list(found.values())
