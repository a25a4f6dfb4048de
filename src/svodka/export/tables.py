"""A run as nine tables with a fixed schema: the one shape behind Parquet, DuckDB, SQLite, CSV and data frames.

A document is known by its position in the run (two inputs may hold the same bytes), everything in it by that and its
id. Numbers are exact decimals, days are dates; ``spans`` is JSON, its hull stands in ``start_offset``, ``end_offset``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa

from svodka.core.records import Date, Entity, Event, Figure, Record, Spans

NUMBER = pa.decimal128(38, 12)
_TEXT, _INT, _DAY, _TEXTS = pa.string(), pa.int32(), pa.date32(), pa.list_(pa.string())
_PLACE = {"spans": _TEXT, "start_offset": _INT, "end_offset": _INT}

SCHEMAS: dict[str, pa.Schema] = {
    name: pa.schema(list(columns.items()))
    for name, columns in {
        "documents": {
            "document": _INT, "doc_id": _TEXT, "path": _TEXT, "media_type": _TEXT, "sha256": _TEXT, "size": pa.int64(),
            "title": _TEXT, "published": _TEXT, "url": _TEXT, "author": _TEXT, "anchor_date": _TEXT,
            "anchor_origin": _TEXT, "pipeline": _TEXT, "text": _TEXT,
        },
        "entities": {
            "document": _INT, "entity": _TEXT, "label": _TEXT, "kind": _TEXT, "name": _TEXT, "iso": _TEXT,
            "wikidata": _TEXT,
        },
        "mentions": {
            "document": _INT, "mention": _TEXT, "entity": _TEXT, "text": _TEXT, "name": _TEXT, "rule": _TEXT, **_PLACE,
        },
        "titles": {"document": _INT, "entity": _TEXT, "number": _INT, "title": _TEXT, "of": _TEXT, **_PLACE},
        "dates": {
            "document": _INT, "date": _TEXT, "text": _TEXT, "edtf": _TEXT, "timex_type": _TEXT, "timex_value": _TEXT,
            "timex_mod": _TEXT, "first_day": _DAY, "last_day": _DAY, "grain": _TEXT, "role": _TEXT,
            "resolved_by": _TEXT, "alternatives": _TEXTS, "rule": _TEXT, **_PLACE,
        },
        "figures": {
            "document": _INT, "figure": _TEXT, "text": _TEXT, "kind": _TEXT, "value": NUMBER, "low": NUMBER,
            "high": NUMBER, "comparator": _TEXT, "unit": _TEXT, "change_form": _TEXT, "direction": _TEXT,
            "factor": NUMBER, "metric": _TEXT, "of": _TEXTS, "period": _TEXT, "base_period": _TEXT, "whole": _TEXT,
            "modality": _TEXT, "issues": _TEXTS, "rule": _TEXT, **_PLACE,
        },
        "events": {
            "document": _INT, "event": _TEXT, "type": _TEXT, "subtype": _TEXT, "status": _TEXT, "trigger": _TEXT,
            "lemma": _TEXT, "plover": _TEXT, "cameo": _TEXT, "sentence": _TEXT, "rule": _TEXT, **_PLACE,
        },
        "roles": {
            "document": _INT, "event": _TEXT, "number": _INT, "role": _TEXT, "ref": _TEXT, "text": _TEXT,
            "inherited": pa.bool_(), **_PLACE,
        },
        "issues": {"document": _INT, "number": _INT, "code": _TEXT, "message": _TEXT, **_PLACE},
    }.items()
}  # fmt: skip
"""Columns of each table, in order. In ``roles`` the slots ``time``, ``place`` and ``figures`` are roles as well."""

KEYS: dict[str, tuple[str, ...]] = {
    "documents": ("document",),
    "entities": ("document", "entity"),
    "mentions": ("document", "mention"),
    "titles": ("document", "entity", "number"),
    "dates": ("document", "date"),
    "figures": ("document", "figure"),
    "events": ("document", "event"),
    "roles": ("document", "event", "number"),
    "issues": ("document", "number"),
}
"""Primary key of each table."""

REFERENCES: dict[str, tuple[str, ...]] = {
    "entities": ("documents",), "mentions": ("entities",), "titles": ("entities",), "dates": ("documents",),
    "figures": ("documents",), "events": ("documents",), "roles": ("events",), "issues": ("documents",),
}  # fmt: skip
"""Tables whose key a table's rows carry."""

BATCH = 200  # documents whose rows are held as Python objects at a time


def tables(records: Iterable[Record]) -> dict[str, pa.Table]:
    """Return all tables of a run."""
    batches: dict[str, list[pa.RecordBatch]] = {name: [] for name in SCHEMAS}
    pending: dict[str, list[dict[str, Any]]] = {name: [] for name in SCHEMAS}
    for number, record in enumerate(records, 1):
        for name, row in rows(number, record):
            pending[name].append(row)
        if number % BATCH == 0:
            _flush(batches, pending)
    _flush(batches, pending)
    return {name: pa.Table.from_batches(batches[name], SCHEMAS[name]) for name in SCHEMAS}


