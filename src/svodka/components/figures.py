"""The component ``svodka_figures``: quantities with what they measure, whose they are, and for which period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Token

from svodka.components import clauses, quantities
from svodka.core.findings import DateFinding, EntityFinding, FigureFinding, MentionFinding
from svodka.core.spans import Span
from svodka.language import layers
from svodka.rules.figures import document_rouble, settle_rouble

if TYPE_CHECKING:
    from svodka.core.values import FigureValue
    from svodka.language.morphology import Morphology


@Language.factory(
    "svodka_figures",
    requires=["doc._.svodka_dates", "token.lemma", "token.head"],
    assigns=["doc._.svodka_figures"],
)
def make_figures(nlp: Language, name: str) -> FigureFinder:
    """Build the component for ``nlp.add_pipe("svodka_figures")``; tags, dates and entities must come before it."""
    from svodka.language.morphology import Morphology

    return FigureFinder(name, Morphology())


class FigureFinder:
    """Find figures and fill their slots.

    Reads tags, the layers ``dates``, ``mentions`` and ``entities``. Text that a date claims is no figure. Writes the
    layer ``figures`` and ``doc.spans["figures"]``, in text order.
    """

    def __init__(self, name: str, morphology: Morphology) -> None:
        self.name = name
        self._morphology = morphology
        layers.register()

    def __call__(self, doc: Doc) -> Doc:
        """Find the figures of one document."""
        dates = layers.read(doc, "dates", DateFinding)
        mentions = layers.read(doc, "mentions", MentionFinding)
        claimed = [Span(*span) for date in dates if date.value.timex3.type != "DURATION" for span in date.spans]
        claimed += [Span(*m.spans[0]) for m in mentions if m.label == "ORG" and m.rule == "org.legal_form"]
        entities = layers.read(doc, "entities", EntityFinding)
        slots = _Slots(doc, dates, mentions, entities, self._morphology)
        rouble = document_rouble([entity.iso for entity in entities if entity.iso])
        findings = [
            slots.fill(item.span, settle_rouble(item.value, rouble), item.rule)
            for item in quantities.found(doc, claimed)
        ]
        layers.write(doc, "figures", findings)
        layers.span_group(doc, "figures", findings, lambda figure: (figure.value.kind, figure.value.value or ""))
        return doc


class _Slots:
    """Fill metric, of, period and base period of a figure from its clause and sentence."""

    def __init__(
        self,
        doc: Doc,
        dates: Sequence[DateFinding],
        mentions: Sequence[MentionFinding],
        entities: Sequence[EntityFinding],
        morphology: Morphology,
    ) -> None:
        self._doc = doc
        self._dates = dates
        self._mentions = mentions
        self._owner = {index: number for number, entity in enumerate(entities) for index in entity.mentions}
        self._morphology = morphology

    def fill(self, span: Span, value: FigureValue, rule: str) -> FigureFinding:
        """Return the figure with the slots that the sentence fills."""
        token = clauses.token_at(self._doc, span.start)
        bare = FigureFinding(spans=(span,), rule=rule, value=value)
        if token is None or value.kind in ("ordinal", "attribute", "anniversary", "age", "score"):
            return bare
        sentence = Span(token.sent.start_char, token.sent.end_char)
        measured = self._measured(span, token)
        metric = None if value.kind in ("count", "rank") or measured is None else self._metric(measured)
        of = self._entities(clauses.phrase(measured), sentence) if measured is not None else ()
        period, base = self._periods(span, sentence)
        base = base if value.kind == "change" else None
        return bare.model_copy(update={"metric": metric, "of": of, "period": period, "base_period": base})

    def _measured(self, span: Span, token: Token) -> Token | None:
        """Return the head of what is measured: the subject of the clause, or the noun that governs the figure."""
        predicate = clauses.finite(clauses.governor(token))
        found = [subject for subject in clauses.subjects(predicate) if not span.start <= subject.idx < span.end]
        if found:
            return found[0]
        head = token.head
        while head.dep_ != "ROOT" and span.start <= head.idx < span.end:
            head = head.head
        return head if head.pos_ == "NOUN" and not span.start <= head.idx < span.end else None

    def _metric(self, head: Token) -> str | None:
        """Return the measured noun phrase in the nominative, without the names that ``of`` holds."""
        tokens = clauses.phrase(head)
        named = {
            i for mention in self._mentions for start, end in mention.spans for i in self._inside(tokens, start, end)
        }
        first = next((i for i, token in enumerate(tokens) if token.i >= head.i), 0)
        kept = [t for t in tokens[:first] if t.pos_ == "ADJ" and t.i not in named]
        for token in tokens[first:]:
            if token.i in named or token.pos_ in ("ADP", "PUNCT", "NUM"):
                break
            kept.append(token)
        text = clauses.nominative(kept, self._morphology) if kept else ""
        return text[:1].lower() + text[1:] or None

    @staticmethod
    def _inside(tokens: Sequence[Token], start: int, end: int) -> list[int]:
        return [token.i for token in tokens if start <= token.idx < end]

    def _entities(self, tokens: Sequence[Token], sentence: Span) -> tuple[int, ...]:
        """Return the places and organisations named in a phrase, else the only one that the sentence names."""
        inside = [
            self._owner[index]
            for index, mention in enumerate(self._mentions)
            if mention.label in ("LOC", "ORG") and self._inside(tokens, mention.start, mention.end)
        ]
        if not inside:
            inside = [
                self._owner[index]
                for index, mention in enumerate(self._mentions)
                if mention.label in ("LOC", "ORG") and sentence.contains(Span(mention.start, mention.end))
            ]
            inside = inside if len(set(inside)) == 1 else []
        return tuple(dict.fromkeys(inside))

    def _periods(self, span: Span, sentence: Span) -> tuple[int | None, int | None]:
        """Return the nearest date of the sentence as the period and its base period."""
        near = [
            (
                min(abs(date.start - span.end), abs(span.start - date.end)),
                index,
                date.value.role == "base_period",
            )
            for index, date in enumerate(self._dates)
            if sentence.contains(Span(date.start, date.end)) and date.value.edtf is not None
        ]
        periods = sorted(item for item in near if not item[2])
        bases = sorted(item for item in near if item[2])
        return (periods[0][1] if periods else None), (bases[0][1] if bases else None)
