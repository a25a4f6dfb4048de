"""Places by name: unions, countries, regions, districts and towns, in every form that a text may use.

The tables are the TSV files of the model's ``lexicon`` folder. Forms of countries and regions are made by pymorphy3,
those of the many towns by their endings, once per process.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import product
from pathlib import Path

from svodka.language import declension
from svodka.language.lexicon import Place, read_folder
from svodka.language.morphology import Morphology
from svodka.language.segmentation import segment
from svodka.rules.rule import fold

_CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_MOST_DECLINED = 5
_LONG_WORD = 8  # in shorter words one letter makes another name
_SIMPLE = re.compile(r"[а-я]+(?:[ -][а-я]+)*")

Places = tuple[Place, ...]


@dataclass(frozen=True)
class Gazetteer:
    """Look-up of places by the folded tokens of a name, by the stem of an adjective, by a word for inhabitants.

    What the tables list and what a rule makes from the name of a town are kept apart: the latter is less certain.
    """

    names: dict[tuple[str, ...], Places] = field(default_factory=dict)
    adjectives: dict[str, Places] = field(default_factory=dict)
    inhabitants: dict[str, Places] = field(default_factory=dict)
    made_adjectives: dict[str, Places] = field(default_factory=dict)
    made_inhabitants: dict[str, Places] = field(default_factory=dict)

    @cached_property
    def _respelt(self) -> dict[str, Places]:
        """Names of countries and regions by what is left of each form without one of its letters."""
        known: dict[str, Places] = {}
        for form, places in self.names.items():
            place = places[0]
            if len(form) == 1 and len(form[0]) >= _LONG_WORD and place.kind in ("country", "region"):
                for rest in _shortened(form[0]):
                    _enter(known, rest, place)
        return known

    def misspelt(self, word: str) -> Place | None:
        """Return the one country or region whose name differs from a folded word by one letter, else ``None``.

        Examples:
            >>> from svodka.language.models import model_folder
            >>> load_gazetteer(model_folder()).misspelt("баркортостане").iso
            'RU-BA'
        """
        if len(word) < _LONG_WORD:
            return None
        found = {place.iso: place for rest in _shortened(word) for place in self._respelt.get(rest, ())}
        return next(iter(found.values())) if len(found) == 1 else None

    @cached_property
    def longest(self) -> dict[str, int]:
        """The number of tokens of the longest name that begins with a word."""
        longest: dict[str, int] = {}
        for form in self.names:
            longest[form[0]] = max(len(form), longest.get(form[0], 0))
        return longest

    def place(self, name: str) -> Place | None:
        """Return the place that bears exactly this name in the nominative.

        Examples:
            >>> from svodka.language.models import model_folder
            >>> load_gazetteer(model_folder()).place("Гомельская область").iso
            'BY-HO'
        """
        return next(iter(self.names.get(tokens(name), ())), None)

    def by_adjective(self, word: str) -> Places:
        """Return the places whose adjective the folded word is, the listed ones first."""
        stem = declension.adjective_stem(word)
        return (*self.adjectives.get(stem, ()), *self.made_adjectives.get(stem, ())) if stem else ()


def _shortened(word: str) -> Iterator[str]:
    """Yield a word and what is left of it without one of its letters."""
    yield word
    yield from (word[:i] + word[i + 1 :] for i in range(len(word)))


def tokens(text: str) -> tuple[str, ...]:
    """Return the folded tokens of a name."""
    folded = fold(text)
    if _SIMPLE.fullmatch(folded):
        return tuple(folded.split(" "))
    return tuple(folded[token.start : token.end] for sentence in segment(text) for token in sentence.tokens)


@lru_cache(maxsize=4)
def load_gazetteer(folder: Path, extra: Path | None = None) -> Gazetteer:
    """Read the tables of a model folder, and a user's own, and make all forms.

    Raises:
        ModelError: If a table is missing or departs from the schema; the message names file and line.
    """
    gazetteer = Gazetteer()
    morphology = Morphology()
    for place in read_folder(folder, extra):
        _add(gazetteer, place, morphology)
    return gazetteer


def _add(gazetteer: Gazetteer, place: Place, morphology: Morphology) -> None:
    """Enter one place; of other kinds the earlier row keeps a form that both could have, namesakes share it."""
    for name in (place.name, *place.aliases, *_short_forms(place)):
        words = tokens(name)
        by_ending = place.kind == "city" or words[0].endswith(("щина", "чина"))
        for form in declension.town_forms(words) if by_ending else _name_forms(words, morphology):
            known = gazetteer.names.get(form, ())
            if all(other.kind == place.kind and other.iso != place.iso for other in known):
                gazetteer.names[form] = (*known, place)
    for adjective in place.adjectives:
        _enter(gazetteer.adjectives, declension.adjective_stem(fold(adjective)) or fold(adjective), place)
    for inhabitants in place.inhabitants:
        for word in declension.inhabitant_forms(fold(inhabitants)):
            _enter(gazetteer.inhabitants, word, place)
    if place.kind == "city":
        _add_made(gazetteer, place)


def _add_made(gazetteer: Gazetteer, town: Place) -> None:
    """Enter the adjectives and inhabitants that follow from the name of a town."""
    name = fold(town.name)
    for stem in declension.town_adjectives(name):
        _enter(gazetteer.made_adjectives, stem, town)
    for inhabitants in declension.town_inhabitants(name):
        for form in declension.inhabitant_forms(inhabitants):
            _enter(gazetteer.made_inhabitants, form, town)


def _enter(index: dict[str, Places], key: str, place: Place) -> None:
    if place not in index.get(key, ()):
        index[key] = (*index.get(key, ()), place)


def _short_forms(place: Place) -> Iterator[str]:
    """Yield what an oblast is also called: «Гомельский регион»."""
    first, _, head = place.name.partition(" ")
    if place.kind == "region" and head in ("область", "край") and first.endswith(("ая", "ий")):
        yield f"{first.removesuffix('ая').removesuffix('ий')}ий регион"


def _name_forms(words: Sequence[str], morphology: Morphology) -> Iterator[tuple[str, ...]]:
    """Yield the name in every case; any word may also stay as it is («в Республике Беларусь»)."""
    yield tuple(words)
    if sum(map(str.isalpha, words)) > _MOST_DECLINED:
        return
    for case in _CASES:
        variants = [dict.fromkeys((_inflected(word, case, morphology), word)) for word in words]
        yield from product(*variants)


def _inflected(word: str, case: str, morphology: Morphology) -> str:
    if not word.replace("-", "").isalpha() or len(word) < 3:
        return word
    return fold(morphology.inflect(word, case=case) or word)
