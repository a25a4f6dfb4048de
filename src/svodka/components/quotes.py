"""Quotation marks: which stretches of a text stand in them, however they nest."""

from __future__ import annotations

import re

from svodka.core.spans import Span, SpanIndex

_MARKS = re.compile(r'[«»„“”"\n]')
_PAIRS = {"«": "»", "„": "“”»", "“": "”"}
_LONGEST = 160


def quoted(text: str) -> list[Span]:
    r"""Return the quoted stretches, marks included, in text order; outer ones before those inside them.

    A mark that finds no partner in its line is left alone; one mark may close two quotes («БМЗ – холдинг «БМК»).

    Examples:
        >>> text = 'ОАО «Завод „Нива“» и "Каштан"'
        >>> [text[span.start : span.end] for span in quoted(text)]
        ['«Завод „Нива“»', '„Нива“', '"Каштан"']
        >>> text = '"Цех у станции "Луг" сдан", - пишут в "Ниве".'
        >>> [text[span.start : span.end] for span in quoted(text)][1:]
        ['"Луг"', '"Ниве"']
    """
    found: list[Span] = []
    opened: list[int] = []
    for mark in _MARKS.finditer(text):
        position, char = mark.start(), mark.group()
        if char == "\n":
            opened.clear()
        elif char == '"':
            straight = next((start for start in reversed(opened) if text[start] == '"'), None)
            if straight is None or _opens(text, position):
                opened.append(position)
            else:
                found.append(Span(straight, position + 1))
                del opened[opened.index(straight) :]
        elif opened and char in _PAIRS.get(text[opened[-1]], ""):
            found.append(Span(opened.pop(), position + 1))
            if (
                len(opened) == 1
                and char == "»"
                and "»" not in text[position + 1 : position + _LONGEST].partition("«")[0]
            ):
                found.append(Span(opened.pop(), position + 1))
        elif char in _PAIRS:
            opened.append(position)
    return sorted(
        (span for span in found if span.end - span.start <= _LONGEST), key=lambda span: (span.start, -span.end)
    )


def _opens(text: str, position: int) -> bool:
    """Tell whether a straight mark stands as one that opens: after a blank or bracket, before a letter."""
    before, after = text[position - 1 : position] or " ", text[position + 1 : position + 2]
    return before in ' (\n"«„' and (after.isalnum() or after in "«„")


def balanced(span: Span, quotes: SpanIndex[Span]) -> Span:
    """Return a span of a name widened to the quotes that it cuts, or that stand right around it."""
    start, end = span
    for quote in reversed(list(quotes.overlapping(span))):  # from the inside out: a widened span meets the next
        around = (quote.start + 1 == start and quote.end - 1 <= end) or (
            quote.end - 1 == end and quote.start + 1 >= start
        )
        cuts = start <= quote.start < end < quote.end
        if around or cuts:
            start, end = min(start, quote.start), max(end, quote.end)
    return Span(start, end)
