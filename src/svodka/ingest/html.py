"""Web pages: the body by trafilatura, the day of publication by htmldate, and where in the file each part stands."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from typing import Any

from svodka.core.errors import EmptySourceError, LostTextError, TooLargeSourceError
from svodka.ingest.composer import Composer, letters
from svodka.ingest.encoding import decode
from svodka.ingest.guard import check_loss
from svodka.ingest.markup import PROSE, Page, scan
from svodka.ingest.readings import Job, Reading

MEDIA_TYPE = "text/html"

_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DATES: dict[str, Any] = {"original_date": True, "min_date": "1995-01-01", "max_date": "2099-12-31"}
"""Bounds of our own, since htmldate's end today and a record must not depend on the clock."""

_MENU = 30
"""Short lines of which a page without any longer one is a menu."""

_LIST = re.compile(r"^[-–•*]\s+")


def read_html(data: bytes, job: Job) -> Iterator[Reading]:
    """Read the body of a web page."""
    charset = _CHARSET.search(data[:4096])
    declared = job.charset or (charset[1].decode("ascii", "replace") if charset else None)
    found = decode(data, declared=declared, override=job.options.encoding, name=job.name)
    page = scan(found.text)
    shown = letters(page.text)
    if not shown:
        raise EmptySourceError(f"{job.name}: this page shows no text; it may need a browser: save it as text")
    if shown > job.options.limits.characters * 1000:
        raise TooLargeSourceError(
            f"{job.name}: more than {job.options.limits.characters} thousand characters; split it"
        )
    body, metadata = _extracted(found.text, job)
    if not letters(body):
        raise LostTextError(f"{job.name}: none of about {shown} letters were read; save the page as plain text")
    check_loss(body, page.prose, job)
    if not page.prose and body.count("\n") > _MENU and max(map(letters, body.split("\n"))) < PROSE:
        raise LostTextError(f"{job.name}: this page shows menus and no running text; save the article as plain text")
    if page.language:
        metadata["language"] = page.language
    composer = _composed(body, metadata.get("title", ""), page)
    yield Reading(
        composer.text, MEDIA_TYPE, composer.blocks, {**job.metadata, **metadata}, found.encoding, found.origin
    )


def _extracted(text: str, job: Job) -> tuple[str, dict[str, str]]:
    """Return the body and what the page says of itself."""
    import trafilatura

    document: Any = trafilatura.bare_extraction(
        text,
        url=job.metadata.get("url"),
        include_comments=False,
        with_metadata=True,
        date_extraction_params={**_DATES, "extensive_search": False},
    )
    if document is None:
        return "", {}
    stated = {"title": document.title, "author": document.author, "url": document.url, "published": _published(text)}
    return document.text or "", {key: value.strip() for key, value in stated.items() if value and value.strip()}


def _published(text: str) -> str | None:
    """Return the day of publication: from the markup, else from what the page shows.

    A first of January found in the text alone is a bare year, as of a copyright line.
    """
    import htmldate

    found = htmldate.find_date(text, extensive_search=False, **_DATES)
    if found:
        return str(found)
    found = htmldate.find_date(text, extensive_search=True, **_DATES)
    return str(found) if found and not found.endswith("-01-01") else None


def _composed(body: str, title: str, page: Page) -> Composer:
    """Return the text with its heading, each part with its place in the file."""
    places = _Places(page)
    composer = Composer()
    heading = " ".join(page.heading.split())
    blind, own = _blind(heading), _blind(title)
    if blind and (blind in own or own in blind) and blind not in _blind(body[: 4 * len(heading)]):
        composer.add(heading, "heading", lines=places.find(heading))
    for line in body.split("\n"):
        kind = "list" if _LIST.match(line) else "table" if line.count("|") > 1 else "paragraph"
        shown = re.sub(r"\|", "", line) if kind == "table" else _LIST.sub("", line)
        composer.add(line, kind, lines=places.find(shown))
    return composer


def _blind(text: str) -> str:
    return "".join(text.split())


class _Places:
    """Finds the parts of the body in the page: blind to white space, from where the last one ended."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._positions = array("L", (i for i, character in enumerate(page.text) if not character.isspace()))
        self._blind = _blind(page.text)
        self._cursor = 0

    def find(self, text: str) -> tuple[int, int, int, int] | None:
        """Return first line and column, last line and column of a part; ``None`` where it is not found as it is."""
        wanted = _blind(text)
        if not wanted:
            return None
        start = self._blind.find(wanted, self._cursor)
        start = start if start >= 0 else self._blind.find(wanted, 0, self._cursor)
        if start < 0:
            return None
        end = start + len(wanted)
        self._cursor = max(self._cursor, end)
        return (*self._page.place(self._positions[start]), *self._page.place(self._positions[end - 1]))
