"""What a page says of each thing that stands in the text: its layer, type, values and links, as JSON-ready data."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from svodka.clean.lookalikes import LOOKALIKE
from svodka.core.records import Date, Entity, Event, Figure, Record, Role, Spans
from svodka.core.spans import Edit
from svodka.core.visible import visible

Field = tuple[str, str]
JOIN = "hyphen."


@dataclass(frozen=True, slots=True)
class Link:
    """A role of an event or a slot of a figure: what fills it and where that stands.

    Attributes:
        role: Name of the role or slot.
        targets: Ids of the items that fill it.
        text: The filler as words.
        inherited: Whether it comes from another sentence.
    """

    role: str
    targets: tuple[str, ...]
    text: str
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that can be pointed at.

    Attributes:
        id: Id within the page: ``m1 d1 f1 v1`` as in the record, ``v1.0`` for a text that fills a role, ``x1`` for an
            edit, and a leading ``g`` for gold that was missed.
        layer: ``e d f v`` for the layers of the record, ``r`` for fillers, ``x`` for edits.
        type: Label, grain, kind, event type, or kind of edit.
        spans: Where it stands in the source text.
        text: Its clean reading.
        row: Id of the row in the tables.
        rule: The rule that found it.
        status: Of an event.
        fields: What else is said, by key of the wording.
        links: Of events and figures.
        verdict: ``hit false miss`` where there is gold.
    """

    id: str
    layer: str
    type: str
    spans: Spans
    text: str
    row: str = ""
    rule: str = ""
    status: str | None = None
    fields: tuple[Field, ...] = ()
    links: tuple[Link, ...] = ()
    verdict: str | None = None

    def to_data(self) -> dict[str, Any]:
        """Return what the page's script needs, empty parts left out."""
        links = [[k.role, list(k.targets), visible(k.text), int(k.inherited)] for k in self.links]
        data = {
            "id": self.id, "l": self.layer, "t": self.type, "x": visible(self.text), "row": self.row, "r": self.rule,
            "s": self.status, "f": [[key, visible(value)] for key, value in self.fields], "k": links, "g": self.verdict,
        }  # fmt: skip
        return {key: value for key, value in data.items() if value}


@dataclass(frozen=True, slots=True)
class Names:
    """How the ids of a record read, and which mentions an entity has."""

    words: Mapping[str, str]
    mentions: Mapping[str, Sequence[tuple[str, Spans]]] = field(default_factory=dict)

    @classmethod
    def of(cls, record: Record) -> Names:
        """Collect the names of a record."""
        values: tuple[Date | Figure, ...] = (*record.dates, *record.figures)
        words = {entity.id: entity.name for entity in record.entities} | {value.id: value.text for value in values}
        return cls(words, {e.id: [(m.id, m.spans) for m in e.mentions] for e in record.entities})

    def near(self, ref: str, place: Spans) -> tuple[str, ...]:
        """Return the items behind an id: of an entity the mentions inside ``place``, else the first one."""
        mentions = self.mentions.get(ref)
        if mentions is None:
            return (ref,)
        start, end = place[0][0], place[-1][1]
        inside = tuple(m for m, spans in mentions if start <= spans[0][0] and spans[-1][1] <= end)
        return inside or (mentions[0][0],)


def items(record: Record) -> tuple[Item, ...]:
    """Return all items of a record, layer by layer, in text order."""
    names = Names.of(record)
    found = [item for entity in record.entities for item in _mentions(entity, names)]
    found.sort(key=lambda item: (item.spans, item.id))
    found += [_date(date) for date in record.dates]
    found += [_figure(figure, names) for figure in record.figures]
    for event in record.events:
        found += _event(event, names)
    return tuple(found)


def edit_items(edits: Sequence[Edit], text: str) -> tuple[Item, ...]:
    """Return the edits that change more than white space."""
    told = [e for e in edits if e.text.strip() or text[e.start : e.end].strip()]
    return tuple(
        Item(
            id=f"x{number}", layer="x", type=_edit_type(edit),
            spans=((edit.start, edit.end),), text=" ".join(text[edit.start : edit.end].split()), rule=edit.rule,
            fields=_fields(written=edit.text.strip() or "∅", other_reading=edit.alternative),
        )
        for number, edit in enumerate(told, 1)
    )  # fmt: skip


def _edit_type(edit: Edit) -> str:
    if edit.rule == LOOKALIKE:
        return "letter"
    return "join" if edit.rule.startswith(JOIN) else "mark"


def _fields(**values: str | None) -> tuple[Field, ...]:
    return tuple((key, value) for key, value in values.items() if value)


