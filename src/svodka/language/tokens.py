"""razdel's tokens in less time: what stands between two white spaces is cut once and remembered.

razdel looks at two characters on either side of a place, across white space. So the cut of a chunk depends on its
neighbours only where it begins or ends with a mark that joins («-», «_», «.», «,», «/»); then the kind of the
neighbouring characters belongs to what is remembered.
"""

from __future__ import annotations

import re
from functools import lru_cache

from razdel import tokenize

from svodka.core.spans import Span
from svodka.rules.rule import REMEMBERED_WORDS

Chunk = tuple[int, int, tuple[str, ...]]
"""Where a chunk begins and ends, and its tokens, which leave no gap."""

_JOINS = frozenset("‑–—−-_.,/\\")
_PLAIN = re.compile(r"([«„\"(]?)([А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*|[A-Za-z]+|\d+)([»“\")]?)([.,:;]?)")
_KINDS = {"INT": "1", "PUNCT": "!"}
_OTHER = "а"


def chunks(text: str, sentence: Span) -> list[Chunk]:
    """Return what stands between white spaces in one sentence of a text, cut into razdel's tokens.

    Examples:
        >>> chunks("В 2022 г. – рост", Span(2, 16))
        [(2, 6, ('2022',)), (7, 9, ('г', '.')), (10, 11, ('–',)), (12, 16, ('рост',))]
    """
    found = text[slice(*sentence)].split()
    last = len(found) - 1
    cut: list[Chunk] = []
    end = sentence.start
    for number, chunk in enumerate(found):
        start = text.index(chunk, end)
        end = start + len(chunk)
        before = _sample(found[number - 1][-1]) if chunk[0] in _JOINS and number else ""
        after = _sample(found[number + 1][0]) if chunk[-1] in _JOINS and number < last else ""
        cut.append((start, end, _pieces(chunk, before, after)))
    return cut


@lru_cache(REMEMBERED_WORDS)
def _pieces(chunk: str, before: str, after: str) -> tuple[str, ...]:
    """Return the tokens of a chunk; ``before`` and ``after`` stand for its neighbours, where they matter."""
    plain = _PLAIN.fullmatch(chunk)
    if plain and after != _KINDS["INT"]:
        return tuple(filter(None, plain.groups()))
    shift = len(before) + 1
    spans = ((token.start - shift, token.stop - shift) for token in tokenize(f"{before} {chunk} {after}"))
    return tuple(chunk[start:stop] for start, stop in spans if 0 <= start < len(chunk))


@lru_cache(4096)
def _sample(char: str) -> str:
    """Return one character that stands for all of its kind: digits, punctuation, anything else."""
    from razdel.segmenters.tokenize import ATOM

    match = ATOM.match(char)
    return _KINDS.get(match.lastgroup or "", _OTHER) if match else ""
