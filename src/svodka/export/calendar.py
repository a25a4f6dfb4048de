"""Planned and proposed events with a date, as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta, timezone

from icalendar import Calendar
from icalendar import Event as Entry

from svodka.analysis.reading import Reading
from svodka.core.records import Event, Record

LONGEST = 31  # days; what is planned for a year or a quarter is no entry of a calendar


def to_calendar(records: Iterable[Record]) -> bytes:
    """Return the calendar; the same run gives the same bytes, so the stamp is the first day of the event."""
    calendar = Calendar()
    calendar.add("prodid", "-//svodka//RU")
    calendar.add("version", "2.0")
    for record in records:
        for entry in _entries(record):
            calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _entries(record: Record) -> Iterator[Entry]:
    bounds = {d.id: (d.start, d.end) for d in record.dates}
    reading = Reading(record)
    for event in record.events:
        days = next((found for ref in event.time if (found := _days(*bounds[ref]))), None)
        if event.status in ("planned", "proposed") and days:
            yield _entry(record, event, days, reading.sentence(event.trigger.spans))


def _days(start: str | None, end: str | None) -> tuple[date, date] | None:
    try:
        first, last = date.fromisoformat(start or ""), date.fromisoformat(end or "")
    except ValueError:
        return None
    return (first, last) if 0 <= (last - first).days < LONGEST else None


def _entry(record: Record, event: Event, days: tuple[date, date], sentence: str) -> Entry:
    names = {entity.id: entity.name for entity in record.entities}
    told = [names.get(role.ref or "", role.text or "") for role in event.roles]
    who = ", ".join(filter(None, dict.fromkeys(told)))
    entry = Entry()
    entry.add("uid", f"{record.doc_id.replace('#', '-')}-{event.id}@svodka")
    entry.add("dtstamp", datetime(days[0].year, days[0].month, days[0].day, tzinfo=timezone.utc))
    entry.add("dtstart", days[0])
    entry.add("dtend", days[1] + timedelta(days=1))
    entry.add("summary", f"{event.trigger.text}: {who}" if who else event.trigger.text)
    entry.add("description", f"{sentence}\n{record.source.path}")
    entry.add("categories", [event.type])
    entry.add("status", "CONFIRMED" if event.status == "planned" else "TENTATIVE")
    places = [names[ref] for ref in event.place if ref in names]
    if places:
        entry.add("location", ", ".join(places))
    return entry
