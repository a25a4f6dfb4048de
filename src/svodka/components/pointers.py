"""Words that point to a place: adjectives («гомельские», «российско-белорусский») and inhabitants («куряне»)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from svodka.components.namesakes import Found
from svodka.components.places import NOMINAL, mention
from svodka.core.findings import MentionFinding
from svodka.core.spans import Span
from svodka.language.columns import Columns
from svodka.language.declension import adjective_stem
from svodka.language.lexicon import Place
from svodka.rules.rule import REMEMBERED_WORDS
from svodka.rules.table import Claims

if TYPE_CHECKING:
    from svodka.language.gazetteer import Gazetteer, Places
    from svodka.language.morphology import Morphology

# The places that the text names, by code and name, and where it names them first.
_Known: TypeAlias = Mapping[tuple[str | None, str], int]


class PointerFinder:
    """Find adjectives and inhabitants of places; what fits several means the one that the text names.

    Args:
        gazetteer: Places by adjective and by word for inhabitants.
        morphology: What tells words of the common language.
    """

    def __init__(self, gazetteer: Gazetteer, morphology: Morphology) -> None:
        self._gazetteer = gazetteer
        self._morphology = morphology
        self._can_point = lru_cache(REMEMBERED_WORDS)(self._is_listed)

    def _is_listed(self, folded: str) -> bool:
        """Tell whether a word can point to a place at all: most cannot."""
        places = self._gazetteer
        stem = adjective_stem(folded)
        return (
            "-" in folded
            or folded in places.inhabitants
            or folded in places.made_inhabitants
            or stem in places.adjectives
            or stem in places.made_adjectives
        )

    def find(self, columns: Columns, named: Sequence[MentionFinding]) -> Iterator[MentionFinding]:
        """Yield the pointers of a document outside the places that it names, in text order."""
        pointing = [index for index, word in enumerate(columns.folded) if self._can_point(word)]
        if not pointing:
            return
        known = {(place.iso, place.name): place.start for place in named}
        taken = Claims([Span(*span) for place in named for span in place.spans])
        for index in pointing:
            start = columns.starts[index]
            if not taken.meet(Span(start, start + 1)):
                yield from self._of_word(columns, index, known)

    def _of_word(self, columns: Columns, index: int, known: _Known) -> Iterator[MentionFinding]:
        if columns.pos[index] == "ADJ" and "-" in columns.folded[index]:
            yield from self._compound(columns, index, known)
        places, rule = self._pointed(columns, index, known)
        if not places:
            return
        near = (index - 1, index + 1)
        if rule == "loc.adjective" and any(
            0 <= other < columns.length and columns.lowers[other] in _CLOCK for other in near
        ):
            return
        place, span = _nearest(places, known), columns.span(index, index + 1)
        following = min(index + 1, columns.length - 1)
        if rule == "loc.adjective" and columns.capitals[index] and columns.lowers[following] in _LAND:
            rule, span = "loc.land", columns.span(index, following + 1)
        elif rule == "loc.adjective" and _stands_alone(columns, index, place):
            rule = "loc.elliptic"
        yield mention(Found((span,), rule, places), place)

    def _compound(self, columns: Columns, index: int, known: _Known) -> Iterator[MentionFinding]:
        """Yield both places of «российско-белорусских»."""
        first, _, second = columns.folded[index].rpartition("-")
        stems = (first.removesuffix("о"), adjective_stem(second))
        listed = [self._gazetteer.adjectives.get(stem or "", ()) for stem in stems]
        if all(listed):
            start, end = columns.span(index, index + 1)
            joint = start + len(first)
            for places, span in zip(listed, (Span(start, joint), Span(joint + 1, end)), strict=True):
                yield mention(Found((span,), "loc.adjective", places), _nearest(places, known))

    def _pointed(self, columns: Columns, index: int, known: _Known) -> tuple[Places, str]:
        """Return the places that an adjective or a word for inhabitants can point to; made words need evidence."""
        gazetteer = self._gazetteer
        text, folded, pos = columns.texts[index], columns.folded[index], columns.pos[index]
        nominal = pos in ("NOUN", "PROPN")
        listed = gazetteer.inhabitants.get(folded, ())
        if listed or nominal:
            made = gazetteer.made_inhabitants.get(folded, ())
            people = listed or self._likely(made, text, known)
            if people:
                return people, "loc.inhabitant"
        stem = adjective_stem(folded)
        if stem is None or (text.isupper() and len(text) > 1):
            return (), ""
        if pos != "ADJ" and not (nominal and not self._morphology.is_known(folded)):
            return (), ""
        listed = gazetteer.adjectives.get(stem, ())
        made = gazetteer.made_adjectives.get(stem, ())
        name = f"{stem.capitalize()}ий район"
        districts = tuple(Place(town.iso, "district", name) for town in made if (town.iso, name) in known)
        return (*listed, *districts, *self._likely(made, text, known)), "loc.adjective"

    def _likely(self, towns: Places, word: str, known: _Known) -> Places:
        """Keep the towns that the text names; where it names none, a word of the common language is no pointer.

        In lower case a word that only a rule makes needs at least the region of its town.
        """
        here = tuple(town for town in towns if (town.iso, town.name) in known)
        if here or len(towns) != 1 or self._morphology.is_known(word):
            return here
        return towns if word[:1].isupper() or any(iso == towns[0].iso for iso, _ in known) else ()


_LAND = ("земля", "земли", "земле", "землю", "землей", "землёй")
_CLOCK = ("время", "времени", "временем")  # «по московскому времени» names a zone


def _nearest(places: Places, known: _Known) -> Place:
    """Return what an adjective points to: what the text names, the region before the town, else the first listed."""
    here = [place for place in places if (place.iso, place.name) in known]
    regions = [place for place in here or places if place.kind not in ("city", "district")]
    return (regions or here or list(places))[0]


def _stands_alone(columns: Columns, adjective: int, place: Place) -> bool:
    """Tell whether a region's adjective leaves out its head: «Гомельской области с Брянской»."""
    following = columns.pos[adjective + 1] if adjective + 1 < columns.length else ""
    oblast = place.kind == "region" and columns.features[adjective].get("Gender") == "Fem"
    return oblast and columns.capitals[adjective] and not columns.opening[adjective] and following not in NOMINAL
