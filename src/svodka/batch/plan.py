"""What a run has to do: for each document whether it is new, done by an earlier run, or said already by another one."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from svodka.ingest.units import Unit
from svodka.settings import Settings, fingerprint
from svodka.store import Kept, Previous

_DOCUMENTS, _BYTES, _ITEMS = 16, 128 * 1024, 256
"""How many new documents a batch has at most, how many bytes it gathers, and how many items of any kind."""


@dataclass(frozen=True, slots=True)
class Item:
    """One document of a run.

    Attributes:
        key: A hash of all that its record depends on.
        unit: The document.
        kept: Where an earlier run keeps the record.
        duplicate_of: The name of an earlier document with the same content.
    """

    key: str
    unit: Unit
    kept: Kept | None = None
    duplicate_of: str | None = None

    @property
    def is_new(self) -> bool:
        """Whether there is work to do."""
        return self.kept is None and self.duplicate_of is None

    @property
    def verdict(self) -> str:
        """What is to do, in a word or two."""
        if self.duplicate_of is not None:
            return f"duplicate of {self.duplicate_of}"
        return "done" if self.kept else "new"


@dataclass(frozen=True, slots=True)
class Batch:
    """Neighbouring items, with about as much work as other batches have."""

    items: tuple[Item, ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        """The documents to process."""
        return tuple(item.unit for item in self.items if item.is_new)

    @property
    def size(self) -> int:
        """About how many bytes there are to process."""
        return sum(unit.size for unit in self.units)


def plan(units: Iterable[Unit], settings: Settings, previous: Previous) -> Iterator[Item]:
    """Say of each document what is to do; memory does not grow with their number."""
    base = fingerprint(settings)
    seen = sqlite3.connect("", check_same_thread=False)  # a temporary file of SQLite's own
    seen.execute("create table seen (content text primary key, name)")
    for unit in units:
        date = settings.anchor_dates.get(unit.name, "")
        key = _hash(base, date, unit.content or "", unit.identity)
        if unit.content is None:
            yield Item(key, unit)
            continue
        content = _hash(date, unit.content)
        first = seen.execute("select name from seen where content = ?", (content,)).fetchone()
        if first:
            yield Item(key, unit, duplicate_of=first[0])
            continue
        seen.execute("insert into seen values (?, ?)", (content, unit.name))
        yield Item(key, unit, kept=previous.find(key))


def batches(items: Iterable[Item]) -> Iterator[Batch]:
    """Group neighbours so that batches cost about the same: many short documents, or few long ones."""
    group: list[Item] = []
    new = size = 0
    for item in items:
        group.append(item)
        if item.is_new:
            new, size = new + 1, size + item.unit.size
        if new == _DOCUMENTS or size >= _BYTES or len(group) == _ITEMS:
            yield Batch(tuple(group))
            group, new, size = [], 0, 0
    if group:
        yield Batch(tuple(group))


def _hash(*parts: str) -> str:
    data = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:32]
