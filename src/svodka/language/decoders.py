"""From encoded rows to the tags, heads and relations of words, in packed form.

Every answer comes with its doubt: whether the next best comes so close that rounding could have decided. How a product
rounds a row depends on the rows beside it, on the machine and on its libraries; who must not depend on them asks again,
in double precision, where there is doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from svodka.language.embedding import Indices, Matrix
from svodka.language.packed import Encoder, Packed

Doubts = npt.NDArray[np.bool_]

_ROWS_A_PRODUCT = 256
_TIE = 1e-4
# Several times what single precision is off by, on 56,000 words of releases and news: 0.04e-3, 0.26e-3, 0.91e-3.
_DOUBTFUL_TAG, _DOUBTFUL_HEAD, _DOUBTFUL_RELATION = 0.5e-3, 1e-3, 3e-3


class MorphologyHead:
    """The best tag of every word."""

    def __init__(self, network: Any, encoder: Encoder) -> None:
        self._weight = encoder.fold(network.head.proj.weight.array, network.head.proj.bias.array)

    def __call__(self, encoded: Matrix, packed: Packed) -> tuple[Indices, Doubts]:
        """Return one tag id a word, in order, and the doubt about it."""
        words = encoded[packed.words]
        found, doubts = np.empty(len(words), dtype=np.int64), np.empty(len(words), dtype=np.bool_)
        for start in range(0, len(words), _ROWS_A_PRODUCT):
            part = slice(start, start + _ROWS_A_PRODUCT)
            found[part], doubts[part] = _best(words[part] @ self._weight, _DOUBTFUL_TAG)
        return found, doubts


class SyntaxHead:
    """Head and relation of every word by two biaffine products; the row before a sentence is its root."""

    def __init__(self, network: Any, encoder: Encoder) -> None:
        heads, relations = network.head, network.rel
        sides = [side.proj for module in (heads, relations) for side in (module.head, module.tail)]
        self._weight = np.concatenate([encoder.fold(s.weight.array, s.bias.array) for s in sides], axis=1)
        self._roots = [_root(module, side) for module in (heads, relations) for side in (module.head, module.tail)]
        self._size = len(heads.kernel.array)
        self._heads, self._relations = heads.kernel.array, relations.kernel.array

    def __call__(self, encoded: Matrix, packed: Packed) -> tuple[Indices, Indices, Doubts]:
        """Return one head (0 for the root, else 1-based in its sentence), relation id and doubt a word, in order."""
        projected = encoded @ self._weight
        np.maximum(projected, 0, out=projected)
        projected[packed.starts - 1] = np.concatenate(self._roots)
        governed, governing, left, right = np.split(projected, 4, axis=1)
        heads, doubts = _best_heads(governed @ self._heads, np.ascontiguousarray(governing), packed)
        governors = np.repeat(packed.starts - 1, packed.lengths) + heads
        relations, doubtful = self._best_relations(left[governors], right[packed.words])
        return heads, relations, doubts | doubtful

    def _best_relations(self, left: Matrix, right: Matrix) -> tuple[Indices, Doubts]:
        found, doubts = np.empty(len(left), dtype=np.int64), np.empty(len(left), dtype=np.bool_)
        for start in range(0, len(left), _ROWS_A_PRODUCT):
            part = slice(start, start + _ROWS_A_PRODUCT)
            products = (left[part] @ self._relations).reshape(len(left[part]), -1, self._size)
            found[part], doubts[part] = _best((products @ right[part, :, None])[:, :, 0], _DOUBTFUL_RELATION)
        return found, doubts


def _root(module: Any, side: Any) -> Matrix:
    """Return the projection of the root's own vector."""
    projected: Matrix = np.maximum(module.root.array @ side.proj.weight.array + side.proj.bias.array, 0)
    return projected


def _best(scores: Matrix, doubtful: float) -> tuple[Indices, Doubts]:
    """Return the best column of every row, and whether the second comes closer to it than ``doubtful``."""
    rows = np.arange(len(scores))
    best = scores.argmax(axis=1)
    highest = scores[rows, best]
    scores[rows, best] = -np.inf
    return best, scores.max(axis=1) > highest - doubtful


def _best_heads(left: Matrix, right: Matrix, packed: Packed) -> tuple[Indices, Doubts]:
    """Return the first best column of every row of every sentence, and the doubt about it.

    Words that are repeated give equal scores up to the last bits; the first of them is taken. Some sentences at a time
    are looked at together, since most have few words.
    """
    found, doubts = np.empty(len(packed.words), dtype=np.int64), np.empty(len(packed.words), dtype=np.bool_)
    ends = np.cumsum(packed.lengths)
    opening = np.searchsorted(ends, np.arange(0, len(found), _ROWS_A_PRODUCT), side="right")
    done = 0
    for first, last in pairwise([*np.unique(opening).tolist(), len(ends)]):
        scores = _scores(left, right, packed.starts[first:last].tolist(), packed.lengths[first:last].tolist())
        part = slice(done, done + len(scores))
        highest = scores.max(axis=1, keepdims=True)
        found[part] = (scores >= highest - _TIE).argmax(axis=1)
        doubts[part] = np.count_nonzero(scores >= highest - _DOUBTFUL_HEAD, axis=1) > 1
        done = part.stop
    return found, doubts


def _scores(left: Matrix, right: Matrix, starts: Sequence[int], lengths: Sequence[int]) -> Matrix:
    """Return for each word of some sentences the scores of the root and of its sentence's words, then -inf."""
    scores = np.full((sum(lengths), 1 + max(lengths)), -np.inf, dtype=left.dtype)
    done = 0
    for start, length in zip(starts, lengths, strict=True):
        own = scores[done : done + length, : length + 1]
        np.matmul(left[start : start + length], right[start - 1 : start + length].T, out=own)
        done += length
    return scores
