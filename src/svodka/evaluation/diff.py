"""What a change of rules did: facts added, lost and changed between two runs, by layer, with their text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from svodka.core.records import Record
from svodka.evaluation.align import align
from svodka.evaluation.facts import LAYERS, Fact, facts


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Attributes:
        kind: ``added``, ``lost`` or ``changed``.
        layer: ``documents entities dates figures events``.
        doc: Id of the document.
        path: Its source.
        key: Label, kind or type.
        text: The words in question.
        details: ``(field, before, after)``; an added fact has only an after, a lost one only a before.
    """

    kind: Literal["added", "lost", "changed"]
    layer: str
    doc: str
    path: str
    key: str
    text: str
    details: tuple[tuple[str, str, str], ...] = ()


def diff(before: Iterable[Record], after: Iterable[Record]) -> tuple[Change, ...]:
    """Compare two runs, document by document, in the order of the first run."""
    old, new = ({record.doc_id: record for record in run} for run in (before, after))
    changes: list[Change] = []
    for identifier in dict.fromkeys((*old, *new)):
        mine, theirs = old.get(identifier), new.get(identifier)
        if mine and theirs:
            changes += diff_records(mine, theirs)
        elif record := mine or theirs:
            kind: Literal["added", "lost"] = "lost" if mine else "added"
            path = record.source.path
            changes.append(Change(kind, "documents", identifier, path, record.source.media_type, path))
    return tuple(changes)


def diff_records(before: Record, after: Record) -> Iterator[Change]:
    """Compare two records of one document."""
    for layer in LAYERS:
        mine = [fact for fact in facts(before) if fact.layer == layer]
        theirs = [fact for fact in facts(after) if fact.layer == layer]
        yield from _diff_layer(after, mine, theirs)


def _diff_layer(record: Record, before: Sequence[Fact], after: Sequence[Fact]) -> Iterator[Change]:
    """Pair facts where they overlap, alike ones first; what differs in a pair has changed."""

    def comparable(i: int, j: int) -> bool:
        titles = "TITLE" in (before[i].key, after[j].key)
        return before[i].key == after[j].key or not (titles or before[i].layer == "events")

    pairs = align([f.spans for f in before], [f.spans for f in after], comparable, lambda i, j: before[i] == after[j])
    partner, taken = dict(pairs), {j for _, j in pairs}
    for i, fact in enumerate(before):
        if i not in partner:
            yield _change("lost", record, fact, tuple((n, v, "") for n, v in fact.fields))
        elif details := _details(fact, after[partner[i]]):
            yield _change("changed", record, after[partner[i]], details)
    for j, fact in enumerate(after):
        if j not in taken:
            yield _change("added", record, fact, tuple((n, "", v) for n, v in fact.fields))


def _change(
    kind: Literal["added", "lost", "changed"],
    record: Record,
    fact: Fact,
    details: tuple[tuple[str, str, str], ...],
) -> Change:
    return Change(kind, fact.layer, record.doc_id, record.source.path, fact.key, fact.text, details)


def _details(before: Fact, after: Fact) -> tuple[tuple[str, str, str], ...]:
    old = {"key": before.key, "text": before.text, "spans": str(before.spans), **dict(before.fields)}
    new = {"key": after.key, "text": after.text, "spans": str(after.spans), **dict(after.fields)}
    names = dict.fromkeys((*old, *new))
    return tuple((n, old.get(n, ""), new.get(n, "")) for n in names if old.get(n) != new.get(n))
