"""The three networks in packed form: the same weights and the same answers as slovnet's own code, in less time.

All sequences of a batch lie end to end in one matrix, a zero row between neighbours: with kernels of three words this
is exactly the zero padding that the networks were trained with, and no row is spent on filling up to one length.

- The first convolution is linear in the vector of a word form, so its three products, for all three networks at once,
  are computed once a form and kept in a bounded table: of a form seen before only three rows are added up.
- The later convolutions are one matrix product and a shifted sum each, in blocks that stay in the cache.
- Syntax uses the zero row before a sentence as its root.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
Indices = npt.NDArray[np.int64]

KERNEL = 3
_BLOCK = 1024
_HALO = 3  # rows on either side that a block of three convolutions looks at


@dataclass(frozen=True, slots=True)
class Layer:
    """A convolution over three words with ReLU and batch norm folded into one affine map."""

    weight: Matrix  # input × 3·output: the products with the row before, the row itself, the row after
    bias: Matrix
    gain: Matrix
    shift: Matrix

    @property
    def width(self) -> int:
        """The number of output channels."""
        return int(self.bias.shape[0])

    def finish(self, products: Matrix, empty: Indices) -> Matrix:
        """Add up the shifted products, then bias, ReLU and norm; rows between sequences stay zero."""
        width = self.width
        rows = products[:, width : 2 * width] + self.bias
        rows[1:] += products[:-1, :width]
        rows[:-1] += products[1:, 2 * width :]
        np.maximum(rows, 0, out=rows)
        rows *= self.gain
        rows += self.shift
        rows[empty] = 0
        return rows


def layer_of(module: Any) -> Layer:
    """Take one encoder layer of slovnet's over."""
    norm = module.norm
    gain = norm.weight.array / norm.std.array
    return Layer(
        weight=_by_offset(module.conv.weight.array),
        bias=module.conv.bias.array,
        gain=gain,
        shift=norm.bias.array - norm.mean.array * gain,
    )


def _by_offset(weight: Matrix) -> Matrix:
    """Return the kernels (output × input × 3) as one matrix, input × 3·output."""
    return np.ascontiguousarray(np.concatenate([weight[:, :, k].T for k in range(KERNEL)], axis=1))


class FormTable:
    """The products of the first convolutions with the vectors of word forms, one row a form, for all networks at once.

    Rows are made on demand, many at a time; the table is emptied when it is full. Row 0 is the zero row between
    sequences.

    Args:
        networks: slovnet's models, in the order in which ``span`` counts them.
        encoder: Gives a form's word and shape ids.
        capacity: The most forms that are kept.
    """

    def __init__(self, networks: Sequence[Any], encoder: Any, capacity: int = 16_384) -> None:
        self._encoder = encoder
        self._embedding = networks[0].emb.word
        dim = self._embedding.dim
        kernels = [_by_offset(network.encoder.layers[0].conv.weight.array) for network in networks]
        self._word_kernel = np.ascontiguousarray(np.concatenate([kernel[:dim] for kernel in kernels], axis=1))
        shapes = [n.emb.shape.weight.array @ kernel[dim:] for n, kernel in zip(networks, kernels, strict=True)]
        self._shapes = np.concatenate(shapes, axis=1)
        self._width = self._word_kernel.shape[1]
        self._capacity = capacity
        self._rows: dict[str, int] = {}
        self._table = np.zeros((1, self._width), dtype=np.float32)

    def rows(self, forms: Sequence[str]) -> Indices:
        """Return the row number of every form, making rows for new ones."""
        new = list(dict.fromkeys(form for form in forms if form not in self._rows))
        if len(self._rows) + len(new) >= self._capacity:
            self._rows.clear()
            new = list(dict.fromkeys(forms))
        self._add(new)
        return np.fromiter((self._rows[form] for form in forms), dtype=np.int64, count=len(forms))

    def products(self, rows: Indices, columns: slice) -> Matrix:
        """Return the products of one network for the given rows."""
        return self._table[rows, columns]

    def _add(self, forms: Sequence[str]) -> None:
        if not forms:
            return
        start = len(self._rows) + 1
        self._reserve(start + len(forms))
        words, shapes = self._encoder.ids(forms)
        self._table[start : start + len(forms)] = self._embedding(words) @ self._word_kernel + self._shapes[shapes]
        self._rows.update(zip(forms, range(start, start + len(forms)), strict=True))

    def _reserve(self, size: int) -> None:
        """Grow the table by doubling, so that small runs stay small."""
        if size > len(self._table):
            grown = np.zeros((max(size, 2 * len(self._table)), self._width), dtype=np.float32)
            grown[: len(self._table)] = self._table
            self._table = grown


