"""When a figure holds, and with which period it is compared.

Each function is a step: it returns the position of a date, ``None`` for the next step to try. ``table`` has their order
and their examples.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from svodka.components import clauses, segments
from svodka.components.scene import Scene
from svodka.components.slots.spots import NEAR, Spot
from svodka.components.slots.told import Measured
from svodka.components.slots.verbs import Verbs
from svodka.language.words import Word
from svodka.rules.measures import LANDS
from svodka.rules.rule import words

_UNDATED = frozenset(("ordinal", "attribute", "anniversary", "age", "score", "rank", "duration"))
_STATED = frozenset(("money", "change", "measure", "percent", "share"))
_LASTING = frozenset((None, "cumulative", "as_of"))
_OTHER_ROLES = frozenset(("base_period", "holiday", "anniversary"))
_SUBORDINATING = words("что который чтобы где когда если")
_OPENING = frozenset(("ADP", "PUNCT", "SPACE", "DET", "ADJ"))
_REACH = 8  # figures or dates back that may still lend their period

Placed = Sequence[tuple[Word, int]]


@dataclass(frozen=True, slots=True)
class Dated:
    """The positions of a figure's period and base period, and the steps that told."""

    period: int | None = None
    base: int | None = None
    period_step: str = ""
    base_step: str = ""


class Calendar:
    """The dates of one document, by the sentence in which they stand."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._by_sentence: dict[int, list[tuple[Word, int]]] = {}
        for index, date in enumerate(scene.dates):
            token = scene.doc.at(date.start)
            if token is not None:
                self._by_sentence.setdefault(token.sent.start, []).append((token, index))
        self._starts = sorted(self._by_sentence)

    def of(self, spot: Spot) -> Placed:
        """Return the dates of a figure's sentence with their first words: those near it, and the one that opens it."""
        dates = self._by_sentence.get(spot.sentence[0], [])
        low = bisect_left(dates, spot.first.i - NEAR, key=lambda pair: pair[0].i)
        high = bisect_left(dates, spot.last.i + NEAR, key=lambda pair: pair[0].i)
        return [*dates[: min(1, low)], *dates[low:high]]

    def free(self, spot: Spot) -> Placed:
        """Return those of them that can be the figure's period."""
        return [(token, index) for token, index in self.of(spot) if self.is_period(index, token)]

    def earlier(self, spot: Spot) -> Placed:
        """Return the last dates of the sentences before it in its paragraph, the last first."""
        found: list[tuple[Word, int]] = []
        for start in reversed(self._starts[: bisect_left(self._starts, spot.sentence[0])]):
            dates = self._by_sentence[start]
            if self.scene.paragraph(dates[0][0]) != spot.paragraph or len(found) > _REACH:
                break
            found += reversed(dates[-_REACH:])
        return found

    def is_base(self, index: int) -> bool:
        """Tell whether something is compared with a date."""
        return self.scene.dates[index].value.role == "base_period"

    def is_period(self, index: int, token: Word) -> bool:
        """Tell whether a date can be the period of an amount: no clock time, no duration, no date of a document."""
        value = self.scene.dates[index].value
        if value.role in _OTHER_ROLES or value.timex3.type == "TIME":
            return False
        if value.timex3.type == "DURATION" and value.edtf is None:
            return False
        before = token.nbor(-1) if token.i > token.sent.start else token
        return before.lower_ != "от" and self.scene.named(token) is None

    def lasts(self, index: int) -> bool:
        """Tell whether a date goes on to date what follows: a period, no start, no deadline, no «в год»."""
        value = self.scene.dates[index].value
        return value.role in _LASTING and value.timex3.type == "DATE" and value.edtf is not None


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure with what is known when its period is asked for; ``free`` are the dates that can be it."""

    spot: Spot
    measured: Measured
    calendar: Calendar
    free: Placed
    verbs: Verbs
    told: Sequence[tuple[Spot, Measured, Dated]]

    @property
    def lender(self) -> tuple[Spot, Measured, Dated] | None:
        """The figure that lent the metric."""
        return None if self.measured.lender is None else self.told[self.measured.lender]

    def is_parted(self, token: Word) -> bool:
        """Tell whether a clause begins between a date and the figure («в мае отмечено, что 15 предприятий …»)."""
        doc, first, last = self.spot.doc, self.spot.first.i, self.spot.last.i
        apart = doc[token.i : first] if token.i < first else doc[last + 1 : token.i]
        if any(other.lemma in _SUBORDINATING for other in apart):
            return True
        if token.i > first and any(other.text == "," and clauses.following(other).pos_ == "CCONJ" for other in apart):
            return True
        if self.opens(token) or not any(other.pos_ == "VERB" for other in apart):
            return False
        told = any(segments.is_predicate(other) for other in doc[self.spot.left : min(token.i, first)])
        return told and (token.i > first or _is_marked(apart))

    def opens(self, token: Word) -> bool:
        """Tell whether a date opens the sentence and so dates all that it tells."""
        start = self.spot.sentence[0]
        if token.i > self.spot.first.i or token.i - start > NEAR:
            return False
        return sum(other.pos_ not in _OPENING for other in token.doc[start : token.i]) <= 1


def is_dated(spot: Spot) -> bool:
    """Tell whether a figure of this kind has a period at all: «двух регионов» has none."""
    both = spot.value.kind == "count" and spot.value.value == "2" and spot.last.lemma in LANDS
    return spot.value.kind not in _UNDATED and not both


def stretch(asked: Asked) -> int | None:
    """Take the nearest date of the figure's own stretch: «в 2022 году экспорт составил 5 млн долларов»."""
    spot = asked.spot
    own = [(t, i) for t, i in asked.free if spot.left <= t.i < spot.right and not asked.is_parted(t)]
    if own:
        return min(own, key=lambda pair: abs(pair[0].i - spot.first.i))[1]
    if spot.value.kind == "change":
        return None
    dates = asked.calendar.of(spot)
    old = [i for t, i in dates if spot.left <= t.i < spot.first.i and asked.calendar.is_base(i)]
    return old[-1] if old else None  # «(годом ранее – 36 т)»


