"""RSS and Atom: each entry is a text of its own, with its address and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from svodka.ingest.calendar import iso_day
from svodka.ingest.encoding import decode
from svodka.ingest.guard import parse_xml
from svodka.ingest.markup import visible_text
from svodka.ingest.readings import Item, Job, Reading
from svodka.ingest.text import text_blocks

MEDIA_TYPE = "application/rss+xml"

_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")
_ENTRIES = ("item", "entry")
_BODIES = ("full-text", "encoded", "content", "description", "summary")
_DATES = ("pubdate", "published", "date", "updated")


def read_feed(data: bytes, job: Job) -> Iterator[Item]:
    """Read the entries of a feed."""
    found = decode(data, declared=declared(data) or job.charset, override=job.options.encoding, name=job.name)
    root = parse_xml(_DECLARATION.sub("", found.text).encode("utf-8"), job)
    entries = [element for element in root.iter() if _local(element) in _ENTRIES]
    for row, entry in enumerate(entries):
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
        yield Reading(text, MEDIA_TYPE, text_blocks(text), metadata, found.encoding, found.origin, row=row)


def declared(data: bytes) -> str | None:
    """Return the encoding that an XML declaration states.

    Examples:
        >>> declared(b'<?xml version="1.0" encoding="windows-1251"?>')
        'windows-1251'
    """
    found = re.match(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)", data)
    return found[1].decode("ascii", "replace") if found else None


def _local(element: Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1].lower()


def _fields(entry: Element) -> dict[str, str]:
    """Return the texts of an entry's children, the first of each name."""
    fields: dict[str, str] = {}
    for child in entry:
        if _local(child) == "link" and child.get("href") and child.get("rel", "alternate") != "alternate":
            continue
        text = child.get("href") or "".join(child.itertext())
        fields.setdefault(_local(child), text)
    return fields
