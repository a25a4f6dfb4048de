"""Clauses on the surface: stretches of a sentence with one predicate each, for where the tree is broken."""

from __future__ import annotations

import itertools
from collections.abc import Container, Sequence

from svodka.components import clauses
from svodka.language.words import Stretch, Word
from svodka.rules.rule import words

# What begins a clause: words that subordinate it, words that oppose it to the one before.
_PARTING = words("что чтобы где когда если поскольку который кто куда откуда зачем пока хотя чем") | words(
    "а но однако зато причем"
)
_JOINING = words("и или либо")
_HARD = frozenset((";", ":", "—", "–"))


class Segments:
    """The clauses of a document's sentences, found once a sentence, when they are asked for.

    Args:
        names: The numbers of words in names, which are no predicates («Сделано в Орше»).
    """

    def __init__(self, names: Container[int]) -> None:
        self._names = names
        self._known: dict[int, Stretch] = {}
        self._predicated: dict[int, bool] = {}

    def of(self, token: Word) -> Stretch:
        """Return the clause in which a token stands."""
        found = self._known.get(token.i)
        if found is None:
            sentence = token.sent
            for start, end in _split(sentence, self._names):
                clause = Stretch(start, end, sentence[start - sentence.start : end - sentence.start])
                self._known.update(dict.fromkeys(range(start, end), clause))
            found = self._known[token.i]
        return found

    def has_predicate(self, token: Word) -> bool:
        """Tell whether a verb stands in the clause of a token."""
        clause = self.of(token)
        found = self._predicated.get(clause.start)
        if found is None:
            found = any(is_predicate(other) and other.i not in self._names for other in clause)
            self._predicated[clause.start] = found
        return found


def is_predicate(token: Word) -> bool:
    """Tell whether a word is a finite verb, a short participle, or a short adjective."""
    if token.pos_ in ("VERB", "AUX"):
        return token.form == "Fin" or token.feature("Variant") == "Short"
    return token.pos_ == "ADJ" and token.feature("Variant") == "Short"


def _split(sentence: Stretch, names: Container[int]) -> list[tuple[int, int]]:
    """Return the bounds of a sentence's clauses, the whole sentence covered."""
    start, end = sentence.start, sentence.end
    predicates = [token for token in sentence if is_predicate(token) and token.pos_ != "AUX" and token.i not in names]
    edges: list[int] = [start]
    for first, second in itertools.pairwise(predicates):
        edge = _edge(sentence[first.i + 1 - start : second.i - start], second)
        if edge is not None and edge > edges[-1]:
            edges.append(edge)
    edges += [token.i for token in sentence if token.text == ";"]
    return list(itertools.pairwise([*sorted(set(edges)), end]))


def _edge(between: Sequence[Word], second: Word) -> int | None:
    """Return where the clause of the second predicate begins: at a subordinator, a stop, else the last comma or «и»."""
    for token in between[1:]:
        if token.lemma in _PARTING:
            return token.i
    hard = [token.i for token in between if token.text in _HARD]
    if hard:
        return hard[-1]
    if not between:
        return None
    first = between[0].i
    subject = min(
        (token.left_edge.i for token in clauses.subjects(second) if first <= token.i < second.i), default=second.i
    )
    soft = [t.i for t in between if t.i <= subject and (t.text == "," or t.lemma in _JOINING)]
    return soft[-1] if soft else None
