"""Where roles stand: the places of the frame language, found in the tree, and the entities that fill them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from svodka.components import clauses
from svodka.core.findings import DateFinding, EntityFinding, MentionFinding, RoleFinding
from svodka.core.spans import Span
from svodka.rules.events import Frame, Slot
from svodka.rules.names import PLACE_PREFIXES

_CLAUSES = frozenset(("xcomp", "ccomp", "csubj", "acl", "advcl", "nmod"))
_APPOSITIONS = ("appos", "flat", "flat:name")
_LEADS = frozenset(("глава", "руководство"))
_BARE = {"gen": "Gen", "dat": "Dat", "ins": "Ins"}


@dataclass(frozen=True, slots=True)
class Site:
    """A trigger in its clause.

    Attributes:
        trigger: The trigger word.
        carrier: The verb that supports a noun trigger, else the trigger itself.
        passive: The carrier is a passive or reflexive form.
    """

    trigger: Token
    carrier: Token
    passive: bool


class RoleFinder:
    """Fill the slots of a frame for one document."""

    def __init__(
        self,
        doc: Doc,
        mentions: Sequence[MentionFinding],
        entities: Sequence[EntityFinding],
        dates: Sequence[DateFinding],
    ) -> None:
        self._doc = doc
        self._dated = {token.i for date in dates for span in date.spans for token in _covered(doc, span)}
        self._mentions = mentions
        self._labels = [entity.label for entity in entities]
        self._entity_at: dict[int, int] = {}
        owner = {index: number for number, entity in enumerate(entities) for index in entity.mentions}
        for index, mention in enumerate(mentions):
            if not mention.rule.endswith(".adjective"):
                for span in mention.spans:
                    self._entity_at.update(dict.fromkeys((token.i for token in _covered(doc, span)), owner[index]))

    def fill(self, frame: Frame, site: Site) -> list[RoleFinding]:
        """Return the fillers of a frame's roles, in the order of its slots, none twice."""
        found: list[RoleFinding] = []
        heads: dict[str, list[Token]] = {}
        for slot in frame.slots:
            for head in self._heads(slot, site, heads):
                heads.setdefault(slot.role, []).append(head)
                for filler in self._fillers(slot, head, site.trigger):
                    if not any(_same(filler, other) for other in found):
                        found.append(filler)
        return found

    def _heads(self, slot: Slot, site: Site, filled: dict[str, list[Token]]) -> list[Token]:
        """Return the heads of the phrases at the first place of a slot that is filled."""
        for place in slot.at.split():
            if place.startswith("in:"):
                heads = [token for head in filled.get(place[3:], []) for token in self._named_inside(head, slot)]
            else:
                heads = [head for head in _at(place, site) if self._admits(slot, head)]
            if heads:
                return heads
        return []

    def _named_inside(self, head: Token, slot: Slot) -> list[Token]:
        """Return one token of every entity named inside a phrase, the head itself apart."""
        seen: dict[int, Token] = {}
        for token in clauses.phrase(head):
            entity = self._entity_at.get(token.i)
            if entity is not None and entity != self._entity_at.get(head.i) and self._labels[entity] in slot.labels:
                seen.setdefault(entity, token)
        return list(seen.values())

    def _admits(self, slot: Slot, head: Token) -> bool:
        if head.i in self._dated or (slot.lemmas and clauses.lemma(head) not in slot.lemmas):
            return False
        if not slot.labels:
            return head.pos_ in ("NOUN", "PROPN", "PRON", "VERB", "X", "ADJ", "NUM") and not head.is_space
        entity = self._entity_of(head)
        return entity is not None and self._labels[entity] in slot.labels

    def _entity_of(self, head: Token) -> int | None:
        """Return the entity that a head names, or the name in apposition to it; a person may hang on a post as nmod."""
        if head.i in self._entity_at:
            return self._entity_at[head.i]
        wanted = "LOC" if clauses.lemma(head) in PLACE_PREFIXES else "PER"
        for child in head.children:
            entity = self._entity_at.get(child.i)
            if entity is None or child.dep_ not in (*_APPOSITIONS, "nmod"):
                continue
            if child.dep_ in _APPOSITIONS or self._labels[entity] == wanted:
                return entity
        return None

    def _fillers(self, slot: Slot, head: Token, trigger: Token) -> Iterator[RoleFinding]:
        """Yield the entities that a head and its conjuncts name, else the phrase as text."""
        if head.pos_ == "VERB":
            yield RoleFinding(role=slot.role, spans=(_clause(head, trigger),))
            return
        named = [self._entity_of(member) for member in clauses.conjuncts(head)]
        if named[0] is not None:
            for entity in dict.fromkeys(entity for entity in named if entity is not None):
                yield RoleFinding(role=slot.role, entity=entity)
        else:
            tokens = [token for member in clauses.conjuncts(head) for token in clauses.phrase(member)]
            tokens = [token for token in tokens if token.pos_ != "ADP" or token.i > head.i]
            tokens = self._whole_names(sorted(tokens, key=lambda token: token.i))
            yield RoleFinding(role=slot.role, spans=(clauses.extent(tokens),))

    def _whole_names(self, tokens: list[Token]) -> list[Token]:
        """Extend a phrase that the tree cuts through a name to the end of the name."""
        last = tokens[-1].i
        while last + 1 < len(self._doc) and self._names_on(last):
            last += 1
        return [*tokens, self._doc[last]]

    def _names_on(self, index: int) -> bool:
        entity = self._entity_at.get(index)
        return entity is not None and self._entity_at.get(index + 1) == entity


