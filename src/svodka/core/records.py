"""The record: what svodka says about one document. These models are the contract; the JSON Schema comes from them.

Spans are half-open pairs of code-point offsets into ``Record.text``; a mention has several where it is discontinuous.
Absent is ``null``. A record holds no clock time, host, path of the machine or any other fact that could differ between
two runs over the same bytes.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from svodka.core.preview import to_html
from svodka.core.values import DateValue, FigureValue, Frozen

SCHEMA_VERSION: Literal["1"] = "1"

Spans = tuple[tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]], ...]
Quote = Annotated[str, Field(min_length=1)]
EntityLabel = Literal["PER", "ORG", "LOC", "EVT", "DOC"]
EntityKind = Literal[
    "country", "region", "district", "city", "union", "macroregion", "facility",
    "authority", "company", "education", "health", "culture", "association", "zone", "media", "military", "research",
    "international", "forum", "exhibition", "fair", "holiday", "competition", "festival", "anniversary",
    "treaty", "agreement", "protocol", "plan", "contract", "law", "programme", "other",
]  # fmt: skip
EventType = Literal[
    "VISIT", "MEETING", "AGREEMENT", "CONTRACT", "SUPPLY", "JOINT_VENTURE", "INVESTMENT", "STATISTIC", "FORUM",
    "CONSTRUCTION", "HUMANITARIAN", "COOPERATION", "DECISION", "STATEMENT", "APPOINTMENT", "CELEBRATION",
]  # fmt: skip
Status = Literal["occurred", "ongoing", "planned", "proposed", "negated"]


class Found(Frozen):
    """Something that stands in the source: where, and its clean reading (joins resolved, white space collapsed)."""

    id: str
    spans: Spans
    text: Quote


class SourceInfo(Frozen):
    """Where the text came from."""

    path: str
    media_type: str
    encoding: str | None
    sha256: str
    size: int
    title: str | None = None
    published: str | None = None
    url: str | None = None
    author: str | None = None
    pages: int | None = None


class AnchorDate(Frozen):
    """The date from which relative expressions count, and how it is known. It is never taken from a clock."""

    value: str | None = None
    origin: Literal["option", "metadata", "dateline", "url", "text", "none"] = "none"
    spans: Spans = ()


class Title(Frozen):
    """A post that a person holds; ``of`` is the id of the organisation or place."""

    title: str
    of: str | None = None
    spans: Spans


class Mention(Found):
    """One stretch of text that names the entity; ``name`` is its own normal form."""

    name: str
    rule: str


class Entity(Frozen):
    """One real thing with all its mentions."""

    id: str
    label: EntityLabel
    kind: EntityKind | None = None
    name: str
    iso: str | None = None
    wikidata: str | None = None
    titles: tuple[Title, ...] = ()
    mentions: Annotated[tuple[Mention, ...], Field(min_length=1)]


class Date(DateValue, Found):
    """When."""

    rule: str


class Figure(FigureValue, Found):
    """How much of what, whose, for which period. ``inherited`` names the slots filled from outside the sentence."""

    metric: str | None = None
    of: tuple[str, ...] = ()
    period: str | None = None
    base_period: str | None = None
    whole: str | None = None
    modality: Literal["fact", "plan"] = "fact"
    inherited: tuple[Literal["of", "period", "base_period"], ...] = ()
    rule: str


class Trigger(Frozen):
    """The word that tells the event."""

    spans: Spans
    text: Quote
    lemma: str


class Role(Frozen):
    """A participant of an event: the id of an entity, date or figure, or the text that names it."""

    role: str
    ref: str | None = None
    spans: Spans = ()
    text: str | None = None
    inherited: bool = False

    @model_validator(mode="after")
    def _has_one_filler(self) -> Role:
        if (self.ref is None) == (self.text is None):
            raise ValueError("a role is filled by a ref or by a text, not by both or neither")
        if (self.text is None) != (not self.spans):
            raise ValueError("a text filler has spans, a ref has none")
        return self


class Event(Frozen):
    """What happened: one happening in one sentence. ``inherited`` names the slots filled from outside the sentence."""

    id: str
    type: EventType
    subtype: str | None = None
    status: Status
    trigger: Trigger
    roles: tuple[Role, ...] = ()
    time: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    inherited: tuple[Literal["time", "place"], ...] = ()
    sentence: Spans
    plover: str | None = None
    cameo: str | None = None
    rule: str


class Issue(Frozen):
    """Something that a reader of the record should know: an ambiguity, a repaired defect, a doubtful reading."""

    code: str
    message: str
    spans: Spans = ()


class PipelineInfo(Frozen):
    """Which pipeline wrote the record, by name, version and content hashes."""

    name: str
    version: str
    config_sha256: str
    model_sha256: str


class Record(Frozen):
    """Everything svodka found in one document."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    doc_id: str
    source: SourceInfo
    text: str
    anchor_date: AnchorDate
    entities: tuple[Entity, ...] = ()
    dates: tuple[Date, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    issues: tuple[Issue, ...] = ()
    pipeline: PipelineInfo

    def to_json(self, indent: int | None = None) -> str:
        """Return the canonical JSON: fields in schema order, no needless white space unless ``indent`` asks for it."""
        return self.model_dump_json(indent=indent)

    @classmethod
    def from_json(cls, line: str | bytes) -> Record:
        """Read a record back; raises ``pydantic.ValidationError`` where it departs from the schema."""
        return cls.model_validate_json(line)

    def _repr_html_(self) -> str:
        """Return what a notebook shows of the record."""
        return to_html(self)


class Failure(Frozen):
    """A document that gave no record, with the stage that refused it and a stable code."""

    doc_id: str | None
    path: str
    stage: Literal["ingest", "clean", "nlp", "collect"]
    code: str
    message: str

    def to_json(self) -> str:
        """Return the canonical JSON."""
        return self.model_dump_json()


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a record."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Record.model_json_schema(mode="serialization"),
    }


def schema_json() -> str:
    """Return the schema as indented JSON text.

    Examples:
        >>> '"title": "Record"' in schema_json()
        True
    """
    return json.dumps(schema(), ensure_ascii=False, indent=2, sort_keys=True)
