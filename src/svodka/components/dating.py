"""When a figure holds: its period and the period it is compared with, by named steps.

The dates of its own stretch, of its clause, the one that opens the sentence, that of the figure it completes, then, in
a paragraph that goes on telling amounts, that of the figure before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from svodka.components import clauses, segments
from svodka.components.metrics import Measured
from svodka.components.scene import Scene
from svodka.components.spots import Spot
from svodka.rules.measures import LANDS
from svodka.rules.rule import words

_UNDATED = frozenset(("ordinal", "attribute", "anniversary", "age", "score", "rank", "duration"))
_LASTING = frozenset((None, "cumulative", "as_of"))
_STATED = frozenset(("money", "change", "measure", "percent", "share"))
_SUBORDINATING = words("что который чтобы где когда если")


@dataclass(frozen=True, slots=True)
class Dated:
    """The positions of a figure's period and base period, the steps that told, and which were told elsewhere."""

    period: int | None = None
    base: int | None = None
    steps: tuple[str, ...] = ()
    inherited: tuple[str, ...] = ()


class Dating:
    """Find the periods of the figures of one document, in text order."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._told: list[tuple[Spot, Measured, Dated]] = []
        self._opened: list[tuple[int, Token, int]] = []
        self._dates: dict[int, list[tuple[Token, int]]] = {}
        for index, date in enumerate(scene.dates):
            token = clauses.token_at(scene.doc, date.start)
            if token is not None:
                self._dates.setdefault(token.sent.start, []).append((token, index))
                self._opened.append((token.sent.start, token, index))

    def of(self, spot: Spot, measured: Measured) -> Dated:
        """Return when a figure holds, and keep it in mind for the next ones."""
        found = self._find(spot, measured)
        self._told.append((spot, measured, found))
        return found

    def _find(self, spot: Spot, measured: Measured) -> Dated:
        both = spot.value.kind == "count" and spot.value.value == "2" and clauses.lemma(spot.last) in LANDS
        if spot.value.kind in _UNDATED or both:
            return Dated()
        dates = self._dates.get(spot.sentence[0], ())
        period, step = self._period(spot, measured, dates)
        base, base_step = self._base(spot, measured, dates, step) if spot.value.kind == "change" else (None, "")
        steps = tuple(filter(None, (step and f"period.{step}", base_step and f"base.{base_step}")))
        lent = [name for name, told in (("period", step), ("base_period", base_step)) if told == "previous"]
        return Dated(period, base, steps, tuple(lent))

    def _period(self, spot: Spot, measured: Measured, dates: Sequence[tuple[Token, int]]) -> tuple[int | None, str]:
        free = [(token, index) for token, index in dates if self._is_period(index, token, spot)]
        own = [pair for pair in free if spot.left <= pair[0].i < spot.right and not self._parted(pair[0], spot)]
        if own:
            return self._nearest(own, spot), "stretch"
        if spot.value.kind != "change":
            old = [pair for pair in dates if spot.left <= pair[0].i < spot.first.i and self._is_base(pair[1])]
            if old:
                return old[-1][1], "stretch"
        if measured.lender is not None and self._told[measured.lender][0].sentence == spot.sentence:
            return self._told[measured.lender][2].period, "lent"
        clause = self._scene.segments.of(spot.head)
        near = [pair for pair in free if clause.start <= pair[0].i < min(clause.end, spot.first.i)]
        if near:
            return near[-1][1], "clause"
        lender = self._told[measured.lender][2] if measured.lender is not None else None
        opening = [pair for pair in free if self._opens(pair[0], spot) and not self._parted(pair[0], spot)]
        if opening:
            return opening[-1][1], "opening"
        found = self._previous(spot, measured, base=False)
        if found[0] is None and not free and measured.step == "compared" and lender is not None:
            return lender.period, "previous"
        return found if found[0] is not None or free else self._running(spot)

    def _base(self, spot: Spot, measured: Measured, dates: Sequence[tuple[Token, int]], step: str) -> tuple[int | None, str]:
        free = [(token, index) for token, index in dates if self._is_base(index)]
        own = [pair for pair in free if spot.left <= pair[0].i < spot.right or pair[0].i > spot.last.i]
        if own:
            return own[0][1], "stretch"
        found = self._previous(spot, measured, base=True)
        if step not in ("", "previous", "lent") and not (self._told and self._told[-1][0].sentence == spot.sentence):
            return None, ""
        return found

    def _running(self, spot: Spot) -> tuple[int | None, str]:
        """Return the period that an earlier sentence of the paragraph opened, for what happened in the past."""
        verb = clauses.governor(spot.head)
        past = clauses.feature(verb, "Tense") == "Past" or clauses.feature(verb, "Variant") == "Short"
        if not past:
            return None, ""
        for start, token, index in reversed(self._opened[: bisect_left(self._opened, (spot.sentence[0],))]):
            if self._scene.paragraph(token) != spot.paragraph:
                break
            day = self._scene.dates[index].value.grain == "day" and spot.value.kind != "count"
            if self._lasts(index) and not self._is_attribute(token) and not day:
                return index, "previous"
        return None, ""

    def _previous(self, spot: Spot, measured: Measured, *, base: bool) -> tuple[int | None, str]:
        """Return what the figure before it in the paragraph says."""
        present = clauses.feature(clauses.governor(spot.head), "Tense") == "Pres" and spot.dash() is None
        if not measured.text or spot.value.kind not in _STATED or present:
            return None, ""
        for before, told, dated in reversed(self._told[-8:]):
            if before.paragraph < spot.paragraph - (measured.lender is not None):
                break
            found = dated.base if base else dated.period
            if told.text and found is not None and (base or self._lasts(found)):
                return found, "previous"
        return None, ""

    def _lasts(self, index: int) -> bool:
        """Tell whether a date goes on to date what follows: a period, no start, no deadline, no «в год»."""
        value = self._scene.dates[index].value
        return value.role in _LASTING and value.timex3.type == "DATE" and value.edtf is not None

    def _is_base(self, index: int) -> bool:
        return self._scene.dates[index].value.role == "base_period"

    def _parted(self, token: Token, spot: Spot) -> bool:
        """Tell whether a clause begins between a date and a figure after it («в мае отмечено, что 15 предприятий …»)."""
        between = spot.doc[token.i : spot.first.i] if token.i < spot.first.i else spot.doc[spot.last.i + 1 : token.i]
        if any(clauses.lemma(other) in _SUBORDINATING for other in between):
            return True
        verbs = [other for other in between if other.pos_ == "VERB"]
        if not verbs or self._opens(token, spot):
            return False
        told = spot.doc[spot.left : min(token.i, spot.first.i)]
        return any(segments.is_predicate(other) for other in told) and (token.i > spot.first.i or self._marked(between))

    def _marked(self, tokens: Sequence[Token]) -> bool:
        """Tell whether a comma stands before the first verb: another clause begins there."""
        for token in tokens:
            if token.text == ",":
                return True
            if token.pos_ == "VERB":
                return False
        return False

    def _is_period(self, index: int, token: Token, spot: Spot) -> bool:
        value = self._scene.dates[index].value
        if value.role in ("base_period", "holiday", "anniversary") or value.timex3.type in ("TIME",):
            return False
        if value.timex3.type == "DURATION" and value.edtf is None:
            return False
        return not self._is_attribute(token)

    def _is_attribute(self, token: Token) -> bool:
        """Tell whether a date belongs to a document or a deed, not to the clause («договор от 5 мая»)."""
        before = token.nbor(-1) if token.i > token.sent.start else token
        return before.lower_ == "от" or (self._scene.named(token) is not None)

    def _nearest(self, pairs: Sequence[tuple[Token, int]], spot: Spot) -> int:
        return min(pairs, key=lambda pair: abs(pair[0].i - spot.first.i))[1]

    def _opens(self, token: Token, spot: Spot) -> bool:
        """Tell whether a date opens the sentence and so dates all that it tells."""
        start = spot.sentence[0]
        first = [other for other in token.doc[start : token.i] if other.pos_ not in ("ADP", "PUNCT", "SPACE", "DET", "ADJ")]
        return len(first) <= 1 and token.i < spot.first.i