class FormEncoder:
    """Word and shape ids of forms, as slovnet's encoder gives them."""

    def __init__(self, encoder: Any) -> None:
        self._words = encoder.words_vocab
        self._shapes = encoder.shapes_vocab

    def ids(self, forms: Sequence[str]) -> tuple[Indices, Indices]:
        """Return the ids of the lower-case words and of the shapes."""
        from slovnet.shape import word_shape

        words = np.array([self._words.encode(form.lower()) for form in forms], dtype=np.int64)
        shapes = np.array([self._shapes.encode(word_shape(form)) for form in forms], dtype=np.int64)
        return words, shapes


@dataclass(frozen=True, slots=True)
class Packed:
    """Sequences laid end to end.

    Attributes:
        rows: Rows of the form table, 0 before the first sequence, between neighbours and after the last.
        starts: Where each sequence begins.
        lengths: The number of words of each.
    """

    rows: Indices
    starts: Indices
    lengths: Indices


def pack(table: FormTable, sequences: Sequence[Sequence[str]]) -> Packed:
    """Lay sequences end to end, a zero row before each and one at the end."""
    lengths = np.array([len(sequence) for sequence in sequences], dtype=np.int64)
    starts = np.cumsum(np.concatenate(([1], lengths[:-1] + 1))) if len(sequences) else lengths
    rows = np.zeros(int(lengths.sum()) + len(sequences) + 1, dtype=np.int64)
    forms = [form for sequence in sequences for form in sequence]
    rows[_positions(starts, lengths)] = table.rows(forms)
    return Packed(rows, starts, lengths)


def _positions(starts: Indices, lengths: Indices) -> Indices:
    """Return the rows of all words, in order."""
    total = int(lengths.sum())
    offsets = np.repeat(starts - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths) if total else lengths[:0]
    return np.arange(total, dtype=np.int64) + offsets


class Encoder:
    """The convolutions of one network over packed rows.

    Args:
        network: slovnet's model.
        table: The shared first products.
        number: The network's position in the table.
    """

    def __init__(self, network: Any, table: FormTable, number: int) -> None:
        self._first, *self._layers = [layer_of(module) for module in network.encoder.layers]
        width = KERNEL * self._first.width
        self._table, self._columns = table, slice(number * width, (number + 1) * width)

    def __call__(self, packed: Packed) -> Matrix:
        """Return the encoding of every row, in blocks with a halo, so that work stays in the processor's cache."""
        size = len(packed.rows)
        output = np.empty((size, self._layers[-1].width), dtype=np.float32)
        for start in range(0, size, _BLOCK):
            stop = min(start + _BLOCK, size)
            low, high = max(0, start - _HALO), min(size, stop + _HALO)
            output[start:stop] = self._block(packed.rows[low:high])[start - low : stop - low]
        return output

    def _block(self, rows: Indices) -> Matrix:
        empty = np.flatnonzero(rows == 0)
        encoded = self._first.finish(self._table.products(rows, self._columns), empty)
        for layer in self._layers:
            encoded = layer.finish(encoded @ layer.weight, empty)
        return encoded


class MorphologyHead:
    """The best tag of every word."""

    def __init__(self, network: Any) -> None:
        self._weight, self._bias = network.head.proj.weight.array, network.head.proj.bias.array

    def __call__(self, encoded: Matrix, packed: Packed) -> Indices:
        """Return one tag id a word, in order."""
        words = encoded[_positions(packed.starts, packed.lengths)]
        found = np.empty(len(words), dtype=np.int64)
        for start in range(0, len(words), _BLOCK):
            block = words[start : start + _BLOCK] @ self._weight + self._bias
            found[start : start + _BLOCK] = block.argmax(axis=1)
        return found


