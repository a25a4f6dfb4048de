"""Events found on gold entities, dates and figures: what the event rules do where the layers below make no mistake."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from svodka.clean import Clean, clean
from svodka.collect import collect
from svodka.core.findings import DateFinding, EntityFinding, FigureFinding, MentionFinding, TitleFinding
from svodka.core.records import Record, Spans
from svodka.core.source import Source
from svodka.core.spans import Span
from svodka.core.values import DateValue, FigureValue
from svodka.evaluation.sheets import GOLD
from svodka.language import layers
from svodka.language.morphology import Morphology
from svodka.rules.anchor import Anchor

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TAGS, EVENTS = "svodka_tags", "svodka_events"


def on_gold(gold: Record, nlp: Language) -> Record:
    """Return the record that the event rules make of a gold record's text and lower layers.

    Args:
        gold: A gold record; its events are not looked at.
        nlp: The whole pipeline; only its tags and events run.
    """
    morphology = Morphology()
    source = replace(Source.from_text(gold.text, gold.source.path), media_type=gold.source.media_type)
    cleaned = clean(source, morphology.is_known, morphology.is_adjective)
    doc = nlp.make_doc(cleaned.text)
    doc._.anchor_date = gold.anchor_date.value
    doc = nlp.get_pipe(TAGS)(doc)
    _put_gold(doc, gold, cleaned)
    doc = nlp.get_pipe(EVENTS)(doc)
    record = collect(cleaned, doc, Anchor(gold.anchor_date.value, "none"), GOLD)
    return record.model_copy(update={"doc_id": gold.doc_id})


def _put_gold(doc: Doc, gold: Record, cleaned: Clean) -> None:
    """Write the layers below the events as if components had found them."""

    def spans(given: Spans) -> Spans:
        return tuple(cleaned.offsets.to_clean(Span(*span)) for span in given)

    def values(item: DateValue | FigureValue, model: type[DateValue] | type[FigureValue]) -> dict[str, object]:
        return {name: getattr(item, name) for name in model.model_fields}

    owned = [(number, mention) for number, entity in enumerate(gold.entities) for mention in entity.mentions]
    owned.sort(key=lambda item: item[1].spans)
    mentions: list[MentionFinding] = []
    members: dict[int, list[int]] = {number: [] for number in range(len(gold.entities))}
    for index, (number, mention) in enumerate(owned):
        entity = gold.entities[number]
        members[number].append(index)
        mentions.append(
            MentionFinding(
                spans=spans(mention.spans), rule=mention.rule, label=entity.label, name=mention.name,
                kind=entity.kind, iso=entity.iso,
            )
        )  # fmt: skip
    entities = [
        EntityFinding(
            label=entity.label, name=entity.name, mentions=tuple(members[number]), kind=entity.kind, iso=entity.iso,
            titles=tuple(
                TitleFinding(title=title.title, of=_index(title.of), spans=spans(title.spans))
                for title in entity.titles
            ),
        )
        for number, entity in enumerate(gold.entities)
    ]  # fmt: skip
    dates = [
        DateFinding(spans=spans(date.spans), rule="gold", value=DateValue(**values(date, DateValue)))
        for date in gold.dates
    ]
    figures = [
        FigureFinding(
            spans=spans(figure.spans), rule="gold", value=FigureValue(**values(figure, FigureValue)),
            metric=figure.metric, of=tuple(int(ref[1:]) - 1 for ref in figure.of), period=_index(figure.period),
            base_period=_index(figure.base_period),
        )
        for figure in gold.figures
    ]  # fmt: skip
    for layer, found in (("mentions", mentions), ("entities", entities), ("dates", dates), ("figures", figures)):
        layers.write(doc, layer, found)


def _index(reference: str | None) -> int | None:
    """Return the position in its list that an id stands for."""
    return None if reference is None else int(reference[1:]) - 1
