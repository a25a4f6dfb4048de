"""Verbs that the tagger takes for names: at the head of a sentence, and in headlines set in capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from svodka.components import clauses

if TYPE_CHECKING:
    from svodka.language.morphology import Morphology

_DOUBTFUL = frozenset(("PROPN", "NOUN", "ADJ", "ADV", "X"))
_SHORTEST = 5


def restore_verbs(doc: Doc, morphology: Morphology) -> None:
    """Tag words as verbs that the dictionary knows as nothing else, and no abbreviation as one («рос.»)."""
    for token in doc:
        if token.pos_ in _DOUBTFUL and len(token) >= _SHORTEST and token.is_alpha:
            found = morphology.verb(token.text)
            if found is not None:
                token.pos_, token.lemma_ = "VERB", found[0]
                token.set_morph(found[1])
        elif token.pos_ == "VERB" and clauses.feature(token, "VerbForm") == "Part":
            noun = morphology.noun(token.text)
            if noun is not None:
                token.pos_, token.lemma_ = "NOUN", noun
        if token.pos_ == "VERB" and _is_abbreviation(token):
            token.pos_ = "X"
            token.set_morph("")


def _is_abbreviation(token: Token) -> bool:
    """Tell whether a short word before a full stop goes on in small letters."""
    after = token.doc[token.i + 1 : token.i + 3]
    return len(token) <= 4 and len(after) == 2 and after[0].text == "." and after[1].text[:1].islower()
