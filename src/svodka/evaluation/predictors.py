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

    Adjectives and inhabitants are no names there, unions of states are organisations. Quotation marks and legal forms
    stand outside («ОАО „Маяк“» is ``Маяк``). Of a body with its place («министерство торговли Японии») name and place
    are two; what is one common noun without the place («правительство Японии») is the place alone.
    """
    raw = network_names(nlp)

    def predict(text: str) -> Iterator[tuple[int, int, str]]:
        network = list(raw(text))
        for entity in extract(Source.from_text(text), nlp).entities:
            label = "ORG" if entity.kind == "union" else entity.label
            for mention in entity.mentions:
                if mention.rule == DESCRIBED:
                    yield from _parted(text, mention.spans[0], network)
                elif label in LABELS and not mention.rule.endswith((".adjective", ".inhabitant")):
                    yield from ((*_bare(text, start, end), label) for start, end in mention.spans)

    return predict


def _parted(text: str, span: tuple[int, int], network: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield a body without the place that ends its name, and the places that the network sees in it."""
    start, end = span
    inside = [(first, last, label) for first, last, label in network if start <= first and last <= end]
    place = next((item for item in inside if item[1] == end and item[2] == "LOC"), None)
    name = text[start : place[0]].rstrip() if place is not None else text[start:end]
    if name.endswith(" по"):
        yield start, end, "ORG"
        return
    if len(name.split()) > 1 or (start, start + len(name), "ORG") in inside:
        yield start, start + len(name), "ORG"
    yield from (item for item in inside if item[2] == "LOC" and item[1] <= end)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the legal form before a quoted name and without the quotation marks around it.

    Examples:
        >>> text = "ОАО «Маяк» и «Завод „Нива“»"
        >>> [text[slice(*_bare(text, *span))] for span in ((0, 10), (13, 27))]
        ['Маяк', 'Завод „Нива“']
    """
    quote = next((quote for quote in quoted(text[start:end]) if start + quote.end == end), None)
    return (start + quote.start + 1, end - 1) if quote is not None else (start, end)