def _flush(batches: dict[str, list[pa.RecordBatch]], pending: dict[str, list[dict[str, Any]]]) -> None:
    for name, waiting in pending.items():
        if waiting:
            batches[name].append(pa.RecordBatch.from_pylist(waiting, SCHEMAS[name]))
            waiting.clear()


def rows(number: int, record: Record) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows of one record with the names of their tables."""
    yield "documents", _document(record) | {"document": number}
    own = (_entities(record.entities), _dates(record.dates), _figures(record.figures), _events(record.events))
    for layer in own:
        for name, row in layer:
            yield name, row | {"document": number}
    for index, issue in enumerate(record.issues):
        said = {"number": index, "code": issue.code, "message": issue.message, **_place(issue.spans)}
        yield "issues", said | {"document": number}


def _document(record: Record) -> dict[str, Any]:
    told = record.source.model_dump(exclude={"encoding", "pages"})
    pipeline = f"{record.pipeline.name} {record.pipeline.version}"
    anchor = {"anchor_date": record.anchor_date.value, "anchor_origin": record.anchor_date.origin}
    return {**told, **anchor, "doc_id": record.doc_id, "pipeline": pipeline, "text": record.text}


def _entities(entities: Sequence[Entity]) -> Iterator[tuple[str, dict[str, Any]]]:
    for e in entities:
        yield "entities", {"entity": e.id, **e.model_dump(include={"label", "kind", "name", "iso", "wikidata"})}
        for m in e.mentions:
            said = {"mention": m.id, "entity": e.id, "text": m.text, "name": m.name, "rule": m.rule}
            yield "mentions", said | _place(m.spans)
        for number, t in enumerate(e.titles):
            yield "titles", {"entity": e.id, "number": number, "title": t.title, "of": t.of, **_place(t.spans)}


def _dates(dates: Sequence[Date]) -> Iterator[tuple[str, dict[str, Any]]]:
    for d in dates:
        said = d.model_dump(include={"text", "edtf", "grain", "role", "resolved_by", "rule"})
        timex = {"timex_type": d.timex3.type, "timex_value": d.timex3.value, "timex_mod": d.timex3.mod}
        days = {"first_day": _day(d.start), "last_day": _day(d.end), "alternatives": list(d.alternatives)}
        yield "dates", {"date": d.id, **said, **timex, **days, **_place(d.spans)}


def _figures(figures: Sequence[Figure]) -> Iterator[tuple[str, dict[str, Any]]]:
    plain = {"text", "kind", "comparator", "unit", "metric", "period", "base_period", "whole", "modality", "rule"}
    for f in figures:
        numbers = {"value": _number(f.value), "low": _number(f.low), "high": _number(f.high)}
        change = {
            "change_form": f.change and f.change.form, "direction": f.change and f.change.direction,
            "factor": _number(f.change.factor if f.change else None),
        }  # fmt: skip
        lists = {"of": list(f.of), "issues": list(f.issues)}
        yield (
            "figures",
            {"figure": f.id, **f.model_dump(include=plain), **numbers, **change, **lists, **_place(f.spans)},
        )


def _events(events: Sequence[Event]) -> Iterator[tuple[str, dict[str, Any]]]:
    for v in events:
        said = v.model_dump(include={"type", "subtype", "status", "plover", "cameo", "rule"})
        words = {"trigger": v.trigger.text, "lemma": v.trigger.lemma, "sentence": json.dumps(v.sentence)}
        yield "events", {"event": v.id, **said, **words, **_place(v.trigger.spans)}
        for number, row in enumerate(_roles(v)):
            yield "roles", {"event": v.id, "number": number, **row}


def _roles(event: Event) -> Iterator[dict[str, Any]]:
    for role in event.roles:
        said = {"role": role.role, "ref": role.ref, "text": role.text, "inherited": role.inherited}
        yield said | _place(role.spans)
    for slot, refs in (("time", event.time), ("place", event.place), ("figures", event.figures)):
        for ref in refs:
            yield {"role": slot, "ref": ref, "text": None, "inherited": slot in event.inherited, **_place(())}


def _place(spans: Spans) -> dict[str, Any]:
    if not spans:
        return dict.fromkeys(_PLACE)
    return {"spans": json.dumps(spans), "start_offset": spans[0][0], "end_offset": spans[-1][1]}


def _day(text: str | None) -> date | None:
    """Return a day of the calendar of databases, years 1 to 9999; what lies outside stands in ``edtf`` alone."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _number(text: str | None) -> Decimal | None:
    """Return an exact decimal; a number with more than twelve decimals stands in ``text`` alone."""
    number = Decimal(text) if text else None
    exponent = number.as_tuple().exponent if number is not None else 0
    return number if isinstance(exponent, int) and exponent >= -NUMBER.scale else None
