"""Fillers: a phrase's head becomes the entities or the figure that it names, else its text, an item of a list each."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from svodka.components import clauses, phrases
from svodka.components.scene import Scene
from svodka.core.findings import RoleFinding
from svodka.core.spans import Span
from svodka.language.words import Word
from svodka.rules.events.lexicon import CAPITAL, DOCUMENTS

_EDGES = ("PUNCT", "SCONJ", "CCONJ")
# Roles whose phrase ends where other roles begin.
_CUT = {
    "indicator": frozenset[str](),
    "document": frozenset(("между", "с", "со", "к", "на")),
    "subject": frozenset(("между", "с", "со")),
    "enterprise": frozenset(("с", "со", "в")),
}
_BEARS = {"title": "EVT", "enterprise": "ORG"}
_AND_SO_ON = frozenset(("др", "другой", "прочее", "т"))
_LISTS = frozenset(("topic", "goods", "purpose", "content", "domain", "site", "members", "participants"))
# Roles that name a thing; a number before it («Первый форум») is no filler.
_TEXTS = frozenset(("title", "indicator"))
_GROUPS = frozenset(("parties", "participants", "visitor", "supplier", "site", "members", "partners"))
_QUOTES = '«»„“”"'


class Fillers:
    """Make fillers of one document's phrases."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._runs: dict[int, list[Word]] = {}

    def run(self, head: Word) -> list[Word]:
        """Return the noun phrase of a head with all that belongs to it on the surface, found once."""
        if head.i not in self._runs:
            self._runs[head.i] = phrases.widened(clauses.phrase(head), head, self._scene)
        return self._runs[head.i]

    def of(self, role: str, head: Word, trigger: Word) -> Iterator[RoleFinding]:
        """Yield the fillers of a role whose phrase has this head.

        Coordinated names are entities of their own; a list of phrases gives one filler an item, a bare pair one.
        """
        if head.pos_ == "VERB" and head.dep_ not in ("amod",):
            clause = self._clause(head, trigger)
            if clause is not None:
                yield RoleFinding(role=role, spans=(clause,))
            return
        if role == "position":
            yield from self._texts(role, [head], trigger)
            return
        title = self._scene.named_after(head, _BEARS[role]) if role in _BEARS else None
        if title is not None:
            yield RoleFinding(role=role, entity=title)
            return
        yield from self._listed(role, head, trigger)

    def _listed(self, role: str, head: Word, trigger: Word) -> Iterator[RoleFinding]:
        """Yield the fillers of a head and of all that is coordinated with it, no entity twice."""
        members = [member for member in self._members(role, head) if member != trigger or head == trigger]
        members = [member for member in members if member == head or self._coordinates(role, head, member)]
        seen: set[int] = set()
        for group in _groups(members, self._scene):
            entities = self._named_by(group, trigger)
            new = [entity for entity in dict.fromkeys(entities) if entity not in seen]
            seen.update(new)
            yield from (RoleFinding(role=role, entity=entity) for entity in new)
            if not entities:
                yield from self._texts(role, group, trigger)
                yield from self._members_named(role, group[-1], seen)

    def _named_by(self, group: list[Word], trigger: Word) -> list[int]:
        """Return the entities that an item names; a word inside the trigger's own name names nothing of its own."""
        entities = self._scene.entities_of(group[0]) if len(group) == 1 else []
        own = entities == [self._scene.named(trigger)] and group[0] != trigger
        return [] if own else entities  # «договор на поставку картона»

    def _members_named(self, role: str, head: Word, seen: set[int]) -> Iterator[RoleFinding]:
        """Yield those whom a text names of a group («с 37 вузами, среди них – …», «ряд заводов, в т. ч. …»)."""
        if role not in _GROUPS:
            return
        run = self.run(head)
        for entity in phrases.named_members(run, self._scene):
            if entity not in seen and self._scene.label(entity) in ("ORG", "PER"):
                seen.add(entity)
                yield RoleFinding(role=role, entity=entity)

    def _members(self, role: str, head: Word) -> list[Word]:
        """Return a head and what is coordinated with it: in the tree, and for roles of lists on the surface."""
        members = clauses.conjuncts(head)
        if role not in _LISTS or head.pos_ not in ("NOUN", "PROPN", "X"):
            return members
        run = self.run(head)
        known = {token.i for token in run} | {member.i for member in members}
        listed = [item for item in phrases.items(head, self._scene, run) if item.i not in known]
        return sorted((*members, *listed), key=lambda token: token.i) if listed else members

    def _coordinates(self, role: str, head: Word, member: Word) -> bool:
        """Tell whether a noun can be coordinated with another: in one case, and no person with a thing."""
        cases = {head.case, member.case} - {""}
        if len(cases) > 1 and not cases & {"Gen", "Acc"}:
            return False
        if member.lemma in _AND_SO_ON or (role == "document" and not self._is_document(member)):
            return False
        named, first = self._scene.entity(member), self._scene.entity(head)
        person = named is not None and self._scene.label(named) == "PER"
        return not person or first is not None or head.feature("Animacy") == "Anim"

    def _is_document(self, token: Word) -> bool:
        return token.lemma in DOCUMENTS or self._scene.named(token) is not None

    def _clause(self, head: Word, trigger: Word) -> Span | None:
        """Return the extent of the clause that completes a trigger, up to the next one or a colon; none if empty."""
        segment = self._scene.segments.of(head)
        start = max((t.i for t in head.children if t.dep_ == "mark"), default=head.left_edge.i - 1) + 1
        start = max(start, trigger.i + 1) if trigger.i < head.i else max(start, segment.start)
        end = next((t.i for t in segment if t.i > head.i and t.text in (":", ";")), segment.end)
        if head.i < trigger.i and head.head == trigger:  # «Изучить опыт соседей приехала делегация»
            end = head.right_edge.i + 1
        later = (t.i for t in head.children if t.dep_ == "conj" and t.pos_ == "VERB" and t.i > head.i)
        tokens = _trimmed([t for t in self._scene.doc[start : min([end, *later])] if not t.is_space])
        return clauses.extent(tokens) if tokens else None

    def text(self, role: str, head: Word, trigger: Word) -> Iterator[RoleFinding]:
        """Yield a phrase as text even where it stands inside a name («о сотрудничестве» in a document's)."""
        yield from self._texts(role, [head], trigger)

    def _texts(self, role: str, group: list[Word], trigger: Word) -> Iterator[RoleFinding]:
        """Yield the phrase of one item, or of several that the tree hangs into each other."""
        if group[0].pos_ == "ADJ":  # «экономические и гуманитарные связи»
            pair = [t for t in group[0].subtree if t.pos_ in ("ADJ", "CCONJ", "PUNCT")]
            yield RoleFinding(role=role, spans=(clauses.extent(_trimmed(pair)),))
            return
        parts = [self.run(member) for member in group]
        tokens = parts[0]
        if len(parts) > 1:
            tokens = sorted({token.i: token for part in parts for token in part}.values(), key=lambda token: token.i)
        tokens = [token for token in tokens if token.pos_ != "ADP" or token.i > group[0].i or _inside_number(token)]
        counted = self._scene.counted.get(group[0].i)
        if role in _CUT:
            tokens = self._cut(role, tokens, group[0], trigger)
        if (
            role == "document"
            and counted is not None
            and len(tokens) <= len(self._scene.tokens(self._scene.figures[counted].spans)) + 1
        ):
            yield RoleFinding(role=role, figure=counted)
            return
        for part in _listed(self._extended(tokens)) if role in _LISTS else [self._extended(tokens)]:
            for piece in _aims(part) if role == "purpose" else [part]:
                yield self._text(role, piece)

    def _cut(self, role: str, tokens: list[Word], head: Word, trigger: Word) -> list[Word]:
        """Return a phrase without what other roles say: parties of a document, owner and amount of an indicator."""
        kept: list[Word] = []
        for token in tokens:
            if token == trigger and token != head:
                kept = []
            elif token.i > head.i and self._ends(role, token, head):
                break
            else:
                kept.append(token)
        return kept or [head]

    def _ends(self, role: str, token: Word, head: Word) -> bool:
        owner = self._scene.named(token) if head.lemma != "доля" else None
        if role == "indicator":
            return owner is not None or token.pos_ in ("ADP", "PUNCT", "NUM") or token.i in self._scene.counted
        body = role == "subject" and owner is not None and self._scene.label(owner) == "ORG"
        if role == "enterprise" and token.head.lemma in CAPITAL:  # «предприятия с российским капиталом»
            return False
        return body or token.lower_ in _CUT[role]

    def _text(self, role: str, tokens: list[Word]) -> RoleFinding:
        """Return a filler: a figure where the phrase is exactly that, else the text."""
        span = clauses.extent(tokens)
        counted = self._scene.counted.get(tokens[0].i)
        if counted is not None and role not in _TEXTS:
            figure = self._scene.figures[counted]
            marked = role == "occasion" and figure.value.kind == "anniversary"  # of whom is a role of its own
            if marked or (figure.start, figure.end) == (span.start, span.end):
                return RoleFinding(role=role, figure=counted)
        return RoleFinding(role=role, spans=(span,))

    def _extended(self, tokens: list[Word]) -> list[Word]:
        """Return a phrase with the figure that its head belongs to and the name that the tree cuts it through."""
        doc = self._scene.doc
        first, last = tokens[0].i, tokens[-1].i
        covering = [
            self._scene.figures[self._scene.counted[token.i]] for token in tokens if token.i in self._scene.counted
        ]
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


