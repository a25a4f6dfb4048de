"""Time, place and figures of an event: what stands under its verb, or freely in its clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from svodka.components import clauses
from svodka.components.scene import Scene
from svodka.components.segments import is_predicate
from svodka.components.triggers import Site
from svodka.core.findings import DateFinding
from svodka.core.spans import Span
from svodka.language.words import Stretch, Word
from svodka.rules.events.cues import PLANNED
from svodka.rules.events.lexicon import SUPPORT
from svodka.rules.rule import words

_PLACE_PREPOSITIONS = frozenset(("в", "во", "на", "под"))
# Nouns that may stand between a verb and its time or place without making it the time or place of something else.
_TRANSPARENT = words(
    "итог течение период ход начало середина конец месяц год г гг день территория земля город рамка квартал полугодие"
    " неделя выходной число состояние лето весна осень зима базис база озеро берег площадка центр"
)
_SUBORDINATE = words("что который чтобы где когда если")
_POINTED = words("регион страна область сторона государство район республика город субъект организация")


class Circumstances:
    """Find the circumstances of events in one document."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._dates = _by_sentence(
            (index, token)
            for index, date in enumerate(scene.dates)
            if date.value.role != "base_period"
            and (token := scene.doc.at(date.start)) is not None
            and _dates_events(date, token)
        )
        self._places: dict[int, list[tuple[int, Word]]] = {}
        self._figures = _by_sentence(
            (index, token)
            for index, figure in enumerate(scene.figures)
            if (token := scene.doc.at(figure.start)) is not None
        )

    def time(self, site: Site, used: set[int], told: Sequence[Span]) -> tuple[int, ...]:
        """Return the dates of an event, those apart that fill a role or stand in ``told``, what the event is about."""
        own = [
            (index, token)
            for index, token in self._dates.get(site.trigger.sent.start, ())
            if index not in used
            and self._scene.named(token) is None
            and not any(span.start <= token.idx < span.end for span in told)
        ]
        found = [index for index, token in own if self._belongs(token, site)]
        if not found and _is_told(site) and not self._is_subordinate(site):
            found = [index for index, token in own if self._leads(token, site)]
        return tuple(found)

    def _places_in(self, sentence: Stretch) -> list[tuple[int, Word]]:
        """Return the places and bodies that the words of a sentence name as where something is, found once."""
        found = self._places.get(sentence.start)
        if found is None:
            scene = self._scene
            named = (word for word in sentence if scene.named(word) is not None)
            found = self._places[sentence.start] = [
                (number, word)
                for word in named
                for number in scene.entities_of(word)
                if scene.label(number) in ("LOC", "ORG") and _locative(word)
            ]
        return found

    def place(self, site: Site, used: set[int | None], told: Sequence[Span]) -> tuple[int, ...]:
        """Return the places of an event; one that fills a role is none."""
        found = [
            number
            for number, token in self._places_in(site.trigger.sent)
            if number not in used
            and self._belongs(token, site)
            and not any(span.start <= token.idx < span.end for span in told)
        ]
        return tuple(dict.fromkeys(found))

    def shared(self, site: Site, used: set[int | None]) -> tuple[int, ...]:
        """Return the places before the verb with which an event's verb is coordinated («в Орше открыт парк, …»)."""
        if site.carrier.dep_ != "conj":
            return ()
        verb = site.carrier.head
        first = Site(verb, verb, False, (verb,))
        places = self._places_in(site.trigger.sent)
        found = [number for number, token in places if token.i < verb.i and self._belongs(token, first)]
        return tuple(dict.fromkeys(number for number in found if number not in used))

    def figures(self, site: Site, told: Sequence[Span], rivals: Sequence[Word] = ()) -> tuple[int, ...]:
        """Return the figures in the clause of an event, or that its verb governs, none in ``told``.

        Where other triggers of its kind stand in the clause, each has what follows it, the first what comes before too.
        """
        standing = self._figures.get(site.trigger.sent.start)
        if standing is None:
            return ()
        segment = self._scene.segments.of(site.trigger)
        found = [
            index
            for index, token in standing
            if segment.start <= token.i < segment.end or (_governed_by(token, site) and self._reaches(token, site))
            if not any(_is_nearer(token, rival, site.trigger) for rival in rivals)
            and not any(span.start <= token.idx < span.end for span in told)
            and not self._only_points(index, site)
            and not self._ages(index)
        ]
        return tuple(dict.fromkeys(found))

    def _reaches(self, token: Word, site: Site) -> bool:
        """Tell whether no other predicate stands between a verb and a figure, nor after it in a clause of its own."""
        between = token.doc[site.carrier.i + 1 : token.i]
        clause = self._scene.segments.of(token)
        rest = token.doc[token.i + 1 : clause.end] if site.carrier.i < clause.start else ()
        chained = any(is_predicate(other) and other.dep_ in ("conj", "parataxis") for other in between)
        return not chained and not any(is_predicate(other) and other.pos_ == "VERB" for other in rest)

    def _only_points(self, index: int, site: Site) -> bool:
        """Tell whether a number only says whom or which one a noun means («двух регионов», «первой очереди»)."""
        kind = self._scene.figures[index].value.kind
        if kind not in ("ordinal", "count"):
            return False
        tokens = self._scene.tokens(self._scene.figures[index].spans)
        head = tokens[-1]
        bare = head.dep_ == "nmod" and head.case == "Gen" and not clauses.preposition(head)
        if site.trigger in tokens:
            return False
        return bare and (kind == "ordinal" or head.lemma in _POINTED)

    def _ages(self, index: int) -> bool:
        """Tell whether a figure is an adjective that says how old someone is («41-летний вратарь»)."""
        figure = self._scene.figures[index]
        return figure.value.kind == "age" and self._scene.tokens(figure.spans)[-1].pos_ == "ADJ"

    def _belongs(self, token: Word, site: Site) -> bool:
        """Tell whether a time or place stands under the trigger or its verb, or freely in their clause."""
        if self._modifies(token, site):
            return True
        segment = self._scene.segments.of(site.carrier)
        inside = segment.start <= token.i < segment.end and not _is_of_another(token, site)
        return _is_told(site) and inside and self._is_free(token, segment.start)

    def _modifies(self, token: Word, site: Site) -> bool:
        """Tell whether a time or place belongs to the site itself, not to a noun below it («план на 2023 год»)."""
        while token.head not in (site.trigger, site.carrier):
            above = token.head
            named = self._scene.mention(above) is not None and self._scene.mention(above) == self._scene.mention(
                site.trigger
            )
            if above == token or not (named or self._is_transparent(above) or _brings(above, site)):
                return False
            token = above
        return True

    def _is_transparent(self, above: Word) -> bool:
        lemma = above.lemma
        place = self._scene.named(above)
        named = place is not None and self._scene.label(place) in ("LOC", "ORG")
        return above.i in self._scene.dated or named or lemma in _TRANSPARENT or above.pos_ in ("NUM", "SYM")

    def _is_free(self, token: Word, start: int) -> bool:
        """Tell whether a phrase follows no noun that could govern it: a verb, an adverb, a mark, a date, a place."""
        first = token
        while first.i - 1 >= start and (
            first.nbor(-1).pos_ in ("ADP", "ADJ", "DET", "NUM") or self._is_part(first.nbor(-1))
        ):
            first = first.nbor(-1)
        if first.i <= start:
            return True
        before = first.nbor(-1)
        if self._opens(first, start):
            return True
        return before.pos_ in ("VERB", "AUX", "ADV", "PUNCT", "PART", "SPACE", "CCONJ", "SCONJ")

    def _opens(self, first: Word, start: int) -> bool:
        """Tell whether a phrase is one of several that open a clause («В рамках договора в мае …»)."""
        opening = [t for t in first.doc[start : first.i] if t.pos_ not in ("ADV", "PUNCT", "CCONJ", "SPACE")]
        plain = all(t.case != "Nom" and t.pos_ not in ("VERB", "AUX") for t in opening)
        return first.pos_ == "ADP" and bool(opening) and opening[0].pos_ == "ADP" and plain

    def _is_part(self, token: Word) -> bool:
        return token.i in self._scene.dated or token.lemma in _TRANSPARENT

    def _is_subordinate(self, site: Site) -> bool:
        segment = self._scene.segments.of(site.trigger)
        return any(token.lemma in _SUBORDINATE for token in segment[:3])

    def _leads(self, token: Word, site: Site) -> bool:
        """Tell whether a date opens the sentence and so dates all that it tells."""
        words_before = [other for other in token.doc[token.sent.start : token.i] if other.pos_ not in ("ADP", "PUNCT")]
        return len(words_before) <= 1 and token.i < site.trigger.i


