"""The gold sheet: the form in which people annotate a document, in TOML, with quotes instead of offsets.

``corpus/GUIDELINES.md`` explains it. A sheet may be split into several files; entities of one name are one
entity.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from svodka.core.errors import SvodkaError
from svodka.core.records import EntityKind, EntityLabel, EventType, Status
from svodka.core.values import (
    Change,
    Comparator,
    DateRole,
    FigureKind,
    Frozen,
    Grain,
    ResolvedBy,
    TimexMod,
)

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib  # type: ignore[import-not-found,unused-ignore]


class SheetError(SvodkaError):
    """A gold sheet cannot be read, or does not fit its source."""

    code = "sheet"

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class SheetEntity(Frozen):
    """An entity; its nominative name is its key."""

    name: str
    label: EntityLabel
    kind: EntityKind | None = None
    iso: str | None = None
    wikidata: str | None = None


class SheetMention(Frozen):
    """Where an entity is named; ``how`` tells what is no proper mention."""

    q: str
    e: str
    how: Literal["adjective", "inhabitant"] | None = None


class SheetTitle(Frozen):
    """A post, its holder, and the organisation or place it belongs to."""

    q: str
    who: str
    title: str
    of: str | None = None


class SheetTimex(Frozen):
    """The part of a TIMEX3 that does not follow from the EDTF."""

    type: Literal["DATE", "TIME", "DURATION", "SET"] | None = None
    value: str | None = None
    mod: TimexMod | None = None
    quant: str | None = None
    freq: str | None = None


class SheetDate(Frozen):
    """A date; bounds, grain and TIMEX3 follow from the EDTF where not given. ``""`` stands for null."""

    q: str
    edtf: str
    grain: Grain | None = None
    role: DateRole | None = None
    by: ResolvedBy = "explicit"
    timex: SheetTimex = SheetTimex()
    start: str | None = None
    end: str | None = None
    alternatives: tuple[str, ...] = ()


class SheetFigure(Frozen):
    """A figure; ``of`` names entities, ``period`` and ``base_period`` quote dates."""

    q: str
    kind: FigureKind
    value: str | None = None
    low: str | None = None
    high: str | None = None
    cmp: Comparator = "eq"
    unit: str | None = None
    change: Change | None = None
    metric: str | None = None
    of: tuple[str, ...] = ()
    period: str | None = None
    base_period: str | None = None
    whole: str | None = None
    modality: Literal["fact", "plan"] = "fact"
    basis: Literal["explicit", "document"] | None = None
    issues: tuple[str, ...] = ()


class SheetEvent(Frozen):
    """An event; ``t`` quotes the trigger, fillers are ``@Entity``, a quote, or ``s12:quote`` of elsewhere."""

    t: str
    type: EventType
    subtype: str | None = None
    status: Status
    roles: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    time: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


class SheetSentence(Frozen):
    """A sentence as copied from the source, and everything that stands in it."""

    id: str
    text: str
    mentions: tuple[SheetMention, ...] = ()
    titles: tuple[SheetTitle, ...] = ()
    dates: tuple[SheetDate, ...] = ()
    figures: tuple[SheetFigure, ...] = ()
    events: tuple[SheetEvent, ...] = ()


class SheetAnchor(Frozen):
    """The anchor date; ``q`` is the quote that gives it, as ``s12:quote``."""

    value: str
    origin: Literal["option", "metadata", "dateline", "url", "text"] = "text"
    q: str | None = None


class Sheet(Frozen):
    """All files of one document's gold sheet."""

    entity: tuple[SheetEntity, ...] = ()
    sentence: tuple[SheetSentence, ...] = ()
    anchor: SheetAnchor | None = None


def parse_sheet(text: str, name: str = "sheet") -> Sheet:
    r"""Read one file of a gold sheet.

    Raises:
        SheetError: If it is no TOML or departs from the form.

    Examples:
        >>> parse_sheet('[[sentence]]\nid = "s0"\ntext = "Минск."').sentence[0].text
        'Минск.'
    """
    try:
        return Sheet.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise SheetError([f"{name}: no TOML: {error}"]) from error
    except ValidationError as error:
        places = [".".join(map(str, e["loc"])) + f": {e['msg']}" for e in error.errors()]
        raise SheetError([f"{name}: {place}" for place in places]) from error


def read_sheet(paths: Sequence[Path]) -> Sheet:
    """Read the files of a gold sheet, in the order given, and join them.

    Raises:
        SheetError: If a file departs from the form or two files disagree about an entity or a sentence id.
    """
    parts = [parse_sheet(path.read_text(encoding="utf-8"), path.name) for path in paths]
    entities, problems = _merge([entity for part in parts for entity in part.entity])
    sentences = [sentence for part in parts for sentence in part.sentence]
    ids = [sentence.id for sentence in sentences]
    problems += [f"sentence id {i} is not unique" for i in sorted({i for i in ids if ids.count(i) > 1})]
    if problems:
        raise SheetError(problems)
    anchor = next((part.anchor for part in parts if part.anchor), None)
    return Sheet(entity=entities, sentence=tuple(sentences), anchor=anchor)


def _merge(entities: Sequence[SheetEntity]) -> tuple[tuple[SheetEntity, ...], list[str]]:
    """Join declarations of one name; what one file leaves out another may say."""
    merged: dict[str, SheetEntity] = {}
    problems = []
    for entity in entities:
        known = merged.setdefault(entity.name, entity)
        said = {key: value for key, value in entity.model_dump().items() if value is not None}
        problems += [
            f"entity {entity.name}: {key} is {getattr(known, key)} and {value}"
            for key, value in said.items()
            if getattr(known, key) not in (None, value)
        ]
        merged[entity.name] = known.model_copy(update=said)
    return tuple(merged.values()), problems
