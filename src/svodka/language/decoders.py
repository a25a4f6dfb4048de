"""From encoded rows to tags: what stands above the encoders of the three networks, in packed form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from svodka.language.embedding import Indices, Matrix
from svodka.language.packed import Encoder, Packed

_ROWS_A_PRODUCT = 256
_STEPS = 32
_TIE = np.float32(1e-4)
_NEVER = np.float32(-1e9)


class MorphologyHead:
    """The best tag of every word."""

    def __init__(self, network: Any, encoder: Encoder) -> None:
        self._weight = encoder.fold(network.head.proj.weight.array, network.head.proj.bias.array)

    def __call__(self, encoded: Matrix, packed: Packed) -> Indices:
        """Return one tag id a word, in order."""
        words = encoded[packed.words]
        found = np.empty(len(words), dtype=np.int64)
        for start in range(0, len(words), _ROWS_A_PRODUCT):
            part = slice(start, start + _ROWS_A_PRODUCT)
            found[part] = (words[part] @ self._weight).argmax(axis=1)
        return found


class NamesHead:
    """The best sequence of BIO tags by Viterbi's algorithm, all stretches of all documents side by side.

    A document is its first word and stretches of up to 32 words. For every stretch the best score from each tag before
    it to each tag at its end is found, which needs no other stretch; these are chained; then every stretch is walked
    with the scores that it starts from, in the order of slovnet's sums, and the first of equal scores wins.
    """

    def __init__(self, network: Any, encoder: Encoder) -> None:
        self._weight = encoder.fold(network.head.proj.weight.array, network.head.proj.bias.array)
        self._transitions = network.head.crf.transitions.array

    def __call__(self, encoded: Matrix, packed: Packed) -> list[list[int]]:
        """Return the tag ids of every sequence."""
        return self.paths(encoded @ self._weight, packed.starts, packed.lengths)

    def paths(self, emissions: Matrix, starts: Indices, lengths: Indices) -> list[list[int]]:
        """Return the best tag ids of sequences of rows, given by their starts and lengths."""
        counts = np.maximum(lengths - 1 + _STEPS - 1, 0) // _STEPS
        first = np.cumsum(counts) - counts
        place = np.arange(counts.sum()) - np.repeat(first, counts)
        begins = np.repeat(starts + 1, counts) + place * _STEPS
        sizes = np.minimum(np.repeat(lengths - 1, counts) - place * _STEPS, _STEPS)
        walk = _Walk(emissions, self._transitions, begins, sizes)
        entries, lasts = self._chain(walk.matrices(), emissions, starts, list(zip(first, counts, strict=True)))
        history = walk.history(entries)
        ends = [int(last.argmax()) for last in lasts]
        return [
            _trace(history[begin : begin + count], sizes[begin : begin + count], end) if length else []
            for begin, count, length, end in zip(first, counts, lengths, ends, strict=True)
        ]

    @staticmethod
    def _chain(
        matrices: Matrix, emissions: Matrix, starts: Indices, stretches: Sequence[tuple[int, int]]
    ) -> tuple[Matrix, list[Matrix]]:
        """Return the scores before every stretch, and those at the end of every sequence."""
        entries = np.empty((len(matrices), emissions.shape[1]), dtype=np.float32)
        lasts = []
        for start, (first, count) in zip(starts, stretches, strict=True):
            scores = emissions[start]
            for number in range(first, first + count):
                entries[number] = scores
                scores = (scores[:, None] + matrices[number]).max(axis=0)
            lasts.append(scores)
        return entries, lasts


class _Walk:
    """Stretches of rows, the longest first, walked one step at a time; the shorter drop out as they end."""

    def __init__(self, emissions: Matrix, transitions: Matrix, begins: Indices, sizes: Indices) -> None:
        self._emissions, self._transitions = emissions, transitions
        self._order = np.argsort(-sizes, kind="stable")
        self._begins, self._sizes = begins[self._order], sizes[self._order]

    def _steps(self) -> Iterator[tuple[int, Matrix]]:
        """Yield for each step how many stretches reach it, and their emissions, tags × stretches."""
        for step in range(int(self._sizes.max(initial=0))):
            alive = int(np.searchsorted(-self._sizes, -step, side="left"))
            yield alive, self._emissions[self._begins[:alive] + step].T

    def matrices(self) -> Matrix:
        """Return for every stretch the best scores from each tag before it to each tag at its end."""
        tags = len(self._transitions)
        scores = np.where(np.eye(tags, dtype=bool), np.float32(0), _NEVER)
        reached = np.repeat(scores[:, :, None], len(self._order), axis=2)  # tag × tag before the stretch × stretch
        for alive, emissions in self._steps():
            before = reached[:, :, :alive].copy()
            for tag in range(tags):
                best = (before + self._transitions[:, tag, None, None]).max(axis=0)
                np.add(best, emissions[tag], out=reached[tag, :, :alive])
        matrices = np.empty((len(self._order), tags, tags), dtype=np.float32)
        matrices[self._order] = reached.transpose(2, 1, 0)
        return matrices

    def history(self, entries: Matrix) -> list[list[list[int]]]:
        """Return for every stretch and step the best tag before each tag."""
        scores = entries[self._order]
        transitions = np.ascontiguousarray(self._transitions.T)
        found = np.zeros((len(self._order), _STEPS, len(transitions)), dtype=np.uint8)
        for step, (alive, emissions) in enumerate(self._steps()):
            sums = scores[:alive, None, :] + transitions + emissions.T[:, :, None]
            found[:alive, step] = sums.argmax(axis=2)
            scores[:alive] = sums.max(axis=2)
        history = np.empty_like(found)
        history[self._order] = found
        listed: list[list[list[int]]] = history.tolist()
        return listed


def _trace(history: Sequence[Sequence[Sequence[int]]], sizes: Indices, tag: int) -> list[int]:
    """Follow the best predecessors back from the last tag."""
    path = [tag]
    for stretch, size in zip(reversed(history), sizes[::-1], strict=True):
        for best in stretch[size - 1 :: -1]:
            tag = best[tag]
            path.append(tag)
    path.reverse()
    return path


class SyntaxHead:
    """Head and relation of every word by two biaffine products; the row before a sentence is its root."""

    def __init__(self, network: Any, encoder: Encoder) -> None:
        heads, relations = network.head, network.rel
        sides = [side.proj for module in (heads, relations) for side in (module.head, module.tail)]
        self._weight = np.concatenate([encoder.fold(s.weight.array, s.bias.array) for s in sides], axis=1)
        self._roots = [_root(module, side) for module in (heads, relations) for side in (module.head, module.tail)]
        self._size = len(heads.kernel.array)
        self._heads, self._relations = heads.kernel.array, relations.kernel.array

    def __call__(self, encoded: Matrix, packed: Packed) -> tuple[Indices, Indices]:
        """Return one head (0 for the root, else 1-based in its sentence) and one relation id a word, in order."""
        projected = encoded @ self._weight
        np.maximum(projected, 0, out=projected)
        projected[packed.starts - 1] = np.concatenate(self._roots)
        governed, governing, left, right = np.split(projected, 4, axis=1)
        heads = _best_heads(governed @ self._heads, np.ascontiguousarray(governing), packed)
        governors = np.repeat(packed.starts - 1, packed.lengths) + heads
        return heads, self._best_relations(left[governors], right[packed.words])

    def _best_relations(self, left: Matrix, right: Matrix) -> Indices:
        best = np.empty(len(left), dtype=np.int64)
        for start in range(0, len(left), _ROWS_A_PRODUCT):
            part = slice(start, start + _ROWS_A_PRODUCT)
            products = (left[part] @ self._relations).reshape(len(left[part]), -1, self._size)
            best[part] = (products @ right[part, :, None])[:, :, 0].argmax(axis=1)
        return best


def _root(module: Any, side: Any) -> Matrix:
    """Return the projection of the root's own vector."""
    projected: Matrix = np.maximum(module.root.array @ side.proj.weight.array + side.proj.bias.array, 0)
    return projected


def _best_heads(left: Matrix, right: Matrix, packed: Packed) -> Indices:
    best = np.empty(len(packed.words), dtype=np.int64)
    done = 0
    for start, length in zip(packed.starts.tolist(), packed.lengths.tolist(), strict=True):
        scores = left[start : start + length] @ right[start - 1 : start + length].T
        best[done : done + length] = _first_best(scores)
        done += length
    return best


def _first_best(scores: Matrix) -> Indices:
    """Return the first best column of every row.

    Words that are repeated give equal scores up to the last bits, in which the kernels of linear algebra differ from
    machine to machine, and from place to place in one product.
    """
    best: Indices = (scores >= scores.max(axis=1, keepdims=True) - _TIE).argmax(axis=1)
    return best
