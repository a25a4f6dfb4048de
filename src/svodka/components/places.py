"""Places in a text: names of the gazetteer, regions and districts that share a head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from svodka.components import clauses, namesakes
from svodka.components.namesakes import Found
from svodka.core.findings import MentionFinding
from svodka.core.records import EntityKind
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

    def named(self, doc: Doc) -> list[MentionFinding]:
        """Return the places that bear their names, in text order; of overlapping ones the coordinated."""
        shared = list(self._shared(doc))
        taken = {offset for found in shared for start, end in found.spans for offset in range(start, end)}
        single = [found for found in self._names(doc) if found.spans[0][0] not in taken]
        ordered = sorted([*shared, *single], key=lambda found: found.spans)
        every = [namesakes.within(found, after) for found, after in zip(ordered, [*ordered, None][1:], strict=True)]
        evidence = namesakes.evidence(every)
        return [mention(found, namesakes.settled(found, evidence)) for found in every]

    def _names(self, doc: Doc) -> Iterator[Found]:
        words = [fold_word(token.text) for token in doc]
        persons = _persons(doc)
        index = 0
        while index < len(doc):
            size, places = self._longest_name(words, index)
            if places and self._may_name(doc, index, size, places[0], persons.get(index)):
                start = index
                if index and words[index - 1] in names.STATE_WORDS and places[0].kind == "region":
                    start -= 1  # «республики Башкортостан»: the head declines with the name
                elif places[0].kind == "country":
                    start = _state(doc, index)
                yield Found((clauses.extent([doc[start], doc[index + size - 1]]),), "loc.gazetteer", places)
                index += size
                continue
            token = doc[index]
            if not places and token.ent_type_ == "LOC" and token.text[:1].isupper():
                respelt = self._gazetteer.misspelt(words[index])
                if respelt is not None:
                    yield Found((clauses.extent([token]),), "loc.misspelt", (respelt,))
            index += 1

    def _longest_name(self, words: list[str], index: int) -> tuple[int, Places]:
        for size in range(min(self._longest.get(words[index], 0), len(words) - index), 0, -1):
            places = self._gazetteer.names.get(tuple(words[index : index + size]))
            if places:
                return size, places
        return 1, ()

    def _may_name(self, doc: Doc, index: int, size: int, place: Place, person: DocSpan | None) -> bool:
        """Tell whether words that spell a place can be its name.

        They begin with a capital, are a noun («Тем» is no Togo), and no adjective before its noun («Минском районе»).
        A town after an initial or a first name is a surname.
        """
        token = doc[index]
        if not token.text[:1].isupper():
            return False
        if size == 1 and token.pos_ in _NO_NAME and self._morphology.is_known(token.text):
            return False
        if place.kind == "city" and person is not None and _in_person(person, index, size):
            alone = person.end == index + size and person.start == index
            return alone and (self._heads_list(doc, index + size) or self._is_centre(place))
        if _is_of_another(doc, index, size, place):
            return False
        if size > 1 or token.pos_ != "ADJ" or index + 1 == len(doc) or adjective_stem(fold_word(token.text)) is None:
            return True
        return not (doc[index + 1].pos_ in NOMINAL and token.head.i > token.i)

    def _is_centre(self, town: Place) -> bool:
        """Tell whether a region bears the adjective of a town, whose bare name then is no surname: «Могилёв»."""
        stems = town_adjectives(fold_word(town.name))
        regions = (
            place for stem in stems for place in self._gazetteer.adjectives.get(stem, ()) if place.kind == "region"
        )
        return any(place.iso == town.iso for place in regions) and not self._morphology.is_first_name(town.name)

    def _heads_list(self, doc: Doc, index: int) -> bool:
        """Tell whether a comma or «и» and a town follow: «жители Рогачёва, Жлобина и Гомеля»."""
        if index + 1 >= len(doc) or doc[index].lower_ not in (",", "и") or doc[index + 1].ent_type_ == "PER":
            return False
        following = self._gazetteer.names.get((fold_word(doc[index + 1].text),), ())
        return doc[index + 1].text[:1].isupper() and any(place.kind == "city" for place in following)

    def _shared(self, doc: Doc) -> Iterator[Found]:
        """Yield regions and districts by adjective and head; «Гомельской и Брянской областей» share the head."""
        for head in doc:
            noun = clauses.lemma(head)
            kind = names.REGION_HEADS.get(noun)
            adjectives = _adjectives_before(head) if kind is not None else []
            if not adjectives or (len(adjectives) == 1 and kind != "district"):
                continue
            for adjective in adjectives:
                places = self._places_of(adjective, noun, kind)
                if not places and (len(adjectives) == 1 or adjective_stem(fold_word(adjective.text)) is None):
                    continue
                last = adjective is adjectives[-1]
                pieces = [[adjective, head]] if last else [[adjective], [head]]
                spans = tuple(clauses.extent(piece) for piece in pieces)
                spelled = f"{_agreeing(fold_lemma(adjective), noun)} {noun}"
                rule = "loc.coordinated" if len(adjectives) > 1 else "loc.district"
                yield Found(spans, rule, places, kind, spelled)

    def _places_of(self, adjective: Token, noun: str, kind: EntityKind | None) -> Places:
        """Return the regions or districts that an adjective and its head can name.

        A district that no table lists bears the adjective of its centre.
        """
        candidates = self._gazetteer.by_adjective(fold_word(adjective.text))
        if kind != "district":
            return tuple(place for place in candidates if place.kind == kind and _heads(place, noun))
        name = f"{_agreeing(fold_lemma(adjective), noun)} {noun}"
        towns = (Place(town.iso, "district", name) for town in candidates if town.kind == "city" and _russian(town))
        listed = (place for place in candidates if place.kind == "district" and _heads(place, noun))
        return tuple(dict.fromkeys((*listed, *towns)))


def _state(doc: Doc, index: int) -> int:
    """Return where the full name of a country begins: «Исламской Республики Иран», «Государства Израиль»."""
    before = doc[index - 1] if index else None
    if before is None or not before.text[:1].isupper() or clauses.lemma(before) not in names.STATES:
        return index
    first = index - 1
    while first > before.sent.start and doc[first - 1].pos_ == "ADJ" and doc[first - 1].text[:1].isupper():
        first -= 1
    return first


def fold_lemma(adjective: Token) -> str:
    """Return the masculine nominative of a place adjective.

    The tagger's lemma serves where the ending is no adjective's.
    """
    stem = adjective_stem(adjective.text.lower())
    return f"{stem}ий" if stem else clauses.lemma(adjective)


def _russian(place: Place) -> bool:
    return place.iso is not None and place.iso.startswith("RU-")


def _heads(place: Place, noun: str) -> bool:
    """Tell whether a place bears the head noun in one of its names."""
    return any(noun in fold_word(name).split() for name in (place.name, *place.aliases))


def _is_of_another(doc: Doc, index: int, size: int, place: Place) -> bool:
    """Tell whether what spells a place is part of something else.

    A currency's country, someone after whom something is named, a first name before a patronymic, a short word in
    capitals («МГУ» is no Мга).
    """
    token, before = doc[index], doc[index - 1] if index else None
    if before is not None and (clauses.lemma(before) in names.CURRENCIES or before.lower_ in names.NAMED_AFTER):
        return True
    if place.kind == "city" and token.text.isupper() and len(token) < _SHORTEST_IN_CAPITALS:
        return not all(word.text.isupper() for word in token.sent if word.is_alpha)
    after = index + size
    return after < len(doc) and _PATRONYMIC.search(doc[after].text) is not None


def mention(found: Found, place: Place | None) -> MentionFinding:
    """Return the mention of what is found, as the place that it turned out to be."""
    kind = place.kind if place else found.kind or (found.places[0].kind if found.places else None)
    name = place.name if place else found.name or (found.places[0].name if found.places else "")
    return MentionFinding(
        spans=found.spans, rule=found.rule, label="LOC", name=name, kind=kind, iso=place.iso if place else None
    )


def _persons(doc: Doc) -> dict[int, DocSpan]:
    """Return the network's person for each token of his name; a name ends with its line."""
    found: dict[int, DocSpan] = {}
    for ent in doc.ents:
        if ent.label_ == "PER":
            line = ent.text.partition("\n")[0]
            found |= {token.i: ent for token in ent if token.idx <= ent.start_char + len(line)}
    return found


