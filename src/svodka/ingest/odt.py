"""ODT: paragraphs, headings and table rows in document order; headers and footers apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from xml.etree.ElementTree import Element

from svodka.core.errors import DamagedSourceError, EncryptedSourceError
from svodka.ingest.composer import Composer, letters
from svodka.ingest.guard import check_loss, open_package, parse_xml, unpack
from svodka.ingest.readings import Job, Reading

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_OWN = (f"{_TEXT}p", f"{_TEXT}h")
_SKIPPED = (f"{_TEXT}tracked-changes", f"{_OFFICE}annotation")
_NOTE = f"{_TEXT}note"
_REPEATED = (f"{_STYLE}header", f"{_STYLE}footer")


def read_odt(data: bytes, job: Job) -> Iterator[Reading]:
    """Read an OpenDocument text."""
    package = open_package(data, job)
    names = package.namelist()
    if "META-INF/manifest.xml" in names and b"encryption-data" in unpack(package, "META-INF/manifest.xml", job):
        raise EncryptedSourceError(f"{job.name}: has a password; save it without one")
    if "content.xml" not in names:
        raise DamagedSourceError(f"{job.name}: this ODT has no text part; save it again")
    body = parse_xml(unpack(package, "content.xml", job), job).find(f"{_OFFICE}body")
    composer = Composer()
    if body is not None:
        _blocks(body, composer, count(1))
        check_loss(composer.text, sum(letters(_text(p)) for tag in _OWN for p in body.iter(tag)), job)
    if "styles.xml" in names:
        styles = parse_xml(unpack(package, "styles.xml", job), job)
        composer.furniture(_text(p) for tag in _REPEATED for part in styles.iter(tag) for p in part.iter(f"{_TEXT}p"))
    metadata = _properties(unpack(package, "meta.xml", job), job) if "meta.xml" in names else {}
    yield Reading(composer.text, MEDIA_TYPE, composer.blocks, metadata)


def _properties(data: bytes, job: Job) -> dict[str, str]:
    root = parse_xml(data, job)
    author = root.findtext(f".//{_META}initial-creator") or root.findtext(f".//{_DC}creator")
    found = {"title": root.findtext(f".//{_DC}title"), "author": author}
    return {key: value.strip() for key, value in found.items() if value and value.strip()}


def _blocks(root: Element, composer: Composer, numbers: Iterator[int]) -> None:
    """Add the paragraphs and table rows below ``root``; the notes of a paragraph follow it."""
    for child in root:
        if child.tag in _OWN:
            kind = "heading" if child.tag == f"{_TEXT}h" else "list" if root.tag == f"{_TEXT}list-item" else "paragraph"
            composer.add(_text(child), kind, paragraph=next(numbers))
            for note in child.iter(_NOTE):
                _blocks(note, composer, numbers)
        elif child.tag == f"{_TABLE}table-row":
            first = next(numbers)
            paragraphs = [[p for tag in _OWN for p in cell.iter(tag)] for cell in child]
            composer.row([" ".join(map(_text, cell)) for cell in paragraphs], paragraph=first)
            for _ in range(sum(map(len, paragraphs)) - 1):
                next(numbers)
        elif child.tag not in _SKIPPED:
            _blocks(child, composer, numbers)


def _text(element: Element) -> str:
    """Return the text of a paragraph without its notes."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}s":
            pieces.append(" " * min(int(child.get(f"{_TEXT}c", "1")), 100))
        elif child.tag == f"{_TEXT}tab":
            pieces.append("\t")
        elif child.tag == f"{_TEXT}line-break":
            pieces.append("\n")
        elif child.tag not in (_NOTE, *_SKIPPED):
            pieces.append(_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
