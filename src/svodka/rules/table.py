"""Tables of rows that are searched together: traps win their text first, then overlaps are settled once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, Generic

from svodka.core.spans import Span
from svodka.rules.cues import Cues, Places
from svodka.rules.rule import Match, Rule, V, matches


class Table(Generic[V]):
    """Rows over one text.

    Attributes:
        rows: The rows.
        traps: Rows whose text is out of bounds for the others.

    Args:
        rows: The rows.
        traps: The traps.
        beside: Rows of other tables for the same texts, whose cues are looked for along with these.
    """

    def __init__(
        self, rows: Sequence[Rule[V]], traps: Sequence[Rule[bool]] = (), beside: Sequence[Rule[Any]] = ()
    ) -> None:
        self.rows, self.traps, self._beside = rows, traps, beside

    @cached_property
    def _cues(self) -> Cues:
        return Cues(_cues_of([*self.traps, *self.rows, *self._beside]))

    def places(self, folded: str) -> Places:
        """Look for the cues and openings of all rows in folded text."""
        return self._cues.places(folded)

    def search(self, folded: str, claimed: Sequence[Span] = (), places: Places | None = None) -> list[Match[V]]:
        """Return the settled matches of the rows in folded text, in text order.

        Args:
            folded: Folded text; offsets of the result are offsets of the text itself, too.
            claimed: Spans that are out of bounds because another layer took them.
            places: Where the cues of all rows stand, if they were looked for before.
        """
        places = self.places(folded) if places is None else places
        closed = Claims([*claimed, *(match.span for match in _matches(self.traps, folded, places))])
        return longest(match for match in _matches(self.rows, folded, places) if not closed.meet(match.span))


def _cues_of(rows: Sequence[Rule[Any]]) -> list[str]:
    return [cue for row in rows for cue in (row.cue, row.opening)]


def _matches(rows: Sequence[Rule[V]], folded: str, places: Places) -> Iterable[Match[V]]:
    """Yield what rows find whose cue and opening the text holds."""
    held = places.held
    for row in rows:
        if row.cue in held and row.opening in held:
            yield from matches(row, folded, places)


def longest(found: Iterable[Match[V]]) -> list[Match[V]]:
    """Settle overlaps: the longer claim wins, then the one further left, then the earlier in ``found``."""
    ranked = sorted(
        enumerate(found),
        key=lambda pair: (pair[1].claim.start - pair[1].claim.end, pair[1].claim.start, pair[0]),
    )
    taken: list[Match[V]] = []
    claims = Claims(())
    for _, match in ranked:
        if not claims.meet(match.claim):
            taken.append(match)
            claims.add(match.claim)
    return sorted(taken, key=lambda match: match.span)


class Claims:
    """Stretches of text that are taken, joined where they overlap, so that a look-up takes logarithmic time.

    Examples:
        >>> claims = Claims([Span(0, 3), Span(2, 5)])
        >>> claims.meet(Span(4, 9)), claims.meet(Span(5, 9))
        (True, False)
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def meet(self, span: Span) -> bool:
        """Tell whether ``span`` overlaps a taken stretch."""
        index = bisect_left(self._starts, span.end)
        return index > 0 and self._ends[index - 1] > span.start

    def add(self, span: Span) -> None:
        """Take a stretch that meets none of the others."""
        index = bisect_left(self._starts, span.start)
        self._starts.insert(index, span.start)
        self._ends.insert(index, span.end)
