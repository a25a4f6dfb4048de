"""navec's word vectors without navec's tables in memory: hashes of the words, and the codes of their parts.

A vector is a hundred parts of three numbers, each one of 256 that are possible at its place. The vocabulary of a
quarter of a million words is kept as sorted hashes of eight bytes; the words themselves are not needed.
"""

from __future__ import annotations

import hashlib
import tarfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from svodka.language.derived import Array, derived

Matrix = npt.NDArray[np.floating[Any]]
Indices = npt.NDArray[np.int64]

_FORM = "navec-1"


class Embedding:
    """Vectors of lower-case words.

    Examples:
        >>> from svodka.language.models import weights
        >>> embedding = Embedding.load(weights("embedding"))
        >>> embedding.vectors(embedding.ids(["минск", "ъъъ"])).shape, embedding.dim
        ((2, 300), 300)
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._hashes, self._numbers = arrays["hashes"], arrays["numbers"]
        parts, possible, numbers = arrays["codes"].shape
        self._indexes, self._codes = arrays["indexes"], np.ascontiguousarray(arrays["codes"]).reshape(-1, numbers)
        self._unknown = int(arrays["unknown"][0])
        self._offsets = np.arange(parts) * possible
        self.dim = parts * numbers

    @classmethod
    def load(cls, file: Path) -> Embedding:
        """Return the vectors of a navec archive."""
        origin = hashlib.sha256(file.read_bytes()).digest()
        return cls(derived(_FORM, origin, lambda: _derive(file)))

    def ids(self, words: Sequence[str]) -> Indices:
        """Return the row of every word; words that navec does not know share one."""
        wanted = _hashes(words)
        places = np.minimum(np.searchsorted(self._hashes, wanted), len(self._hashes) - 1)
        found: Indices = np.where(self._hashes[places] == wanted, self._numbers[places], self._unknown)
        return found

    def vectors(self, ids: Indices) -> Matrix:
        """Return the vectors of rows."""
        vectors: Matrix = self._codes.take(self._indexes[ids] + self._offsets, axis=0).reshape(len(ids), self.dim)
        return vectors


def _hashes(words: Iterable[str]) -> npt.NDArray[np.uint64]:
    digests = b"".join(hashlib.blake2b(word.encode("utf-8"), digest_size=8).digest() for word in words)
    return np.frombuffer(digests, dtype="<u8")


def _derive(file: Path) -> dict[str, Array]:
    """Read a navec archive: the sizes, the codes of every word, the parts they stand for."""
    from navec.vocab import UNK, Vocab

    with tarfile.open(file) as archive:
        vocabulary = Vocab.from_file(archive.extractfile("vocab.bin"))
        data = archive.extractfile("pq.bin").read()  # type: ignore[union-attr]
    words, _, parts, centroids = (int(size) for size in np.frombuffer(data, "<u4", 4))
    numbers = vocabulary.word_ids
    hashes = _hashes(numbers)
    order = np.argsort(hashes)
    return {
        "hashes": hashes[order],
        "numbers": np.fromiter(numbers.values(), np.int64, len(numbers))[order],
        "indexes": np.frombuffer(data, np.uint8, words * parts, offset=16).reshape(words, parts),
        "codes": np.frombuffer(data, "<f4", offset=16 + words * parts).reshape(parts, centroids, -1),
        "unknown": np.array([numbers[UNK]], dtype=np.int64),
    }
