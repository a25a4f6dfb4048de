"""Label Studio: tasks with predictions, and the labelling configuration that shows them.

Offsets are code points, as Label Studio counts them; a discontinuous item is one region over its hull.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, get_args
from xml.sax.saxutils import quoteattr

from svodka.core.records import EntityLabel, Event, EventType, Record, Spans

Region = dict[str, Any]
LABELS = (*get_args(EntityLabel), "DATE", "FIGURE", *get_args(EventType), "FILLER")


def config() -> str:
    """Return the labelling configuration."""
    labels = "\n".join(f"    <Label value={quoteattr(label)}/>" for label in LABELS)
    return (
        '<View>\n  <Labels name="label" toName="text">\n'
        f'{labels}\n  </Labels>\n  <Text name="text" value="$text" granularity="symbol"/>\n</View>\n'
    )


def to_tasks(records: Iterable[Record]) -> str:
    """Return the JSON of all tasks, one a document."""
    return json.dumps([task(record) for record in records], ensure_ascii=False, indent=1) + "\n"


def task(record: Record) -> dict[str, Any]:
    """Return the task of one document; its predictions are regions, and relations from events to their roles."""
    result = [*_regions(record), *_relations(record)]
    version = f"{record.pipeline.name} {record.pipeline.version}"
    data = {"text": record.text, "doc_id": record.doc_id, "path": record.source.path}
    return {"data": data, "predictions": [{"model_version": version, "result": result}]}


def _regions(record: Record) -> Iterator[Region]:
    for entity in record.entities:
        for mention in entity.mentions:
            yield _region(record, mention.id, entity.label, mention.spans)
    for date in record.dates:
        yield _region(record, date.id, "DATE", date.spans)
    for figure in record.figures:
        yield _region(record, figure.id, "FIGURE", figure.spans)
    for event in record.events:
        yield _region(record, event.id, event.type, event.trigger.spans)
        for number, role in enumerate(event.roles):
            if role.ref is None:
                yield _region(record, f"{event.id}.{number}", "FILLER", role.spans)


def _region(record: Record, identifier: str, label: str, spans: Spans) -> Region:
    start, end = spans[0][0], spans[-1][1]
    value = {"start": start, "end": end, "text": record.text[start:end], "labels": [label]}
    return {"id": identifier, "from_name": "label", "to_name": "text", "type": "labels", "value": value}


def _relations(record: Record) -> Iterator[Region]:
    first = {entity.id: entity.mentions[0].id for entity in record.entities}
    for event in record.events:
        for role, target in _arguments(event):
            ends = {"from_id": event.id, "to_id": first.get(target, target)}
            yield {"type": "relation", "direction": "right", "labels": [role], **ends}


def _arguments(event: Event) -> Iterator[tuple[str, str]]:
    for number, role in enumerate(event.roles):
        yield role.role, role.ref or f"{event.id}.{number}"
    for slot, refs in (("time", event.time), ("place", event.place), ("figures", event.figures)):
        yield from ((slot, ref) for ref in refs)
