"""Which candidates stay: one event a happening, the specific before the general, twins merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from svodka.components import clauses
from svodka.components.roles import Filled
from svodka.components.scene import Scene
from svodka.components.triggers import Site
from svodka.core.spans import Span
from svodka.language.words import Word
from svodka.rules.events import FRAMES, Frame
from svodka.rules.events.lexicon import DOCUMENTS

_ORDER = {frame.id: number for number, frame in enumerate(FRAMES)}
# Types whose noun trigger yields to a happening that its own clause tells.
_GENERAL = ("COOPERATION",)
# Pairs of types of which the first swallows the second where one verb or document tells both.
_SWALLOWS = frozenset((
    ("CONTRACT", "AGREEMENT"), ("CONTRACT", "SUPPLY"), ("FORUM", "MEETING"), ("INVESTMENT", "STATISTIC"),
    ("SUPPLY", "STATISTIC"), ("AGREEMENT", "DECISION"), ("FORUM", "STATISTIC"), ("HUMANITARIAN", "STATISTIC"),
    ("CONTRACT", "STATISTIC"), ("FORUM", "JOINT_VENTURE"), ("HUMANITARIAN", "JOINT_VENTURE"),
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame that fired, with its site and fillers."""

    frame: Frame
    site: Site
    filled: tuple[Filled, ...]

    @property
    def rank(self) -> tuple[int, int, int]:
        """The order of the table, then who says more, then the order of the text."""
        return _ORDER.get(self.frame.id, -1), -len(self.filled), self.site.trigger.i


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a candidate: kept with the twins that it stands for, or lost, to another if that is the reason."""

    candidate: Candidate
    kept: bool
    twins: tuple[Candidate, ...] = ()
    winner: Candidate | None = None


def settle(candidates: Sequence[Candidate], scene: Scene) -> list[Verdict]:
    """Return the fate of every candidate, in text order; only candidates of one sentence compete."""
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_sentence.setdefault(candidate.site.trigger.sent.start, []).append(candidate)
    found = [verdict for members in by_sentence.values() for verdict in _settle_sentence(members, scene)]
    return sorted(found, key=lambda verdict: verdict.candidate.site.trigger.i)


def _settle_sentence(members: Sequence[Candidate], scene: Scene) -> list[Verdict]:
    found, staying = [], []
    for one in members:
        yields, winner = _yields(one, members, scene)
        if yields:
            found.append(Verdict(one, kept=False, winner=winner))
        else:
            staying.append(one)
    for one in staying:
        twins = tuple(other for other in staying if other is not one and _same_happening(one, other))
        better = next((other for other in twins if other.rank < one.rank), None)
        found.append(Verdict(one, kept=better is None, twins=twins, winner=better))
    return found


def _yields(one: Candidate, members: Sequence[Candidate], scene: Scene) -> tuple[bool, Candidate | None]:
    """Tell whether a candidate gives way, and to which other."""
    others = [other for other in members if other is not one]
    if one.frame.type not in _GENERAL:
        better = (o for o in others if (o.frame.type, one.frame.type) in _SWALLOWS and _linked(one, o))
        winner = next((o for o in better if o.frame.type != "AGREEMENT" or o.site.trigger.pos_ == "VERB"), None)
        winner = winner or next((o for o in others if _is_domain(one, o)), None)
        return winner is not None, winner
    covered, winner = _is_covered(one, [other for other in others if other.frame.type not in _GENERAL], scene)
    if covered:
        return True, winner
    winner = next((o for o in others if o.frame.type in _GENERAL and _parties(o) > _parties(one)), None)
    return winner is not None, winner


def _is_domain(one: Candidate, other: Candidate) -> bool:
    """Tell whether a trigger only names a field of cooperation («направлениями являются строительство и туризм»)."""
    if other.frame.type not in _GENERAL or one.site.carrier.lemma not in (
        "являться",
        one.site.trigger.lemma,
    ):
        return False
    spans = [Span(*span) for filled in other.filled if filled.finding.role == "domain" for span in filled.finding.spans]
    return any(span.start <= one.site.trigger.idx < span.end for span in spans)


def _parties(one: Candidate) -> int:
    return sum(filled.finding.role == "parties" for filled in one.filled)


def _linked(one: Candidate, other: Candidate) -> bool:
    """Tell whether one verb carries two candidates, or one's trigger is the head of a filler of the other."""
    a, b = one.site, other.site
    if b.carrier in (a.carrier, a.trigger) or b.trigger == a.carrier:
        return True
    return _above(a.trigger, b.trigger) or _above(b.trigger, a.trigger)


def _above(one: Word, other: Word) -> bool:
    """Tell whether a word stands right above another, over one noun at most."""
    if other.dep_ in ("conj", "parataxis", "advcl"):
        return False
    return other.head == one or (other.head.pos_ == "NOUN" and other.head.head == one and other.dep_ == "nmod")


def _is_covered(one: Candidate, others: Sequence[Candidate], scene: Scene) -> tuple[bool, Candidate | None]:
    """Tell whether cooperation at large is not worth an event of its own: its clause tells something more specific.

    Where no party stands in the sentence, it must be what the clause is about.
    """
    token = one.site.trigger
    if token.form:
        return False, None
    if any(above.lemma in DOCUMENTS for above in _nouns_above(token)):
        return True, None
    segment = scene.segments.of(token)
    for other in others:
        if other.site.trigger in segment or other.site.carrier in segment:
            spoken = other.frame.type == "STATEMENT" and scene.segments.of(other.site.trigger) != segment
            if not spoken:
                return True, other
    told = any(filled.finding.role == "domain" for filled in one.filled)
    return not _parties(one) and not told and not _is_theme(token), None


def _nouns_above(token: Word) -> list[Word]:
    """Return the nouns over a noun, up to the verb."""
    found = []
    while token.dep_ in ("nmod", "conj", "obl") and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
        found.append(token)
    return found


def _is_theme(token: Word) -> bool:
    """Tell whether a noun is the subject of its clause, its object, or its root."""
    while token.dep_ in ("nmod", "conj") and token.head.pos_ == "NOUN":
        token = token.head
    return token.dep_ in (*clauses.SUBJECTS, "ROOT", "obj") and not clauses.preposition(token)


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
        mine, theirs = _heads(one, "indicator"), _heads(other, "indicator")
        return bool(mine) and (mine == theirs or b.trigger in mine or a.trigger in theirs)
    if one.frame.type in _GENERAL:
        return True
    if one.frame.type == "VISIT" and _coordinated(a.trigger, b.trigger):
        return True
    if a.trigger.pos_ == b.trigger.pos_ == "VERB":
        return False
    if one.frame.type == "AGREEMENT":
        mine, theirs = _documents(one), _documents(other)
        return not mine or not theirs or mine == theirs
    return a.carrier == b.carrier or a.trigger.head == b.trigger or b.trigger.head == a.trigger


def _documents(candidate: Candidate) -> list[Word]:
    return _heads(candidate, "document")


def _coordinated(one: Word, other: Word) -> bool:
    return (one.head == other and one.dep_ == "conj") or (other.head == one and other.dep_ == "conj")


def _heads(candidate: Candidate, role: str) -> list[Word]:
    return [filled.head for filled in candidate.filled if filled.finding.role == role and filled.head is not None]