def _mentions(entity: Entity, names: Names) -> Iterator[Item]:
    titles = "; ".join(f"{t.title} ({names.words[t.of]})" if t.of else t.title for t in entity.titles)
    for mention in entity.mentions:
        said = _fields(name=entity.name, kind=entity.kind, code=entity.iso, titles=titles)
        yield Item(mention.id, "e", entity.label, mention.spans, mention.text, entity.id, mention.rule, fields=said)


def _date(date: Date) -> Item:
    timex = " ".join(part for part in (date.timex3.type, date.timex3.value, date.timex3.mod) if part)
    said = _fields(
        edtf=date.edtf, bounds=period((date.start, date.end)) if date.start or date.end else None,
        timex3=timex, role=date.role, resolved_by=date.resolved_by, alternatives=", ".join(date.alternatives),
    )  # fmt: skip
    return Item(date.id, "d", date_type(date), date.spans, date.text, date.id, date.rule, fields=said)


def date_type(date: Date) -> str:
    """Return by what a date is filtered: its grain, or that it is a duration, a set, or vague."""
    if date.timex3.type in ("DURATION", "SET"):
        return date.timex3.type.lower()
    return date.grain or "vague"


def period(bounds: tuple[str | None, str | None]) -> str:
    """Return two inclusive days as people write them: a whole year or month by its name alone.

    Examples:
        >>> period(("2022-01-01", "2022-12-31")), period(("2022-10-01", "2022-10-31")), period(("2009-01-01", None))
        ('2022', '2022-10', '2009-01-01 – …')
    """
    start, end = bounds
    if start and end and start.endswith("-01-01") and end == start[:-6] + "-12-31":
        return start[:-6]
    if start and end and start.endswith("-01") and end[:-3] == start[:-3] and end[-2:] == _last_day(end):
        return start[:-3]
    return start if start and start == end else f"{start or '…'} – {end or '…'}"


def _last_day(day: str) -> str:
    year, month, _ = day.rsplit("-", 2)
    return f"{monthrange(int(year), int(month))[1] if 0 < int(year) < 10_000 else 0:02}"


def amount(figure: Figure) -> str:
    """Return the number or the bounds of a figure, digits in groups of three."""
    signs = {"gt": "> ", "ge": "≥ ", "lt": "< ", "le": "≤ ", "almost": "→ ", "approx": "≈ "}
    numbers = [_grouped(n) for n in (figure.value, figure.low, figure.high) if n is not None]
    return signs.get(figure.comparator, "") + " – ".join(numbers)


def _grouped(number: str) -> str:
    whole, point, rest = number.partition(".")
    return f"{int(whole):,}".replace(",", "\u202f") + point + rest if whole.lstrip("-").isdigit() else number


def _figure(figure: Figure, names: Names) -> Item:
    change = figure.change
    said = _fields(
        value=amount(figure), unit=figure.unit, metric=figure.metric, whole=figure.whole,
        change=f"{change.form} {change.direction}" if change else None, factor=change.factor if change else None,
        modality=None if figure.modality == "fact" else figure.modality, issues=", ".join(figure.issues),
    )  # fmt: skip
    slots = [("of", ref) for ref in figure.of]
    slots += [(slot, ref) for slot, ref in (("period", figure.period), ("base_period", figure.base_period)) if ref]
    links = tuple(Link(s, names.near(r, figure.spans), names.words[r], s in figure.inherited) for s, r in slots)
    return Item(
        figure.id, "f", figure.kind, figure.spans, figure.text, figure.id, figure.rule, fields=said, links=links
    )


def _event(event: Event, names: Names) -> Iterator[Item]:
    links = [_role(event, number, role, names) for number, role in enumerate(event.roles)]
    for slot, refs in (("time", event.time), ("place", event.place), ("figures", event.figures)):
        for ref in refs:
            links.append(Link(slot, names.near(ref, event.sentence), names.words[ref], slot in event.inherited))
    said = _fields(
        kind=event.subtype, lemma=event.trigger.lemma, code=" ".join(c for c in (event.plover, event.cameo) if c)
    )
    yield Item(
        event.id, "v", event.type, event.trigger.spans, event.trigger.text, event.id, event.rule, event.status,
        said, tuple(links),
    )  # fmt: skip
    for number, role in enumerate(event.roles):
        if role.ref is None:
            yield Item(f"{event.id}.{number}", "r", role.role, role.spans, role.text or "")


def _role(event: Event, number: int, role: Role, names: Names) -> Link:
    if role.ref is None:
        return Link(role.role, (f"{event.id}.{number}",), role.text or "", role.inherited)
    return Link(role.role, names.near(role.ref, event.sentence), names.words[role.ref], role.inherited)
