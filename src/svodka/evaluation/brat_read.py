"""Reading brat standoff back into a record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from svodka.core.errors import SvodkaError
from svodka.core.fragments import join_fragments
from svodka.core.records import Record, Spans
from svodka.evaluation.locate import reads_as
from svodka.rules.ontology import codes

_VALUES = {"DATE": "d", "FIGURE": "f"}
_SLOTS = ("time", "place", "figures")


class BratError(SvodkaError):
    """A brat file does not follow the form that svodka writes."""

    code = "brat"


@dataclass(frozen=True, slots=True)
class _Bound:
    """A text-bound annotation with the JSON of its note."""

    label: str
    spans: Spans
    text: str
    note: dict[str, Any]


@dataclass(slots=True)
class _Standoff:
    """A parsed ``.ann`` file."""

    bounds: dict[str, _Bound] = field(default_factory=dict)
    events: dict[str, tuple[str, list[tuple[str, str]]]] = field(default_factory=dict)
    status: dict[str, str] = field(default_factory=dict)


def from_brat(ann: str, frame: Record) -> Record:
    """Read a ``.ann`` file as a record of the same document as ``frame``, whose layers are replaced.

    An edited span gets a new reading, unless the text in its note still fits it.

    Raises:
        BratError: If a line cannot be read.
    """
    try:
        standoff = _parse(ann, frame.text)
        layers = {
            "entities": list(_entities(standoff)),
            "dates": [_value(bound) for bound in standoff.bounds.values() if bound.label == "DATE"],
            "figures": [_value(bound) for bound in standoff.bounds.values() if bound.label == "FIGURE"],
            "events": [_event(standoff, name, number) for number, name in enumerate(standoff.events, 1)],
        }
    except (KeyError, ValueError, IndexError) as error:
        raise BratError(f"this standoff is not of svodka's making: {error!r}") from error
    kept = frame.model_dump(mode="json", exclude={"entities", "dates", "figures", "events"})
    return Record.model_validate_json(json.dumps({**kept, **layers}, ensure_ascii=False))


def _parse(ann: str, text: str) -> _Standoff:
    standoff = _Standoff()
    notes: dict[str, dict[str, Any]] = {}
    for line in ann.splitlines():
        if line.startswith("#"):
            _, about, content = line.split("\t")
            notes[about.split()[1]] = json.loads(content)
    for line in ann.splitlines():
        fields = line.split("\t")
        if line.startswith("T"):
            standoff.bounds[fields[0]] = _bound(fields[1], text, notes.get(fields[0], {}))
        elif line.startswith("E"):
            head, *arguments = (part.split(":") for part in fields[1].split())
            roles = [(re.sub(r"\d+$", "", name), mark) for name, mark in arguments]
            standoff.events[fields[0]] = (head[1], roles)
        elif line.startswith("A"):
            _, event, value = fields[1].split()
            standoff.status[event] = value
    return standoff


def _bound(head: str, text: str, note: dict[str, Any]) -> _Bound:
    label, places = head.split(" ", 1)
    pairs = [place.split() for place in places.split(";")]
    spans = join_fragments(text, tuple((int(start), int(end)) for start, end in pairs))
    reading = note.get("text", "")
    if not reading or not reads_as(text, spans, reading):
        reading = " ".join(_reading(text[start:end]) for start, end in spans)
    return _Bound(label, spans, reading, note)


def _reading(piece: str) -> str:
    return " ".join(re.sub(r"-\s*[\n\r]\s*", "", piece).split())


def _entities(standoff: _Standoff) -> Iterator[dict[str, Any]]:
    """Gather mentions and titles by the entity that their notes name."""
    found: dict[str, dict[str, Any]] = {}
    for bound in standoff.bounds.values():
        if "entity" in bound.note:
            said = dict(bound.note)
            entity = found.setdefault(said.pop("entity"), {"label": bound.label, "titles": [], "mentions": []})
            entity.update(said.pop("about", {}))
            entity["mentions"].append({**said, "spans": bound.spans, "text": bound.text})
        elif bound.label == "TITLE":
            title = {key: value for key, value in bound.note.items() if key in ("title", "of")}
            found[bound.note["holder"]]["titles"].append({**title, "spans": bound.spans})
    yield from found.values()


def _value(bound: _Bound) -> dict[str, Any]:
    empty = {"edtf": None} if bound.label == "DATE" else {}
    return {**empty, **bound.note, "spans": bound.spans, "text": bound.text}


def _event(standoff: _Standoff, name: str, number: int) -> dict[str, Any]:
    mark, arguments = standoff.events[name]
    trigger = standoff.bounds[mark]
    note = dict(trigger.note)
    inherited, lemma = note.pop("inherited_roles", []), note.pop("lemma", trigger.text.lower())
    note.pop("text", None)
    row = dict(zip(("plover", "cameo"), codes(trigger.label, lemma), strict=True))
    own = [(role, standoff.bounds[m]) for role, m in arguments if role not in _SLOTS]
    roles = [{**_filler(role, bound), "inherited": n in inherited} for n, (role, bound) in enumerate(own)]
    slots = {slot: [_ref(standoff.bounds[m]) for role, m in arguments if role == slot] for slot in _SLOTS}
    return {
        **row, **note, **slots, "id": f"v{number}", "type": trigger.label, "roles": roles,
        "status": standoff.status.get(name, note.get("status")),
        "trigger": {"spans": trigger.spans, "text": trigger.text, "lemma": lemma},
    }  # fmt: skip


def _ref(bound: _Bound) -> str | None:
    """Return the id of the thing an annotation stands for, ``None`` for plain text."""
    if "entity" in bound.note:
        return str(bound.note["entity"])
    return str(bound.note["id"]) if bound.label in _VALUES else None


def _filler(role: str, bound: _Bound) -> dict[str, Any]:
    ref = _ref(bound)
    return {"role": role, "ref": ref} if ref else {"role": role, "spans": bound.spans, "text": bound.text}
