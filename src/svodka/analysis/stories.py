"""Stories: the same event told more than once, linked by type, participants, time and place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from svodka.analysis.identity import Key
from svodka.analysis.metrics import lemmas
from svodka.core.records import Event, Record

Bounds = tuple[str, str]
TOLD_BY_CONTENT = frozenset({"STATISTIC", "STATEMENT", "DECISION", "SUPPLY"})


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one document tells it.

    Attributes:
        record: The document.
        event: The event.
        participants: Entities in its roles, in order.
        time: First and last day, where a date of the event has both.
        places: Entities of its ``place``.
        words: Texts in its roles that are no entity.
    """

    record: Record
    event: Event
    participants: tuple[Key, ...]
    time: Bounds | None
    places: tuple[Key, ...]
    words: tuple[str, ...]


@dataclass(slots=True)
class Story:
    """Tellings of one event, in the order of the run."""

    tellings: list[Telling] = field(default_factory=list)

    @property
    def documents(self) -> int:
        """In how many documents it is told."""
        return len({telling.record.doc_id for telling in self.tellings})

    @property
    def time(self) -> Bounds | None:
        """The narrowest time that a telling gives."""
        times = sorted((t.time for t in self.tellings if t.time), key=lambda time: (_length(time), time))
        return times[0] if times else None


def tellings(records: Iterable[Record]) -> list[Telling]:
    """Return all events of a run with names in place of ids."""
    found = []
    for record in records:
        keys = {entity.id: Key.of(entity) for entity in record.entities}
        bounds = {d.id: (d.start, d.end) for d in record.dates if d.start and d.end}
        for event in record.events:
            times = [bounds[ref] for ref in event.time if ref in bounds]
            named = [keys[role.ref] for role in event.roles if role.ref in keys]
            words = tuple(role.text for role in event.roles if role.text)
            places = tuple(keys[ref] for ref in event.place if ref in keys)
            found.append(
                Telling(record, event, tuple(dict.fromkeys(named)), times[0] if times else None, places, words)
            )
    return found


def stories(records: Iterable[Record]) -> list[Story]:
    """Link tellings, the first that all earlier tellings of a story admit; order of the run."""
    found: list[Story] = []
    by_type: dict[str, list[Story]] = {}
    for telling in tellings(records):
        known = by_type.setdefault(telling.event.type, [])
        story = next((s for s in known if all(is_same(telling, other) for other in s.tellings)), None)
        if story is None:
            story = Story()
            known.append(story)
            found.append(story)
        story.tellings.append(telling)
    return found


def is_same(one: Telling, other: Telling) -> bool:
    """Tell whether two tellings are of one event.

    They share most of their participants, one time lies in the other and the shorter is no more than a month, the
    places do not differ, and neither is negated. What is told by its content (a decision, an indicator) shares words
    of it too. An event without time or participants is nobody else's.
    """
    if not one.time or not other.time or ("negated" in (one.event.status, other.event.status)):
        return False
    shared = set(one.participants) & set(other.participants)
    either = set(one.participants) | set(other.participants)
    if not shared or 2 * len(shared) < len(either):
        return False
    if one.places and other.places and not set(one.places) & set(other.places):
        return False
    if one.event.type in TOLD_BY_CONTENT and not _shares_words(one, other):
        return False
    short, long = sorted((one.time, other.time), key=_length)
    return _length(short) <= 31 and long[0] <= short[0] and short[1] <= long[1]


def _shares_words(one: Telling, other: Telling) -> bool:
    mine, theirs = ({lemma for text in telling.words for lemma in lemmas(text)} for telling in (one, other))
    return 2 * len(mine & theirs) >= min(len(mine), len(theirs)) > 0


def _length(time: Bounds) -> int:
    """Return the days from first to last as the calendar counts them: years of 372, months of 31."""
    first, last = (_ordinal(day) for day in time)
    return last - first + 1


def _ordinal(day: str) -> int:
    year, month, date = day.rsplit("-", 2)
    return (int(year) * 12 + int(month)) * 31 + int(date[:2])
