"""The component ``svodka_dates``: date expressions, resolved against the text and the anchor date."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from svodka.core.findings import DateFinding
from svodka.core.spans import Span
from svodka.language import layers
from svodka.rules.dates import DATES, TRAPS
from svodka.rules.resolve import resolve
from svodka.rules.rule import search


@Language.factory("svodka_dates", assigns=["doc._.svodka_dates"])
def make_dates(nlp: Language, name: str) -> DateFinder:
    """Build the component for ``nlp.add_pipe("svodka_dates")``; it needs no other."""
    return DateFinder(name)


class DateFinder:
    """Find date expressions and resolve them in document order.

    Reads ``doc.text``, sentence starts where they are set, and ``doc._.anchor_date``. Writes the layer ``dates`` and
    ``doc.spans["dates"]``, in text order.

    Examples:
        >>> import spacy
        >>> nlp = spacy.blank("ru")
        >>> _ = nlp.add_pipe("svodka_dates")
        >>> doc = nlp("План подписан 15 марта 2024 г.")
        >>> [(span.text, span.label_, span.kb_id_, span.id_) for span in doc.spans["dates"]]
        [('15 марта 2024 г.', 'DATE', '2024-03-15', 'date.day_month')]
    """

    def __init__(self, name: str) -> None:
        self.name = name
        layers.register()

    def __call__(self, doc: Doc) -> Doc:
        """Find the dates of one document."""
        found = search(DATES, doc.text, TRAPS)
        values = resolve([(match.span, match.value) for match in found], sentences(doc), doc._.anchor_date)
        findings = [
            DateFinding(spans=(match.span,), rule=match.rule, value=value)
            for match, value in zip(found, values, strict=True)
        ]
        layers.write(doc, "dates", findings)
        layers.span_group(
            doc,
            "dates",
            findings,
            lambda date: (date.value.timex3.type, date.value.edtf or date.value.timex3.value),
        )
        return doc


def sentences(doc: Doc) -> list[Span]:
    """Return the sentence spans of a document; the whole text where no component has set sentence starts."""
    if not doc.has_annotation("SENT_START"):
        return [Span(0, len(doc.text))]
    return [Span(sentence.start_char, sentence.end_char) for sentence in doc.sents]
