"""The sentences of a document, as the unit of scoring by sentence and of the bootstrap.

A gold record has no list of sentences, but each of its events names the sentence it stands in. Those are
kept as they are; the text between them is cut by razdel's splitter. The prediction has no say in it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from razdel import sentenize

from svodka.core.records import Record
from svodka.core.spans import Span


def sentences(record: Record) -> tuple[Span, ...]:
    """Return the sentences of the record's text, in text order, without overlap."""
    known: list[Span] = []
    for start, end in sorted({(e.sentence[0][0], e.sentence[-1][1]) for e in record.events if e.sentence}):
        if not known or start >= known[-1].end:
            known.append(Span(start, end))
        else:
            known[-1] = Span(known[-1].start, max(end, known[-1].end))
    return tuple(_filled(record.text, known))


def _filled(text: str, known: Sequence[Span]) -> Iterator[Span]:
    position = 0
    for span in (*known, Span(len(text), len(text))):
        gap = text[position : span.start]
        yield from (Span(position + part.start, position + part.stop) for part in sentenize(gap) if part.text)
        if span.end > span.start:
            yield span
        position = span.end


def sentence_of(offset: int, spans: Sequence[Span]) -> int:
    """Return the index of the sentence in which ``offset`` stands, or of the last one that begins before it.

    Examples:
        >>> sentence_of(7, (Span(0, 5), Span(6, 9)))
        1
    """
    return max(0, bisect_right(spans, offset, key=lambda span: span.start) - 1)


def sentence_text(text: str, offset: int, spans: Sequence[Span]) -> str:
    """Return the sentence in which ``offset`` stands, white space collapsed."""
    if not spans:
        return ""
    span = spans[sentence_of(offset, spans)]
    return " ".join(text[span.start : span.end].split())
