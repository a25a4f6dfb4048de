"""Words that the tagger mistakes: verbs for names, in headlines above all, abbreviations and nouns for verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from svodka.components import clauses
from svodka.language.columns import Columns

if TYPE_CHECKING:
    from svodka.language.morphology import Morphology

_DOUBTFUL = frozenset(("PROPN", "NOUN", "ADJ", "ADV", "X"))
_NOMINAL = ("Case", "Gender", "Number")
_SHORTEST = 5
_LONGEST_ABBREVIATION = 4


def restore_verbs(columns: Columns, morphology: Morphology) -> bool:
    """Tag words as verbs that the dictionary knows as nothing else, and none that it knows only as a noun.

    Returns:
        Whether the document's tags have changed, so that the columns no longer show them.
    """
    changed = False
    for index, (text, pos, dep, features) in enumerate(
        zip(columns.texts, columns.pos, columns.deps, columns.features, strict=True)
    ):
        if pos == "NOUN" and dep == "ROOT" and _is_predicate(token := columns.doc[index]):
            changed |= _as_likely_verb(token, morphology)
        elif (pos in _DOUBTFUL or text.isupper()) and len(text) >= _SHORTEST and text.isalpha():
            found = morphology.verb(text)
            changed |= found is not None and _tag(columns.doc[index], "VERB", *found)
        elif pos == "VERB" and len(text) <= _LONGEST_ABBREVIATION and _is_abbreviation(columns, index):
            changed |= _tag(columns.doc[index], "X", columns.doc[index].lemma_, "")  # «рос.» is no form of «расти»
        elif features.get("VerbForm") == "Part":
            changed |= _as_noun(columns.doc[index], morphology) or _as_adjective(columns.doc[index], morphology)
    return changed


def _is_predicate(token: Token) -> bool:
    """Tell whether a noun in an oblique case has a subject: then it is a verb («на ярмарку прибыли: …»)."""
    if clauses.case(token) in ("Nom", ""):
        return False
    relations = {child.dep_ for child in token.children}
    return "nsubj" in relations and "cop" not in relations and not clauses.preposition(token)


def _as_likely_verb(token: Token, morphology: Morphology) -> bool:
    found = morphology.possible_verb(token.text)
    return found is not None and _tag(token, "VERB", *found)


def _as_noun(token: Token, morphology: Morphology) -> bool:
    lemma = morphology.noun(token.text)
    return lemma is not None and _tag(token, "NOUN", lemma, _nominal(token))


def _as_adjective(token: Token, morphology: Morphology) -> bool:
    lemma = morphology.adjective(token.text) if clauses.case(token) and token.pos_ == "VERB" else None
    return lemma is not None and _tag(token, "ADJ", lemma, _nominal(token))


def _nominal(participle: Token) -> str:
    """Return those features of a participle that a noun or adjective has too."""
    features = {name: clauses.feature(participle, name) for name in _NOMINAL}
    return "|".join(f"{name}={value}" for name, value in features.items() if value)


def _tag(token: Token, pos: str, lemma: str, features: str) -> bool:
    token.pos_ = pos
    token.lemma_ = lemma
    token.set_morph(features)  # type: ignore[attr-defined]  # spaCy's stubs lack it
    return True


def _is_abbreviation(columns: Columns, index: int) -> bool:
    """Tell whether a word before a full stop goes on in small letters."""
    after = columns.texts[index + 1 : index + 3]
    return len(after) == 2 and after[0] == "." and after[1][:1].islower()
