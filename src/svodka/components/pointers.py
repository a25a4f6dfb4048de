"""Words that point to a place: adjectives («гомельские», «российско-белорусский») and inhabitants («куряне»)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from spacy.tokens import Doc, Token

from svodka.components import clauses
from svodka.components.namesakes import Found
from svodka.components.places import NOMINAL, mention
from svodka.core.findings import MentionFinding
from svodka.language.declension import adjective_stem
from svodka.language.lexicon import Place
from svodka.rules.rule import fold_word

if TYPE_CHECKING:
    from svodka.language.gazetteer import Gazetteer, Places
    from svodka.language.morphology import Morphology

_CACHED_WORDS = 65_536
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
        self._can_point = lru_cache(_CACHED_WORDS)(self._is_listed)

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

    def find(self, doc: Doc, named: Sequence[MentionFinding]) -> Iterator[MentionFinding]:
        """Yield the pointers of a document outside the places that it names, in text order."""
        known = {(place.iso, place.name): place.start for place in named}
        taken = {offset for place in named for start, end in place.spans for offset in range(start, end)}
        for token in doc:
            if token.idx not in taken:
                yield from self._of_token(token, known)

    def _of_token(self, token: Token, known: _Known) -> Iterator[MentionFinding]:
        folded = fold_word(token.text)
        if not self._can_point(folded):
            return
        if token.pos_ == "ADJ" and "-" in folded:
            yield from self._compound(token, folded, known)
        places, rule = self._pointed(token, folded, known)
        if not places:
            return
        if rule == "loc.adjective" and any(word.lower_ in _CLOCK for word in _neighbours(token)):
            return
        place, spans = _nearest(places, known), (clauses.extent([token]),)
        following = clauses.following(token)
        if rule == "loc.adjective" and token.text[:1].isupper() and following.lower_ in _LAND:
            rule, spans = "loc.land", (clauses.extent([token, following]),)
        elif rule == "loc.adjective" and _stands_alone(token, place):
            rule = "loc.elliptic"
        yield mention(Found(spans, rule, places), place)

    def _compound(self, token: Token, folded: str, known: _Known) -> Iterator[MentionFinding]:
        """Yield both places of «российско-белорусских»."""
        first, _, second = folded.rpartition("-")
        stems = (first.removesuffix("о"), adjective_stem(second))
        listed = [self._gazetteer.adjectives.get(stem or "", ()) for stem in stems]
        if all(listed):
            joint = token.idx + len(first)
            for places, span in zip(
                listed, ((token.idx, joint), (joint + 1, clauses.extent([token]).end)), strict=True
            ):
                yield mention(Found((span,), "loc.adjective", places), _nearest(places, known))

    def _pointed(self, token: Token, folded: str, known: _Known) -> tuple[Places, str]:
        """Return the places that an adjective or a word for inhabitants can point to; made words need evidence."""
        gazetteer = self._gazetteer
        listed = gazetteer.inhabitants.get(folded, ())
        if listed or token.pos_ in ("NOUN", "PROPN"):
            made = gazetteer.made_inhabitants.get(folded, ())
            people = listed or self._likely(made, token, known)
            if people:
                return people, "loc.inhabitant"
        stem = adjective_stem(folded)
        mistaken = token.pos_ in ("NOUN", "PROPN") and not self._morphology.is_known(folded)
        if stem is None or (token.pos_ != "ADJ" and not mistaken) or (token.text.isupper() and len(token) > 1):
            return (), ""
        listed = gazetteer.adjectives.get(stem, ())
        made = gazetteer.made_adjectives.get(stem, ())
        districts = tuple(
            Place(town.iso, "district", name)
            for town in made
            for name in [f"{stem.capitalize()}ий район"]
            if (town.iso, name) in known
        )
        return (*listed, *districts, *self._likely(made, token, known)), "loc.adjective"

    def _likely(self, towns: Places, token: Token, known: _Known) -> Places:
        """Keep the towns that the text names; where it names none, a word of the common language is no pointer.

        In lower case a word that only a rule makes needs at least the region of its town.
        """
        here = tuple(town for town in towns if (town.iso, town.name) in known)
        if here or len(towns) != 1 or self._morphology.is_known(token.text):
            return here
        return towns if token.text[:1].isupper() or any(iso == towns[0].iso for iso, _ in known) else ()


_LAND = ("земля", "земли", "земле", "землю", "землей", "землёй")


_CLOCK = ("время", "времени", "временем")  # «по московскому времени» names a zone


def _neighbours(token: Token) -> list[Token]:
    return [token.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc)]


def _nearest(places: Places, known: _Known) -> Place:
    """Return what an adjective points to: what the text names, the region before the town, else the first listed."""
    here = [place for place in places if (place.iso, place.name) in known]
    regions = [place for place in here or places if place.kind not in ("city", "district")]
    return (regions or here or list(places))[0]


def _stands_alone(adjective: Token, place: Place) -> bool:
    """Tell whether a region's adjective leaves out its head: «Гомельской области с Брянской»."""
    doc = adjective.doc
    following = doc[adjective.i + 1].pos_ if adjective.i + 1 < len(doc) else ""
    oblast = place.kind == "region" and clauses.feature(adjective, "Gender") == "Fem"
    return oblast and adjective.text[:1].isupper() and not adjective.is_sent_start and following not in NOMINAL
