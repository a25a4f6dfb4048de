"""The component ``svodka_figures``: quantities with what they measure, whose they are, and for which period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Token

from svodka.components import clauses
from svodka.core.findings import DateFinding, EntityFinding, FigureFinding, MentionFinding
from svodka.core.spans import Span
from svodka.language import layers
from svodka.rules.figures import FIGURES, TRAPS, Quantity, document_rouble, interpret, settle_rouble
from svodka.rules.rule import Match, search

if TYPE_CHECKING:
    from svodka.core.values import FigureValue
    from svodka.language.morphology import Morphology

_MOST_ADJECTIVES = 4
_NOT_COUNTED = frozenset(("год", "раз", "половина", "место", "т", "сторона"))
_INDEFINITE = frozenset(
    ("один", "одна", "одно", "одни", "одной", "одного", "одному", "одним", "одном", "одну", "одних")
)


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
        claimed = [Span(*span) for date in dates for span in date.spans]
        claimed += [Span(*m.spans[0]) for m in mentions if m.label == "ORG" and m.rule == "org.legal_form"]
        entities = layers.read(doc, "entities", EntityFinding)
        slots = _Slots(doc, dates, mentions, entities, self._morphology)
        rouble = document_rouble([entity.iso for entity in entities if entity.iso])
        findings = []
        for match in search(FIGURES, doc.text, TRAPS, claimed):
            found = self._complete(doc, match)
            if found is not None:
                span, value = found
                findings.append(slots.fill(span, settle_rouble(value, rouble), match.rule))
        layers.write(doc, "figures", findings)
        layers.span_group(doc, "figures", findings, lambda figure: (figure.value.kind, figure.value.value or ""))
        return doc

    def _complete(self, doc: Doc, match: Match[Quantity]) -> tuple[Span, FigureValue] | None:
        """Give a match its counted noun or its meaning in context; ``None`` where it is no figure after all."""
        quantity = match.value
        if quantity.needs in ("noun", "ordered"):
            return self._counted(doc, match)
        before, after = _context(doc, match.span)
        return match.span, interpret(quantity, before, after)

    def _counted(self, doc: Doc, match: Match[Quantity]) -> tuple[Span, FigureValue] | None:
        """Take in the counted noun with the adjectives before it; its lemma is the unit."""
        noun = _noun_after(doc, match.span.end)
        words = clauses.quote(doc, match.span).lower().split()
        if noun is None or (match.value.needs == "noun" and words[-1] in _INDEFINITE):
            return None
        if clauses.lemma(noun) in _NOT_COUNTED and match.value.needs == "noun":
            return None
        span = Span(match.span.start, noun.idx + len(noun))
        return span, match.value.value.model_copy(update={"unit": clauses.lemma(noun)})


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


def _context(doc: Doc, span: Span) -> tuple[list[str], list[str]]:
    """Return the lemmas before and after a quantity in its sentence, up to the nearest semicolon."""
    token = clauses.token_at(doc, span.start)
    if token is None:
        return [], []
    before: list[str] = []
    after: list[str] = []
    for other in token.sent:
        if other.text == ";":
            if other.idx < span.start:
                before = []
            else:
                break
        elif other.idx + len(other) <= span.start:
            before.append(clauses.lemma(other))
        elif other.idx >= span.end:
            after.append(clauses.lemma(other))
    return before, after


def _noun_after(doc: Doc, offset: int) -> Token | None:
    """Return the noun that follows a number, over at most four adjectives."""
    token = clauses.token_at(doc, offset - 1)
    index = token.i + 1 if token is not None else len(doc)
    for _ in range(_MOST_ADJECTIVES + 1):
        if index >= len(doc):
            return None
        token = doc[index]
        if token.pos_ == "NOUN" and token.dep_ != "amod" and token.text[:1].isalpha():
            return token
        if token.pos_ not in ("ADJ", "DET") and token.dep_ != "amod" and token.lower_ != "и":
            return None
        index += 1
    return None
