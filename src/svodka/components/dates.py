"""The component ``svodka_dates``: date expressions, resolved against the text and the anchor date."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

from svodka.core.findings import DateFinding
from svodka.core.spans import Span
from svodka.language import layers
from svodka.language.columns import columns_of
from svodka.rules.dates import read
from svodka.rules.resolve import Tense, resolve


@Language.factory("svodka_dates", assigns=["doc._.svodka_dates"])
def make_dates(nlp: Language, name: str) -> DateFinder:
    """Build the component for ``nlp.add_pipe("svodka_dates")``; it needs no other."""
    return DateFinder(name)


class DateFinder:
    """Find date expressions and resolve them in document order.

    Reads ``doc.text``, sentence starts and trees where they are set, and ``doc._.anchor_date``. Writes the layer
    ``dates`` and ``doc.spans["dates"]``, in text order.

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
        text = columns_of(doc).text
        found = read(text)
        readings = [(match.span, match.value) for match in found]
        tenses = [tense(doc, text, match.span) for match in found] if doc.has_annotation("DEP") else []
        values = resolve(readings, sentences(doc), doc._.anchor_date, tenses)
        findings = [
            DateFinding(spans=(match.span,), rule=match.rule, value=value)
            for match, value in zip(found, values, strict=True)
            if value is not None
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


def tense(doc: Doc, text: str, span: Span) -> Tense | None:
    """Return the tense of the nearest verb above a date, ``None`` where no verb or an undated one governs it.

    ``text`` is ``doc.text``, which spaCy would spell out anew at each asking.
    """
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    token = found.root if found is not None else None
    while token is not None:
        low, high = sorted((token.idx, span.start))
        if _BREAK.search(text, low, high):
            return None
        if token.pos_ in ("VERB", "AUX") and not _stranded(token) and (told := _told(token)):
            return told
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _stranded(token: Token) -> bool:
    """Tell whether a declined participle is the root of its tree: no predicate is, it is a noun mistaken for a verb."""
    return token.head == token and not {"", "Nom"} & {*token.morph.get("Case", [""])}


def _told(token: Token) -> Tense | None:
    """Return the tense of a verb: plans and futures are to come, whatever their form."""
    if token.lemma_ in _PLANS or any(
        child.lemma_ == "быть" and "Fut" in child.morph.get("Tense", []) for child in token.children
    ):
        return "future"
    value = token.morph.get("Tense", [])
    if "Fut" in value or ("Pres" in value and "Perf" in token.morph.get("Aspect", [])):
        return "future"
    return "past" if "Past" in value else None


_BREAK = re.compile(r"\n\s*[–—•-]|;|\n\s*\n")  # a verb beyond the end of a list item governs nothing in the next one
_PLANS = frozenset(
    {
        "планировать", "планироваться", "запланировать", "намечать", "намечаться", "наметить", "предстоять",
        "ожидать", "ожидаться", "назначить", "предполагать", "предполагаться", "собираться", "отложить", "перенести",
    }
)  # fmt: skip
