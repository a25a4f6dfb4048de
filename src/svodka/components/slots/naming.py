"""Noun phrases of what is measured: their bounds and their normal form, without names, dates and figures."""

from __future__ import annotations

from collections.abc import Sequence

from svodka.components import clauses
from svodka.components.normal_forms import NormalForms
from svodka.components.scene import Scene
from svodka.language.morphology import Morphology
from svodka.language.words import Word
from svodka.rules.measures import MEASURED, SHARES
from svodka.rules.rule import words

NOUNS = frozenset(("NOUN", "PROPN", "X"))
BEFORE_NOUN = frozenset(("ADJ", "DET"))
_OBLIQUE = frozenset(("Ins", "Dat", "Loc", "Acc", "Nom"))
_NO_ADJECTIVES = words("его ее их свой этот весь наш такой")
_ENDS = frozenset(("ADP", "CCONJ", "ADJ", "DET", "PART", "ADV"))
_BREAKS = frozenset(("VERB", "AUX", "NUM", "SYM", "SPACE", "PUNCT", "SCONJ"))
_LONGEST = 12  # words after a head


class Naming:
    """Name what the nouns of one document say can be measured."""

    def __init__(self, scene: Scene, morphology: Morphology) -> None:
        self._scene = scene
        self._forms = NormalForms(scene.doc.columns, morphology)

    def name(self, head: Word) -> tuple[str, str]:
        """Return a head with its complements, and with its adjectives alone, in the nominative."""
        tokens = self._phrase(head)
        bare = small(self._forms.of_phrase(tokens[0].i, head.i + 1))
        rest = self._over_participle(tokens[-1])
        complement = [token for token in tokens if token.i > head.i] + ([] if rest is None else [rest])
        return f"{bare} {text(complement)}".rstrip(), bare

    def counted(self, tokens: Sequence[Word]) -> str:
        """Return what a count counts, in the nominative plural; empty where the words do not say."""
        nouns = [token for token in tokens if token.pos_ in ("ADJ", "NOUN")]
        if not nouns or nouns[-1].i - nouns[0].i >= len(nouns):
            return ""
        return small(self._forms.of_phrase(nouns[0].i, nouns[-1].i + 1, number="Plur"))

    def complement(self, head: Word) -> str:
        """Return the words of a phrase as they stand."""
        return text(self._phrase(head))

    def is_subject(self, token: Word) -> bool:
        """Tell whether a noun can be a subject: in the nominative, under no preposition, counted by nothing."""
        return (
            token.pos_ in NOUNS
            and token.case in ("Nom", "Acc", "")
            and token.text[:1].isalpha()
            and not clauses.preposition(token)
            and (token.case == "Nom" or token.dep_ != "nmod")  # a nominative is no attribute, whatever the tree says
            and token.dep_ not in ("flat", "flat:name", "fixed")
            and not self.is_date(token)
            and not is_counted(token)
        )

    def is_date(self, token: Word) -> bool:
        """Tell whether a word belongs to a date."""
        return token.i in self._scene.dated

    def is_owner(self, token: Word) -> bool:
        """Tell whether a noun names something that has figures, not what is measured."""
        return self._scene.named(token) is not None and token.lemma not in MEASURED

    def _phrase(self, head: Word) -> list[Word]:
        """Return a head with its adjectives and complements, up to a name, a date, a figure or the phrase's end."""
        doc, first, last = head.doc, head.i, head.i
        while first > 0 and self._describes(doc[first - 1], head):
            first -= 1
        below = {token.i for token in head.subtree}
        prepositional = False
        for token in doc[head.i + 1 : head.i + _LONGEST]:
            prepositional = prepositional or token.pos_ == "ADP"
            if not self._continues(token, head, inside=token.i in below, prepositional=prepositional):
                break
            last = token.i
        while last > head.i and doc[last].pos_ in _ENDS and not (doc[last].pos_ == "ADJ" and stands_alone(doc[last])):
            last -= 1
        return list(doc[first : last + 1])

    def _continues(self, token: Word, head: Word, *, inside: bool, prepositional: bool) -> bool:
        """Tell whether a word after a head goes on with its phrase; genitives do even where the tree is broken."""
        if token.pos_ in _BREAKS or token.dep_ in clauses.CLAUSAL or self.is_date(token):
            return False
        if token.i in self._scene.counted:
            return False
        if head.lemma in SHARES:  # «доля России» keeps its name and ends before «в структуре экспорта»
            return token.pos_ != "ADP"
        if self._scene.place_of(token) is not None:
            return False
        if not inside and token.pos_ != "CCONJ" and (prepositional or token.case != "Gen"):
            return False
        agrees = token.case == head.case and token.pos_ in NOUNS | BEFORE_NOUN
        return prepositional or agrees or token.case not in _OBLIQUE

    def _describes(self, token: Word, head: Word) -> bool:
        """Tell whether an adjective before a head belongs to its name."""
        if token.lemma in _NO_ADJECTIVES or token.pos_ not in BEFORE_NOUN or self.is_date(token):
            return False
        if self._scene.place_of(token) is not None or token.i in self._scene.counted:
            return False
        return token.i <= token.head.i <= head.i

    def _over_participle(self, last: Word) -> Word | None:
        """Return the genitive behind a participle: «общая сумма [подписанных в Уфе] контрактов»."""
        after = clauses.following(last)
        if after.form != "Part" or after.case != "Gen":
            return None
        noun = after.head
        near = after.i < noun.i <= after.i + 6 and noun.pos_ in NOUNS and noun.case == "Gen"
        return noun if near and not self.is_owner(noun) else None


def is_counted(token: Word) -> bool:
    """Tell whether a number counts a noun."""
    return any(child.dep_.startswith("nummod") for child in token.children)


def stands_alone(adjective: Word) -> bool:
    """Tell whether an adjective is used as a noun: «две трети зерновых»."""
    after = clauses.following(adjective)
    return after.pos_ not in ("ADJ", "NOUN", "PROPN") and adjective.head.i <= adjective.i


def text(tokens: Sequence[Word]) -> str:
    """Return the words of a phrase, with single spaces."""
    return " ".join("".join(token.text + token.whitespace_ for token in tokens).split())


def small(words: str) -> str:
    """Return words with a small first letter, unless an abbreviation begins them («ВВП»)."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
