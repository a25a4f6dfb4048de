"""Spans, edits, and the map between a cleaned text and its source.

Offsets are half-open and count Unicode code points. A cleaned text is the source with a list of edits applied; the
``OffsetMap`` made of these edits carries spans over in both directions without ever storing an offset per character.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

Item = TypeVar("Item")


class Span(NamedTuple):
    """A stretch of text, half-open."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class SpanIndex(Generic[Item]):
    """Items by their place in a text: finds those that overlap a stretch without a look at all of them.

    Args:
        items: Spans, each with what stands there; they may overlap.

    Examples:
        >>> index = SpanIndex([(Span(0, 5), "a"), (Span(3, 9), "b"), (Span(9, 12), "c")])
        >>> list(index.overlapping(Span(4, 9))), index.meets(Span(12, 20))
        (['a', 'b'], False)
    """

    def __init__(self, items: Iterable[tuple[Span, Item]] = ()) -> None:
        self._items: list[Item] = []
        self._places: list[tuple[int, int, int]] = []  # start, end, and which item: sorted
        self._longest = 0
        for span, item in items:
            self.add(span, item)

    def add(self, span: Span, item: Item) -> None:
        """Put an item at a span; several may stand at one."""
        insort(self._places, (span.start, span.end, len(self._items)))
        self._items.append(item)
        self._longest = max(self._longest, span.end - span.start)

    def overlapping(self, span: Span) -> Iterator[Item]:
        """Yield the items that share a character with ``span``, by their starts, then their ends."""
        first = bisect_left(self._places, (span.start - self._longest, 0, 0))
        for place in range(first, len(self._places)):
            start, end, number = self._places[place]
            if start >= span.end:
                return
            if end > span.start:
                yield self._items[number]

    def meets(self, span: Span) -> bool:
        """Tell whether an item shares a character with ``span``."""
        return next(self.overlapping(span), None) is not None


def overlap(left: Sequence[tuple[int, int]], right: Sequence[tuple[int, int]]) -> int:
    """Return how many characters the two share.

    Examples:
        >>> overlap(((0, 5), (8, 10)), ((3, 9),))
        3
    """
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in left for b in right)


def size(spans: Sequence[tuple[int, int]]) -> int:
    """Return the number of characters."""
    return sum(end - start for start, end in spans)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``source[start:end]`` by ``text``; ``rule`` says why.

    ``alternative`` is the other reading where the rule had to choose («двух-стороннего» for a joined «двухстороннего»).
    """

    start: int
    end: int
    text: str
    rule: str
    alternative: str | None = None


def apply_edits(source: str, edits: Sequence[Edit]) -> str:
    r"""Return ``source`` with ``edits`` (sorted, not overlapping) applied.

    Examples:
        >>> apply_edits("дву-\nх", [Edit(3, 5, "", "hyphen.join")])
        'двух'
    """
    pieces = []
    position = 0
    for edit in edits:
        pieces += [source[position : edit.start], edit.text]
        position = edit.end
    pieces.append(source[position:])
    return "".join(pieces)


class _Piece(NamedTuple):
    """A run of the clean text and the run of the source it came from; ``exact`` where they are the same letters."""

    clean: int
    source: int
    clean_length: int
    source_length: int
    exact: bool


class OffsetMap:
    """Carry spans between a source text and its cleaned form.

    Every cleaned character comes from a range of the source: an untouched one from itself, one that an edit wrote from
    the whole range that the edit replaced. A span maps to the hull of its characters' ranges, so a span that touches no
    edit quotes the source exactly, and the order of offsets is never reversed.

    Args:
        edits: Sorted by position; they must not overlap.

    Raises:
        ValueError: If the edits overlap or are not sorted.

    Examples:
        >>> offsets = OffsetMap([Edit(4, 7, "", "hyphen.join")])
        >>> offsets.to_source(Span(0, 14)), offsets.to_clean(Span(0, 4)), offsets.to_clean(Span(7, 17))
        (Span(start=0, end=17), Span(start=0, end=4), Span(start=4, end=14))
    """

    def __init__(self, edits: Sequence[Edit]) -> None:
        if any(a.end > b.start for a, b in pairwise(edits)) or any(e.start > e.end for e in edits):
            raise ValueError("edits must be sorted and must not overlap")
        self._pieces: list[_Piece] = []
        clean = source = 0
        for edit in edits:
            kept = edit.start - source
            self._add(_Piece(clean, source, kept, kept, exact=True))
            self._add(_Piece(clean + kept, edit.start, len(edit.text), edit.end - edit.start, exact=False))
            clean, source = clean + kept + len(edit.text), edit.end
        self._pieces.append(_Piece(clean, source, sys.maxsize, sys.maxsize, exact=True))
        self._written = [piece for piece in self._pieces if piece.clean_length]
        self._clean_starts = [piece.clean for piece in self._written]
        self._source_starts = [piece.source for piece in self._pieces]

    def _add(self, piece: _Piece) -> None:
        if piece.clean_length or piece.source_length:
            self._pieces.append(piece)

    def to_source(self, span: Span) -> Span:
        """Return the source span that the clean ``span`` was made of."""
        piece = self._written[bisect_right(self._clean_starts, span.start) - 1]
        if piece.exact and span.start < span.end <= piece.clean + piece.clean_length:
            shift = piece.source - piece.clean
            return Span(span.start + shift, span.end + shift)
        start = self._source_range(span.start).start
        return Span(start, self._source_range(span.end - 1).end if span.end > span.start else start)

    def to_clean(self, span: Span) -> Span:
        """Return the clean span that holds what became of the source ``span``."""
        first = self._pieces[bisect_right(self._source_starts, span.start) - 1]
        start = first.clean + (span.start - first.source if first.exact else 0)
        if span.end <= span.start:
            return Span(start, start)
        last = self._pieces[bisect_left(self._source_starts, span.end) - 1]
        return Span(start, last.clean + (span.end - last.source if last.exact else last.clean_length))

    def _source_range(self, clean: int) -> Span:
        """Return the source range of one clean character."""
        piece = self._written[bisect_right(self._clean_starts, clean) - 1]
        if piece.exact:
            start = piece.source + clean - piece.clean
            return Span(start, start + 1)
        return Span(piece.source, piece.source + piece.source_length)
