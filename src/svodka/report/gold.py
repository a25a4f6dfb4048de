"""Hits, false alarms and misses of a record against gold, by item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from svodka.core.records import Record
from svodka.evaluation.score import score_document
from svodka.report.items import Item, items

MEASURES = frozenset({"entities.strict", "dates.value", "figures.value", "events.trigger"})


def judged(record: Record, gold: Record) -> tuple[Item, ...]:
    """Return the items of a record with their verdicts, and the items of gold that it missed.

    A mention is right with label and exact spans, a date and a figure with their values, an event with type and
    trigger. A wrong one is a false alarm, and what gold has there instead is a miss. What is not scored has no verdict.

    Raises:
        MismatchError: If gold is about another text.
    """
    outcomes = [outcome for outcome in score_document(gold, record, ()) if outcome.measure in MEASURES]
    right = {o.predicted.id for o in outcomes if o.predicted and o.correct}
    wrong = {o.predicted.id for o in outcomes if o.predicted and not o.correct}
    missed = {o.gold.id for o in outcomes if o.gold and not o.correct}
    return (*(_with_verdict(item, right, wrong) for item in items(record)), *_missed(items(gold), missed))


def _with_verdict(item: Item, right: set[str], wrong: set[str]) -> Item:
    verdict = "hit" if item.id in right else "false" if item.id in wrong else None
    return replace(item, verdict=verdict) if verdict else item


def _missed(gold: Sequence[Item], missed: set[str]) -> list[Item]:
    """Return missed items under ids of their own; their links stay words, since they lead into gold."""
    found = []
    for item in gold:
        if item.id in missed:
            links = tuple(replace(link, targets=("",)) for link in item.links)
            found.append(replace(item, id=f"g{item.id}", row="", links=links, verdict="miss"))
    return found
