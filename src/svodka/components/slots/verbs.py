"""The verbs of one document, each read once: a verb may tell hundreds of figures, and have as many words under it."""

from __future__ import annotations

from svodka.components import clauses
from svodka.components.slots.spots import is_dash
from svodka.language.words import Word


class Verbs:
    """Read verbs and remember what was read."""

    def __init__(self) -> None:
        self._over: dict[int, Word] = {}
        self._subjects: dict[int, list[Word]] = {}
        self._objects: dict[int, list[Word]] = {}
        self._words: dict[int, frozenset[str]] = {}

    def over(self, token: Word) -> Word:
        """Return the predicate of a token's clause, as ``clauses.governor`` does."""
        path = []
        while token.i not in self._over and token.dep_ != "ROOT" and token.pos_ not in ("VERB", "AUX"):
            path.append(token.i)
            token = token.head
        verb = self._over.get(token.i, token)
        self._over.update(dict.fromkeys((*path, token.i), verb))
        return verb

    def subjects(self, verb: Word) -> list[Word]:
        """Return the subjects of a verb, or of the one that has them for it; the noun before a dash comes first."""
        if verb.i not in self._subjects:
            dashed = _before_dash(verb)
            self._subjects[verb.i] = [dashed] if dashed is not None else clauses.subjects(clauses.finite(verb))
        return self._subjects[verb.i]

    def objects(self, verb: Word) -> list[Word]:
        """Return the direct objects of a verb, and what an agentless passive is said of."""
        if verb.i not in self._objects:
            self._objects[verb.i] = [child for child in verb.children if child.dep_ in ("obj", "nsubj:pass")]
        return self._objects[verb.i]

    def words(self, verb: Word) -> frozenset[str]:
        """Return forms and lemmas of the words right under a verb."""
        if verb.i not in self._words:
            children = verb.children
            self._words[verb.i] = frozenset([*(c.lower_ for c in children), *(c.lemma for c in children)])
        return self._words[verb.i]


def _before_dash(verb: Word) -> Word | None:
    """Return the subject that a dash parts from its verb: «экспорт вырос, импорт – снизился»."""
    doc, start = verb.doc, verb.sent.start
    if verb.i - start < 2 or not is_dash(doc[verb.i - 1]) or verb.form != "Fin":
        return None
    noun = doc[verb.i - 2]
    opens = noun.i == start or doc[noun.i - 1].lower_ in (",", ";", "а", "и")
    return noun if opens and noun.pos_ == "NOUN" and noun.case in ("Nom", "Acc") else None
