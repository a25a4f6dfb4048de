"""Why a place of a text reads as it does: its words, the rows that matched, the frames that fired, slots and roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Token

from svodka.components import clauses
from svodka.components.events import EventFinder
from svodka.components.precedence import Verdict
from svodka.core.findings import (
    DateFinding,
    EntityFinding,
    EventFinding,
    FigureFinding,
    MentionFinding,
    RoleFinding,
)
from svodka.core.spans import Span
from svodka.language import layers
from svodka.rules import dates, figures, names
from svodka.rules.rule import fold, matches
from svodka.rules.table import Table, longest

_TABLES: tuple[tuple[str, Table[Any]], ...] = (
    ("dates", dates.TABLE),
    ("figures", figures.TABLE),
    ("names", names.NAMES),
)


@dataclass(frozen=True, slots=True)
class Word:
    """A token of the sentence: its text, lemma, part of speech with features, relation and head."""

    text: str
    lemma: str
    tag: str
    relation: str
    head: str


@dataclass(frozen=True, slots=True)
class Matched:
    """A rule that matched at the place, what it covers, and what became of it."""

    layer: str
    rule: str
    text: str
    fate: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is known of one place.

    Attributes:
        words: The tokens of its sentence.
        rules: Rules of the layers below the events that matched at the place.
        frames: Frames that fired in the sentence.
        roles: Of each event in the sentence, its roles with the place of the frame language that filled them.
        slots: Of each figure in the sentence, what fills its slots and the step that told.
    """

    words: tuple[Word, ...]
    rules: tuple[Matched, ...]
    frames: tuple[Matched, ...]
    roles: tuple[tuple[str, str, str, str], ...]
    slots: tuple[tuple[str, str, str], ...]


def explain(doc: Doc, finder: EventFinder, offset: int) -> Explanation | None:
    """Return what is known of the place of a processed document at an offset; ``None`` where no word stands."""
    token = clauses.token_at(doc, offset)
    if token is None or token.is_space:
        return None
    sentence = Span(token.sent.start_char, token.sent.end_char)
    _, verdicts = finder.judge(doc)
    frames = [_frame(verdict) for verdict in verdicts if verdict.candidate.site.trigger.sent.start == token.sent.start]
    events = [e for e in layers.read(doc, "events", EventFinding) if sentence.overlaps(Span(*e.spans[0]))]
    return Explanation(
        tuple(_word(other) for other in token.sent if not other.is_space),
        tuple([*_surface(doc, offset), *_mentions(doc, offset)]),
        tuple(frames),
        tuple(_role(doc, event, role) for event in events for role in event.roles),
        tuple(_slots(doc, sentence)),
    )


def _slots(doc: Doc, sentence: Span) -> Iterator[tuple[str, str, str]]:
    """Yield figure, filler and step of the slots of a sentence's figures."""
    entities, known = layers.read(doc, "entities", EntityFinding), layers.read(doc, "dates", DateFinding)
    for figure in layers.read(doc, "figures", FigureFinding):
        if not sentence.overlaps(Span(*figure.spans[0])):
            continue
        given = {"metric": figure.metric or "", "of": ", ".join(entities[index].name for index in figure.of)}
        for slot, index in (("period", figure.period), ("base", figure.base_period)):
            given[slot] = "" if index is None else clauses.quote(doc, Span(*known[index].spans[0]))
        quote = clauses.quote(doc, Span(*figure.spans[0]))
        for step in figure.steps:
            yield quote, given[step.partition(".")[0]], step


def _word(token: Token) -> Word:
    tag = " ".join(filter(None, (token.pos_, str(token.morph))))
    return Word(token.text, token.lemma_, tag, token.dep_, token.head.text if token.head != token else "")


def _surface(doc: Doc, offset: int) -> Iterator[Matched]:
    """Yield the rows of the surface tables that cover the offset, each with its fate."""
    folded = fold(doc.text)
    for layer, table in _TABLES:
        found = [match for row in table.rows for match in matches(row, folded)]
        caught = [match for row in table.traps for match in matches(row, folded)]
        winners = longest([match for match in found if not any(match.span.overlaps(trap.span) for trap in caught)])
        for match in [*caught, *found]:
            if match.claim.start <= offset < match.claim.end:
                text = doc.text[match.span.start : match.span.end]
                yield Matched(layer, match.rule, text, _fate(match, winners, caught))


def _fate(match: Any, winners: Sequence[Any], caught: Sequence[Any]) -> str:
    if match in caught:
        return "a trap: its text means nothing here"
    if match in winners:
        return "won"
    better = next((other for other in [*caught, *winners] if other.claim.overlaps(match.claim)), None)
    return f"lost to {better.rule}" if better else "lost"


def _mentions(doc: Doc, offset: int) -> Iterator[Matched]:
    for mention in layers.read(doc, "mentions", MentionFinding):
        if any(start <= offset < end for start, end in mention.spans):
            text = " … ".join(doc.text[start:end] for start, end in mention.spans)
            yield Matched("mentions", mention.rule, text, f"{mention.label} {mention.name}")


def _frame(verdict: Verdict) -> Matched:
    candidate = verdict.candidate
    fate = "kept" if verdict.kept else "lost"
    if verdict.winner is not None:
        fate = f"lost to event.{verdict.winner.frame.id} «{verdict.winner.site.trigger.text}»"
    text = " ".join(token.text for token in candidate.site.tokens)
    carrier = candidate.site.carrier
    carried = f", carried by «{carrier.text}»" if carrier != candidate.site.trigger else ""
    return Matched("events", f"event.{candidate.frame.id}", text, fate + carried)


def _role(doc: Doc, event: EventFinding, role: RoleFinding) -> tuple[str, str, str, str]:
    """Return trigger, role, filler and the place that gave it."""
    trigger = clauses.quote(doc, Span(*event.spans[0]))
    if role.entity is not None:
        filler = layers.read(doc, "entities", EntityFinding)[role.entity].name
    elif role.spans:
        filler = clauses.quote(doc, Span(*role.spans[0]))
    else:
        filler = f"date {role.date + 1}" if role.date is not None else f"figure {(role.figure or 0) + 1}"
    return trigger, role.role, filler, role.place + (" (inherited)" if role.inherited else "")
