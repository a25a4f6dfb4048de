"""Time, place and figures of an event: what stands under its verb, or freely in its clause."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from svodka.components import clauses
from svodka.components.scene import Scene
from svodka.components.triggers import Site
from svodka.rules.dates import MONTHS
from svodka.rules.rule import words

_PLACE_PREPOSITIONS = frozenset(("в", "во", "на", "под"))
# Nouns that may stand between a verb and its time or place without making it the time or place of something else.
_TRANSPARENT = words(
    "итог течение период ход начало середина конец месяц год г гг день территория земля город рамка квартал полугодие"
    " неделя выходной число состояние лето весна осень зима базис база озеро берег площадка центр"
)
_SUBORDINATE = words("что который чтобы где когда если")


class Circumstances:
    """Find the circumstances of events in one document."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._dates = [
            (index, token)
            for index, date in enumerate(scene.dates)
            if date.value.role != "base_period"
            and date.value.timex3.type != "DURATION"
            and (token := clauses.token_at(scene.doc, date.start)) is not None
        ]
        self._places = [
            (scene.named(token), token)
            for token in scene.doc
            if (entity := scene.named(token)) is not None
            and scene.label(entity) == "LOC"
            and (token.i + 1 == len(scene.doc) or scene.mention(scene.doc[token.i + 1]) != scene.mention(token))
        ]

    def time(self, site: Site, used: set[int]) -> tuple[int, ...]:
        """Return the dates of an event, those apart that fill a role."""
        own = [(i, t) for i, t in self._dates if t.sent == site.trigger.sent and i not in used and not self._in_name(t)]
        found = [index for index, token in own if self._belongs(token, site)]
        if not found and not self._is_subordinate(site):
            found = [index for index, token in own if self._leads(token, site)]
        return tuple(found)

    def place(self, site: Site, used: set[int | None]) -> tuple[int, ...]:
        """Return the places of an event; one that fills a role is none."""
        found = [
            number
            for number, token in self._places
            if number is not None
            and number not in used
            and token.sent == site.trigger.sent
            and _locative(token)
            and self._belongs(token, site)
        ]
        return tuple(dict.fromkeys(found))

    def figures(self, site: Site) -> tuple[int, ...]:
        """Return the figures in the clause of an event that its verb governs."""
        under = {token.i for token in site.carrier.subtree} | {token.i for token in site.trigger.subtree}
        segment = self._scene.segments.of(site.trigger)
        found = [
            index
            for index, token in self._figure_tokens()
            if (token.i in under and _governed_by(token, site)) or (segment.start <= token.i < segment.end)
        ]
        return tuple(dict.fromkeys(found))

    def _figure_tokens(self) -> Iterable[tuple[int, Token]]:
        for index, figure in enumerate(self._scene.figures):
            token = clauses.token_at(self._scene.doc, figure.start)
            if token is not None:
                yield index, token

    def _in_name(self, token: Token) -> bool:
        return self._scene.named(token) is not None

    def _belongs(self, token: Token, site: Site) -> bool:
        """Tell whether a time or place stands under the trigger or its verb, or freely in their clause."""
        if _modifies(token, site):
            return True
        segment = self._scene.segments.of(site.carrier)
        if not segment.start <= token.i < segment.end:
            return False
        return _modifies_verb(token, site)

    def _is_subordinate(self, site: Site) -> bool:
        segment = self._scene.segments.of(site.trigger)
        return any(clauses.lemma(token) in _SUBORDINATE for token in segment[:3])

    def _leads(self, token: Token, site: Site) -> bool:
        """Tell whether a date opens the sentence and so dates all that it tells."""
        words_before = [other for other in token.doc[token.sent.start : token.i] if other.pos_ not in ("ADP", "PUNCT")]
        return len(words_before) <= 1 and token.i < site.trigger.i


def _governed_by(token: Token, site: Site) -> bool:
    """Tell whether the nearest verb above a token, or the trigger itself, is the site's."""
    while token.dep_ != "ROOT":
        if token in (site.trigger, site.carrier):
            return True
        if token.pos_ == "VERB":
            return False
        token = token.head
    return token in (site.trigger, site.carrier)


def _modifies(token: Token, site: Site) -> bool:
    """Tell whether a time or place belongs to the site itself, not to a noun below it («план на 2023 год»)."""
    while token.head not in (site.trigger, site.carrier):
        if token.head == token or not _is_transparent(token.head):
            return False
        token = token.head
    return True


def _modifies_verb(token: Token, site: Site) -> bool:
    """Tell whether a phrase hangs on a verb of the clause, if not on the site's own."""
    while token.head != token and _is_transparent(token.head):
        token = token.head
    above = token.head
    return above.pos_ in ("VERB", "AUX") and (above == clauses.finite(site.carrier) or above.head == site.carrier)


def _is_transparent(above: Token) -> bool:
    lemma = clauses.lemma(above)
    own = above.ent_type_ or above.pos_ in ("NUM", "ADJ", "PROPN", "SYM") or lemma in _TRANSPARENT or above.like_num
    return bool(own) or (above.pos_ == "NOUN" and lemma in MONTHS)


def _locative(token: Token) -> bool:
    """Tell whether a place stands in a phrase that says where."""
    while token.dep_ != "ROOT":
        if clauses.preposition(token) in _PLACE_PREPOSITIONS:
            return clauses.case(token) in ("Loc", "Ins", "")
        if token.pos_ == "VERB":
            return False
        token = token.head
    return False
