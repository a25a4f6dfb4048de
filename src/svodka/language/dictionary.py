"""Look-ups in pymorphy3's dictionary, each made once a process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from svodka.language.grammemes import UD_POS, features
from svodka.rules.rule import REMEMBERED_WORDS

_CACHED_READINGS = 4096  # of several kilobytes each
# Parts of speech that the dictionary does not tell apart.
SAME_POS: Mapping[str, str] = {"PROPN": "NOUN", "AUX": "VERB", "SCONJ": "CCONJ"}


# The features that tell forms of a word apart.
_COMPARED = frozenset({"Case", "Gender", "Number", "Aspect", "NumForm", "Person", "Tense", "Variant"})


class Tag(NamedTuple):
    """A tag in UD terms, with what it is compared by."""

    pos: str
    feats: Mapping[str, str]
    marks: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, pos: str, feats: Mapping[str, str]) -> Tag:
        """Return a part of speech and features as a tag."""
        compared = [mark for mark in feats.items() if mark[0] in _COMPARED]
        return cls(pos, feats, frozenset([("", SAME_POS.get(pos, pos)), *compared]))


class Reading(NamedTuple):
    """One dictionary reading of a word, with its tag in UD terms."""

    parse: Any
    tag: Tag


@lru_cache(maxsize=1)
def analyzer() -> Any:
    """Return pymorphy3's analyser, opened once a process."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


@lru_cache(REMEMBERED_WORDS)
def is_known(word: str) -> bool:
    """Tell whether the dictionary holds a word in small letters; «е» may stand for «ё»."""
    return bool(analyzer().word_is_known(word))


@lru_cache(_CACHED_READINGS)
def readings_of(folded: str) -> tuple[Reading, ...]:
    """Return the readings of a folded word, the likeliest first."""
    return tuple(Reading(parse, tag_of(parse.tag)) for parse in analyzer().parse(folded))


@lru_cache(4096)
def tag_of(tag: Any) -> Tag:
    """Return a tag of the dictionary in UD terms."""
    return Tag.of(UD_POS.get(str(tag.POS), "X"), features(str(tag).replace(" ", ",").split(",")))


def can_only_be(folded: str, parts: frozenset[str]) -> bool:
    """Tell whether the dictionary holds a word and all its readings are of these parts of speech.

    Most words fall at the first reading.
    """
    dictionary = analyzer().dictionary
    found = dictionary.words.similar_items(folded, analyzer().char_substitutes)
    if not found:
        return False
    for _, parses in found:
        if any(dictionary.build_tag_info(*parse).POS not in parts for parse in parses):
            return False
    return all(reading.parse.tag.POS in parts for reading in readings_of(folded))
