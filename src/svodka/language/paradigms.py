"""Words of pymorphy3's dictionary by their paradigms: which entries a form has, and another form of an entry.

pymorphy3 describes and inflects a word by making objects of all its readings and all their forms. Which form has the
grammemes asked for depends on the paradigm alone and is found once for each place in one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from svodka.language.dictionary import Tag, analyzer, tag_of
from svodka.rules.rule import REMEMBERED_WORDS


class Entry(NamedTuple):
    """A form as the dictionary spells it, and where it stands in which paradigm."""

    word: str
    paradigm: int
    place: int


def entries_of(folded: str) -> list[Entry]:
    """Return the entries of a folded word; none for a word that the dictionary does not hold.

    A single letter may be an initial, which is no entry.

    Examples:
        >>> [tag(entry).pos for entry in likeliest_first("стали", entries_of("стали"))], entries_of("комсомолкин")
        (['VERB', 'NOUN', 'NOUN', 'NOUN', 'NOUN', 'NOUN'], [])
    """
    return [Entry(word, *place) for word, places in spelt(folded) for place in places]


def spelt(folded: str) -> Sequence[tuple[str, Sequence[tuple[int, int]]]]:
    """Return each spelling of a folded word with its places in paradigms, as the dictionary has them."""
    if len(folded) == 1:
        return ()
    found: list[Any] = analyzer().dictionary.words.similar_items(folded, analyzer().char_substitutes)
    return found


def likeliest_first(folded: str, entries: list[Entry]) -> list[Entry]:
    """Return entries of a word by how often it is meant as each."""
    if len(entries) < 2:
        return entries
    return sorted(entries, key=lambda entry: _probability(folded, entry), reverse=True)


def likeliest(folded: str, entries: list[Entry]) -> Entry:
    """Return the first of a word's entries that is meant most often."""
    return max(entries, key=lambda entry: _probability(folded, entry)) if len(entries) > 1 else entries[0]


def normal_form(entry: Entry) -> str:
    """Return the first form of an entry's word."""
    return _form(entry, 0) if entry.place else entry.word


def tag(entry: Entry) -> Tag:
    """Return the tag of an entry in UD terms."""
    return tag_of(_tags(entry.paradigm)[entry.place])


def inflected(entry: Entry, grammemes: frozenset[str]) -> str | None:
    """Return the form of an entry's word that has these grammemes, ``None`` where none has.

    Examples:
        >>> inflected(entries_of("визитом")[0], frozenset({"plur", "gent"}))
        'визитов'
    """
    chosen = _likest(entry.paradigm, entry.place, grammemes)
    return None if chosen is None else _form(entry, chosen)


def _form(entry: Entry, place: int) -> str:
    """Return another form of an entry's word."""
    dictionary = analyzer().dictionary
    prefixes, suffixes = dictionary.paradigm_prefixes, dictionary.suffixes
    numbers = dictionary.paradigms[entry.paradigm]
    before = len(numbers) // 3 * 2  # where the numbers of prefixes begin
    start = len(prefixes[numbers[before + entry.place]])
    stop = len(entry.word) - len(suffixes[numbers[entry.place]])
    return str(prefixes[numbers[before + place]] + entry.word[start:stop] + suffixes[numbers[place]])


@lru_cache(REMEMBERED_WORDS)
def _likest(paradigm: int, place: int, grammemes: frozenset[str]) -> int | None:
    """Return which form of a paradigm has these grammemes and is otherwise likest to that at ``place``."""
    tags = _tags(paradigm)
    fitting = _having(grammemes, tags)
    if not fitting:  # of a rare case, such as the second genitive, the common one serves
        grammemes = tags[place].fix_rare_cases(grammemes)
        fitting = _having(grammemes, tags)
    wanted = tags[place].updated_grammemes(grammemes)

    def likeness(form: int) -> float:
        own = tags[form].grammemes
        return float(len(wanted & own) - 0.1 * len(wanted ^ own))

    return max(fitting, key=likeness, default=None)


def _having(grammemes: frozenset[str], tags: Sequence[Any]) -> list[int]:
    return [form for form, tag in enumerate(tags) if grammemes <= tag.grammemes]


@lru_cache(4096)
def _tags(paradigm: int) -> list[Any]:
    """Return the tags of a paradigm's forms."""
    dictionary = analyzer().dictionary
    numbers = dictionary.paradigms[paradigm]
    size = len(numbers) // 3
    return [dictionary.gramtab[number] for number in numbers[size : 2 * size]]


def _probability(folded: str, entry: Entry) -> float:
    return float(analyzer().prob_estimator.p_t_given_w.prob(folded, _tags(entry.paradigm)[entry.place]))
