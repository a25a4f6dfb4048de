"""Records as lists of facts with words instead of ids, so that two of them can be compared and shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from svodka.core.records import Event, Record, Role, Spans
from svodka.evaluation.matching import shown

LAYERS = ("entities", "dates", "figures", "events")


@dataclass(frozen=True, slots=True)
class Fact:
    """One mention, title, date, figure or event.

    Attributes:
        layer: One of ``LAYERS``.
        key: Label, kind or type.
        spans: Where it stands (an event's trigger).
        text: Its clean reading.
        fields: What else is said about it, as words.
    """

    layer: str
    key: str
    spans: Spans
    text: str
    fields: tuple[tuple[str, str], ...]


def facts(record: Record) -> tuple[Fact, ...]:
    """Return all facts of a record, layer by layer, in text order."""
    found = [*_mentions(record), *_dates(record), *_figures(record), *_events(record)]
    return tuple(sorted(found, key=lambda fact: (LAYERS.index(fact.layer), fact.spans, fact.key, fact.text)))


def _fields(**values: object) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(value)) for name, value in values.items() if value not in (None, (), ""))


def _mentions(record: Record) -> Iterator[Fact]:
    for e in record.entities:
        for m in e.mentions:
            said = _fields(entity=e.name, kind=e.kind, iso=e.iso, wikidata=e.wikidata, rule=m.rule)
            yield Fact("entities", e.label, m.spans, m.text, said)
        for t in e.titles:
            said = _fields(holder=e.name, of=t.of and shown(record, t.of))
            yield Fact("entities", "TITLE", t.spans, t.title, said)


def _dates(record: Record) -> Iterator[Fact]:
    for d in record.dates:
        timex = " ".join(str(part) for part in (d.timex3.type, d.timex3.value, d.timex3.mod) if part)
        said = _fields(
            edtf=d.edtf, timex3=timex, start=d.start, end=d.end, grain=d.grain, role=d.role,
            resolved_by=d.resolved_by, alternatives=", ".join(d.alternatives), rule=d.rule,
        )  # fmt: skip
        yield Fact("dates", d.grain or d.timex3.type.lower(), d.spans, d.text, said)


def _figures(record: Record) -> Iterator[Fact]:
    for f in record.figures:
        change = f.change and " ".join(filter(None, (f.change.form, f.change.direction, f.change.factor)))
        period = f.period and shown(record, f.period)
        base = f.base_period and shown(record, f.base_period)
        said = _fields(
            kind=f.kind, value=f.value, low=f.low, high=f.high, comparator=f.comparator, unit=f.unit,
            change=change, metric=f.metric, of=_names(record, f.of), period=period, base_period=base,
            whole=f.whole, modality=f.modality, issues=", ".join(f.issues), rule=f.rule,
        )  # fmt: skip
        yield Fact("figures", f.kind, f.spans, f.text, said)


def _events(record: Record) -> Iterator[Fact]:
    for v in record.events:
        said = _fields(
            subtype=v.subtype, status=v.status, lemma=v.trigger.lemma, roles=_roles(record, v),
            time=_names(record, v.time), place=_names(record, v.place), figures=_names(record, v.figures),
            rule=v.rule,
        )  # fmt: skip
        yield Fact("events", v.type, v.trigger.spans, v.trigger.text, said)


def _names(record: Record, ids: tuple[str, ...]) -> str:
    return "; ".join(shown(record, identifier) for identifier in ids)


def _roles(record: Record, event: Event) -> str:
    return "; ".join(f"{role.role}={_filler(record, role)}" for role in event.roles)


def _filler(record: Record, role: Role) -> str:
    return role.text if role.text is not None else shown(record, role.ref or "")