class NamesHead:
    """The best sequence of BIO tags by Viterbi's algorithm, many documents side by side.

    Sums are taken in the order of slovnet's code and the first of equal scores wins, so that ties fall the same way.
    """

    def __init__(self, network: Any) -> None:
        self._weight, self._bias = network.head.proj.weight.array, network.head.proj.bias.array
        self._transitions = network.head.crf.transitions.array

    def __call__(self, encoded: Matrix, packed: Packed) -> list[list[int]]:
        """Return the tag ids of every sequence."""
        emissions = encoded @ self._weight + self._bias
        order = np.argsort(-packed.lengths, kind="stable")
        lengths, starts = packed.lengths[order], packed.starts[order]
        paths: list[list[int]] = [[] for _ in order]
        if len(order) and lengths[0]:
            for number, path in zip(order, self._paths(emissions, starts, lengths), strict=False):
                paths[number] = path
        return paths

    def _paths(self, emissions: Matrix, starts: Indices, lengths: Indices) -> list[list[int]]:
        """Run all sequences, the longest first, one word at a time; the shorter ones drop out as they end."""
        alive = int((lengths > 0).sum())
        scores = emissions[starts[:alive]].copy()
        history: list[npt.NDArray[np.int64]] = []
        for step in range(1, int(lengths[0])):
            alive = int(np.searchsorted(-lengths, -step, side="left"))
            reached = scores[:alive, :, None] + self._transitions + emissions[starts[:alive] + step][:, None, :]
            best = reached.argmax(axis=1)
            scores[:alive] = np.take_along_axis(reached, best[:, None, :], axis=1)[:, 0]
            history.append(best)
        last = scores.argmax(axis=1)
        return [_trace(history, int(lengths[i]), i, int(last[i])) for i in range(len(scores))]


def _trace(history: Sequence[npt.NDArray[np.int64]], length: int, number: int, tag: int) -> list[int]:
    """Follow the best predecessors back from the last tag."""
    path = [tag]
    for step in range(length - 2, -1, -1):
        tag = int(history[step][number, tag])
        path.append(tag)
    path.reverse()
    return path


class SyntaxHead:
    """Head and relation of every word by two biaffine products; word 0 is the root."""

    def __init__(self, network: Any) -> None:
        self._heads, self._relations = _Biaffine(network.head), _Biaffine(network.rel)
        self._count = network.rel.kernel.shape[1] // network.rel.kernel.shape[0]

    def __call__(self, encoded: Matrix, packed: Packed) -> tuple[Indices, Indices]:
        """Return one head (0 for the root, else 1-based in its sentence) and one relation id a word, in order."""
        positions = _positions(packed.starts, packed.lengths)
        heads = self._best_heads(encoded, packed, positions)
        return heads, self._best_relations(encoded, packed, positions, heads)

    def _best_heads(self, encoded: Matrix, packed: Packed, positions: Indices) -> Indices:
        rows = encoded.copy()
        rows[packed.starts - 1] = self._heads.root
        left = self._heads.left(rows) @ self._heads.kernel
        right = self._heads.right(rows)
        best = np.empty(len(positions), dtype=np.int64)
        done = 0
        for start, length in zip(packed.starts.tolist(), packed.lengths.tolist(), strict=True):
            scores = left[start : start + length] @ right[start - 1 : start + length].T
            best[done : done + length] = scores.argmax(axis=1)
            done += length
        return best

    def _best_relations(self, encoded: Matrix, packed: Packed, positions: Indices, heads: Indices) -> Indices:
        rows = encoded.copy()
        rows[packed.starts - 1] = self._relations.root
        left, right = self._relations.left(rows), self._relations.right(encoded)
        governors = np.repeat(packed.starts - 1, packed.lengths) + heads
        best = np.empty(len(positions), dtype=np.int64)
        for start in range(0, len(positions), _BLOCK // 4):
            part = slice(start, start + _BLOCK // 4)
            products = (left[governors[part]] @ self._relations.kernel).reshape(-1, self._count, right.shape[1])
            best[part] = (products @ right[positions[part]][:, :, None])[:, :, 0].argmax(axis=1)
        return best


class _Biaffine:
    """The two projections, the root vector and the kernel of one biaffine head."""

    def __init__(self, module: Any) -> None:
        self._head, self._tail = module.head.proj, module.tail.proj
        self.root, self.kernel = module.root.array, module.kernel.array

    def left(self, rows: Matrix) -> Matrix:
        """Project the rows that take the kernel."""
        return _projected(rows, self._head)

    def right(self, rows: Matrix) -> Matrix:
        """Project the rows on the other side."""
        return _projected(rows, self._tail)


def _projected(rows: Matrix, linear: Any) -> Matrix:
    """Return a linear layer with ReLU."""
    projected: Matrix = rows @ linear.weight.array + linear.bias.array
    return np.maximum(projected, 0, out=projected)
