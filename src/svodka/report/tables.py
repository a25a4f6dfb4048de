"""The tables below a text: events, figures, entities, dates, issues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from svodka.core.records import Entity, Record
from svodka.report.items import Item


@dataclass(frozen=True, slots=True)
class Reference:
    """A link inside the page, with the role it has in the row; without a target it is words alone."""

    text: str
    target: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; ``kind`` is ``n`` for numbers and ``rule`` for code, ``sort`` what to sort by if not the text."""

    text: str = ""
    kind: str = ""
    sort: str | None = None
    links: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row, of the item with ``id``."""

    id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A named table with its columns, all of them keys of the wording."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def tables(record: Record, marked: Sequence[Item]) -> tuple[Table, ...]:
    """Return the tables of a record; ``marked`` are its items."""
    by_id = {item.id: item for item in marked}
    return (
        Table(
            "events",
            ("evidence", "type", "status", "roles", "time", "place", "figures", "rule"),
            tuple(_event(by_id[event.id]) for event in record.events),
        ),
        Table(
            "figures",
            ("evidence", "kind", "value", "unit", "metric", "of", "period", "rule"),
            tuple(_figure(by_id[f.id], f.value or f.low or "") for f in record.figures),
        ),
        Table(
            "entities",
            ("name", "label", "kind", "code", "mention_count", "titles"),
            tuple(_entity(entity, by_id) for entity in record.entities),
        ),
        Table(
            "dates",
            ("evidence", "edtf", "bounds", "grain", "role", "resolved_by", "rule"),
            tuple(_date(by_id[d.id], d.start or "") for d in record.dates),
        ),
        Table("issues", ("code", "message", "evidence"), _issues(record)),
    )


def _own(item: Item) -> Cell:
    return Cell(links=(Reference(item.text, item.id),), sort=item.text, kind="long" if len(item.text) > 24 else "")


def _slots(item: Item, *roles: str) -> Cell:
    return Cell(links=tuple(Reference(link.text, link.targets[0]) for link in item.links if link.role in roles))


def _said(item: Item, key: str, kind: str = "", sort: str | None = None) -> Cell:
    return Cell(dict(item.fields).get(key, ""), kind, sort)


def _event(item: Item) -> Row:
    slots = ("time", "place", "figures")
    roles = tuple(Reference(k.text, k.targets[0], k.role) for k in item.links if k.role not in slots)
    cells = (_own(item), Cell(item.type), Cell(item.status or ""), Cell(links=roles, kind="long"))
    return Row(item.id, (*cells, *(_slots(item, slot) for slot in slots), Cell(item.rule, "rule")))


def _figure(item: Item, number: str) -> Row:
    said = (Cell(item.type), _said(item, "value", "n", number), _said(item, "unit"), _said(item, "metric"))
    return Row(item.id, (_own(item), *said, _slots(item, "of"), _slots(item, "period"), Cell(item.rule, "rule")))


def _date(item: Item, start: str) -> Row:
    said = (_said(item, "edtf", sort=start), _said(item, "bounds"), Cell(item.type))
    return Row(item.id, (_own(item), *said, _said(item, "role"), _said(item, "resolved_by"), Cell(item.rule, "rule")))


def _entity(entity: Entity, by_id: dict[str, Item]) -> Row:
    first = by_id[entity.mentions[0].id]
    name = Cell(links=(Reference(entity.name, first.id),), sort=entity.name)
    cells = (Cell(entity.label), Cell(entity.kind or ""), Cell(entity.iso or ""), Cell(str(len(entity.mentions)), "n"))
    return Row(entity.id, (name, *cells, _said(first, "titles")))


def _issues(record: Record) -> tuple[Row, ...]:
    rows = []
    for issue in record.issues:
        words = " … ".join(" ".join(record.text[start:end].split()) for start, end in issue.spans)
        rows.append(Row("", (Cell(issue.code, "rule"), Cell(issue.message), Cell(words))))
    return tuple(rows)
