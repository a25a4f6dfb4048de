"""The page of one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from svodka.analysis.reading import clean_of
from svodka.core.records import Record
from svodka.report.drawings import Moment, timeline
from svodka.report.gold import judged
from svodka.report.items import Item, edit_items, items
from svodka.report.page import Page, Printer, to_json
from svodka.report.segments import to_html
from svodka.report.tables import tables


def document_body(printer: Printer, page: Page, record: Record, gold: Record | None) -> tuple[Markup, Counter[str]]:
    """Return the main part of a document's page, and its counts by verdict."""
    edits = clean_of(record).edits
    own = judged(record, gold) if gold else items(record)
    marked = (*own, *edit_items(edits, record.text))
    counts = Counter(item.layer for item in marked)
    body = printer.body(
        "document", page, record=record, gold=gold is not None, counts=counts,
        text=to_html(record.text, marked, edits), tables=tables(record, own),
        items=to_json([item.to_data() for item in marked]), timeline=timeline(_moments(page, record, own)),
    )  # fmt: skip
    return body, Counter(item.verdict for item in own if item.verdict)


def _moments(page: Page, record: Record, own: Sequence[Item]) -> list[Moment]:
    bounds = {date.id: (date.start, date.end) for date in record.dates}
    by_id = {item.id: item for item in own}
    found = []
    for event in record.events:
        start, end = next((bounds[ref] for ref in event.time if all(bounds[ref])), (None, None))
        if start and end:
            label = f"{start[:10]} · {event.type} · {event.trigger.text}"
            roles = ", ".join(link.text for link in by_id[event.id].links[:3])
            address = f"#{page.prefix}{event.id}"
            found.append(Moment(start[:10], end[:10], f"{label} · {roles}", event.status, address))
    return found
