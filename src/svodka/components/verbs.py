"""Words that the tagger mistakes: verbs for names, in headlines above all, abbreviations and nouns for verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from svodka.components import clauses

if TYPE_CHECKING:
    from svodka.language.morphology import Morphology

_DOUBTFUL = frozenset(("PROPN", "NOUN", "ADJ", "ADV", "X"))
_NOMINAL = ("Case", "Gender", "Number")
_SHORTEST = 5


def restore_verbs(doc: Doc, morphology: Morphology) -> None:
    """Tag words as verbs that the dictionary knows as nothing else, and none that it knows only as a noun."""
    for token in doc:
        if token.pos_ == "NOUN" and _is_predicate(token):
            _as_likely_verb(token, morphology)
        elif len(token) >= _SHORTEST and token.is_alpha and (token.pos_ in _DOUBTFUL or token.is_upper):
            _as_verb(token, morphology)
        elif token.pos_ == "VERB" and _is_abbreviation(token):  # «рос.» is no form of «расти»
            _tag(token, "X", token.lemma_, "")
        elif clauses.feature(token, "VerbForm") == "Part":
            _as_noun(token, morphology)
            _as_adjective(token, morphology)


def _is_predicate(token: Token) -> bool:
    """Tell whether a noun in an oblique case has a subject: then it is a verb («на ярмарку прибыли: …»)."""
    if token.dep_ != "ROOT" or clauses.case(token) in ("Nom", "") or clauses.preposition(token):
        return False
    children = list(token.children)
    return any(child.dep_ == "nsubj" for child in children) and not any(child.dep_ == "cop" for child in children)


def _as_likely_verb(token: Token, morphology: Morphology) -> None:
    found = morphology.possible_verb(token.text)
    if found is not None:
        _tag(token, "VERB", *found)


def _as_verb(token: Token, morphology: Morphology) -> None:
    found = morphology.verb(token.text)
    if found is not None:
        _tag(token, "VERB", *found)


def _as_noun(token: Token, morphology: Morphology) -> None:
    lemma = morphology.noun(token.text)
    if lemma is not None:
        features = {name: clauses.feature(token, name) for name in _NOMINAL}
        _tag(token, "NOUN", lemma, "|".join(f"{name}={value}" for name, value in features.items() if value))


def _as_adjective(token: Token, morphology: Morphology) -> None:
    lemma = morphology.adjective(token.text) if clauses.case(token) and token.pos_ == "VERB" else None
    if lemma is not None:
        features = {name: clauses.feature(token, name) for name in _NOMINAL}
        _tag(token, "ADJ", lemma, "|".join(f"{name}={value}" for name, value in features.items() if value))


def _tag(token: Token, pos: str, lemma: str, features: str) -> None:
    token.pos_ = pos
    token.lemma_ = lemma
    token.set_morph(features)  # type: ignore[attr-defined]  # spaCy's stubs lack it


def _is_abbreviation(token: Token) -> bool:
    """Tell whether a short word before a full stop goes on in small letters."""
    after = token.doc[token.i + 1 : token.i + 3]
    return len(token) <= 4 and len(after) == 2 and after[0].text == "." and after[1].text[:1].islower()
