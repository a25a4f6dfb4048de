"""RSS and Atom: each entry is a text of its own, with its address and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from svodka.core.errors import DamagedSourceError
from svodka.ingest.calendar import iso_day
from svodka.ingest.encoding import Decoded, decode
from svodka.ingest.guard import refuse_doctype
from svodka.ingest.markup import visible_text
from svodka.ingest.readings import Job, Reading
from svodka.ingest.text import text_blocks

MEDIA_TYPE = "application/rss+xml"

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENTRIES = ("item", "entry")
_BODIES = ("full-text", "encoded", "content", "description", "summary")
_DATES = ("pubdate", "published", "date", "updated")


def read_feed(data: bytes, job: Job) -> Iterator[Reading]:
    """Read the entries of a feed; of one that is cut short, those that are whole.

    Raises:
        DamagedSourceError: After the whole entries, where the feed breaks off.
    """
    found = decode(data, declared=declared(data) or job.charset, override=job.options.encoding, name=job.name)
    refuse_doctype(data, job)
    entries, whole = _entries(_DECLARATION.sub("", found.text))
    for row, entry in enumerate(entries):
        yield _reading(entry, row, found)
    if not whole:
        raise DamagedSourceError(f"{job.name}: this feed breaks off after {len(entries)} entries; fetch it again")


def _entries(text: str) -> tuple[list[Element], bool]:
    """Return the entries that are whole, and whether the feed is."""
    parser: Any = XMLPullParser(("end",))
    entries: list[Element] = []
    try:
        parser.feed(text.encode("utf-8"))
        parser.close()
        whole = True
    except ParseError:
        whole = False
    with suppress(ParseError):  # the break itself comes as the last of the events
        for _, element in parser.read_events():
            if _local(element) in _ENTRIES:
                entries.append(element)
    return entries, whole


def declared(data: bytes) -> str | None:
    """Return the encoding that an XML declaration states.

    Examples:
        >>> declared(b'<?xml version="1.0" encoding="windows-1251"?>')
        'windows-1251'
    """
    found = re.match(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)", data)
    return found[1].decode("ascii", "replace") if found else None


def _reading(entry: Element, row: int, found: Decoded) -> Reading:
    fields = _fields(entry)
    title = visible_text(fields.get("title", "")).strip()
    body = visible_text(next((fields[name] for name in _BODIES if fields.get(name, "").strip()), "")).strip()
    text = body if body.startswith(title) else f"{title}\n\n{body}".strip()
    stated = {
        "title": title,
        "url": fields.get("link"),
        "author": fields.get("author") or fields.get("creator"),
        "published": next((day for name in _DATES if (day := iso_day(fields.get(name, "")))), None),
    }
    metadata = {key: value.strip() for key, value in stated.items() if value and value.strip()}
    return Reading(text, MEDIA_TYPE, text_blocks(text), metadata, found.encoding, found.origin, row=row)


def _local(element: Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1].lower()


def _fields(entry: Element) -> dict[str, str]:
    """Return the texts of an entry's children, the first of each name."""
    fields: dict[str, str] = {}
    for child in entry:
        if _local(child) == "link" and child.get("rel", "alternate") != "alternate":
            continue
        fields.setdefault(_local(child), child.get("href") or "".join(child.itertext()))
    return fields
