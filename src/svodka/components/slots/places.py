"""The names in a phrase, and where a clause says that it is so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from svodka.components import clauses
from svodka.components.scene import Scene
from svodka.components.slots.focus import Focus
from svodka.components.slots.spots import Spot, is_dash
from svodka.language.words import Word
from svodka.rules.events.inheritance import GATHERINGS
from svodka.rules.measures import ENTERPRISES, FACILITIES, LANDS, MEASURED, TRADE

OWNING = frozenset(("LOC", "ORG"))
_POINTING = ENTERPRISES.lemmas | GATHERINGS | LANDS.lemmas | FACILITIES.lemmas
WHITHER = MappingProxyType({"в": ("Acc", "Nom", ""), "во": ("Acc", "Nom", ""), "на": ("Acc",)})
WHERE = MappingProxyType({"в": ("Loc", ""), "во": ("Loc", ""), "на": ("Loc", ""), "по": ("Dat", ""), "у": ("Gen", "")})
_QUOTES = "«»“”„\"'"
_NOMINAL = frozenset(("NOUN", "PROPN", "X", "ADJ", "DET", "CCONJ"))
_ENDS = frozenset(("VERB", "AUX", "NUM", "SPACE", "SYM"))
_LONGEST = 20  # words of a phrase


class Places:
    """Read the names around the figures of one document."""

    def __init__(self, scene: Scene, focus: Focus) -> None:
        self._scene = scene
        self._focus = focus

    def of(self, head: Word, spot: Spot) -> list[int]:
        """Return the places and bodies in a phrase: adjectives before its head, genitives or «с» after it."""
        before: list[int] = []
        index = head.i - 1
        while index >= 0 and head.doc[index].pos_ in ("ADJ", "DET"):
            place = self._scene.ascribed(head.doc[index])
            before = before if place is None else [place, *before]
            index -= 1
        return before + self.after(head, spot)

    def after(self, head: Word, spot: Spot) -> list[int]:
        """Return the places and bodies in the words that follow a head."""
        found = [self._scene.place_of(token) for token in self.complement(head, spot)]
        return [entity for entity in found if entity is not None and self._scene.label(entity) in OWNING]

    def meant(self, head: Word, spot: Spot) -> list[int]:
        """Return what the bare nouns in a phrase point back to: «доля республики», «оборот региона»."""
        bare = [token for token in self.complement(head, spot) if self.is_bare(token)]
        return [meant for token in bare if (meant := self._focus.meant(token)) is not None]

    def complement(self, head: Word, spot: Spot) -> list[Word]:
        """Return the words after a head that belong to it: genitives with their names, and the partner of a trade.

        An apposition to what a figure counts belongs to it too («с 37 организациями – партнёрами России»).
        """
        words: list[Word] = []
        for token in head.doc[head.i + 1 : min(head.i + _LONGEST, spot.sentence[1])]:
            case = clauses.following(token).case
            apposed = is_dash(token) and spot.holds(head) and case == head.case != "Nom"
            if not apposed and self._scene.place_of(token) is None and self._ends(token, head, spot):
                break
            words.append(token)
        return words

    def is_bare(self, token: Word) -> bool:
        """Tell whether a noun stands without a name or complement of its own, and so points back."""
        if token.lemma not in _POINTING or any(c.dep_ == "nmod" and c.case == "Gen" for c in token.children):
            return False
        if self._scene.named(token) is not None or self._scene.entity(token) is not None:
            return False
        after = clauses.following(token)
        return after == token or self._scene.named(after) is None

    def where(self, tokens: Sequence[Word], cases: Mapping[str, Sequence[str]] = WHERE) -> list[int]:
        """Return the places, bodies or events in the first phrase that says where, those joined to it included.

        Args:
            tokens: A stretch of a sentence.
            cases: Prepositions with the cases in which they say where, or whither.
        """
        for position, token in enumerate(tokens):
            if token.pos_ != "ADP" or token.lower_ not in cases or clauses.following(token).lemma == "тот":
                continue
            phrase: list[Word] = []
            for other in tokens[position + 1 : position + _LONGEST]:
                listed = other.text == "," and self._scene.named(clauses.following(other)) is not None
                named_here = self._scene.named(other) is not None or other.text in _QUOTES
                if other.pos_ not in _NOMINAL and not named_here and not listed:
                    break
                phrase.append(other)
            first = next((other for other in phrase if other.pos_ in ("NOUN", "PROPN", "X")), None)
            reading = self._scene.named
            if first is None and phrase:  # «в Омской области – 5 т, в Томской – 7 т»
                first, reading = phrase[-1], self._scene.place_of
            named = [entity for other in phrase if (entity := reading(other)) is not None]
            found = [entity for entity in named if self._scene.label(entity) in (*OWNING, "EVT")]
            fits = first is not None and not _is_described(first) and first.case in cases[token.lower_]
            if found and fits:
                return found
        return []

    def labels(self, spot: Spot) -> list[int]:
        """Return the names before the dash of a row: «Беларусь – 5 т»."""
        dash = spot.dash()
        tokens = spot.doc[spot.left : dash.i] if dash is not None else ()
        bearing = [t for t in tokens if t.case in ("Nom", "") and t.lemma not in MEASURED]
        named = [self._scene.named(token) for token in bearing]
        return [entity for entity in named if entity is not None and self._scene.label(entity) in OWNING]

    def _ends(self, token: Word, head: Word, spot: Spot) -> bool:
        """Tell whether the phrase of a head ends before a word that names no place."""
        partner = head.lemma in TRADE and token.lower_ in ("с", "со", "между")
        return (
            token.pos_ in _ENDS
            or token.i in self._scene.dated
            or spot.holds(token)
            or (token.pos_ == "ADP" and not partner)
            or (token.is_punct and token.text not in _QUOTES)
            or token.case in ("Nom", "Dat")
        )


def _is_described(token: Word) -> bool:
    """Tell whether a noun belongs to a participle that only describes another noun: «подписанных в Уфе»."""
    participle = token.head.form == "Part"
    return participle and token.head.feature("Variant") != "Short"
