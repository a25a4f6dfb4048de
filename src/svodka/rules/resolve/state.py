"""An expression on its way from its words to its value, and templates that are filled step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from svodka.core import edtf
from svodka.core.spans import Span
from svodka.core.values import ResolvedBy
from svodka.rules.dates.reading import Reading

Tense = Literal["past", "future"]

OPEN_YEAR = "XXXX"
REACH = 12  # so many dates back an antecedent may lie


@dataclass(frozen=True, slots=True)
class Settled:
    """A template filled as far as possible: what filled it, and the other value that is possible."""

    edtf: str
    origin: ResolvedBy
    alternatives: tuple[str, ...] = ()

    @property
    def core(self) -> str:
        """The value without the open side of a bound, and without its qualifier."""
        return self.edtf.removeprefix("../").removesuffix("/..").rstrip("~?%")


@dataclass(frozen=True, slots=True)
class Item:
    """One expression on its way."""

    span: Span
    reading: Reading
    sentence: int
    tense: Tense | None


def names_year(template: str) -> bool:
    """Tell whether a template begins with a whole year: a decade or an open year is nothing to count from."""
    return template.removeprefix("../")[:4].isdigit()


def with_year(template: str, year: int) -> str:
    """Return a template with its open year filled."""
    return template.replace(OPEN_YEAR, f"{year:04}")


def day_bounds(value: str) -> tuple[date | None, date | None]:
    """Return the first and last day of a value, or nothing where it has none or is no possible day."""
    core = value.removeprefix("../").removesuffix("/..")
    if not edtf.is_valid(core):
        return None, None
    start, end = edtf.bounds(core)
    return (date.fromisoformat(start) if start else None), (date.fromisoformat(end) if end else None)


def moved(moving: Callable[[int], date], result: Settled) -> Settled:
    """Return the day that a moving date means once its year is settled."""
    head, core, tail = sides(result.edtf)
    return replace(result, edtf=f"{head}{moving(int(core[:4])).isoformat()}{tail}") if core[:4].isdigit() else result


def fill(template: str, value: str | None) -> str:
    """Put a counted period into a template: whole, or as the year, month or day of a finer time."""
    if value is None:
        return template
    head, core, tail = sides(template)
    if set(core) <= {"X", "-"}:
        first, _, last = value.partition("/")  # «до конца недели»: an open bound is a point
        return f"../{last or first}{tail}" if head else f"{first}{tail}" if "/.." in tail else value + tail
    if "T" in core and "T" not in value and len(value) == 10:
        return template.replace("XXXX-XX-XX", value)
    if core.startswith("XXXX-XX-") and len(value) >= 7:
        return template.replace("XXXX-XX", value[:7])
    return template.replace(OPEN_YEAR, value[:4]) if not core.startswith("XXXX-XX") else template


def sides(template: str) -> tuple[str, str, str]:
    """Return a template in three pieces: an open beginning, the period itself, its qualifier and open end."""
    head = "../" if template.startswith("../") else ""
    tail = "/.." if template.endswith("/..") else ""
    rest = template[len(head) : len(template) - len(tail)]
    core = rest.rstrip("~?")
    return head, core, rest[len(core) :] + tail
