"""What the components find in a cleaned text, before it becomes a record.

Spans are offsets into the cleaned text; references are positions in the list of the other layer (the second date is 1).
All of it is JSON-ready, so that a spaCy ``Doc`` can carry and serialise it.
"""

from __future__ import annotations

from typing import Literal

from svodka.core.records import EntityKind, EntityLabel, EventType, Spans, Status
from svodka.core.values import DateValue, FigureValue, Frozen


class Finding(Frozen):
    """Evidence in the cleaned text and the rule that found it."""

    spans: Spans
    rule: str

    @property
    def start(self) -> int:
        """Where the evidence begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where the evidence ends."""
        return self.spans[-1][1]


class MentionFinding(Finding):
    """A name, with its normal form and, for a place of the gazetteer, its code."""

    label: EntityLabel
    name: str
    kind: EntityKind | None = None
    iso: str | None = None


class TitleFinding(Frozen):
    """A post of a person; ``of`` is a position in the list of entities."""

    title: str
    of: int | None
    spans: Spans


class EntityFinding(Frozen):
    """One thing: positions of its mentions, and what is known of it."""

    label: EntityLabel
    name: str
    mentions: tuple[int, ...]
    kind: EntityKind | None = None
    iso: str | None = None
    titles: tuple[TitleFinding, ...] = ()


class DateFinding(Finding):
    """A date expression with its resolved value."""

    value: DateValue


class FigureFinding(Finding):
    """A figure with its slots: positions of entities and dates.

    ``part_of`` is the position of the figure of which it is a part; ``inherited`` names the slots that the sentence
    leaves out, ``steps`` the steps that told them.
    """

    value: FigureValue
    metric: str | None = None
    of: tuple[int, ...] = ()
    period: int | None = None
    base_period: int | None = None
    whole: str | None = None
    modality: Literal["fact", "plan"] = "fact"
    distributive: bool = False
    part_of: int | None = None
    inherited: tuple[Literal["of", "period", "base_period"], ...] = ()
    steps: tuple[str, ...] = ()


class RoleFinding(Frozen):
    """A role's filler: a position in the list of entities, dates or figures, or evidence of its own.

    ``place`` says where the frame found it, or which rule of inheritance gave it.
    """

    role: str
    entity: int | None = None
    date: int | None = None
    figure: int | None = None
    spans: Spans = ()
    inherited: bool = False
    place: str = ""


class EventFinding(Finding):
    """An event; its evidence is the trigger."""

    type: EventType
    subtype: str | None
    status: Status
    lemma: str
    roles: tuple[RoleFinding, ...]
    time: tuple[int, ...]
    place: tuple[int, ...]
    figures: tuple[int, ...]
    inherited: tuple[Literal["time", "place"], ...] = ()
    sentence: tuple[int, int]
