"""Fillers: a phrase's head becomes the entities, figure or date that it names, else its text, one item of a list each."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from svodka.components import clauses
from svodka.components.scene import Scene
from svodka.core.findings import RoleFinding
from svodka.core.spans import Span

_EDGES = ("PUNCT", "SCONJ", "CCONJ")
_QUOTES = '«»„“”"'


class Fillers:
    """Make fillers of one document's phrases."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def of(self, role: str, head: Token, trigger: Token) -> Iterator[RoleFinding]:
        """Yield the fillers of a role whose phrase has this head.

        Coordinated names are entities of their own; a list of phrases gives one filler an item, a bare pair one.
        """
        if head.pos_ == "VERB" and head.dep_ not in ("amod",):
            yield RoleFinding(role=role, spans=(_clause(head, trigger),))
            return
        members = [member for member in clauses.conjuncts(head) if member != trigger or head == trigger]
        seen: set[int] = set()
        for group in _groups(members, self._scene):
            entities = [entity for member in group if (entity := self._scene.entity(member)) is not None]
            if entities and len(group) == 1:
                if entities[0] not in seen:
                    seen.add(entities[0])
                    yield RoleFinding(role=role, entity=entities[0])
                continue
            yield from self._texts(role, group)

    def _texts(self, role: str, group: list[Token]) -> Iterator[RoleFinding]:
        """Yield the phrase of one item, or of several that the tree hangs into each other."""
        tokens = sorted((token for member in group for token in clauses.phrase(member)), key=lambda token: token.i)
        tokens = [token for token in tokens if token.pos_ != "ADP" or token.i > group[0].i or _inside_number(token)]
        for part in _listed(self._extended(tokens)):
            yield self._text(role, part)

    def _text(self, role: str, tokens: list[Token]) -> RoleFinding:
        """Return a filler: a figure where the phrase is exactly that, else the text."""
        span = clauses.extent(tokens)
        for index, figure in enumerate(self._scene.figures):
            if (figure.start, figure.end) == (span.start, span.end):
                return RoleFinding(role=role, figure=index)
        return RoleFinding(role=role, spans=(span,))

    def _extended(self, tokens: list[Token]) -> list[Token]:
        """Return a phrase with the figure that its head belongs to and the name that the tree cuts it through."""
        doc = self._scene.doc
        first, last = tokens[0].i, tokens[-1].i
        covering = [self._scene.figures[self._scene.counted[token.i]] for token in tokens if token.i in self._scene.counted]
        for figure in covering:
            inside = self._scene.tokens(figure.spans)
            first, last = min(first, inside[0].i), max(last, inside[-1].i)
        while first < last and (doc[first].pos_ in _EDGES or doc[first].is_space) and doc[first].text not in _QUOTES:
            first += 1
        while last + 1 < len(doc) and self._names_on(last):
            last += 1
        while last > first and (doc[last].pos_ in _EDGES or doc[last].is_space) and doc[last].text not in _QUOTES:
            last -= 1
        return list(doc[first : last + 1])

    def _names_on(self, index: int) -> bool:
        doc = self._scene.doc
        mention = self._scene.mention(doc[index])
        return mention is not None and self._scene.mention(doc[index + 1]) == mention


def _listed(tokens: list[Token]) -> list[list[Token]]:
    """Return the items of a list: parts after a comma that are coordinated, and after the «и» that closes them."""
    inside = {token.i for token in tokens}
    edges = [
        place
        for place, token in enumerate(tokens)
        if place and (token.text == "," or (token.lower_ == "и" and any(t.text == "," for t in tokens[:place])))
        and _begins_item(tokens[place + 1 :], inside)
    ]
    bounds = [-1, *edges, len(tokens)]
    parts = [_trimmed(tokens[a + 1 : b]) for a, b in zip(bounds, bounds[1:], strict=False)]
    return [part for part in parts if part]


def _begins_item(following: list[Token], inside: set[int]) -> bool:
    """Tell whether the next noun is coordinated with one before it."""
    noun = next((token for token in following if token.pos_ in ("NOUN", "PROPN", "VERB")), None)
    if noun is None or noun.dep_ != "conj" or noun.head.i not in inside or noun.head.i > noun.i:
        return False
    return not any(token.text == "," for token in following[: following.index(noun)])


def _inside_number(token: Token) -> bool:
    """Tell whether a preposition belongs to an amount («около 400 человек»)."""
    return token.lower_ in ("около", "до", "свыше", "порядка", "от")


def _groups(members: list[Token], scene: Scene) -> list[list[Token]]:
    """Return the items of a list; a bare pair of nouns («картон и бумагу») is one item."""
    if len(members) == 2 and not any(scene.entity(member) is not None for member in members):
        first, second = members
        between = [token.lower_ for token in first.doc[first.i + 1 : second.i]]
        complements = any(child.dep_ in ("nmod", "acl") for child in first.children)
        if "и" in between and "," not in between and not complements:
            return [members]
    return [[member] for member in members]


def _clause(head: Token, trigger: Token) -> Span:
    """Return the extent of a clause without the marks and conjunctions at its edges.

    What hangs on the trigger is not part of a clause that stands above it.
    """
    apart = {token.i for token in trigger.subtree} if head.is_ancestor(trigger) else set()
    tokens = [token for token in head.subtree if token.i not in apart and not token.is_space]
    sentence = trigger.sent
    tokens = [token for token in tokens if sentence.start <= token.i < sentence.end]
    return clauses.extent(_trimmed(tokens))


def _trimmed(tokens: list[Token]) -> list[Token]:
    while len(tokens) > 1 and (tokens[0].pos_ in _EDGES or tokens[0].dep_ == "mark"):
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].pos_ == "PUNCT" and tokens[-1].text not in _QUOTES:
        tokens = tokens[:-1]
    return tokens
