"""Which candidates stay: one event a happening, the specific before the general, twins merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from svodka.components import clauses
from svodka.components.roles import Filled
from svodka.components.triggers import Site
from svodka.rules.events import FRAMES, Frame

_ORDER = {frame.id: number for number, frame in enumerate(FRAMES)}
# Types whose noun trigger yields to a happening that its own clause tells.
_GENERAL = ("COOPERATION",)
# Pairs of types of which the first swallows the second where one verb or document tells both.
_SWALLOWS = frozenset((
    ("CONTRACT", "AGREEMENT"), ("CONTRACT", "SUPPLY"), ("FORUM", "MEETING"), ("INVESTMENT", "STATISTIC"),
    ("MEETING", "VISIT"), ("SUPPLY", "STATISTIC"), ("AGREEMENT", "DECISION"), ("JOINT_VENTURE", "CONSTRUCTION"),
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame that fired, with its site and fillers."""

    frame: Frame
    site: Site
    filled: tuple[Filled, ...]

    @property
    def rank(self) -> tuple[int, int]:
        """The order of the table, then of the text."""
        return _ORDER.get(self.frame.id, -1), self.site.trigger.i


def settle(candidates: Sequence[Candidate]) -> list[tuple[Candidate, tuple[Candidate, ...]]]:
    """Return the candidates that stay, in text order, each with the twins that it stands for."""
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_sentence.setdefault(candidate.site.trigger.sent.start, []).append(candidate)
    kept: list[tuple[Candidate, tuple[Candidate, ...]]] = []
    for members in by_sentence.values():
        members = [one for one in members if not _yields(one, members)]
        for one in members:
            twins = [other for other in members if other is not one and _same_happening(one, other)]
            if not any(other.rank < one.rank for other in twins):
                kept.append((one, tuple(twins)))
    return sorted(kept, key=lambda pair: pair[0].site.trigger.i)


def _yields(one: Candidate, members: Sequence[Candidate]) -> bool:
    others = [other for other in members if other is not one]
    if one.frame.type in _GENERAL:
        return _is_covered(one, [other for other in others if other.frame.type not in _GENERAL])
    return any((other.frame.type, one.frame.type) in _SWALLOWS and _linked(one, other) for other in others)


def _linked(one: Candidate, other: Candidate) -> bool:
    """Tell whether one verb carries two candidates, or one's trigger is the head of a filler of the other."""
    a, b = one.site, other.site
    if a.carrier == b.carrier or a.trigger == b.carrier or b.trigger == a.carrier:
        return True
    return _above(a.trigger, b.trigger) or _above(b.trigger, a.trigger)


def _above(one: Token, other: Token) -> bool:
    """Tell whether a word stands right above another, over one noun at most."""
    return other.head == one or (other.head.pos_ == "NOUN" and other.head.head == one and other.dep_ == "nmod")


def _is_covered(candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """Tell whether a more specific event stands between a noun and its verb, is that verb's, or frames its clause."""
    token = candidate.site.trigger
    if clauses.feature(token, "VerbForm"):
        return False
    path = {token.i}
    while token.dep_ != "ROOT" and token.pos_ != "VERB":
        token = token.head
        path.add(token.i)
    return any(
        other.site.trigger.i in path or other.site.carrier.i in path for other in others if other.frame.type != "STATEMENT"
    )


def _same_happening(one: Candidate, other: Candidate) -> bool:
    """Tell whether two events of one type are one happening: one verb carries both, or one hangs on the other.

    Two verbs that say something of one indicator («вырос … и составил») are one statistic.
    """
    a, b = one.site, other.site
    if one.frame.type != other.frame.type:
        return False
    if a.trigger == b.trigger:
        return True
    if one.frame.type == "STATISTIC":
        return _heads(one, "indicator") == _heads(other, "indicator") and bool(_heads(one, "indicator"))
    if one.frame.type == "VISIT" and _coordinated(a.trigger, b.trigger):
        return True
    return a.carrier == b.carrier or a.trigger.head == b.trigger or b.trigger.head == a.trigger


def _coordinated(one: Token, other: Token) -> bool:
    return (one.head == other and one.dep_ == "conj") or (other.head == one and other.dep_ == "conj")


def _heads(candidate: Candidate, role: str) -> list[Token]:
    return [filled.head for filled in candidate.filled if filled.finding.role == role and filled.head is not None]
