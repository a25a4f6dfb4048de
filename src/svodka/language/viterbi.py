"""The best sequence of BIO tags over whole documents, by Viterbi's algorithm where there is anything to decide.

Most words are ``O`` for sure: no path through another tag of theirs can be the best one, whatever comes before and
after. Bounds on how much better such a path could be are found for all words at once. What lies between two sure words
is a stretch of its own, and stretches are short; all of them are walked side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from svodka.language.embedding import Indices, Matrix
from svodka.language.packed import Encoder, Packed

_ROUNDS = 7  # of bounds, each seeing one word further
# Single precision was off by 0.02e-3 a word on 56,000 words of releases and news; stretches add that up.
_DOUBTFUL = 2e-3


Flags = npt.NDArray[np.bool_]


class Stretches(NamedTuple):
    """Runs of words between words that are surely ``O``, or the ends of their document.

    Attributes:
        begins: The first word of each, counted over all documents.
        stops: The word after each.
        opens: Whether it begins its document, so that no ``O`` stands before it.
        closes: Whether it ends it.
    """

    begins: Indices
    stops: Indices
    opens: Flags
    closes: Flags

    @property
    def sizes(self) -> Indices:
        """The number of words of each."""
        return self.stops - self.begins

    def chosen(self, numbers: Indices) -> Stretches:
        """Return some of them."""
        begins, stops, opens, closes = self
        return Stretches(begins[numbers], stops[numbers], opens[numbers], closes[numbers])

    def words(self) -> Indices:
        """Return the words of all, one after the other."""
        sizes = self.sizes
        return np.arange(sizes.sum()) + np.repeat(self.begins - np.cumsum(sizes) + sizes, sizes)


class NamesHead:
    """The best tags of every document."""

    def __init__(self, network: Any, encoder: Encoder, labels: Sequence[str]) -> None:
        self._weight = encoder.fold(network.head.proj.weight.array, network.head.proj.bias.array)
        self._transitions = network.head.crf.transitions.array.astype(self._weight.dtype)
        self._outside = labels.index("O")

    def emissions(self, encoded: Matrix, packed: Packed) -> Matrix:
        """Return the scores of words × tags."""
        scores: Matrix = (encoded @ self._weight)[packed.words]
        return scores

    def decode(self, emissions: Matrix, lengths: Indices) -> tuple[Indices, Stretches]:
        """Return one tag id a word, in order, and the stretches in which rounding could have decided.

        Args:
            emissions: Scores of words × tags, documents end to end.
            lengths: How many words each document has.
        """
        ends = np.cumsum(lengths)
        opens, closes = np.zeros((2, len(emissions)), dtype=np.bool_)
        opens[(ends - lengths)[lengths > 0]] = closes[(ends - 1)[lengths > 0]] = True
        tags = np.full(len(emissions), self._outside, dtype=np.int64)
        unsure = ~self._surely_outside(emissions, opens, closes)
        begins = np.flatnonzero(unsure & (opens | ~np.roll(unsure, 1)))
        stops = np.flatnonzero(unsure & (closes | ~np.roll(unsure, -1))) + 1
        stretches = Stretches(begins, stops, opens[begins], closes[stops - 1])
        rows, found, doubts = self._walk(emissions, stretches)
        tags[rows] = found
        doubtful = np.unique(np.searchsorted(begins, rows[doubts], side="right") - 1)
        return tags, stretches.chosen(doubtful)

    def best(self, emissions: Matrix, stretches: Stretches) -> Indices:
        """Return the best tags of the words of stretches, whose scores alone are given, one after the other."""
        stops = np.cumsum(stretches.sizes)
        rows, found, _ = self._walk(emissions, stretches._replace(begins=stops - stretches.sizes, stops=stops))
        tags = np.empty(len(emissions), dtype=np.int64)
        tags[rows] = found
        return tags

    def _surely_outside(self, emissions: Matrix, opens: Flags, closes: Flags) -> Flags:
        """Tell of every word whether the best path must call it ``O``, by more than any doubt."""
        outside, transitions = self._outside, self._transitions
        better = np.ascontiguousarray((emissions - emissions[:, [outside]]).T)  # tag × word: how much better than O
        onwards, backwards = transitions[:, :, None], transitions.T[:, :, None]
        stay = transitions[outside, outside]
        before = better + np.maximum((transitions - transitions[:, [outside]]).max(axis=0), 0)[:, None]
        after = np.zeros_like(better) + np.maximum((transitions - transitions[outside]).max(axis=1), 0)[:, None]
        for _ in range(_ROUNDS):
            gained = (_shifted(before, 1)[:, None] + onwards).max(axis=0) - stay
            gained[:, opens] = 0
            np.minimum(before, better + gained, out=before)
            gained = (_shifted(after + better, -1)[:, None] + backwards).max(axis=0) - stay
            gained[:, closes] = 0
            np.minimum(after, gained, out=after)
        over = before + after
        over[outside] = -np.inf
        sure: Flags = over.max(axis=0) < -_DOUBTFUL
        return sure

    def _walk(self, emissions: Matrix, stretches: Stretches) -> tuple[Indices, Indices, Flags]:
        """Find the best tags of stretches.

        Args:
            emissions: Scores of words × tags.
            stretches: Which of the words.

        Returns:
            The words of all stretches, their tags, and where another tag before came close.
        """
        order = np.argsort(-stretches.sizes, kind="stable")  # the longest first: stretches drop out at the end
        begins, sizes = stretches.begins[order], stretches.sizes[order]
        transitions, outside = self._transitions, self._outside
        enter = np.where(stretches.opens[order, None], 0, transitions[outside])
        leave = np.where(stretches.closes[order, None], 0, transitions[:, outside])
        alive = np.searchsorted(-sizes, -np.arange(sizes.max(initial=0)), side="left").tolist()
        scores = emissions[begins] + enter
        final = scores + leave
        sums, before = [], []  # for each step: stretch × tag before × tag; the best tag before each
        for step, count in enumerate(alive[1:], 1):
            sums.append(scores[:count, :, None] + transitions)
            before.append(sums[-1].argmax(axis=1))
            scores = sums[-1].max(axis=1) + emissions[begins[:count] + step]
            final[:count] = scores + leave[:count]
        tags, places = final.argmax(axis=1), np.arange(len(begins))
        rows, found, choices = [begins], [tags.copy()], [final]
        for step in range(len(alive) - 1, 0, -1):
            count = alive[step]
            rows.append(begins[:count] + step)
            found.append(tags[:count].copy())
            choices.append(sums[step - 1][places[:count], :, tags[:count]])
            tags[:count] = before[step - 1][places[:count], tags[:count]]
        found[0] = tags
        return np.concatenate(rows), np.concatenate(found), _are_close(np.concatenate(choices))


def _shifted(scores: Matrix, places: int) -> Matrix:
    """Return the columns of a table moved to the right or left; what falls out comes in on the other side."""
    return np.concatenate([scores[:, -places:], scores[:, :-places]], axis=1)


def _are_close(scores: Matrix) -> Flags:
    """Tell of every row whether its best two scores are close."""
    best = np.partition(scores, -2, axis=1)
    return best[:, -1] - best[:, -2] < _DOUBTFUL
