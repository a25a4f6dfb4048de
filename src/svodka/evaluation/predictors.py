"""What to score on a NER benchmark: the network's own names, or the mentions of finished records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svodka.core.source import Source
from svodka.evaluation.factrueval import LABELS, Predictor
from svodka.pipeline import extract

if TYPE_CHECKING:
    from spacy.language import Language


def network_names(nlp: Language) -> Predictor:
    """Return slovnet's raw spans on the text as it is, before anything of svodka's own."""

    def predict(text: str) -> Iterator[tuple[int, int, str]]:
        with nlp.select_pipes(enable=["svodka_tags"]):
            doc = nlp(text)
        yield from ((ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)

    return predict


def record_names(nlp: Language) -> Predictor:
    """Return the mentions of the record of a text; adjectives and inhabitants are no names here."""

    def predict(text: str) -> Iterator[tuple[int, int, str]]:
        for entity in extract(Source.from_text(text), nlp).entities:
            for mention in entity.mentions:
                if entity.label in LABELS and not mention.rule.endswith((".adjective", ".inhabitant")):
                    yield from ((start, end, entity.label) for start, end in mention.spans)

    return predict