def _in_person(person: DocSpan, index: int, size: int) -> bool:
    """Tell whether a word belongs to the name of a person: an initial or a first name stands by it."""
    doc = person.doc
    alone = person.start >= index and person.end <= index + size
    placed = index > 0 and (
        doc[index - 1].lower_ in names.LOCATIVE_PREPOSITIONS or clauses.lemma(doc[index - 1]) in names.PLACE_PREFIXES
    )
    listed = index > 1 and doc[index - 1].lower_ in (",", "и")
    return not alone or not (placed or listed or _TOWN_ENDING.search(fold_word(doc[index].text)))


def _adjectives_before(head: Token) -> list[Token]:
    """Return the capitalised adjectives before a head, in text order, joined by «и» or commas."""
    found: list[Token] = []
    index = head.i - 1
    joined = True
    while index >= 0:
        token = head.doc[index]
        if (
            joined
            and token.text[:1].isupper()
            and (token.pos_ == "ADJ" or adjective_stem(fold_word(token.text)) is not None)
        ):
            found.insert(0, token)
            joined = False
        elif not joined and token.lower_ in ("и", ",", "или"):
            joined = True
        else:
            break
        index -= 1
    return found


def _agreeing(lemma: str, head: str) -> str:
    """Return an adjective's lemma in the gender of the head, as a name is written.

    Examples:
        >>> _agreeing("брянский", "область"), _agreeing("пермский", "край")
        ('Брянская', 'Пермский')
    """
    stem = lemma.capitalize()
    return stem[:-2] + "ая" if head in ("область", "республика", "губерния") and stem.endswith("ий") else stem