def _same(one: RoleFinding, other: RoleFinding) -> bool:
    if one.entity is not None:
        return one.entity == other.entity
    return bool(one.spans) and one.spans == other.spans


def _covered(doc: Doc, span: tuple[int, int]) -> list[Token]:
    found = doc.char_span(*span, alignment_mode="expand")
    return list(found) if found is not None else []


def _clause(head: Token, trigger: Token) -> Span:
    """Return the extent of a clause without the marks and conjunctions at its edges.

    Of direct speech, the words of the speech alone: what hangs on the verb of saying is not said.
    """
    apart = {token.i for token in trigger.subtree} if head.is_ancestor(trigger) else set()
    tokens = [token for token in head.subtree if token.i not in apart and not token.is_space]
    while len(tokens) > 1 and (tokens[0].pos_ in ("PUNCT", "SCONJ", "CCONJ") or tokens[0].dep_ == "mark"):
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].pos_ == "PUNCT":
        tokens = tokens[:-1]
    return clauses.extent(tokens)


def _at(place: str, site: Site) -> list[Token]:
    """Return the heads that stand at one place of the frame language."""
    if "+" in place:
        word, wanted = place.split("+")
        return [
            child
            for anchor in dict.fromkeys((site.trigger, site.carrier))
            for child in anchor.children
            if clauses.preposition(child) in (word, word + "о") and clauses.case(child) in (wanted, "")
        ]
    return _PLACES[place](site)


def _subject(site: Site) -> list[Token]:
    if site.trigger.pos_ == "VERB" and clauses.feature(site.trigger, "VerbForm") == "Part" and not site.passive:
        return [site.trigger.head] if site.trigger.dep_ in ("amod", "acl") else []
    if site.passive:
        return []
    return [head for head in clauses.subjects(clauses.finite(site.carrier))[:1] if head != site.trigger]


def _object(site: Site) -> list[Token]:
    if site.passive and site.trigger.dep_ in ("amod", "acl") and site.trigger.pos_ == "VERB":
        return [site.trigger.head]
    if site.passive and site.carrier == site.trigger:
        return clauses.subjects(site.carrier)[:1]
    if site.carrier != site.trigger and site.trigger.dep_ == "obj":
        return []
    return [child for child in site.carrier.children if child.dep_ in ("obj", "iobj") and clauses.case(child) != "Dat"]


def _agent(site: Site) -> list[Token]:
    return _bare(site.carrier, "Ins") if site.passive else []


def _bare(anchor: Token, wanted: str) -> list[Token]:
    """Return the dependants of an anchor in a case, without preposition."""
    return [
        child
        for child in anchor.children
        if child.pos_ in ("NOUN", "PROPN", "X")
        and clauses.case(child) == wanted
        and not clauses.preposition(child)
        and child.dep_ not in ("conj", *clauses.SUBJECTS)
    ]


def _led(site: Site) -> list[Token]:
    """Return the person after «во главе с» or «под руководством» in the trigger's clause."""
    leads = [token for token in site.trigger.sent if clauses.lemma(token) in _LEADS and clauses.preposition(token)]
    return [child for lead in leads for child in lead.children if child.pos_ in ("NOUN", "PROPN") and child.i > lead.i]


def _completing_clause(site: Site) -> list[Token]:
    anchors = dict.fromkeys((site.trigger, site.carrier))
    return [
        child for anchor in anchors for child in anchor.children if child.dep_ in _CLAUSES and child.pos_ == "VERB"
    ][:1]


def _quote(site: Site) -> list[Token]:
    """Return the head of the direct speech beside a verb of saying."""
    if not any(token.text in '«“"–—' for token in site.trigger.sent):
        return []
    spoken = [child for child in site.trigger.children if child.dep_ in ("parataxis", "ccomp") and child.pos_ == "VERB"]
    above = site.trigger.head
    if site.trigger.dep_ == "parataxis" and above != site.trigger:
        spoken.append(above)
    return spoken[:1]


_PLACES: dict[str, Callable[[Site], list[Token]]] = {
    "subject": _subject,
    "object": _object,
    "agent": _agent,
    "gen": lambda site: _bare(site.trigger, _BARE["gen"]),
    "dat": lambda site: _bare(site.carrier, _BARE["dat"]),
    "ins": lambda site: _bare(site.carrier, _BARE["ins"]),
    "led": _led,
    "clause": _completing_clause,
    "quote": _quote,
    "self": lambda site: [site.trigger],
}
