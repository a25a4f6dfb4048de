"""Clauses on the surface: stretches of a sentence with one predicate each, for where the tree is broken."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Container

from spacy.tokens import Doc, Span, Token

from svodka.components import clauses
from svodka.rules.rule import words

_SUBORDINATING = words("что чтобы где когда если поскольку который кто куда откуда зачем пока хотя чем")
_OPPOSING = words("а но однако зато причем")
_JOINING = words("и или либо")
_HARD = frozenset((";", ":", "—", "–"))


class Segments:
    """The clauses of a document's sentences, found once a sentence, when they are asked for."""

    def __init__(self, doc: Doc, names: Container[int]) -> None:
        """Take a document and the indices of tokens in names, which are no predicates («Сделано в Орше»)."""
        self._doc = doc
        self._names = names
        self._known: dict[int, list[tuple[int, int]]] = {}

    def of(self, token: Token) -> Span:
        """Return the clause in which a token stands."""
        sentence = token.sent
        if sentence.start not in self._known:
            self._known[sentence.start] = _split(sentence, self._names)
        known = self._known[sentence.start]
        start, end = known[bisect_right(known, (token.i, len(self._doc))) - 1]
        return self._doc[start:end]

    def has_predicate(self, token: Token) -> bool:
        """Tell whether a verb stands in the clause of a token."""
        return any(is_predicate(other) and other.i not in self._names for other in self.of(token))


def is_predicate(token: Token) -> bool:
    """Tell whether a word is a finite verb, a short participle, or a short adjective."""
    if token.pos_ in ("VERB", "AUX"):
        return clauses.feature(token, "VerbForm") == "Fin" or clauses.feature(token, "Variant") == "Short"
    return token.pos_ == "ADJ" and clauses.feature(token, "Variant") == "Short"


def _split(sentence: Span, names: Container[int]) -> list[tuple[int, int]]:
    """Return the bounds of a sentence's clauses, the whole sentence covered."""
    predicates = [token.i for token in sentence if is_predicate(token) and token.pos_ != "AUX" and token.i not in names]
    edges = [sentence.start]
    for first, second in itertools.pairwise(predicates):
        edge = _edge(sentence.doc, first, second)
        if edge is not None and edge > edges[-1]:
            edges.append(edge)
    edges += [token.i for token in sentence if token.text == ";"]
    ordered = sorted(set(edges))
    return list(zip(ordered, [*ordered[1:], sentence.end], strict=True))


def _edge(doc: Doc, first: int, second: int) -> int | None:
    """Return where the clause of the second predicate begins: at a subordinator, a stop, else the last comma or «и»."""
    between = range(first + 1, second)
    for index in between:
        if clauses.lemma(doc[index]) in _SUBORDINATING | _OPPOSING and index > first + 1:
            return index
    hard = [index for index in between if doc[index].text in _HARD]
    if hard:
        return hard[-1]
    subject = min(
        (token.left_edge.i for token in clauses.subjects(doc[second]) if first < token.i < second), default=second
    )
    soft = [i for i in between if i <= subject and (doc[i].text == "," or clauses.lemma(doc[i]) in _JOINING)]
    return soft[-1] if soft else None
