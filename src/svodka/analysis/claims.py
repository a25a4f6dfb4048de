"""Claims: what figures say of one metric, subject, period and unit, in one document and over many.

Figures are statements about the same thing where their slots are equal. A slot that a statement leaves open (no
subject, no period) is filled by agreement only: such a statement joins a claim whose numbers it repeats, and never
contradicts one.
Counts of things («450 договоров») are not measured but enumerated; two different counts conflict only where both name
subject and period.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from svodka.analysis.identity import Key
from svodka.analysis.metrics import canonical
from svodka.core.records import Figure, Record
from svodka.core.values import plain

Verdict = Literal["single", "corroborated", "conflicting", "revised"]
KINDS = frozenset({"count", "money", "percent", "share", "change", "measure"})
HEDGED = frozenset({"approx", "almost", "gt", "ge", "lt", "le"})
REACH = Decimal("0.1")  # how far from its number a hedge may reach: «более 2 млрд» admits 2.1 and not 5
APART = 10  # numbers further apart are about different things, whatever their slots say


@dataclass(frozen=True, slots=True)
class Slots:
    """What a statement is about; ``None`` and an empty tuple are left open."""

    metric: str
    kind: str
    unit: str | None
    direction: str | None
    modality: str
    subjects: tuple[Key, ...]
    period: tuple[str | None, str | None] | None
    whole: str | None

    @property
    def fixed(self) -> tuple[str | None, ...]:
        """The part that must be equal."""
        return self.metric, self.kind, self.unit, self.direction, self.modality

    @property
    def is_complete(self) -> bool:
        """Whether subject and period are named."""
        return bool(self.subjects) and self.period is not None

    def admits(self, other: Slots) -> bool:
        """Tell whether no slot that both name differs."""
        pairs = ((self.subjects, other.subjects), (self.period, other.period), (self.whole, other.whole))
        return all(not mine or not theirs or mine == theirs for mine, theirs in pairs)


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure as a source of a claim."""

    record: Record
    figure: Figure
    slots: Slots

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The number, or the two bounds of a range."""
        return tuple(Decimal(n) for n in (self.figure.value, self.figure.low, self.figure.high) if n is not None)

    @property
    def told(self) -> str | None:
        """The date from which the document speaks."""
        return self.record.source.published or self.record.anchor_date.value

    def agrees(self, other: Statement) -> bool:
        """Tell whether both can be true to a reader.

        Equal numbers agree. An exact number agrees with a hedged one within its reach, and with another exact one that
        says the same in fewer digits. Two hedged numbers that differ do not agree: «почти 75 %», «более 70 %».
        """
        if self.numbers == other.numbers:
            return True
        if len(self.numbers) != 1 or len(other.numbers) != 1:
            return _within(self, other) or _within(other, self)
        hedged = [statement for statement in (self, other) if statement.figure.comparator in HEDGED]
        if len(hedged) == 1:
            exact = other if hedged[0] is self else self
            return _reaches(hedged[0], exact.numbers[0])
        return not hedged and _rounds(self.numbers[0], other.numbers[0])


def _within(ranged: Statement, other: Statement) -> bool:
    low, high = ranged.numbers[0], ranged.numbers[-1]
    return len(ranged.numbers) == 2 and low <= min(other.numbers) <= max(other.numbers) <= high


def _reaches(hedged: Statement, exact: Decimal) -> bool:
    number = hedged.numbers[0]
    far = abs(number) * REACH
    low = number if hedged.figure.comparator in ("gt", "ge") else number - far
    high = number if hedged.figure.comparator in ("lt", "le", "almost") else number + far
    return low <= exact <= high


def _rounds(one: Decimal, other: Decimal) -> bool:
    """Tell whether the coarser of two numbers is the finer one rounded: 1.1 and 1.08 billion."""
    coarse, fine = sorted((one, other), key=lambda n: len(n.normalize().as_tuple().digits))
    digits = coarse.normalize().as_tuple()
    if len(digits.digits) < 2 or not isinstance(digits.exponent, int):
        return False
    return abs(coarse - fine) * 2 <= Decimal(1).scaleb(digits.exponent)


@dataclass(slots=True)
class Claim:
    """Statements about one thing."""

    slots: Slots
    statements: list[Statement] = field(default_factory=list)

    @property
    def verdict(self) -> Verdict:
        """What the statements are to one another.

        Statements that differ are a revision where each document is at one with itself and the documents speak from
        different, known dates; else they conflict.
        """
        if len(self.statements) == 1:
            return "single"
        pairs = [(a, b) for i, a in enumerate(self.statements) for b in self.statements[:i] if not a.agrees(b)]
        if not pairs:
            return "corroborated"
        apart = all(a.told and b.told and a.told != b.told for a, b in pairs)
        return "revised" if apart else "conflicting"

    @property
    def spread(self) -> tuple[str, str]:
        """The least and the greatest number."""
        numbers = [number for statement in self.statements for number in statement.numbers]
        return plain(min(numbers)), plain(max(numbers))


def claims(records: Iterable[Record]) -> list[Claim]:
    """Group the figures of a run into claims, in the order in which their first statements are told."""
    found: list[Claim] = []
    buckets: dict[tuple[str | None, ...], list[Statement]] = {}
    order: dict[tuple[str, str], int] = {}
    for statement in statements(records):
        order[statement.record.doc_id, statement.figure.id] = len(order)
        buckets.setdefault(statement.slots.fixed, []).append(statement)
    for bucket in buckets.values():
        found += _group(bucket)
    for claim in found:
        claim.statements.sort(key=lambda s: order[s.record.doc_id, s.figure.id])
    return sorted(found, key=lambda c: order[c.statements[0].record.doc_id, c.statements[0].figure.id])


def statements(records: Iterable[Record]) -> Iterator[Statement]:
    """Yield what can be compared: figures that have a number and say what they measure or count."""
    for record in records:
        keys = {entity.id: Key.of(entity) for entity in record.entities}
        periods = {date.id: (date.start, date.end) for date in record.dates if date.start or date.end}
        for figure in record.figures:
            metric = _metric(figure)
            if figure.kind in KINDS and metric and (figure.value or (figure.low and figure.high)):
                yield Statement(record, figure, _slots(figure, metric, keys, periods))


def _metric(figure: Figure) -> str:
    """Return the canonical metric; of a count the counted noun."""
    return canonical(figure.metric or (figure.unit if figure.kind == "count" and figure.unit else ""))


def _slots(
    figure: Figure, metric: str, keys: dict[str, Key], periods: dict[str, tuple[str | None, str | None]]
) -> Slots:
    return Slots(
        metric=metric, kind=figure.kind, unit=figure.unit,
        direction=f"{figure.change.form} {figure.change.direction}" if figure.change else None,
        modality=figure.modality, subjects=tuple(sorted({keys[ref] for ref in figure.of}, key=str)),
        period=periods.get(figure.period or ""), whole=canonical(figure.whole) if figure.whole else None,
    )  # fmt: skip


def _group(bucket: Sequence[Statement]) -> list[Claim]:
    """Group statements of one metric: first those that name the same slots, then those that leave some open."""
    found: list[Claim] = []
    for statement in bucket:
        claim = next((claim for claim in found if _same(claim, statement)), None)
        if claim:
            claim.statements.append(statement)
        else:
            found.append(Claim(statement.slots, [statement]))
    merged: list[Claim] = []
    for claim in sorted(found, key=lambda c: not c.slots.is_complete):
        host = next((other for other in merged if _agree(other, claim)), None)
        if host:
            host.statements += claim.statements
        else:
            merged.append(claim)
    return merged


def _same(claim: Claim, statement: Statement) -> bool:
    if claim.slots != statement.slots:
        return False
    comparable = statement.slots.is_complete or (statement.slots.kind != "count" and _in_one_document(claim, statement))
    return all(statement.agrees(other) or (comparable and _near(statement, other)) for other in claim.statements)


def _near(one: Statement, other: Statement) -> bool:
    numbers = [abs(number) for number in (*one.numbers, *other.numbers)]
    return max(numbers) <= APART * min(numbers)


def _in_one_document(claim: Claim, statement: Statement) -> bool:
    """Tell whether the document can be its own witness: an undated statement is about the time of its document."""
    return bool(statement.slots.subjects) and all(
        other.record.doc_id == statement.record.doc_id for other in claim.statements
    )


def _agree(one: Claim, other: Claim) -> bool:
    return one.slots.admits(other.slots) and all(a.agrees(b) for a in one.statements for b in other.statements)
