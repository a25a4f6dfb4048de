"""Places in a text: names of the gazetteer, regions and districts that share a head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from svodka.components import namesakes
from svodka.components.namesakes import Found
from svodka.core.findings import MentionFinding
from svodka.core.records import EntityKind
from svodka.language.columns import Columns, Name
from svodka.language.declension import adjective_stem, town_adjectives
from svodka.language.lexicon import Place
from svodka.rules import names
from svodka.rules.rule import fold_word

if TYPE_CHECKING:
    from svodka.language.gazetteer import Gazetteer, Places
    from svodka.language.morphology import Morphology

_NO_NAME = ("PRON", "DET", "ADV", "ADP", "CCONJ", "SCONJ", "VERB")
# No surname ends so.
_TOWN_ENDING = re.compile(r"(?:[сц]к|град|город)(?:|а|у|ом|е)$")
_SHORTEST_IN_CAPITALS = 5
_PATRONYMIC = re.compile(r"^[А-ЯЁ][а-яё]+(?:[оеё]вич|[оеё]вн|ичн|ильич)(?:а|у|ем|ом|е|ы|ой)?$")
NOMINAL = ("ADJ", "NOUN", "PROPN")


class PlaceFinder:
    """Find the places of a document; what can be more than one place is settled by the others that the text names.

    Args:
        gazetteer: Places by name.
        morphology: What tells words of the common language.
    """

    def __init__(self, gazetteer: Gazetteer, morphology: Morphology) -> None:
        self._gazetteer = gazetteer
        self._morphology = morphology
        self._longest = gazetteer.longest

    def named(self, columns: Columns) -> list[MentionFinding]:
        """Return the places that bear their names, in text order; of overlapping ones the coordinated."""
        shared = list(self._shared(columns))
        taken = {offset for found in shared for start, end in found.spans for offset in range(start, end)}
        single = [found for found in self._names(columns) if found.spans[0][0] not in taken]
        ordered = sorted([*shared, *single], key=lambda found: found.spans)
        every = [namesakes.within(found, after) for found, after in zip(ordered, [*ordered, None][1:], strict=True)]
        evidence = namesakes.evidence(every)
        return [mention(found, namesakes.settled(found, evidence)) for found in every]

    def _names(self, columns: Columns) -> Iterator[Found]:
        persons = _persons(columns)
        reached = 0
        for index in (index for index, capital in enumerate(columns.capitals) if capital):
            if index < reached:
                continue
            stop, places = self._longest_name(columns.folded, index)
            if places and self._may_name(columns, index, stop, places[0], persons.get(index)):
                start = index
                if index and columns.folded[index - 1] in names.STATE_WORDS and places[0].kind == "region":
                    start -= 1  # «республики Башкортостан»: the head declines with the name
                elif places[0].kind == "country":
                    start = _state(columns, index)
                yield Found((columns.span(start, stop),), "loc.gazetteer", places)
                reached = stop
            elif not places and columns.labels[index] == "LOC":
                respelt = self._gazetteer.misspelt(columns.folded[index])
                if respelt is not None:
                    yield Found((columns.span(index, index + 1),), "loc.misspelt", (respelt,))

    def _longest_name(self, words: list[str], index: int) -> tuple[int, Places]:
        """Return where the longest name of a place that begins at a word ends, and the places that bear it."""
        longest = min(self._longest.get(words[index], 0), len(words) - index)
        for stop in range(index + longest, index, -1):
            places = self._gazetteer.names.get(tuple(words[index:stop]))
            if places:
                return stop, places
        return index + 1, ()

    def _may_name(self, columns: Columns, index: int, stop: int, place: Place, person: Name | None) -> bool:
        """Tell whether words that begin with a capital and spell a place can be its name.

        They are a noun («Тем» is no Togo), and no adjective before its noun («Минском районе»). A town after an
        initial or a first name is a surname.
        """
        alone = stop == index + 1
        pos = columns.pos[index]
        if alone and pos in _NO_NAME and self._morphology.is_known(columns.texts[index]):
            return False
        if place.kind == "city" and person is not None and _in_person(columns, person, index, stop):
            whole = person.stop == stop and person.start == index
            return whole and (self._heads_list(columns, stop) or self._is_centre(place))
        if _is_of_another(columns, index, stop, place):
            return False
        if not alone or pos != "ADJ" or stop == columns.length or adjective_stem(columns.folded[index]) is None:
            return True
        return not (columns.pos[stop] in NOMINAL and columns.heads[index] > index)

    def _is_centre(self, town: Place) -> bool:
        """Tell whether a region bears the adjective of a town, whose bare name then is no surname: «Могилёв»."""
        stems = town_adjectives(fold_word(town.name))
        regions = (
            place for stem in stems for place in self._gazetteer.adjectives.get(stem, ()) if place.kind == "region"
        )
        return any(place.iso == town.iso for place in regions) and not self._morphology.is_first_name(town.name)

    def _heads_list(self, columns: Columns, index: int) -> bool:
        """Tell whether a comma or «и» and a town follow: «жители Рогачёва, Жлобина и Гомеля»."""
        after = index + 1
        if after >= columns.length or columns.lowers[index] not in (",", "и"):
            return False
        if not columns.capitals[after] or columns.labels[after] == "PER":
            return False
        return any(place.kind == "city" for place in self._gazetteer.names.get((columns.folded[after],), ()))

    def _shared(self, columns: Columns) -> Iterator[Found]:
        """Yield regions and districts by adjective and head; «Гомельской и Брянской областей» share the head."""
        for head in columns.with_lemma(names.REGION_HEADS):
            noun = columns.lemmas[head]
            kind = names.REGION_HEADS[noun]
            adjectives = _adjectives_before(columns, head)
            if not adjectives or (len(adjectives) == 1 and kind != "district"):
                continue
            for adjective in adjectives:
                spelled = f"{_agreeing(_lemma(columns, adjective), noun)} {noun}"
                places = self._places_of(columns.folded[adjective], noun, kind, spelled)
                if not places and (len(adjectives) == 1 or adjective_stem(columns.folded[adjective]) is None):
                    continue
                last = adjective == adjectives[-1]
                pieces = [(adjective, head + 1)] if last else [(adjective, adjective + 1), (head, head + 1)]
                spans = tuple(columns.span(*piece) for piece in pieces)
                rule = "loc.coordinated" if len(adjectives) > 1 else "loc.district"
                yield Found(spans, rule, places, kind, spelled)

    def _places_of(self, adjective: str, noun: str, kind: EntityKind, spelled: str) -> Places:
        """Return the regions or districts that an adjective and its head can name, together spelled so.

        A district that no table lists bears the adjective of its centre.
        """
        candidates = self._gazetteer.by_adjective(adjective)
        if kind != "district":
            return tuple(place for place in candidates if place.kind == kind and _heads(place, noun))
        towns = (Place(town.iso, "district", spelled) for town in candidates if town.kind == "city" and _russian(town))
        listed = (place for place in candidates if place.kind == "district" and _heads(place, noun))
        return tuple(dict.fromkeys((*listed, *towns)))


def _state(columns: Columns, index: int) -> int:
    """Return where the full name of a country begins: «Исламской Республики Иран», «Государства Израиль»."""
    first = index - 1
    if not index or not columns.capitals[first] or columns.lemmas[first] not in names.STATES:
        return index
    begin = columns.sentences[first].start
    while first > begin and columns.pos[first - 1] == "ADJ" and columns.capitals[first - 1]:
        first -= 1
    return first


def _lemma(columns: Columns, adjective: int) -> str:
    """Return the masculine nominative of a place adjective.

    The tagger's lemma serves where the ending is no adjective's.
    """
    stem = adjective_stem(columns.lowers[adjective])
    return f"{stem}ий" if stem else columns.lemmas[adjective]


def _russian(place: Place) -> bool:
    return place.iso is not None and place.iso.startswith("RU-")


def _heads(place: Place, noun: str) -> bool:
    """Tell whether a place bears the head noun in one of its names."""
    return any(noun in fold_word(name).split() for name in (place.name, *place.aliases))


def _is_of_another(columns: Columns, index: int, stop: int, place: Place) -> bool:
    """Tell whether what spells a place is part of something else.

    A currency's country, someone after whom something is named, a first name before a patronymic, a short word in
    capitals («МГУ» is no Мга).
    """
    before, text = index - 1, columns.texts[index]
    if index and (columns.lemmas[before] in names.CURRENCIES or columns.lowers[before] in names.NAMED_AFTER):
        return True
    if place.kind == "city" and text.isupper() and len(text) < _SHORTEST_IN_CAPITALS:
        sentence = (columns.texts[other] for other in columns.sentences[index])
        return not all(word.isupper() for word in sentence if word.isalpha())
    return stop < columns.length and _PATRONYMIC.search(columns.texts[stop]) is not None


def mention(found: Found, place: Place | None) -> MentionFinding:
    """Return the mention of what is found, as the place that it turned out to be."""
    kind = place.kind if place else found.kind or (found.places[0].kind if found.places else None)
    name = place.name if place else found.name or (found.places[0].name if found.places else "")
    return MentionFinding(
        spans=found.spans, rule=found.rule, label="LOC", name=name, kind=kind, iso=place.iso if place else None
    )


def _persons(columns: Columns) -> dict[int, Name]:
    """Return the network's person for each token of his name; a name ends with its line."""
    found: dict[int, Name] = {}
    for name in columns.names:
        if name.label == "PER":
            start, end = columns.span(name.start, name.stop)
            line = columns.text[start:end].partition("\n")[0]
            inside = range(name.start, name.stop)
            found |= {index: name for index in inside if columns.starts[index] <= start + len(line)}
    return found


