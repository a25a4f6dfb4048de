"""The component ``svodka_figures``: quantities with what they measure, whose they are, and for which period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from svodka.components import quantities
from svodka.components.slots.fill import fill
from svodka.core.findings import DateFinding, EntityFinding, FigureFinding, MentionFinding
from svodka.core.spans import Span
from svodka.language import layers
from svodka.language.words import words_of
from svodka.rules.figures import document_rouble, settle_rouble

if TYPE_CHECKING:
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
        words = words_of(doc)
        rouble = document_rouble([entity.iso for entity in entities if entity.iso])
        findings = [
            FigureFinding(spans=(item.span,), rule=item.rule, value=settle_rouble(item.value, rouble))
            for item in quantities.found(words, claimed)
        ]
        findings = fill(words, findings, self._morphology)
        layers.write(doc, "figures", findings)
        layers.span_group(doc, "figures", findings, lambda figure: (figure.value.kind, figure.value.value or ""))
        return doc
