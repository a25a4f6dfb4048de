"""Checking a gold record: what no schema can see. Each problem says where it is.

Wrong offsets, readings that are not what stands there, dangling references, kinds, roles and subtypes that
the ontology does not have, impossible EDTF, bounds that contradict it, events without a core role, ids out
of order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from pydantic import ValidationError

from svodka.core import edtf
from svodka.core.records import Date, Event, Figure, Record, Spans
from svodka.core.spans import overlap
from svodka.core.values import plain
from svodka.evaluation.locate import reads_as
from svodka.rules.ontology import ENTITY_KINDS, EVENT_TYPES


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where: an id of the record, or a path into its JSON."""

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


def check_json(data: str | bytes) -> tuple[Problem, ...]:
    """Check a gold file: the schema first, then everything else."""
    try:
        return check(Record.from_json(data))
    except ValidationError as error:
        return tuple(Problem(".".join(map(str, e["loc"])), e["msg"]) for e in error.errors())


def check(record: Record) -> tuple[Problem, ...]:
    """Return all problems of a record, none if it is sound."""
    steps: tuple[Callable[[Record], Iterator[Problem]], ...] = (
        _identity, _quotes, _order, _references, _kinds, _dates, _figures, _events,
    )  # fmt: skip
    return tuple(problem for step in steps for problem in step(record))


def doubts(record: Record) -> tuple[Problem, ...]:
    """Return what need not be wrong but should be looked at: spans that begin or end inside a word."""
    return tuple(
        Problem(where, f"an edge of {spans} stands inside a word")
        for where, spans, _ in _grounded(record)
        if any(_cuts_word(record.text, edge) for span in spans for edge in span)
    )


def _identity(record: Record) -> Iterator[Problem]:
    if record.doc_id.split("#")[0] != record.source.sha256[:16]:
        yield Problem("doc_id", "is not the beginning of source.sha256")


def _quotes(record: Record) -> Iterator[Problem]:
    """Check offsets, and that what is quoted stands there."""
    for where, spans, text in _grounded(record):
        wrong = _wrong_spans(spans, len(record.text))
        if wrong:
            yield Problem(where, wrong)
        elif text is not None and not reads_as(record.text, spans, text):
            there = " … ".join(record.text[start:end] for start, end in spans)
            yield Problem(where, f"text {text!r} is not what stands there: {there!r}")


def _grounded(record: Record) -> Iterator[tuple[str, Spans, str | None]]:
    for entity in record.entities:
        yield from ((f"{entity.id} {m.id}", m.spans, m.text) for m in entity.mentions)
        yield from ((f"{entity.id} title {t.title}", t.spans, None) for t in entity.titles)
    values: tuple[Date | Figure, ...] = (*record.dates, *record.figures)
    yield from ((value.id, value.spans, value.text) for value in values)
    for event in record.events:
        yield f"{event.id} trigger", event.trigger.spans, event.trigger.text
        yield f"{event.id} sentence", event.sentence, None
        yield from ((f"{event.id} {r.role}", r.spans, r.text) for r in event.roles if r.text is not None)


def _wrong_spans(spans: Spans, length: int) -> str | None:
    if not spans:
        return "has no span"
    if any(not 0 <= start < end <= length for start, end in spans):
        return f"a span of {spans} is empty or outside the text"
    return "spans overlap or are out of order" if any(a[1] > b[0] for a, b in pairwise(spans)) else None


def _cuts_word(text: str, edge: int) -> bool:
    """Tell whether letters, or digits, stand on both sides of an offset."""
    around = text[max(0, edge - 1) : edge + 1]
    return len(around) == 2 and (around.isalpha() or around.isdigit())


def _order(record: Record) -> Iterator[Problem]:
    """Check that ids are unique and count in text order."""
    layers: tuple[tuple[str, list[tuple[str, Spans]]], ...] = (
        ("e", [(e.id, e.mentions[0].spans) for e in record.entities]),
        ("d", [(d.id, d.spans) for d in record.dates]),
        ("f", [(f.id, f.spans) for f in record.figures]),
        ("v", [(v.id, v.trigger.spans) for v in record.events]),
    )
    for letter, items in layers:
        yield from _order_of(letter, items)
    mentions = [mention.id for entity in record.entities for mention in entity.mentions]
    yield from (Problem(i, "mention id is not unique") for i in sorted({i for i in mentions if mentions.count(i) > 1}))
    for entity in record.entities:
        if any(after.spans < before.spans for before, after in pairwise(entity.mentions)):
            yield Problem(entity.id, "mentions are not in text order")
        yield from (
            Problem(f"{entity.id} {after.id}", f"is {before.id} again")
            for before, after in pairwise(entity.mentions)
            if after.spans == before.spans
        )