def _in_person(columns: Columns, person: Name, index: int, stop: int) -> bool:
    """Tell whether a word belongs to the name of a person: an initial or a first name stands by it."""
    if person.start < index or person.stop > stop:
        return True
    before = index - 1
    placed = index > 0 and (
        columns.lowers[before] in names.LOCATIVE_PREPOSITIONS or columns.lemmas[before] in names.PLACE_PREFIXES
    )
    listed = index > 1 and columns.lowers[before] in (",", "и")
    return not (placed or listed or _TOWN_ENDING.search(columns.folded[index]))


def _adjectives_before(columns: Columns, head: int) -> list[int]:
    """Return the capitalised adjectives before a head, in text order, joined by «и» or commas."""
    found: list[int] = []
    joined = True
    for index in range(head - 1, -1, -1):
        if joined and columns.capitals[index] and _is_adjective(columns, index):
            found.insert(0, index)
            joined = False
        elif not joined and columns.lowers[index] in ("и", ",", "или"):
            joined = True
        else:
            break
    return found


def _is_adjective(columns: Columns, index: int) -> bool:
    return columns.pos[index] == "ADJ" or adjective_stem(columns.folded[index]) is not None


def _agreeing(lemma: str, head: str) -> str:
    """Return an adjective's lemma in the gender of the head, as a name is written.

    Examples:
        >>> _agreeing("брянский", "область"), _agreeing("пермский", "край")
        ('Брянская', 'Пермский')
    """
    stem = lemma.capitalize()
    return stem[:-2] + "ая" if head in ("область", "республика", "губерния") and stem.endswith("ий") else stem
