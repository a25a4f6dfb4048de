"""The lemma of a word: of its dictionary readings the one that fits the network's tag best."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from svodka.language import paradigms
from svodka.language.dictionary import SAME_POS, analyzer, readings_of, tag_of
from svodka.language.grammemes import parse_features
from svodka.language.paradigms import Entry
from svodka.language.spelling import fold_yo
from svodka.rules.rule import REMEMBERED_WORDS

_FULL_MATCH = 100
_COMPARED = frozenset({"Case", "Gender", "Number", "Aspect", "NumForm", "Person", "Tense", "Variant"})


@lru_cache(REMEMBERED_WORDS)
def lemma(word: str, pos: str, feats: str) -> str:
    """Choose the reading with exactly this tag, else the one that shares most of it, else none.

    Of readings that fit as well the likeliest wins. Single letters may be initials, which are no dictionary words.
    """
    folded = fold_yo(word)
    found = paradigms.spelt(folded)
    if not found:
        return _lemma_by_analogy(folded, pos, parse_features(feats)) or word.lower()
    tables = analyzer().dictionary.paradigms
    fitting: list[Entry] = []
    best = 1
    for spelling, places in found:
        for paradigm, place in places:
            numbers = tables[paradigm]
            fit = _fit(numbers[len(numbers) // 3 + place], pos, feats)
            if fit > best:
                best, fitting = fit, []
            if fit == best:
                fitting.append(Entry(spelling, paradigm, place))
    return paradigms.normal_form(paradigms.likeliest_first(folded, fitting)[0]) if fitting else word.lower()


@lru_cache(REMEMBERED_WORDS)
def _fit(tag: int, pos: str, feats: str) -> int:
    """Tell how well a tag of the dictionary, by its number, fits a UD tag; a full match beats any likeness."""
    own, wanted = tag_of(analyzer().dictionary.gramtab[tag]), parse_features(feats)
    return _FULL_MATCH if own == (pos, wanted) else _likeness(*own, pos, wanted)


def _lemma_by_analogy(folded: str, pos: str, wanted: Mapping[str, str]) -> str | None:
    best, best_likeness = None, 0
    for reading in readings_of(folded):
        if reading.pos == pos and reading.feats == wanted:
            return str(reading.parse.normal_form)
        likeness = _likeness(reading.pos, reading.feats, pos, wanted)
        if likeness > best_likeness:
            best, best_likeness = reading, likeness
    return str(best.parse.normal_form) if best else None


def _likeness(own_pos: str, own: Mapping[str, str], pos: str, feats: Mapping[str, str]) -> int:
    """Count what two tags share: the part of speech and the features that tell forms apart."""
    same_pos = SAME_POS.get(own_pos, own_pos) == SAME_POS.get(pos, pos)
    return same_pos + sum(feats.get(name) == own.get(name, "") for name in _COMPARED & feats.keys())