def _by_sentence(found: Iterable[tuple[int, Word]]) -> dict[int, list[tuple[int, Word]]]:
    """Return things with their tokens, by the start of the sentence in which they stand."""
    grouped: dict[int, list[tuple[int, Word]]] = {}
    for index, token in found:
        grouped.setdefault(token.sent.start, []).append((index, token))
    return grouped


def _is_nearer(figure: Word, rival: Word, trigger: Word) -> bool:
    """Tell whether a figure belongs to another trigger: the last one before it, else the first after it."""
    if rival.i <= figure.i:
        return not rival.i < trigger.i <= figure.i
    return figure.i < rival.i < trigger.i


def _governed_by(token: Word, site: Site) -> bool:
    """Tell whether the nearest verb above a token, or the trigger itself, is the site's."""
    while token.dep_ != "ROOT":
        if token in (site.trigger, site.carrier):
            return True
        if token.pos_ == "VERB":
            return False
        token = token.head
    return token in (site.trigger, site.carrier)


def _brings(above: Word, site: Site) -> bool:
    """Tell whether a participle before a noun trigger says that it took place («подписанных в Орше контрактов»)."""
    participle = above.form == "Part" and above.head == site.trigger
    return participle and above.i < site.trigger.i and above.lemma in SUPPORT


