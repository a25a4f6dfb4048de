"""Words that the tagger mistakes: verbs for names, in headlines above all, abbreviations and nouns for verbs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from svodka.components import clauses
from svodka.language.words import Word, Words

if TYPE_CHECKING:
    from svodka.language.morphology import Morphology

_DOUBTFUL = frozenset(("PROPN", "NOUN", "ADJ", "ADV", "X"))
_NOMINAL = ("Case", "Gender", "Number")
_SHORTEST = 5
_LONGEST_ABBREVIATION = 4


def restore_verbs(words: Words, morphology: Morphology) -> None:
    """Tag words as verbs that the dictionary knows as nothing else, and none that it knows only as a noun."""
    for word in words:
        text, pos = word.text, word.pos_
        verb = None
        if pos == "NOUN" and word.dep_ == "ROOT" and _is_predicate(word):
            verb = morphology.possible_verb(text)
        elif (pos in _DOUBTFUL or text.isupper()) and len(text) >= _SHORTEST and text.isalpha():
            verb = morphology.verb(text)
        elif pos == "VERB" and len(text) <= _LONGEST_ABBREVIATION and _is_abbreviation(word):
            words.retag(word, "X", words.source[word.i].lemma_, "")  # «рос.» is no form of «расти»
        elif word.form == "Part":
            _as_nominal(word, morphology)
        if verb is not None:
            words.retag(word, "VERB", *verb)


def _is_predicate(word: Word) -> bool:
    """Tell whether a noun in an oblique case has a subject: then it is a verb («на ярмарку прибыли: …»)."""
    if word.case in ("Nom", ""):
        return False
    relations = {child.dep_ for child in word.children}
    return "nsubj" in relations and "cop" not in relations and not clauses.preposition(word)


def _as_nominal(word: Word, morphology: Morphology) -> None:
    """Tag a participle as a noun or adjective where the dictionary knows it only as such."""
    noun = morphology.noun(word.text)
    if noun is not None:
        word.doc.retag(word, "NOUN", noun, _nominal(word.features))
        return
    adjective = morphology.adjective(word.text) if word.case and word.pos_ == "VERB" else None
    if adjective is not None:
        word.doc.retag(word, "ADJ", adjective, _nominal(word.features))


def _nominal(features: Mapping[str, str]) -> str:
    """Return those features of a participle that a noun or adjective has too."""
    return "|".join(f"{name}={features[name]}" for name in _NOMINAL if name in features)


def _is_abbreviation(word: Word) -> bool:
    """Tell whether a word before a full stop goes on in small letters."""
    after = word.doc[word.i + 1 : word.i + 3]
    return len(after) == 2 and after[0].text == "." and after[1].text[:1].islower()