def lent(asked: Asked) -> int | None:
    """Take that of the figure in the sentence that lent its metric: «5 млн т, или 80 % плана»."""
    lender = asked.lender
    return lender[2].period if lender is not None and lender[0].sentence == asked.spot.sentence else None


def clause(asked: Asked) -> int | None:
    """Take the last date before the figure in its clause."""
    span, first = asked.calendar.scene.segments.of(asked.spot.head), asked.spot.first.i
    near = [index for token, index in asked.free if span.start <= token.i < min(span.end, first)]
    return near[-1] if near else None


def opening(asked: Asked) -> int | None:
    """Take the date that opens the sentence: «В 2022 г. экспорт вырос, а импорт упал на 7 %»."""
    found = [index for token, index in asked.free if asked.opens(token) and not asked.is_parted(token)]
    return found[-1] if found else None


def previous(asked: Asked) -> int | None:
    """Take that of the figure before in the paragraph, where the sentence goes on with it: «импорт – 7 млн»."""
    return _told_before(asked, base=False)


def repeated(asked: Asked) -> int | None:
    """Take that of the count that is compared in the next sentence: «Это в 3 раза больше»."""
    lender = asked.lender
    return lender[2].period if lender is not None and asked.measured.step == "compared" and not asked.free else None


def running(asked: Asked) -> int | None:
    """Take the period that an earlier sentence of the paragraph opened, for what happened then."""
    verb = asked.verbs.over(asked.spot.head)
    past = verb.feature("Tense") == "Past" or verb.feature("Variant") == "Short"
    if asked.free or not past:
        return None
    for token, index in asked.calendar.earlier(asked.spot):
        day = asked.calendar.scene.dates[index].value.grain == "day" and asked.spot.value.kind != "count"
        if asked.calendar.lasts(index) and asked.calendar.is_period(index, token) and not day:
            return index
    return None


def base_beside(asked: Asked) -> int | None:
    """Take the base period in the figure's stretch or after it: «вырос на 5 % по сравнению с 2021 годом»."""
    spot, calendar = asked.spot, asked.calendar
    own = [
        i for t, i in calendar.of(spot) if calendar.is_base(i) and (spot.left <= t.i < spot.right or t.i > spot.last.i)
    ]
    return own[0] if own else None


def base_previous(asked: Asked) -> int | None:
    """Take that of the change before: «экспорт вырос на 5 % к 2021 году, импорт – на 7 %»."""
    together = bool(asked.told) and asked.told[-1][0].sentence == asked.spot.sentence
    return _told_before(asked, base=True) if together or not asked.free else None


def _told_before(asked: Asked, *, base: bool) -> int | None:
    present = asked.verbs.over(asked.spot.head).feature("Tense") == "Pres" and asked.spot.dash() is None
    if not asked.measured.text or asked.spot.value.kind not in _STATED or present:
        return None
    reach = 1 if asked.measured.lender is not None or asked.spot.value.kind == "change" else 0
    for before, measured, dated in reversed(asked.told[-_REACH:]):
        if before.paragraph < asked.spot.paragraph - reach:
            break
        found = dated.base if base else dated.period
        if measured.text and found is not None and (base or asked.calendar.lasts(found)):
            return found
    return None


def _is_marked(tokens: Iterable[Word]) -> bool:
    """Tell whether a comma stands before the first verb: another clause begins there."""
    first = next((token for token in tokens if token.text == "," or token.pos_ == "VERB"), None)
    return first is not None and first.text == ","
