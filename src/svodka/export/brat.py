"""Records as brat standoff, to be looked at and edited in brat.

Mentions, titles, dates, figures, triggers and text fillers are text-bound annotations; events are brat
events whose arguments are roles, ``time``, ``place`` and ``figures``; status, kind and the like that brat
cannot hold stand as JSON in the note of their annotation. A span that crosses a line end is written as one
fragment per line, as brat wants it, and joined again on reading.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from svodka.core.fragments import fragment
from svodka.core.records import Entity, Event, Record, Role, Spans
from svodka.core.spans import overlap


def to_brat(record: Record) -> str:
    """Return the ``.ann`` file of a record; the ``.txt`` file beside it is ``record.text``."""
    writer = _Writer(record)
    for entity in record.entities:
        writer.entity(entity)
    for date in record.dates:
        writer.bound(date.id, "DATE", date.spans, _rest(date))
    for figure in record.figures:
        writer.bound(figure.id, "FIGURE", figure.spans, _rest(figure))
    for number, event in enumerate(record.events, 1):
        writer.event(number, event)
    return "".join(f"{line}\n" for line in writer.lines)


@dataclass(slots=True)
class _Writer:
    """Collects lines; ``marks`` are the text-bound annotations behind each id of the record."""

    record: Record
    lines: list[str] = field(default_factory=list)
    marks: dict[str, list[tuple[Spans, str]]] = field(default_factory=dict)
    count: int = 0

    def bound(self, identifier: str, label: str, spans: Spans, note: dict[str, Any]) -> str:
        """Write a text-bound annotation and its note; return its number."""
        self.count += 1
        mark = f"T{self.count}"
        fragments = fragment(self.record.text, spans)
        places = ";".join(f"{start} {end}" for start, end in fragments)
        words = " ".join(self.record.text[start:end] for start, end in fragments)
        self.lines.append(f"{mark}\t{label} {places}\t{words}")
        self.lines.append(f"#{self.count}\tAnnotatorNotes {mark}\t{_json(note)}")
        if identifier:
            self.marks.setdefault(identifier, []).append((spans, mark))
        return mark

    def entity(self, entity: Entity) -> None:
        """Write all mentions and titles; the first mention's note holds what is said of the entity."""
        about = entity.model_dump(mode="json", exclude={"titles", "mentions", "label"})
        for mention in entity.mentions:
            said = {"entity": entity.id, **mention.model_dump(mode="json", exclude={"spans"})}
            self.bound(entity.id, entity.label, mention.spans, said | {"about": about} if about else said)
            about = {}
        for title in entity.titles:
            note = {"holder": entity.id, **title.model_dump(mode="json", exclude={"spans"})}
            self.bound("", "TITLE", title.spans, note)

    def event(self, number: int, event: Event) -> None:
        """Write the trigger, the text fillers and the event."""
        skip = {"id", "type", "trigger", "roles", "time", "place", "figures"}
        note = event.model_dump(mode="json", exclude=skip)
        note |= {"lemma": event.trigger.lemma, "text": event.trigger.text}
        note["inherited_roles"] = [place for place, role in enumerate(event.roles) if role.inherited]
        trigger = self.bound("", event.type, event.trigger.spans, note)
        slots = [(role.role, self.filler(role, event)) for role in event.roles]
        for name, ids in (("time", event.time), ("place", event.place), ("figures", event.figures)):
            slots += [(name, self.mark(identifier, event)) for identifier in ids]
        arguments = " ".join(f"{name}:{mark}" for name, mark in _numbered(slots))
        self.lines.append(f"E{number}\t{event.type}:{trigger} {arguments}".rstrip())
        self.lines.append(f"A{number}\tStatus E{number} {event.status}")

    def filler(self, role: Role, event: Event) -> str:
        """Return the annotation that fills a role."""
        if role.ref is not None:
            return self.mark(role.ref, event)
        return self.bound("", "FILLER", role.spans, {"text": role.text})

    def mark(self, identifier: str, event: Event) -> str:
        """Return the annotation of a thing: the one in the event's sentence, else the first."""
        marks = self.marks[identifier]
        return next((mark for spans, mark in marks if overlap(spans, event.sentence)), marks[0][1])


def _numbered(slots: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Give the second filler of a role the suffix 2 and so on, as brat wants it."""
    seen: dict[str, int] = {}
    for name, mark in slots:
        seen[name] = seen.get(name, 0) + 1
        yield (name if seen[name] == 1 else f"{name}{seen[name]}"), mark


def _rest(value: BaseModel) -> dict[str, Any]:
    """Return what is said of a date or figure besides where it stands."""
    return value.model_dump(mode="json", exclude={"spans"})


def _json(note: dict[str, Any]) -> str:
    return json.dumps({key: value for key, value in note.items() if value not in (None, [])}, ensure_ascii=False)
