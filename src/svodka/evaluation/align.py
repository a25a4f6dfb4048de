"""One-to-one alignment of two lists of spans: greatest overlap in characters first, ties by position.

Pairs are taken in the same order whichever list is called gold, so the alignment is symmetric.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from svodka.core.records import Spans
from svodka.core.spans import overlap, size

Pairs: TypeAlias = tuple[tuple[int, int], ...]
Test: TypeAlias = Callable[[int, int], bool]


def assign(weights: Iterable[tuple[tuple[Any, ...], int, int]]) -> Pairs:
    """Take pairs in the order of their weights, least first, each index at most once.

    Args:
        weights: ``(weight, left, right)``; weights are comparable tuples that do not depend on which side
            is left.

    Returns:
        Pairs in the order of the left side.
    """
    ranked = sorted((weight, abs(i - j), min(i, j), i, j) for weight, i, j in weights)
    lefts: set[int] = set()
    rights: set[int] = set()
    pairs = []
    for _, _, _, i, j in ranked:
        if i not in lefts and j not in rights:
            lefts.add(i)
            rights.add(j)
            pairs.append((i, j))
    return tuple(sorted(pairs))


def always(left: int, right: int) -> bool:
    """Allow every pair."""
    return True


def align(left: Sequence[Spans], right: Sequence[Spans], allowed: Test = always, preferred: Test = always) -> Pairs:
    """Pair the spans of two lists, one to one, where they overlap.

    Args:
        left: Spans of one side, in text order.
        right: Spans of the other side, in text order.
        allowed: Whether a pair may be made at all.
        preferred: Of pairs with equal overlap those that satisfy it go first, then those with the fewest
            characters that only one side has, then the leftmost.

    Examples:
        >>> align([((0, 4),), ((5, 9),)], [((3, 9),)])
        ((1, 0),)
    """
    weights = []
    hulls = [(spans[0][0], spans[-1][1]) for spans in right]
    for i, mine in enumerate(left):
        start, end = mine[0][0], mine[-1][1]
        near = [j for j, hull in enumerate(hulls) if hull[0] < end and start < hull[1]]
        for j in near:
            shared = overlap(mine, right[j])
            if shared and allowed(i, j):
                alone = size(mine) + size(right[j]) - 2 * shared
                place = (min(mine, right[j]), max(mine, right[j]))
                weights.append(((-shared, not preferred(i, j), alone, *place), i, j))
    return assign(weights)
