"""What to score on a NER benchmark: the network's own names, or the mentions of finished records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svodka.components.quotes import quoted
from svodka.core.source import Source
from svodka.evaluation.factrueval import LABELS, Predictor
from svodka.pipeline import extract

if TYPE_CHECKING:
    from spacy.language import Language

DESCRIBED = "org.body"


def network_names(nlp: Language) -> Predictor:
    """Return slovnet's raw spans on the text as it is, before anything of svodka's own."""

    def predict(text: str) -> Iterator[tuple[int, int, str]]:
        with nlp.select_pipes(enable=["svodka_tags"]):
            doc = nlp(text)
        yield from ((ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)

    return predict


def record_names(nlp: Language) -> Predictor:
    """Return the mentions of the record of a text, mapped to the benchmark's convention of a name.

    Adjectives and inhabitants are no names there. Quotation marks and legal forms stand outside («ОАО „Маяк“» is
    ``Маяк``), and a body described by kind and place («правительство Японии») is no name but names a place: inside such
    official names the network's own spans count.
    """
    raw = network_names(nlp)

    def predict(text: str) -> Iterator[tuple[int, int, str]]:
        described: list[tuple[int, int]] = []
        for entity in extract(Source.from_text(text), nlp).entities:
            for mention in entity.mentions:
                if mention.rule == DESCRIBED:
                    described += mention.spans
                elif entity.label in LABELS and not mention.rule.endswith((".adjective", ".inhabitant")):
                    yield from ((*_bare(text, start, end), entity.label) for start, end in mention.spans)
        for start, end, label in raw(text):
            if any(first <= start and end <= last for first, last in described):
                yield start, end, label

    return predict


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the legal form before a quoted name and without the quotation marks around it.

    Examples:
        >>> text = "ОАО «Маяк» и «Завод „Нива“»"
        >>> [text[slice(*_bare(text, *span))] for span in ((0, 10), (13, 27))]
        ['Маяк', 'Завод „Нива“']
    """
    quote = next((quote for quote in quoted(text[start:end]) if start + quote.end == end), None)
    return (start + quote.start + 1, end - 1) if quote is not None else (start, end)
