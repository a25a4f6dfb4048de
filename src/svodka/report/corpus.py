"""The pages about all documents: chronology, entities, regions, indicators, claims."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence

from markupsafe import Markup

from svodka.analysis.claims import Claim, claims
from svodka.analysis.entities import Presence, companions, cooperation, presences
from svodka.analysis.identity import Key
from svodka.analysis.reading import Reading
from svodka.analysis.series import Series, series
from svodka.analysis.stories import Story, stories
from svodka.core.records import Event, Record
from svodka.report.drawings import line_chart, matrix
from svodka.report.items import amount
from svodka.report.page import Page, Printer
from svodka.report.tables import Reference

Address = Callable[[Record, str], str]
REGIONS, CHARTS = 24, 60
ORDER = ("conflicting", "revised", "corroborated")


class CorpusPages:
    """Bodies of the corpus pages.

    Args:
        printer: Fills the templates.
        records: All records of the run.
        address: Where an item of a record stands on the site, seen from a corpus page.
    """

    def __init__(self, printer: Printer, records: Sequence[Record], address: Address) -> None:
        self._printer = printer
        self._records = records
        self._address = address
        self._readings = {record.doc_id: Reading(record) for record in records}

    def chronology(self, page: Page) -> Markup:
        """Return the dated stories of the run by time, then how many have no date."""
        told = stories(self._records)
        dated = sorted((s for s in told if s.time), key=lambda story: story.time or ("", ""))
        rows = [(story.time, *self._story(story)) for story in dated]
        return self._printer.body("chronology", page, rows=rows, undated=len(told) - len(dated))

    def _story(self, story: Story) -> tuple[Event, list[Reference], list[Reference]]:
        first = story.tellings[0]
        tellings = [Reference(t.record.source.path, self._address(t.record, t.event.id)) for t in story.tellings]
        return first.event, _roles(first.record, first.event), tellings

    def entities(self, page: Page, own: Mapping[Key, str]) -> Markup:
        """Return the list of entities; ``own`` are the addresses of those with a page."""
        rows = [(presence, own.get(presence.key, "")) for presence in presences(self._records)]
        return self._printer.body("entities", page, rows=rows)

    def entity(self, page: Page, presence: Presence, own: Mapping[Key, str]) -> Markup:
        """Return the page of one entity: what it does, with whom, and where it is mentioned."""
        events = [
            (event, role, _roles(record, event), Reference(record.source.path, self._address(record, event.id)))
            for record, event, role in presence.events
        ]
        partners = [(key, count, own.get(key, "")) for key, count in companions(presence)[:20]]
        places = [
            (record.source.path, [Reference(m.text, self._address(record, m.id)) for m in entity.mentions])
            for record, entity in presence.places
        ]
        titles = sorted({title.title for _, entity in presence.places for title in entity.titles})
        return self._printer.body(
            "entity", page, presence=presence, titles=titles, events=events, partners=partners, places=places
        )

    def regions(self, page: Page) -> Markup:
        """Return the matrix of regions that take part in events together."""
        regions, pairs = cooperation(self._records)
        shown = regions[:REGIONS]
        counts = [[pairs.get((one, other), 0) for other in shown] for one in shown]
        drawing = matrix([key.name for key in shown], counts) if shown else None
        listed = sorted(((a, b, n) for (a, b), n in pairs.items() if str(a) < str(b)), key=lambda p: (-p[2], str(p)))
        return self._printer.body("regions", page, drawing=drawing, rows=listed)

    def indicators(self, page: Page) -> Markup:
        """Return charts of metrics with more than one period."""
        found = series(self._records)
        charts = [(one, self._chart(one)) for one in found[:CHARTS]]
        return self._printer.body("indicators", page, charts=charts)

    def _chart(self, one: Series) -> Markup:
        points = [
            (end, number, amount(s.figure), self._address(s.record, s.figure.id)) for end, number, s in one.points
        ]
        return line_chart(points)

    def claims(self, page: Page) -> Markup:
        """Return claims with more than one source, the conflicting ones first."""
        told = [claim for claim in claims(self._records) if claim.verdict != "single"]
        told.sort(key=lambda claim: ORDER.index(claim.verdict))
        return self._printer.body("claims", page, rows=[(claim, list(self._sources(claim))) for claim in told])

    def _sources(self, claim: Claim) -> Iterator[tuple[Reference, str, str]]:
        for s in claim.statements:
            sentence = self._readings[s.record.doc_id].sentence(s.figure.spans)
            before, quote, after = sentence.partition(s.figure.text)
            link = Reference(s.record.source.path, self._address(s.record, s.figure.id))
            yield link, before if quote else sentence, after


def _roles(record: Record, event: Event) -> list[Reference]:
    names = {entity.id: entity.name for entity in record.entities}
    names |= {item.id: item.text for item in (*record.dates, *record.figures)}
    return [Reference(names.get(r.ref or "", r.text or ""), role=r.role) for r in event.roles]


def entity_file(key: Key) -> str:
    """Return the file name of an entity's page: the same in every run."""
    return hashlib.sha256("\n".join(map(str, key)).encode("utf-8")).hexdigest()[:12] + ".html"
