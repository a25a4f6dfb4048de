"""The encoders of the three networks in packed form: the weights of slovnet, and less work.

All sequences of a batch lie end to end in one matrix, a zero row between neighbours: with kernels of three words this
is exactly the zero padding that the networks were trained with, and no row is spent on filling up to one length.

- The first convolution is linear in the vector of a word form, so its three products, for all three networks at once,
  are computed once a form and kept in a bounded table: of a form seen before only three rows are added up.
- The later convolutions are one matrix product and a shifted sum each, in blocks that stay in the cache.
- Batch norm and bias cost nothing: they are folded into the product that follows. A column that is 1 in the rows of
  words and 0 between sequences carries their constant part.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np

from svodka.language.embedding import Embedding, Indices, Matrix

Precision = type[np.float32] | type[np.float64]

KERNEL = 3
_BLOCK = 384  # rows whose products stay in the cache
HALO = 3
"""Rows on either side of a row that three convolutions look at."""


@dataclass(frozen=True, slots=True)
class Affine:
    """What batch norm does after ReLU, to be folded into the product that follows."""

    gain: Matrix
    shift: Matrix

    @classmethod
    def of(cls, norm: Any) -> Affine:
        """Take slovnet's batch norm over."""
        gain = norm.weight.array / norm.std.array
        return cls(gain, norm.bias.array - norm.mean.array * gain)

    def fold(self, weight: Matrix, bias: Matrix, precision: Precision) -> Matrix:
        """Return one matrix for rows that end in a 1: norm, product and bias."""
        constant = self.shift @ weight + bias
        return np.ascontiguousarray(np.vstack([self.gain[:, None] * weight, constant]), dtype=precision)


def by_offset(weight: Matrix) -> Matrix:
    """Return kernels (output × input × 3) as one matrix: the products with the row before, the row itself, the next."""
    return np.ascontiguousarray(np.concatenate([weight[:, :, k].T for k in range(KERNEL)], axis=1))


def centred(bias: Matrix) -> Matrix:
    """Return the bias of a convolution as a part of the product with the row itself."""
    none = np.zeros_like(bias)
    return np.concatenate([none, bias, none])


