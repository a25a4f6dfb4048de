"""How a sentence tells a figure: the verb, its subject, and the noun on which the figure hangs."""

from __future__ import annotations

from collections.abc import Sequence

from svodka.components import clauses, segments
from svodka.components.scene import Scene
from svodka.components.slots.naming import NOUNS, Naming, is_counted
from svodka.components.slots.spots import Spot, is_dash
from svodka.components.slots.verbs import Verbs
from svodka.language.words import Word
from svodka.rules.measures import CHANGES, MEASURED, QUANTITIES, SHARES

_UP = frozenset(("nmod", "conj", "appos", "amod"))
_BARRIERS = frozenset(("VERB", "AUX", "PUNCT", "PRON", "SPACE"))


class Telling:
    """Read the clauses of one document that tell figures; the tree first, the surface where it is broken."""

    def __init__(self, scene: Scene, naming: Naming, verbs: Verbs) -> None:
        self._scene = scene
        self._naming = naming
        self.verbs = verbs
        self._verbs: dict[int, Word | None] = {}
        self._subjects: dict[tuple[int, int], Word | None] = {}

    def verb(self, spot: Spot) -> Word | None:
        """Return the verb of a figure: above it in the tree within its stretch, else the nearest one there.

        Where a dash ties the figure to the words before it, no verb tells it. Several steps ask; it is found once.
        """
        if spot.number not in self._verbs:
            self._verbs[spot.number] = self._verb(spot)
        return self._verbs[spot.number]

    def _verb(self, spot: Spot) -> Word | None:
        if spot.dash() is not None:
            return None
        verb = self.verbs.over(spot.head)
        inside = verb.pos_ in ("VERB", "AUX") and spot.left <= verb.i < spot.right and not spot.holds(verb)
        since = verb.i if inside else spot.left
        found = [token for token in spot.doc[since : spot.first.i] if _tells(token)]
        if inside and not (found and verb.i < spot.first.i):
            return verb
        if found:
            return found[-1]
        if spot.holds(verb):
            return verb
        return verb if verb.pos_ == "VERB" and spot.left <= spot.first.i - 3 and verb.i >= spot.right else None

    def subject(self, verb: Word, spot: Spot) -> Word | None:
        """Return the subject of a figure's verb, the one in its stretch before others; none of «намолочено»."""
        asked = spot.number, verb.i
        if asked not in self._subjects:
            self._subjects[asked] = self._subject(verb, spot)
        return self._subjects[asked]

    def _subject(self, verb: Word, spot: Spot) -> Word | None:
        if is_impersonal(verb):
            return None
        heads = [head for head in self.verbs.subjects(verb) if not spot.holds(head)]
        heads = [head for head in heads if not is_counted(head)]
        plain = [head for head in heads if head.case in ("Nom", "") and head.pos_ != "ADJ"]
        if heads:
            return _nearest(plain or heads, spot)
        clause = self._scene.segments.of(verb)
        inside = spot.around(max(clause.start, spot.left), min(clause.end, spot.right))
        free = [token for token in inside if self._naming.is_subject(token)]
        found = min((t for t in free if not spot.holds(t)), key=lambda token: abs(token.i - verb.i), default=None)
        return found or self._carried(verb, spot)

    def _carried(self, verb: Word, spot: Spot) -> Word | None:
        """Return the subject of the verb before in the sentence, which one without a subject goes on to tell of."""
        told = [token for token in spot.around(spot.sentence[0], verb.i) if segments.is_predicate(token)]
        heads = self.verbs.subjects(told[-1]) if told and verb.feature("Person") != "1" else []
        number = verb.feature("Number")
        return next((h for h in heads if h.case == "Nom" and h.feature("Number") == number), None)

    def noun_before(self, spot: Spot) -> Word | None:
        """Return the noun right before a figure, but for hedges and prepositions."""
        for token in reversed(spot.before()):
            if token.pos_ in NOUNS:
                among = token.lemma == "число" and clauses.preposition(token) == "в"  # «в том числе»
                return None if among or self._naming.is_date(token) else token
            if token.pos_ in _BARRIERS or is_dash(token):
                return None
        return None

    def governing(self, noun: Word, spot: Spot) -> Word | None:
        """Return the noun of measure or change on whose phrase a figure hangs: the noun itself, or one above it.

        Only genitives lead upwards: in «на общую сумму» the sum is meant, not what it is the sum of.
        """
        wanted = QUANTITIES.lemmas if spot.value.kind == "count" else MEASURED.lemmas | SHARES.lemmas
        token, found = noun, None
        while token.lemma not in CHANGES:
            found = token if token.lemma in wanted else found
            above = token.head
            complement = token.case == "Gen" and not clauses.preposition(token) and token.dep_ in _UP
            if not complement or above.pos_ not in NOUNS or not spot.sentence[0] <= above.i < token.i:
                return found
            token = above
        return token


def is_impersonal(verb: Word) -> bool:
    """Tell whether a verb has no subject but the figure: «намолочено», «собрано»."""
    return verb.feature("Variant") == "Short" and verb.feature("Gender") == "Neut"


def _tells(token: Word) -> bool:
    """Tell whether a verb can have a figure: finite, short or an infinitive."""
    return segments.is_predicate(token) or token.form == "Inf"


def _nearest(heads: Sequence[Word], spot: Spot) -> Word:
    return next((head for head in heads if spot.left <= head.i < spot.right), heads[0])