def _is_of_another(token: Word, site: Site) -> bool:
    """Tell whether an infinitive or participle that follows the verb of an event governs a phrase after it."""
    above = token.head
    while above.dep_ != "ROOT" and above.pos_ != "VERB":
        above = above.head
    if above in (site.trigger, site.carrier) or above.pos_ != "VERB":
        return False
    nested = above.form in ("Inf", "Part", "Conv")
    chained = above.dep_ == "conj" and above.form == site.carrier.form
    if above.head == site.trigger and above.lemma in PLANNED:  # «визит, намеченный на май, отложен»
        return False
    return nested and above.feature("Variant") != "Short" and above.i < token.i and not chained


def _is_told(site: Site) -> bool:
    """Tell whether a verb tells the event in a clause of its own: no attribute, no noun deep in a phrase."""
    if site.trigger.pos_ != "VERB":
        return site.carrier != site.trigger or site.standing == "verbless"
    form = site.trigger.form
    return form != "Part" or site.trigger.feature("Variant") == "Short"


def _dates_events(date: DateFinding, token: Word) -> bool:
    """Tell whether a date can say when something happened: no duration, no adjective such as «ежегодный»."""
    if date.value.timex3.type == "SET":
        return token.pos_ == "ADV"
    return date.value.timex3.type != "DURATION"


def _locative(token: Word) -> bool:
    """Tell whether a place stands in a phrase that says where."""
    while token.dep_ != "ROOT":
        if clauses.preposition(token) in _PLACE_PREPOSITIONS:
            return token.case in ("Loc", "Ins", "")
        if token.pos_ == "VERB":
            return False
        token = token.head
    return False
