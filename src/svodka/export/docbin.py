"""spaCy: the clean text of each record as a ``Doc`` with its layers as span groups, packed in a ``DocBin``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import DocBin

from svodka.analysis.reading import clean_of
from svodka.core.records import Record, Spans
from svodka.core.spans import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_CONFIG = {"nlp": {"tokenizer": {"@tokenizers": "svodka.razdel.v1"}}}


def to_docbin(records: Iterable[Record]) -> DocBin:
    """Return all documents; ``doc.user_data`` holds ``doc_id``, ``path`` and the whole record as JSON."""
    nlp = spacy.blank("ru", config=_CONFIG)
    return DocBin(attrs=["ORTH", "SPACY"], docs=[to_doc(record, nlp) for record in records], store_user_data=True)


def to_doc(record: Record, nlp: Language) -> Doc:
    """Return a ``Doc`` with the groups ``mentions dates figures events``.

    ``label_`` is the label, type of date, kind or event type, ``kb_id_`` the code, EDTF, value or status, ``id_`` the
    id in the record. Spans cover whole tokens; a discontinuous item has one span a piece.
    """
    cleaned = clean_of(record)
    doc = nlp.make_doc(cleaned.text)
    marked: dict[str, list[tuple[Spans, str, str, str]]] = {
        "mentions": [(m.spans, e.label, e.iso or "", m.id) for e in record.entities for m in e.mentions],
        "dates": [(d.spans, d.timex3.type, d.edtf or d.timex3.value, d.id) for d in record.dates],
        "figures": [(f.spans, f.kind, f.value or "", f.id) for f in record.figures],
        "events": [(v.trigger.spans, v.type, v.status, v.id) for v in record.events],
    }
    for group, items in marked.items():
        found = []
        for spans, label, value, identifier in items:
            for piece in spans:
                start, end = cleaned.offsets.to_clean(Span(*piece))
                span = doc.char_span(start, end, label=label, kb_id=value, span_id=identifier, alignment_mode="expand")
                if span is not None:
                    found.append(span)
        doc.spans[group] = found
    doc.user_data.update(doc_id=record.doc_id, path=record.source.path, record=record.to_json())
    return doc