def _listed(tokens: list[Word]) -> list[list[Word]]:
    """Return the items of a list: parts after a comma, and after the «и» that closes them."""
    bounds = [-1, *phrases.joints(tokens), len(tokens)]
    parts = [_trimmed(tokens[a + 1 : b]) for a, b in itertools.pairwise(bounds)]
    return [part for part in parts if part]


def _aims(tokens: list[Word]) -> list[list[Word]]:
    """Return the aims that «и» joins, each with complements of its own («участия в форуме и проведения встречи»)."""
    first = tokens[0]
    for place in range(2, len(tokens) - 2):
        joined, aim, after = tokens[place : place + 3]
        apart = tokens[place - 1].case != first.case and aim.case == first.case
        if joined.lower_ == "и" and aim.pos_ == first.pos_ == "NOUN" and apart and after.pos_ != "PUNCT":
            return [tokens[:place], *_aims(tokens[place + 1 :])]
    return [tokens]


def _inside_number(token: Word) -> bool:
    """Tell whether a preposition belongs to an amount («около 400 человек»)."""
    return token.lower_ in ("около", "до", "свыше", "порядка", "от")


def _groups(members: list[Word], scene: Scene) -> list[list[Word]]:
    """Return the items of a list; a pair of bare nouns («картон и бумагу») is one item, unless it closes the list."""
    groups: list[list[Word]] = []
    for place, member in enumerate(members):
        last = place == len(members) - 1 and len(members) > 2
        if groups and not last and _is_pair(groups[-1][-1], member, scene) and len(groups[-1]) == 1:
            groups[-1].append(member)
        else:
            groups.append([member])
    return groups


def _is_pair(first: Word, second: Word, scene: Scene) -> bool:
    """Tell whether two nouns are joined by «и» alone and neither is a name or has complements of its own."""
    between = [token.lower_ for token in first.doc[first.i + 1 : second.i]]
    complements = any(child.dep_ in ("nmod", "acl") for child in first.children)
    named = scene.entities_of(first) or scene.entities_of(second)
    return "и" in between and "," not in between and not complements and not named


def _trimmed(tokens: list[Word]) -> list[Word]:
    """Return tokens without the marks and conjunctions at their edges."""
    while len(tokens) > 1 and (tokens[0].pos_ in _EDGES or tokens[0].dep_ == "mark"):
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].pos_ == "PUNCT" and tokens[-1].text not in _QUOTES:
        tokens = tokens[:-1]
    return tokens
