"""Where in a text a row can match at all: around its cue, which is quicker to look for than its pattern.

Most cues are beginnings or parts of words. Whether a word holds them is found out once for each word, not once for each
row and place; the other cues (digits, marks, blanks) are looked for in the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

REACH = 80  # characters around a cue in which its row is tried

Windows = Mapping[str, Sequence[tuple[int, int]]]

_DIGITS = re.compile(r"\d+")
_BESIDE = 20  # characters around digits in which a cue that holds a digit is looked for
_WORD = re.compile(r"[а-яa-z]+")
# A cue of letters, perhaps with a digit, blank, dot or edge beside them: there their word begins or ends.
_IN_A_WORD = re.compile(
    r"(?P<before>\\[sdb])?(?P<letters>(?:[а-яa-z]|\[[а-яa-z]+\]|\?){2,})(?P<after>(?:\\[sdb.]|\[[. ]+\])\+?)?"
)
_ALTERNATIVE = re.compile(r"(?:\\.|\[(?:\\.|[^\]])*\]|\((?:\\.|\[(?:\\.|[^\]])*\]|[^()]|\([^()]*\))*\)|[^|])+")
_MOST_WORDS = 200_000  # of which a process remembers the cues


class Cues:
    r"""The cues of a table, ready to be looked for.

    Args:
        cues: Plain patterns over folded text; an empty one stands for the whole text.

    Examples:
        >>> windows = Cues(("год|лет", r"\d%", "")).windows("за последние пять лет")
        >>> [windows[cue] for cue in ("год|лет", r"\d%", "")]
        [[(0, 21)], [], [(0, 21)]]
    """

    def __init__(self, cues: Sequence[str]) -> None:
        self._cues = tuple(dict.fromkeys(cues))
        self._in_words: list[tuple[str, re.Pattern[str]]] = []
        self._in_text: list[tuple[str, re.Pattern[str]]] = []
        self._by_digits: list[tuple[str, re.Pattern[str]]] = []
        self._known: dict[str, tuple[str, ...]] = {}
        letters: list[str] = []
        for cue in self._cues:
            parts = [(part, _IN_A_WORD.fullmatch(part)) for part in _ALTERNATIVE.findall(cue)]
            in_words = [_in_a_word(found) for _, found in parts if found]
            in_text = [part for part, found in parts if not found]
            letters += (found["letters"] + ("(?![а-яa-z])" if found["after"] else "") for _, found in parts if found)
            if in_words:
                self._in_words.append((cue, re.compile("|".join(in_words))))
            if in_text:
                by_digits = all(r"\d" in part for part in in_text)
                (self._by_digits if by_digits else self._in_text).append((cue, re.compile("|".join(in_text))))
        self._letters = re.compile("|".join(letters))

    def windows(self, folded: str) -> Windows:
        """Return, for each cue, the stretches of a folded text around its places, joined where they meet."""
        places: dict[str, list[tuple[int, int]]] = {cue: [] for cue in self._cues}
        if self._in_words and self._letters.search(folded):  # a table of few cues mostly finds none of them
            self._look_at_words(folded, places)
        runs = [found.span() for found in _DIGITS.finditer(folded)] if self._by_digits else ()
        digits = _joined(runs, len(folded), _BESIDE)
        whole = [(0, len(folded))]
        for table, stretches in ((self._in_text, whole), (self._by_digits, digits)):
            for cue, pattern in table:
                added = [found.span() for start, end in stretches for found in pattern.finditer(folded, start, end)]
                places[cue] = sorted(places[cue] + added) if places[cue] else added
        return {cue: _joined(places[cue], len(folded), REACH) if cue else [(0, len(folded))] for cue in self._cues}

    def _look_at_words(self, folded: str, places: dict[str, list[tuple[int, int]]]) -> None:
        known = self._known
        for found in _WORD.finditer(folded):
            word = found.group()
            held = known.get(word)
            for cue in self._learn(word) if held is None else held:
                places[cue].append(found.span())

    def _learn(self, word: str) -> tuple[str, ...]:
        """Find out which cues a word holds, and remember it."""
        if len(self._known) >= _MOST_WORDS:
            self._known.clear()
        self._known[word] = tuple(cue for cue, pattern in self._in_words if pattern.search(word))
        return self._known[word]


@cache
def cues_of(cues: tuple[str, ...]) -> Cues:
    """Return the cues of a table, made ready once."""
    return Cues(cues)


def _in_a_word(part: re.Match[str]) -> str:
    """Return the pattern that a word must hold: a blank, digit or dot beside letters is where the word ends."""
    return ("^" if part["before"] else "") + part["letters"] + ("$" if part["after"] else "")


def _joined(places: Sequence[tuple[int, int]], length: int, reach: int) -> list[tuple[int, int]]:
    windows: list[tuple[int, int]] = []
    for first, last in places:
        start, end = max(0, first - reach), min(length, last + reach)
        if windows and start <= windows[-1][1]:
            windows[-1] = windows[-1][0], max(end, windows[-1][1])
        else:
            windows.append((start, end))
    return windows
