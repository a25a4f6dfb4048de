"""Bootstrap over sentences: how far a score would move on another sample of such sentences."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from svodka.evaluation.outcomes import Counts

Unit: TypeAlias = tuple[str, int]


def resample(units: Sequence[Unit], rounds: int, seed: int) -> tuple[Mapping[Unit, int], ...]:
    """Draw as many units as there are, with replacement, once per round; return how often each was drawn."""
    draw = random.Random(seed)
    return tuple(Counter(draw.choices(units, k=len(units))) for _ in range(rounds if units else 0))


def interval(by_unit: Mapping[Unit, Counts], rounds: Sequence[Mapping[Unit, int]]) -> tuple[float, float] | None:
    """Return the 2.5th and 97.5th percentile of F1 over the rounds in which it is defined.

    Examples:
        >>> interval({("a", 0): Counts(2, 2, 1)}, [{("a", 0): 1}, {("a", 0): 2}])
        (0.5, 0.5)
    """
    values = []
    for drawn in rounds:
        both = correct = 0
        for unit, counts in by_unit.items():
            times = drawn.get(unit, 0)
            both += times * (counts.gold + counts.predicted)
            correct += times * counts.correct
        if both:
            values.append(2 * correct / both)
    values.sort()
    return (_percentile(values, 0.025), _percentile(values, 0.975)) if values else None


def _percentile(ordered: Sequence[float], share: float) -> float:
    """Return the value below which ``share`` of the ordered values lie, by linear interpolation."""
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)
