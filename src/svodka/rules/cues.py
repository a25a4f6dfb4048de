"""Where in a text a row can match at all: around its cue, which is quicker to look for than its pattern.

A row that says with what every match begins (its opening) is tried from there alone, where the cue lies ahead.
Most cues are beginnings or parts of words. Which of them a word holds is found out once for each word that a process
meets, from an index over their first two letters; the other cues (digits, marks, blanks) are looked for in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import product

REACH = 80  # characters around a cue in which its row is tried

Stretch = tuple[int, int]

_DIGITS = re.compile(r"\d+")
_BESIDE = 20  # characters around digits in which a cue that holds a digit is looked for
_WORD = re.compile(r"[а-яa-z]+")
# A cue of letters, perhaps with a digit, blank, dot or edge beside them: there their word begins or ends.
_IN_A_WORD = re.compile(
    r"(?P<before>\\[sdb])?(?P<letters>(?:(?:[а-яa-z]|\[[а-яa-z]+\])\??){2,})(?P<after>(?:\\[sdb.]|\[[. ]+\])\+?)?"
)
_LETTER = re.compile(r"(?:\[([а-яa-z]+)\]|([а-яa-z]))(\??)")
_ALTERNATIVE = re.compile(r"(?:\\.|\[(?:\\.|[^\]])*\]|\((?:\\.|\[(?:\\.|[^\]])*\]|[^()]|\([^()]*\))*\)|[^|])+")
_END = "\n"
_MOST_WORDS = 16_384  # of which a process remembers the cues
_TEXTS = 32  # whose words and digits are remembered: one table looks at a text, the others some documents later


class Places:
    """Where the cues of a table stand in one text.

    Attributes:
        held: The cues that stand there at all; the empty one does everywhere.

    Args:
        spans: The places of each cue, in any order; an empty cue stands for the whole text.
        length: Of the text.
    """

    def __init__(self, spans: dict[str, list[Stretch]], length: int) -> None:
        self._spans = spans
        self.held = {"", *spans}
        self._length = length
        self._windows: dict[str, Sequence[Stretch]] = {"": [(0, length)]}
        self._openings: dict[str, list[int]] = {}

    def windows(self, cue: str) -> Sequence[Stretch]:
        """Return the stretches of the text around the places of a cue, joined where they meet."""
        if cue not in self._windows:
            self._windows[cue] = _joined(self._sorted(cue), self._length, REACH, REACH)
        return self._windows[cue]

    def tries(self, cue: str, opening: str) -> Iterator[Stretch]:
        """Yield where an opening begins from which a place of a cue is in reach, and how far to look from there."""
        if opening not in self._openings:
            self._openings[opening] = [first for first, _ in self._sorted(opening)]
        places = self._openings[opening]
        ahead = _joined(self._sorted(cue), self._length, REACH, 0) if cue and places else [(0, self._length)]
        for start, end in ahead:
            for place in places[bisect_left(places, start) : bisect_left(places, end)]:
                yield place, end + REACH

    def _sorted(self, cue: str) -> list[Stretch]:
        return sorted(self._spans.get(cue, ()))


class Cues:
    r"""The cues of a table, ready to be looked for.

    Args:
        cues: Plain patterns over folded text; an empty one stands for the whole text.

    Examples:
        >>> places = Cues(("год|лет", r"\d%", "")).places("за последние пять лет")
        >>> [places.windows(cue) for cue in ("год|лет", r"\d%", "")]
        [[(0, 21)], [], [(0, 21)]]
    """

    def __init__(self, cues: Sequence[str]) -> None:
        self._whole: dict[str, list[str]] = {}  # cues by the word that they are
        self._opening: dict[str, list[_Stem]] = {}  # stems with which a word begins, by their first two letters
        self._inside: dict[str, list[_Stem]] = {}
        self._in_text: list[tuple[str, re.Pattern[str]]] = []
        self._by_digits: list[tuple[str, re.Pattern[str]]] = []
        self._known: dict[str, tuple[str, ...]] = {}
        for cue in filter(None, dict.fromkeys(cues)):
            self._add(cue)

    def _add(self, cue: str) -> None:
        in_text, by_digits = list[str](), list[str]()
        for part in _ALTERNATIVE.findall(cue):
            if letters := _IN_A_WORD.fullmatch(part):
                self._add_stems(letters, cue)
            else:
                (by_digits if r"\d" in part else in_text).append(part)
        if in_text:
            self._in_text.append((cue, re.compile("|".join(in_text))))
        if by_digits:
            self._by_digits.append((cue, re.compile("|".join(by_digits))))

    def _add_stems(self, part: re.Match[str], cue: str) -> None:
        """Add what a part of letters may read like; a blank, digit or dot beside letters is where their word ends."""
        choices = [
            [*(any_of or one), *[""][: len(may_lack)]] for any_of, one, may_lack in _LETTER.findall(part["letters"])
        ]
        for stem in map("".join, product(*choices)):
            if part["before"] and part["after"]:
                self._whole.setdefault(stem, []).append(cue)
            else:
                stems = self._opening if part["before"] else self._inside
                stems.setdefault(stem[:2], []).append((stem + _END if part["after"] else stem, cue))

    def places(self, folded: str) -> Places:
        """Look for all cues in a folded text."""
        spans: dict[str, list[Stretch]] = {}
        words, digits = _scanned(folded)
        known = self._known
        for word, stretches in words.items():
            held = known.get(word)
            for cue in self._learn(word) if held is None else held:
                spans.setdefault(cue, []).extend(stretches)
        for cue, pattern in self._in_text:
            if added := [found.span() for found in pattern.finditer(folded)]:
                spans.setdefault(cue, []).extend(added)
        for cue, pattern in self._by_digits:
            if added := [found.span() for near in digits for found in pattern.finditer(folded, *near)]:
                spans.setdefault(cue, []).extend(added)
        return Places(spans, len(folded))

    def _learn(self, word: str) -> tuple[str, ...]:
        """Find out which cues a word holds, and remember it."""
        if len(self._known) >= _MOST_WORDS:
            self._known.clear()
        ended = word + _END
        held = [*self._whole.get(word, ())]
        for stem, cue in self._opening.get(word[:2], ()):
            if word.startswith(stem):
                held.append(cue)
        inside = self._inside
        for at in range(len(word) - 1):
            if (pair := word[at : at + 2]) in inside:
                for stem, cue in inside[pair]:
                    if ended.startswith(stem, at):
                        held.append(cue)
        found = self._known[word] = tuple(dict.fromkeys(held))
        return found


@cache
def cues_of(cues: tuple[str, ...]) -> Cues:
    """Return the cues of a table, made ready once."""
    return Cues(cues)


_Stem = tuple[str, str]  # letters of a word, with _END where it must end with them, and their cue


@lru_cache(_TEXTS)
def _scanned(folded: str) -> tuple[dict[str, list[Stretch]], list[Stretch]]:
    """Return the places of each word of a text, and the stretches beside its digits."""
    words: dict[str, list[Stretch]] = {}
    for found in _WORD.finditer(folded):
        words.setdefault(found[0], []).append(found.span())
    digits = [found.span() for found in _DIGITS.finditer(folded)]
    return words, _joined(digits, len(folded), _BESIDE, _BESIDE)


def _joined(places: Sequence[Stretch], length: int, before: int, after: int) -> list[Stretch]:
    """Return the places with so many characters before and after them, joined where they meet."""
    windows: list[Stretch] = []
    for first, last in places:
        start, end = max(0, first - before), min(length, last + after)
        if windows and start <= windows[-1][1]:
            windows[-1] = windows[-1][0], max(end, windows[-1][1])
        else:
            windows.append((start, end))
    return windows
