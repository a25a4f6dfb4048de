"""The component ``svodka_figures``: quantities with what they measure, whose they are, and for which period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Token

from svodka.components import clauses
from svodka.components.slots.fill import fill
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
        rouble = document_rouble([entity.iso for entity in entities if entity.iso])
        findings = []
        for match in search(FIGURES, doc.text, TRAPS, claimed):
            found = self._complete(doc, match)
            if found is not None:
                span, value = found
                findings.append(FigureFinding(spans=(span,), rule=match.rule, value=settle_rouble(value, rouble)))
        findings = fill(doc, findings, self._morphology)
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