def _order_of(letter: str, items: Sequence[tuple[str, Spans]]) -> Iterator[Problem]:
    for number, (identifier, _) in enumerate(items, 1):
        if identifier != f"{letter}{number}":
            yield Problem(identifier, f"should be {letter}{number}: ids are unique and count in text order")
    for before, after in pairwise(items):
        if after[1] < before[1]:
            yield Problem(after[0], f"stands before {before[0]} in the text")
        if after[1] == before[1] and letter in "df":
            yield Problem(after[0], f"has the spans of {before[0]}")


def _references(record: Record) -> Iterator[Problem]:
    entities = {entity.id for entity in record.entities}
    dates, figures = {date.id for date in record.dates}, {figure.id for figure in record.figures}
    uses: list[tuple[str, str, set[str]]] = []
    for entity in record.entities:
        uses += [(f"{entity.id} title", title.of, entities) for title in entity.titles if title.of]
    for figure in record.figures:
        uses += [(f"{figure.id} of", identifier, entities) for identifier in figure.of]
        uses += [(f"{figure.id} period", i, dates) for i in (figure.period, figure.base_period) if i]
    for event in record.events:
        uses += [(f"{event.id} {role.role}", role.ref, entities | dates | figures) for role in event.roles if role.ref]
        uses += [(f"{event.id} time", identifier, dates) for identifier in event.time]
        uses += [(f"{event.id} place", identifier, entities) for identifier in event.place]
        uses += [(f"{event.id} figures", identifier, figures) for identifier in event.figures]
    for where, identifier, known in uses:
        if identifier not in known:
            yield Problem(where, f"refers to {identifier}, which is not there")


def _kinds(record: Record) -> Iterator[Problem]:
    for entity in record.entities:
        if entity.kind is not None and entity.kind not in ENTITY_KINDS[entity.label]:
            yield Problem(entity.id, f"{entity.label} has no kind {entity.kind}")
        if entity.kind is None and ENTITY_KINDS[entity.label]:
            yield Problem(entity.id, f"{entity.label} needs a kind")
        if entity.titles and entity.label != "PER":
            yield Problem(entity.id, "only persons have titles")


def _dates(record: Record) -> Iterator[Problem]:
    for date in record.dates:
        if date.edtf is None:
            if date.start or date.end:
                yield Problem(date.id, "has bounds but no EDTF")
        elif not edtf.is_valid(date.edtf):
            yield Problem(date.id, f"impossible EDTF {date.edtf!r}")
        elif not _agrees(date):
            expected = edtf.bounds(date.edtf, date.timex3.mod)
            yield Problem(date.id, f"bounds {date.start}..{date.end} contradict {date.edtf!r}: {expected}")
        yield from (Problem(date.id, f"impossible EDTF {a!r}") for a in date.alternatives if not edtf.is_valid(a))


def _agrees(date: Date) -> bool:
    """Tell whether the bounds are those of the EDTF; «XIX век» may be read as 1801 to 1900."""
    if date.edtf is None:
        return False
    expected = edtf.bounds(date.edtf, date.timex3.mod)
    if date.grain == "century" and date.start and date.end:
        return any((date.start, date.end) == b for b in (expected, _counted_from_one(expected)))
    return (date.start, date.end) == expected


def _counted_from_one(bounds: tuple[str | None, str | None]) -> tuple[str, str]:
    start, end = (str(int(bound[:4]) + 1) + bound[4:] if bound else "" for bound in bounds)
    return start, end


def _figures(record: Record) -> Iterator[Problem]:
    for figure in record.figures:
        change = figure.change.factor if figure.change else None
        for number in (figure.value, figure.low, figure.high, change):
            if number is not None and not _is_plain(number):
                yield Problem(figure.id, f"{number!r} is not a plain decimal")
        if (figure.kind == "change") != (figure.change is not None):
            yield Problem(figure.id, "a figure of kind change has a change, others have none")
        if figure.value is None and figure.low is None and figure.high is None and not figure.issues:
            yield Problem(figure.id, "has neither value nor bounds, and no issue that says why")


def _is_plain(number: str) -> bool:
    try:
        return plain(Decimal(number)) == number
    except InvalidOperation:
        return False


def _events(record: Record) -> Iterator[Problem]:
    for event in record.events:
        row = EVENT_TYPES[event.type]
        names = [role.role for role in event.roles]
        yield from (Problem(event.id, f"{event.type} has no role {name}") for name in names if name not in row.roles)
        if not set(names) & set(row.core):
            yield Problem(event.id, f"{event.type} has none of its core roles {', '.join(row.core)}")
        if event.subtype is not None and event.subtype not in row.subtypes:
            yield Problem(event.id, f"{event.type} has no subtype {event.subtype}")
        yield from _outside(event)


def _outside(event: Event) -> Iterator[Problem]:
    """Check that trigger and text fillers stand in the event's sentence, unless marked as inherited."""
    if not overlap(event.trigger.spans, event.sentence):
        yield Problem(event.id, "the trigger stands outside the sentence")
    for role in event.roles:
        if role.spans and not role.inherited and not overlap(role.spans, event.sentence):
            yield Problem(event.id, f"{role.role} stands outside the sentence and is not marked inherited")