class FormTable:
    """The products of the first convolutions with the vectors of word forms, one row a form, for each network.

    Rows are made on demand, many at a time. When the table is full, three quarters, those made first, stay, for common
    words come early; the rest is made anew as needed. Row 0 is the zero row between sequences.

    Args:
        networks: slovnet's models, in the order in which encoders count them.
        embedding: The word vectors.
        shapes: The names of word shapes, in the order of their vectors.
        capacity: The most forms that are kept.
        precision: Of the products.
    """

    def __init__(
        self,
        networks: Sequence[Any],
        embedding: Embedding,
        shapes: Sequence[str],
        capacity: int,
        precision: Precision,
    ) -> None:
        self._embedding, self.precision = embedding, precision
        self._shape_ids = {shape: number for number, shape in enumerate(shapes)}
        convolutions = [network.encoder.layers[0].conv for network in networks]
        kernels = [by_offset(convolution.weight.array) for convolution in convolutions]
        dim = embedding.dim
        self._words = [np.ascontiguousarray(kernel[:dim], dtype=precision) for kernel in kernels]
        parts = zip(networks, kernels, convolutions, strict=True)
        shaped = (n.emb.shape.weight.array @ kernel[dim:] + centred(c.bias.array) for n, kernel, c in parts)
        self._shapes = [products.astype(precision) for products in shaped]
        self._capacity = capacity
        self._rows: dict[str, int] = {}
        self._keys: dict[tuple[int, int], int] = {}
        self._tables = [_room(capacity + 1, kernel.shape[1], precision) for kernel in kernels]
        self._looks = np.zeros(capacity + 1, dtype=np.int64)

    def rows(self, forms: Sequence[str]) -> Indices:
        """Return the row number of every form, making rows for new ones."""
        try:  # the networks ask for the same forms one after another
            return self._known(forms)
        except KeyError:
            self._make(dict.fromkeys(forms))
            return self._known(forms)

    def _known(self, forms: Sequence[str]) -> Indices:
        return np.fromiter(map(self._rows.__getitem__, forms), dtype=np.int64, count=len(forms))

    def _make(self, forms: Collection[str]) -> None:
        """Make rows for those of the forms that have none."""
        new = [form for form in forms if form not in self._rows]
        if len(self._rows) + len(new) > self._capacity:
            self._forget()
            new = [form for form in forms if form not in self._rows]
            self._fit(len(self._rows) + len(new))
        for first in range(0, len(new), _BLOCK):
            self._add(new[first : first + _BLOCK])

    def looks(self, forms: Sequence[str]) -> Indices:
        """Return what the networks see of every form, its word and its shape, as one number."""
        return self._looks[self.rows(forms)]

    def products(self, rows: Indices, network: int, out: Matrix) -> None:
        """Write the products of one network for the given rows."""
        self._tables[network].take(rows, axis=0, out=out, mode="clip")

    def _forget(self) -> None:
        """Keep the forms that came first, with their rows, which are the first too."""
        self._rows = dict(islice(self._rows.items(), self._capacity * 3 // 4))
        self._keys = dict(islice(self._keys.items(), max(self._rows.values(), default=0)))

    def _fit(self, forms: int) -> None:
        """Give the tables their size: the capacity, and more only while one batch has more forms than that."""
        rows = 1 + max(forms, self._capacity)
        kept = 1 + len(self._keys)
        self._looks = np.resize(self._looks, rows)
        for number, table in enumerate(self._tables):
            if len(table) != rows:
                self._tables[number] = _room(rows, table.shape[1], self.precision)
                self._tables[number][:kept] = table[:kept]

    def _add(self, forms: Sequence[str]) -> None:
        """Make rows; forms of one word and shape share one, as all do that navec does not know."""
        from slovnet.shape import word_shape

        words = self._embedding.ids([form.lower() for form in forms]).tolist()
        keys = list(zip(words, [self._shape_ids[word_shape(form)] for form in forms], strict=True))
        new = [key for key in dict.fromkeys(keys) if key not in self._keys]
        if new:
            self._keys.update(zip(new, range(len(self._keys) + 1, len(self._keys) + 1 + len(new)), strict=True))
            part = slice(len(self._keys) + 1 - len(new), len(self._keys) + 1)
            ids, shapes = np.array(new).T
            self._looks[part] = ids * len(self._shape_ids) + shapes
            vectors = self._embedding.vectors(ids).astype(self._words[0].dtype, copy=False)
            for table, kernel, shaped in zip(self._tables, self._words, self._shapes, strict=True):
                np.matmul(vectors, kernel, out=table[part])
                table[part] += shaped[shapes]
        self._rows.update(zip(forms, map(self._keys.__getitem__, keys), strict=True))


def _room(rows: int, width: int, precision: Precision) -> Matrix:
    """Return a table with an empty first row; of the others the system need not give memory before they are made."""
    table = np.empty((rows, width), dtype=precision)
    table[0] = 0
    return table


@dataclass(frozen=True, slots=True)
class Packed:
    """Sequences laid end to end.

    Attributes:
        rows: Rows of the form table, 0 before the first sequence, between neighbours and after the last.
        starts: Where each sequence begins.
        lengths: The number of words of each.
        words: The positions of all words.
    """

    rows: Indices
    starts: Indices
    lengths: Indices
    words: Indices


def pack(rows: Indices, lengths: Sequence[int]) -> Packed:
    """Lay sequences end to end, a zero row before each and one at the end.

    Args:
        rows: The rows of all words.
        lengths: How many words each sequence has.

    Examples:
        >>> packed = pack(np.array([7, 8, 9]), [2, 0, 1])
        >>> packed.rows.tolist(), packed.starts.tolist()
        ([0, 7, 8, 0, 0, 9, 0], [1, 4, 5])
    """
    sizes = np.asarray(lengths, dtype=np.int64)
    before = np.cumsum(sizes) - sizes
    starts = before + np.arange(1, len(sizes) + 1)
    words = np.arange(len(rows)) + np.repeat(starts - before, sizes)
    laid = np.zeros(len(rows) + len(sizes) + 1, dtype=np.int64)
    laid[words] = rows
    return Packed(laid, starts, sizes, words)


class Encoder:
    """The convolutions of one network over packed rows.

    Args:
        network: slovnet's model.
        table: The shared first products.
        number: The network's position in the table.
    """

    def __init__(self, network: Any, table: FormTable, number: int) -> None:
        self._table, self._number, self._precision = table, number, table.precision
        layers = network.encoder.layers
        self._norms = [Affine.of(layer.norm) for layer in layers]
        self._weights = [
            norm.fold(by_offset(layer.conv.weight.array), centred(layer.conv.bias.array), self._precision)
            for norm, layer in zip(self._norms, layers[1:], strict=False)
        ]
        self.width = len(self._norms[-1].gain)

    def fold(self, weight: Matrix, bias: Matrix) -> Matrix:
        """Return a layer above the encoder as one matrix for its rows."""
        return self._norms[-1].fold(weight, bias, self._precision)

    def __call__(self, packed: Packed) -> Matrix:
        """Return the encoding of every row, before the last norm, with a 1 at its end; zero between sequences.

        Blocks overlap by a halo, so that each sees the neighbours it needs.
        """
        size = len(packed.rows)
        output = np.empty((size, self.width + 1), dtype=self._precision)
        space = _Space(min(size, _BLOCK + 2 * HALO), [len(norm.gain) for norm in self._norms], self._precision)
        for start in range(0, size, _BLOCK):
            stop = min(start + _BLOCK, size)
            low, high = max(0, start - HALO), min(size, stop + HALO)
            output[start:stop] = self._block(packed.rows[low:high], space)[start - low : stop - low]
        return output

    def _block(self, rows: Indices, space: _Space) -> Matrix:
        empty = np.flatnonzero(rows == 0)
        size = len(rows)
        self._table.products(rows, self._number, space.products[0][:size])
        encoded = _finish(space.products[0][:size], empty, space.rows[0][:size])
        for weight, products, out in zip(self._weights, space.products[1:], space.rows[1:], strict=True):
            encoded = _finish(np.matmul(encoded, weight, out=products[:size]), empty, out[:size])
        return encoded


class _Space:
    """Room for the products and the rows of every layer of a block, used again for each block.

    Asking the system for fresh memory costs as much as the products themselves.
    """

    def __init__(self, size: int, widths: Sequence[int], precision: Precision) -> None:
        self.products = [np.empty((size, KERNEL * width), dtype=precision) for width in widths]
        self.rows = [np.empty((size, width + 1), dtype=precision) for width in widths]


def _finish(products: Matrix, empty: Indices, rows: Matrix) -> Matrix:
    """Add up the shifted products and cut off what is below zero; add the column of ones, and empty the gaps."""
    width = products.shape[1] // KERNEL
    sums = rows[:, :width]
    sums[0] = products[0, width : 2 * width]
    np.add(products[:-1, :width], products[1:, width : 2 * width], out=sums[1:])
    sums[:-1] += products[1:, 2 * width :]
    np.maximum(sums, 0, out=sums)
    rows[:, width] = 1
    rows[empty] = 0
    return rows
