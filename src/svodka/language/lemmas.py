"""The lemma of a word: of its dictionary readings the one that fits the network's tag best."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter

from svodka.language import paradigms
from svodka.language.dictionary import Tag, analyzer, readings_of, tag_of
from svodka.language.grammemes import parse_features
from svodka.language.paradigms import Entry
from svodka.language.spelling import fold_yo
from svodka.rules.rule import REMEMBERED_WORDS

_FULL_MATCH = 100
_CYRILLIC = re.compile("[а-яё]")


@lru_cache(REMEMBERED_WORDS)
def lemma(word: str, pos: str, feats: str) -> str:
    """Choose the reading with exactly this tag, else the one that shares most of it, else none.

    Of readings that fit as well the likeliest wins. Single letters may be initials, which are no dictionary words.
    """
    folded, fits = fold_yo(word), _fits(pos, feats)
    found = paradigms.spelt(folded)
    if not found:
        return _lemma_by_analogy(folded, fits) or word.lower()
    tables = analyzer().dictionary.paradigms
    fitting: list[Entry] = []
    best = 1
    for spelling, places in found:
        for paradigm, place in places:
            numbers = tables[paradigm]
            fit = fits[numbers[len(numbers) // 3 + place]]
            if fit > best:
                best, fitting = fit, []
            if fit == best:
                fitting.append(Entry(spelling, paradigm, place))
    return paradigms.normal_form(paradigms.likeliest(folded, fitting)) if fitting else word.lower()


class _Fits(dict[int, int]):
    """How well each tag of the dictionary, by its number, fits one UD tag: how many marks they share."""

    def __init__(self, pos: str, feats: str) -> None:
        super().__init__()
        self._wanted = Tag.of(pos, parse_features(feats))

    def __missing__(self, number: int) -> int:
        """Compare a tag when it is first asked for."""
        fit = self[number] = self.fit(tag_of(analyzer().dictionary.gramtab[number]))
        return fit

    def fit(self, tag: Tag) -> int:
        """Tell how well a tag fits; a full match beats any likeness."""
        return _FULL_MATCH if tag == self._wanted else len(tag.marks & self._wanted.marks)


_fits = lru_cache(maxsize=1024)(_Fits)  # more than the network has tags


def _lemma_by_analogy(folded: str, fits: _Fits) -> str | None:
    """Choose among the readings guessed for an unknown word; other than Cyrillic words stay as they are."""
    if not _CYRILLIC.search(folded):
        return None
    guesses = [(fits.fit(reading.tag), reading.parse.normal_form) for reading in readings_of(folded)]
    fit, lemma = max(guesses, key=itemgetter(0))
    return str(lemma) if fit else None
