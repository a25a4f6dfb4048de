"""Words that the tagger mistakes: verbs for names, in headlines above all, abbreviations and nouns for verbs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from svodka.components import clauses
from svodka.language.columns import Columns, columns_of
from svodka.language.words import words_of

if TYPE_CHECKING:
    from svodka.language.morphology import Morphology

_DOUBTFUL = frozenset(("PROPN", "NOUN", "ADJ", "ADV", "X"))
_NOMINAL = ("Case", "Gender", "Number")
_SHORTEST = 5
_LONGEST_ABBREVIATION = 4


def restore_verbs(doc: Doc, morphology: Morphology) -> None:
    """Tag words as verbs that the dictionary knows as nothing else, and none that it knows only as a noun."""
    columns = columns_of(doc)
    for index, (text, pos, dep, features) in enumerate(
        zip(columns.texts, columns.pos, columns.deps, columns.features, strict=True)
    ):
        verb = None
        if pos == "NOUN" and dep == "ROOT" and _is_predicate(doc, index, features):
            verb = morphology.possible_verb(text)
        elif (pos in _DOUBTFUL or text.isupper()) and len(text) >= _SHORTEST and text.isalpha():
            verb = morphology.verb(text)
        elif pos == "VERB" and len(text) <= _LONGEST_ABBREVIATION and _is_abbreviation(columns, index):
            _tag(doc[index], "X", doc[index].lemma_, "")  # «рос.» is no form of «расти»
        elif features.get("VerbForm") == "Part":
            _as_nominal(doc[index], features, morphology)
        if verb is not None:
            _tag(doc[index], "VERB", *verb)


def _is_predicate(doc: Doc, index: int, features: Mapping[str, str]) -> bool:
    """Tell whether a noun in an oblique case has a subject: then it is a verb («на ярмарку прибыли: …»)."""
    if features.get("Case", "Nom") == "Nom":
        return False
    relations = {child.dep_ for child in doc[index].children}
    if "nsubj" not in relations or "cop" in relations:
        return False
    return not clauses.preposition(words_of(doc)[index])  # words as they are by now: verbs before may be restored


def _as_nominal(token: Token, features: Mapping[str, str], morphology: Morphology) -> None:
    """Tag a participle as a noun or adjective where the dictionary knows it only as such."""
    noun = morphology.noun(token.text)
    if noun is not None:
        _tag(token, "NOUN", noun, _nominal(features))
        return
    adjective = morphology.adjective(token.text) if "Case" in features and token.pos_ == "VERB" else None
    if adjective is not None:
        _tag(token, "ADJ", adjective, _nominal(features))


def _nominal(features: Mapping[str, str]) -> str:
    """Return those features of a participle that a noun or adjective has too."""
    return "|".join(f"{name}={features[name]}" for name in _NOMINAL if name in features)


def _tag(token: Token, pos: str, lemma: str, features: str) -> None:
    token.pos_ = pos
    token.lemma_ = lemma
    token.set_morph(features)  # type: ignore[attr-defined]  # spaCy's stubs lack it


def _is_abbreviation(columns: Columns, index: int) -> bool:
    """Tell whether a word before a full stop goes on in small letters."""
    after = columns.texts[index + 1 : index + 3]
    return len(after) == 2 and after[0] == "." and after[1][:1].islower()
