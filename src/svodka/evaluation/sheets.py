"""Building a gold record from a gold sheet: quotes become spans, names become ids, values are completed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Literal

from svodka.core.records import (
    AnchorDate,
    Date,
    Entity,
    Event,
    Figure,
    Mention,
    PipelineInfo,
    Record,
    Role,
    SourceInfo,
    Title,
    Trigger,
)
from svodka.core.source import Source
from svodka.evaluation.locate import locate
from svodka.evaluation.sheet_form import (
    Sheet,
    SheetDate,
    SheetError,
    SheetEvent,
    SheetFigure,
    SheetMention,
    read_sheet,
)
from svodka.evaluation.sheet_refs import Place, Refs
from svodka.evaluation.sheet_values import date_value, figure_value
from svodka.rules.ontology import codes

GOLD = PipelineInfo(name="gold", version="1", config_sha256="", model_sha256="")
Lemmatize = Callable[[str], str]


def build_files(sheets: Sequence[Path], source: Path, name: str, lemmatize: Lemmatize = str.lower) -> Record:
    """Build a gold record from the files of a sheet and a source in UTF-8.

    Args:
        sheets: Files of the sheet, in text order.
        source: The annotated file.
        name: The path that the record gives its source, relative to the project.
        lemmatize: Gives the lemma of a trigger; by default its lower-case form.

    Raises:
        SheetError: With every problem found.
    """
    return build(read_sheet(sheets), read_source(source, name), lemmatize)


def read_source(path: Path, name: str) -> Source:
    """Read a file in UTF-8 without touching its line ends."""
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    return Source(data.decode("utf-8-sig"), name, "text/plain", "utf-8", digest, len(data))


def build(sheet: Sheet, source: Source, lemmatize: Lemmatize = str.lower) -> Record:
    """Build the gold record of a sheet.

    Raises:
        SheetError: With every quote that is not found, every undeclared name and every impossible value.
    """
    try:
        located = locate(source.text, [sentence.text for sentence in sheet.sentence])
    except ValueError as error:
        raise SheetError([str(error)]) from error
    refs = Refs(dict(zip((sentence.id for sentence in sheet.sentence), located, strict=True)))
    entities, dates = _entities(sheet, refs), _dates(sheet, refs)
    record = Record(
        doc_id=source.doc_id,
        source=_source_info(source),
        text=source.text,
        anchor_date=_anchor(sheet, refs),
        entities=entities,
        dates=dates,
        figures=_figures(sheet, refs),
        events=_events(sheet, refs, lemmatize),
        pipeline=GOLD,
    )
    if refs.problems:
        raise SheetError(refs.problems)
    return record


def _source_info(source: Source) -> SourceInfo:
    """Return what a record says about its source; a sheet knows no metadata."""
    return SourceInfo(
        path=source.path,
        media_type=source.media_type,
        encoding=source.encoding,
        sha256=source.sha256,
        size=source.size,
    )


def _anchor(sheet: Sheet, refs: Refs) -> AnchorDate:
    given = sheet.anchor
    if given is None:
        return AnchorDate()
    place = refs.find("anchor", given.q) if given.q else None
    return AnchorDate(value=given.value, origin=given.origin, spans=place.spans if place else ())


_Clusters = dict[str, list[tuple[Place, SheetMention]]]


def _clusters(sheet: Sheet, refs: Refs) -> _Clusters:
    """Return the mentions of each entity, in text order, entities by first mention."""
    clusters: _Clusters = {entity.name: [] for entity in sheet.entity}
    for sentence in sheet.sentence:
        for form in sentence.mentions:
            place = refs.find(sentence.id, form.q)
            if form.e not in clusters:
                refs.problems.append(f"{sentence.id}: unknown entity {form.e!r}")
            elif place:
                clusters[form.e].append((place, form))
    refs.problems.extend(f"entity {name!r} has no mention" for name, members in clusters.items() if not members)
    for members in clusters.values():
        members.sort(key=lambda member: member[0].spans)
    ordered = sorted((members[0][0].spans, name) for name, members in clusters.items() if members)
    return {name: clusters[name] for _, name in ordered}


def _entities(sheet: Sheet, refs: Refs) -> tuple[Entity, ...]:
    """Build the entities, numbered by first mention; their mentions are numbered through in that order."""
    clusters = _clusters(sheet, refs)
    _register(clusters, refs)
    titles = _titles(sheet, refs)
    forms = {entity.name: entity for entity in sheet.entity}
    entities: list[Entity] = []
    number = 1
    for name, members in clusters.items():
        declared, identifier = forms[name], refs.entities[name]
        mentions = tuple(_mention(n, name, *member) for n, member in enumerate(members, number))
        number += len(mentions)
        entities.append(
            Entity(
                id=identifier,
                label=declared.label,
                kind=declared.kind,
                name=name,
                iso=declared.iso,
                wikidata=declared.wikidata,
                titles=tuple(titles.get(identifier, ())),
                mentions=mentions,
            )
        )
    return tuple(entities)


def _register(clusters: _Clusters, refs: Refs) -> None:
    """Make entities known to later layers."""
    for number, (name, members) in enumerate(clusters.items(), 1):
        refs.entities[name] = f"e{number}"
        for place, _ in members:
            refs.homes.add((f"e{number}", place.sentence))
            refs.learn(place, f"e{number}")


def _mention(number: int, name: str, place: Place, form: SheetMention) -> Mention:
    rule = f"gold.{form.how}" if form.how else "gold"
    return Mention(id=f"m{number}", spans=place.spans, text=place.text, name=name, rule=rule)


def _titles(sheet: Sheet, refs: Refs) -> dict[str, list[Title]]:
    """Return the posts of each entity, in text order."""
    found: dict[str, list[Title]] = {}
    for sentence in sheet.sentence:
        for form in sentence.titles:
            place, holder = refs.find(sentence.id, form.q), refs.entity(sentence.id, form.who)
            of = refs.entity(sentence.id, form.of) if form.of else None
            if place and holder:
                found.setdefault(holder, []).append(Title(title=form.title, of=of, spans=place.spans))
    return {holder: sorted(titles, key=lambda title: title.spans) for holder, titles in found.items()}


def _dates(sheet: Sheet, refs: Refs) -> tuple[Date, ...]:
    found: list[tuple[Place, SheetDate]] = []
    for sentence in sheet.sentence:
        for form in sentence.dates:
            if place := refs.find(sentence.id, form.q):
                found.append((place, form))
    found.sort(key=lambda item: item[0].spans)
    dates: list[Date] = []
    for place, form in found:
        try:
            value = date_value(form)
        except ValueError as error:
            refs.problems.append(f"{place.sentence}: {form.q!r}: {error}")
            continue
        identifier = f"d{len(dates) + 1}"
        refs.learn(place, identifier)
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        dates.append(Date(id=identifier, spans=place.spans, text=place.text, rule="gold", **fields))
    return tuple(dates)


def _figures(sheet: Sheet, refs: Refs) -> tuple[Figure, ...]:
    found: list[tuple[Place, SheetFigure]] = []
    for sentence in sheet.sentence:
        for form in sentence.figures:
            if place := refs.find(sentence.id, form.q):
                found.append((place, form))
    found.sort(key=lambda item: item[0].spans)
    for number, (place, _) in enumerate(found, 1):
        refs.learn(place, f"f{number}")
    return tuple(_figure(f"f{number}", place, form, refs) for number, (place, form) in enumerate(found, 1))


def _figure(identifier: str, place: Place, form: SheetFigure, refs: Refs) -> Figure:
    """Build a figure; slots filled from another sentence are named in ``inherited``."""
    home = place.sentence
    of = [refs.thing(home, name if name.startswith("@") else f"@{name}") for name in form.of]
    period = refs.value(home, form.period, "d") if form.period else None
    base = refs.value(home, form.base_period, "d") if form.base_period else None
    value = figure_value(form)
    fields = {name: getattr(value, name) for name in type(value).model_fields}
    slots: tuple[tuple[Literal["of", "period", "base_period"], list[tuple[str, bool] | None]], ...] = (
        ("of", of),
        ("period", [period]),
        ("base_period", [base]),
    )
    return Figure(
        id=identifier, spans=place.spans, text=place.text, rule="gold", metric=form.metric,
        of=tuple(ref[0] for ref in of if ref), period=period and period[0], base_period=base and base[0],
        whole=form.whole, modality=form.modality,
        inherited=tuple(slot for slot, refs_ in slots if any(ref and ref[1] for ref in refs_)), **fields,
    )  # fmt: skip


def _events(sheet: Sheet, refs: Refs, lemmatize: Lemmatize) -> tuple[Event, ...]:
    found: list[tuple[Place, SheetEvent]] = []
    for sentence in sheet.sentence:
        for form in sentence.events:
            if place := refs.find(sentence.id, form.t):
                found.append((place, form))
    found.sort(key=lambda item: item[0].spans)
    return tuple(_event(f"v{n}", place, form, refs, lemmatize) for n, (place, form) in enumerate(found, 1))


def _event(identifier: str, place: Place, form: SheetEvent, refs: Refs, lemmatize: Lemmatize) -> Event:
    home = place.sentence
    time = [refs.value(home, quote, "d") for quote in form.time]
    places = [refs.thing(home, filler) for filler in form.place]
    figures = [refs.value(home, quote, "f") for quote in form.figures]
    slots: tuple[tuple[Literal["time", "place"], list[tuple[str, bool] | None]], ...] = (
        ("time", time),
        ("place", places),
    )
    lemma = lemmatize(place.text)
    plover, cameo = codes(form.type, lemma)
    span = refs.sentences[home].span
    return Event(
        id=identifier, type=form.type, subtype=form.subtype, status=form.status,
        trigger=Trigger(spans=place.spans, text=place.text, lemma=lemma), roles=_roles(home, form, refs),
        time=_ids(time), place=_ids(places), figures=_ids(figures),
        inherited=tuple(slot for slot, refs_ in slots if any(ref and ref[1] for ref in refs_)),
        sentence=((span.start, span.end),), plover=plover, cameo=cameo, rule="gold",
    )  # fmt: skip


def _roles(home: str, form: SheetEvent, refs: Refs) -> tuple[Role, ...]:
    roles = [refs.role(home, name, filler) for name, fillers in form.roles.items() for filler in fillers]
    return tuple(role for role in roles if role)


def _ids(found: Iterable[tuple[str, bool] | None]) -> tuple[str, ...]:
    return tuple(ref[0] for ref in found if ref)
