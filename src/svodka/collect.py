"""Doc to record: findings in the clean text become grounded items of the source, each quote proved on the way."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from svodka.clean import Clean
from svodka.clean.lookalikes import LOOKALIKE
from svodka.core import records
from svodka.core.errors import UngroundedError
from svodka.core.findings import (
    DateFinding,
    EntityFinding,
    EventFinding,
    FigureFinding,
    MentionFinding,
    RoleFinding,
)
from svodka.core.source import Source
from svodka.core.spans import Edit, Span, apply_edits
from svodka.language import layers
from svodka.rules.ontology import codes

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from svodka.rules.anchor import Anchor

Spans = Sequence[tuple[int, int]]
_MESSAGES = {
    "ambiguous_currency": "the currency of the roubles is not named and the document does not settle it",
    "ambiguous_growth": "the wording can mean growth by this much or growth to this much",
    "distributive": "each of several has this much; it is no total",
    "part": "a part of the figure before it, not to be added to it",
}


def collect(cleaned: Clean, doc: Doc, anchor: Anchor, pipeline: records.PipelineInfo) -> records.Record:
    """Return the record of one document.

    Args:
        cleaned: The clean text with its way back to the source.
        doc: The processed clean text.
        anchor: The anchor date that the components used.
        pipeline: What to say of the pipeline.

    Raises:
        UngroundedError: If the evidence of any item does not stand in the source.
    """
    ground = _Ground(cleaned)
    entities = layers.read(doc, "entities", EntityFinding)
    mentions = layers.read(doc, "mentions", MentionFinding)
    figures = list(_figures(ground, layers.read(doc, "figures", FigureFinding)))
    return records.Record(
        doc_id=cleaned.source.doc_id,
        source=_source_info(cleaned.source),
        text=cleaned.source.text,
        anchor_date=records.AnchorDate(
            value=anchor.value, origin=anchor.origin, spans=ground.spans([anchor.span]) if anchor.span else ()
        ),
        entities=tuple(_entities(ground, entities, mentions)),
        dates=tuple(_dates(ground, layers.read(doc, "dates", DateFinding))),
        figures=tuple(figures),
        events=tuple(_events(ground, layers.read(doc, "events", EventFinding))),
        issues=tuple(sorted(_issues(cleaned, figures), key=lambda issue: (issue.spans, issue.code))),
        pipeline=pipeline,
    )


class _Ground:
    """Carry clean spans to the source and prove that the source reads as they do."""

    def __init__(self, cleaned: Clean) -> None:
        self._clean = cleaned
        self._edits = [edit for edit in cleaned.edits if edit.rule != LOOKALIKE]
        self._starts = [edit.start for edit in self._edits]
        self._proved: dict[tuple[int, int], tuple[Span, str]] = {}  # what several items quote is proved once

    def evidence(self, spans: Spans) -> tuple[tuple[Span, ...], str]:
        """Return the source spans of clean spans, and how the possibly discontinuous stretch reads.

        Raises:
            UngroundedError: If the source, with the edits inside a span applied, reads differently.
        """
        proved = [self._prove(span) for span in spans]
        if len(proved) == 1:
            ((span, reading),) = proved
            return (span,), reading
        return tuple([span for span, _ in proved]), " ".join([reading for _, reading in proved])

    def spans(self, spans: Spans) -> tuple[Span, ...]:
        """Return the source spans of clean spans; raises what ``evidence`` raises."""
        return self.evidence(spans)[0]

    def _prove(self, span: tuple[int, int]) -> tuple[Span, str]:
        """Return the source span of a clean span, and how both read."""
        known = self._proved.get(span)
        if known is None:
            clean = Span(*span)
            source, reading = self._clean.offsets.to_source(clean), self._clean.reading(clean)
            if self._read_source(source) != reading:
                raise UngroundedError(f"the source at {source.start}–{source.end} does not read {reading!r}")
            known = self._proved[span] = source, reading
        return known

    def _read_source(self, span: Span) -> str:
        start, end = span
        text = self._clean.source.text[start:end]
        inside = self._edits[bisect_left(self._starts, start) : bisect_right(self._starts, end)]
        if inside:
            moved = [
                Edit(edit.start - start, edit.end - start, edit.text, edit.rule) for edit in inside if edit.end <= end
            ]
            text = apply_edits(text, moved)
        return " ".join(text.split())


def _source_info(source: Source) -> records.SourceInfo:
    pages = source.metadata.get("pages")
    return records.SourceInfo(
        path=source.path,
        media_type=source.media_type,
        encoding=source.encoding,
        sha256=source.sha256,
        size=source.size,
        title=source.metadata.get("title"),
        published=source.metadata.get("published"),
        url=source.metadata.get("url"),
        author=source.metadata.get("author"),
        pages=int(pages) if pages else None,
    )


def _entities(
    ground: _Ground, entities: Sequence[EntityFinding], mentions: Sequence[MentionFinding]
) -> Iterator[records.Entity]:
    count = 0
    for number, entity in enumerate(entities, 1):
        own = []
        for index in entity.mentions:
            count += 1
            mention = mentions[index]
            spans, text = ground.evidence(mention.spans)
            own.append(records.Mention(id=f"m{count}", spans=spans, text=text, name=mention.name, rule=mention.rule))
        titles = tuple(
            records.Title(title=title.title, of=_id("e", title.of), spans=ground.spans(title.spans))
            for title in entity.titles
        )
        yield records.Entity(
            id=f"e{number}", label=entity.label, kind=entity.kind, name=entity.name, iso=entity.iso,
            titles=titles, mentions=tuple(own),
        )  # fmt: skip


def _dates(ground: _Ground, dates: Sequence[DateFinding]) -> Iterator[records.Date]:
    for number, date in enumerate(dates, 1):
        spans, text = ground.evidence(date.spans)
        yield records.Date(id=f"d{number}", spans=spans, text=text, rule=date.rule, **vars(date.value))


def _figures(ground: _Ground, figures: Sequence[FigureFinding]) -> Iterator[records.Figure]:
    for number, figure in enumerate(figures, 1):
        spans, text = ground.evidence(figure.spans)
        yield records.Figure(
            id=f"f{number}",
            spans=spans,
            text=text,
            metric=figure.metric,
            of=_ids("e", figure.of),
            period=_id("d", figure.period),
            base_period=_id("d", figure.base_period),
            whole=figure.whole,
            modality=figure.modality,
            inherited=figure.inherited,
            rule=figure.rule,
            **{**vars(figure.value), "issues": (*figure.value.issues, *_notes(figure))},
        )


def _notes(figure: FigureFinding) -> Iterator[str]:
    """Yield what forbids to add a figure up with others."""
    if figure.distributive:
        yield "distributive"
    if figure.part_of is not None:
        yield "part"


def _events(ground: _Ground, events: Sequence[EventFinding]) -> Iterator[records.Event]:
    for number, event in enumerate(events, 1):
        spans, text = ground.evidence(event.spans)
        plover, cameo = codes(event.type, event.lemma, subtype=event.subtype, status=event.status)
        yield records.Event(
            id=f"v{number}",
            type=event.type,
            subtype=event.subtype,
            status=event.status,
            trigger=records.Trigger(spans=spans, text=text, lemma=event.lemma),
            roles=tuple(_role(ground, role) for role in event.roles),
            time=_ids("d", event.time),
            place=_ids("e", event.place),
            figures=_ids("f", event.figures),
            inherited=event.inherited,
            sentence=ground.spans([event.sentence]),
            plover=plover,
            cameo=cameo,
            rule=event.rule,
        )


def _role(ground: _Ground, role: RoleFinding) -> records.Role:
    ref = _id("e", role.entity) or _id("d", role.date) or _id("f", role.figure)
    if ref is not None:
        return records.Role(role=role.role, ref=ref, inherited=role.inherited)
    spans, text = ground.evidence(role.spans)
    return records.Role(role=role.role, spans=spans, text=text, inherited=role.inherited)


def _id(letter: str, index: int | None) -> str | None:
    return None if index is None else f"{letter}{index + 1}"


def _ids(letter: str, indices: Sequence[int]) -> tuple[str, ...]:
    return tuple([f"{letter}{index + 1}" for index in indices])


def _issues(cleaned: Clean, figures: Sequence[records.Figure]) -> Iterator[records.Issue]:
    """Yield what a user should know: doubts of the reader, ambiguous figures, and words joined without certainty."""
    for notice in cleaned.source.notices:
        yield records.Issue(code=notice.code, message=notice.message)
    for figure in figures:
        for code in figure.issues:
            yield records.Issue(code=code, message=f"{figure.id}: {_MESSAGES[code]}", spans=figure.spans)
    for edit in cleaned.edits:
        if edit.rule == "hyphen.default":
            yield records.Issue(
                code="uncertain_join",
                message=f"a word broken at a line end was joined; it may be written {edit.alternative!r}",
                spans=((edit.start, edit.end),),
            )
