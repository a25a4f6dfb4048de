"""The best sequence of BIO tags over whole documents, by Viterbi's algorithm where there is anything to decide.

Most words are ``O`` for sure: no path through another tag of theirs can be the best one, whatever comes before and
after. Bounds on how much better such a path could be are found for all words at once. What lies between two sure words
is a stretch of its own, and stretches are short; all of them are walked side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from svodka.language.embedding import Indices, Matrix
from svodka.language.packed import Encoder, Packed

_ROUNDS = 3  # of bounds, each seeing one word further
_DOUBTFUL = 0.5e-3  # single precision was off by 0.02e-3 on 56,000 words of releases and news


class NamesHead:
    """The best tags of every document."""

    def __init__(self, network: Any, encoder: Encoder, labels: Sequence[str]) -> None:
        self._weight = encoder.fold(network.head.proj.weight.array, network.head.proj.bias.array)
        self._transitions = network.head.crf.transitions.array.astype(self._weight.dtype)
        self._outside = labels.index("O")

    def __call__(self, encoded: Matrix, packed: Packed) -> tuple[Indices, npt.NDArray[np.bool_]]:
        """Return one tag id a word, in order, and for each document whether rounding could have decided."""
        return self.decode((encoded @ self._weight)[packed.words], packed.lengths)

    def decode(self, emissions: Matrix, lengths: Indices) -> tuple[Indices, npt.NDArray[np.bool_]]:
        """Return the best tags and the doubts for scores of words × tags, documents end to end."""
        ends = np.cumsum(lengths)
        opens, closes = np.zeros((2, len(emissions)), dtype=np.bool_)
        opens[(ends - lengths)[lengths > 0]] = closes[(ends - 1)[lengths > 0]] = True
        tags = np.full(len(emissions), self._outside, dtype=np.int64)
        unsure = ~self._surely_outside(emissions, opens, closes)
        begins = np.flatnonzero(unsure & (opens | ~np.roll(unsure, 1)))
        stops = np.flatnonzero(unsure & (closes | ~np.roll(unsure, -1))) + 1
        rows, found, doubts = self._walk(emissions, begins, stops, opens[begins], closes[stops - 1])
        tags[rows] = found
        doubtful = np.zeros(len(lengths), dtype=np.bool_)
        doubtful[np.searchsorted(ends, rows[doubts], side="right")] = True
        return tags, doubtful

    def _surely_outside(
        self, emissions: Matrix, opens: npt.NDArray[np.bool_], closes: npt.NDArray[np.bool_]
    ) -> npt.NDArray[np.bool_]:
        """Tell of every word whether the best path must call it ``O``, by more than any doubt."""
        outside, transitions = self._outside, self._transitions
        better = np.ascontiguousarray((emissions - emissions[:, [outside]]).T)  # tag × word: how much better than O
        first = np.maximum((transitions - transitions[:, [outside]]).max(axis=0), 0)[:, None]
        last = np.maximum((transitions - transitions[outside]).max(axis=1), 0)[:, None]
        stay = transitions[outside, outside]
        before, after = better + first, np.repeat(last, len(emissions), axis=1)
        for _ in range(_ROUNDS):
            shifted = np.roll(before, 1, axis=1)
            gained = np.stack([(shifted + transitions[:, [tag]]).max(axis=0) for tag in range(len(better))]) - stay
            gained[:, opens] = 0
            before = np.minimum(before, better + gained)
            shifted = np.roll(after + better, -1, axis=1)
            gained = np.stack([(shifted + transitions[[tag]].T).max(axis=0) for tag in range(len(better))]) - stay
            gained[:, closes] = 0
            after = np.minimum(after, gained)
        over = before + after
        over[outside] = -np.inf
        sure: npt.NDArray[np.bool_] = over.max(axis=0) < -_DOUBTFUL
        return sure

    def _walk(
        self,
        emissions: Matrix,
        begins: Indices,
        stops: Indices,
        opens: npt.NDArray[np.bool_],
        closes: npt.NDArray[np.bool_],
    ) -> tuple[Indices, Indices, npt.NDArray[np.bool_]]:
        """Find the best tags of stretches between sure words or the ends of documents.

        Args:
            emissions: Scores of words × tags.
            begins: The first word of each stretch.
            stops: The word after each.
            opens: Whether a stretch begins a document, so that no ``O`` stands before it.
            closes: Whether it ends one.

        Returns:
            The words of all stretches, their tags, and where another tag before came close.
        """
        order = np.argsort(begins - stops, kind="stable")  # the longest first: stretches drop out at the end
        begins, sizes = begins[order], (stops - begins)[order]
        transitions, outside = self._transitions, self._outside
        enter = np.where(opens[order, None], 0, transitions[outside])
        leave = np.where(closes[order, None], 0, transitions[:, outside])
        alive = [int(np.searchsorted(-sizes, -step, side="left")) for step in range(int(sizes.max(initial=0)))]
        sums = []  # for each step: stretch × tag before × tag
        scores = emissions[begins] + enter
        final = scores + leave
        for step, count in enumerate(alive[1:], 1):
            sums.append(scores[:count, :, None] + transitions)
            scores = sums[-1].max(axis=1) + emissions[begins[:count] + step]
            final[:count] = scores + leave[:count]
        return self._trace(final, sums, begins, sizes, alive)

    @staticmethod
    def _trace(
        final: Matrix, sums: Sequence[Matrix], begins: Indices, sizes: Indices, alive: Sequence[int]
    ) -> tuple[Indices, Indices, npt.NDArray[np.bool_]]:
        """Follow the best tags back from the end of every stretch."""
        tags, doubts = _best(final)
        nothing = np.empty(0, dtype=np.int64)
        rows, found, doubtful = [nothing], [nothing], [nothing.astype(np.bool_)]
        for step in range(len(alive) - 1, -1, -1):
            count = alive[step]
            rows.append(begins[:count] + step)
            found.append(tags[:count].copy())
            doubtful.append(doubts[:count].copy())
            if step:
                tags[:count], doubts[:count] = _best(sums[step - 1][np.arange(count), :, tags[:count]])
        return np.concatenate(rows), np.concatenate(found), np.concatenate(doubtful)


def _best(scores: Matrix) -> tuple[Indices, npt.NDArray[np.bool_]]:
    """Return the first best column of every row, and whether the second is close."""
    best = scores.argmax(axis=1)
    two = np.partition(scores, -2, axis=1)[:, -2:]
    return best, two[:, 1] - two[:, 0] < _DOUBTFUL
