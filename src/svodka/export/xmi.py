"""UIMA CAS XMI with a type system of svodka's own, for INCEpTION and other UIMA tools.

cassis turns code points into the UTF-16 offsets of UIMA. Characters that XML cannot hold are replaced one by one, so
that offsets stay right.
"""

from __future__ import annotations

import json
import re
from typing import Any

from cassis import Cas, TypeSystem
from cassis.typesystem import TYPE_NAME_ANNOTATION, TYPE_NAME_STRING

from svodka.core.records import Event, Record, Spans

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FEATURES: dict[str, tuple[str, ...]] = {
    "Mention": ("itemId", "entityId", "label", "kind", "name", "iso", "rule", "spans"),
    "Date": ("itemId", "edtf", "timexType", "timexValue", "timexMod", "first", "last", "role", "rule", "spans"),
    "Figure": ("itemId", "kind", "value", "low", "high", "comparator", "unit", "metric", "period", "rule", "spans"),
    "Event": ("itemId", "eventType", "subtype", "status", "lemma", "rule", "spans"),
    "Argument": ("eventId", "role", "ref", "spans"),
}


def type_system() -> TypeSystem:
    """Return the types: ``svodka.Mention``, ``Date``, ``Figure``, ``Event``, and ``Argument``, which links an event."""
    types = TypeSystem()
    for name, features in _FEATURES.items():
        made = types.create_type(f"svodka.{name}", TYPE_NAME_ANNOTATION)
        for feature in features:
            types.create_feature(made, feature, TYPE_NAME_STRING)
    argument = types.get_type("svodka.Argument")
    types.create_feature(argument, "event", "svodka.Event")
    types.create_feature(argument, "target", TYPE_NAME_ANNOTATION)
    return types


def to_cas(record: Record, types: TypeSystem) -> Cas:
    """Return the CAS of one document."""
    return _Builder(record, types).cas


class _Builder:
    """Adds annotations; ``targets`` are those behind the ids that roles refer to."""

    def __init__(self, record: Record, types: TypeSystem) -> None:
        self.cas = Cas(typesystem=types, lenient=False)
        self.cas.sofa_string = _NOT_XML.sub("\ufffd", record.text)
        self.cas.sofa_mime = "text/plain"
        self._types = types
        self._targets: dict[str, Any] = {}
        self._things(record)
        for event in record.events:
            self._event(event)

    def _add(self, type_name: str, spans: Spans, **features: Any) -> Any:
        made = self._types.get_type(f"svodka.{type_name}")
        annotation = made(begin=spans[0][0], end=spans[-1][1], spans=json.dumps(spans), **features)
        self.cas.add(annotation)
        return annotation

    def _things(self, record: Record) -> None:
        for e in record.entities:
            about = {"entityId": e.id, "label": e.label, "kind": e.kind, "name": e.name, "iso": e.iso}
            for m in e.mentions:
                made = self._add("Mention", m.spans, itemId=m.id, rule=m.rule, **about)
                self._targets.setdefault(e.id, made)
        for d in record.dates:
            timex = {"timexType": d.timex3.type, "timexValue": d.timex3.value, "timexMod": d.timex3.mod}
            said = {"itemId": d.id, "edtf": d.edtf, "first": d.start, "last": d.end, "role": d.role, "rule": d.rule}
            self._targets[d.id] = self._add("Date", d.spans, **said, **timex)
        for f in record.figures:
            plain = {"kind", "value", "low", "high", "comparator", "unit", "metric", "period", "rule"}
            self._targets[f.id] = self._add("Figure", f.spans, itemId=f.id, **f.model_dump(include=plain))

    def _event(self, event: Event) -> None:
        said = {"eventType": event.type, "subtype": event.subtype, "status": event.status, "rule": event.rule}
        made = self._add("Event", event.trigger.spans, itemId=event.id, lemma=event.trigger.lemma, **said)
        slots = [(role.role, role.ref, role.spans) for role in event.roles]
        for name, refs in (("time", event.time), ("place", event.place), ("figures", event.figures)):
            slots += [(name, ref, ()) for ref in refs]
        for role, ref, spans in slots:
            target = self._targets[ref] if ref else None
            where = ((target.begin, target.end),) if target else spans
            self._add("Argument", where, eventId=event.id, event=made, role=role, ref=ref, target=target)
