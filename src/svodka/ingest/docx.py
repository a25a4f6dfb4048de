"""DOCX: every paragraph and table row in document order, whatever wraps them; headers and footers apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from xml.etree.ElementTree import Element

from svodka.core.errors import DamagedSourceError
from svodka.ingest.composer import Composer, letters
from svodka.ingest.guard import check_loss, open_package, parse_xml, unpack
from svodka.ingest.readings import Job, Reading

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_FURNITURE = re.compile(r"word/(?:header|footer)\d*\.xml")
_HEADING = re.compile(r"(?:heading|title|заголовок|\d$)", re.IGNORECASE)


def read_docx(data: bytes, job: Job) -> Iterator[Reading]:
    """Read a Word document."""
    package = open_package(data, job)
    names = sorted(package.namelist())
    if "word/document.xml" not in names:
        raise DamagedSourceError(f"{job.name}: this DOCX has no text part; save it again")
    body = _part(unpack(package, "word/document.xml", job), job)
    composer = Composer()
    numbers = count(1)
    _blocks(body, composer, numbers)
    for note in _NOTES:
        if note in names:
            _blocks(_part(unpack(package, note, job), job), composer, numbers)
    check_loss(composer.text, sum(letters(t.text or "") for t in _kept(body) if t.tag == f"{_W}t"), job)
    composer.furniture(
        "\n".join(filter(None, map(_text, _paragraphs(_part(unpack(package, name, job), job)))))
        for name in names
        if _FURNITURE.fullmatch(name)
    )
    metadata = _properties(unpack(package, "docProps/core.xml", job), job) if "docProps/core.xml" in names else {}
    yield Reading(composer.text, MEDIA_TYPE, composer.blocks, metadata)


def _part(data: bytes, job: Job) -> Element:
    return parse_xml(data.replace(_STRICT, _W[1:-1].encode()), job)


def _properties(data: bytes, job: Job) -> dict[str, str]:
    root = parse_xml(data, job)
    found = {"title": root.findtext(f"{_DC}title"), "author": root.findtext(f"{_DC}creator")}
    return {key: value.strip() for key, value in found.items() if value and value.strip()}


def _blocks(root: Element, composer: Composer, numbers: Iterator[int]) -> None:
    """Add the paragraphs and tables below ``root``; an inner table or text box follows what holds it."""
    for child in root:
        if child.tag == f"{_W}p":
            composer.add(_text(child), _kind(child), paragraph=next(numbers))
            for inner in _boxes(child):
                _blocks(inner, composer, numbers)
        elif child.tag == f"{_W}tr":
            cells = [cell for cell in _kept(child, stop=f"{_W}tc") if cell.tag == f"{_W}tc"]
            first = next(numbers)
            composer.row([" ".join(map(_text, _paragraphs(cell))) for cell in cells], paragraph=first)
            for _ in range(sum(1 for _ in _paragraphs(child)) - 1):
                next(numbers)
        elif child.tag != _FALLBACK:
            _blocks(child, composer, numbers)


def _kept(root: Element, stop: str | None = None) -> Iterator[Element]:
    """Yield the elements below ``root`` in document order, without fallbacks; not below a ``stop``."""
    for child in root:
        if child.tag == _FALLBACK:
            continue
        yield child
        if child.tag != stop:
            yield from _kept(child, stop)


def _paragraphs(root: Element) -> Iterator[Element]:
    return (element for element in _kept(root) if element.tag == f"{_W}p")


def _boxes(paragraph: Element) -> Iterator[Element]:
    box = f"{_W}txbxContent"
    return (element for element in _kept(paragraph, stop=box) if element.tag == box)


def _text(paragraph: Element) -> str:
    """Return the text of a paragraph without its text boxes and deletions."""
    pieces: list[str] = []
    for element in _kept(paragraph, stop=f"{_W}txbxContent"):
        name = element.tag.removeprefix(_W)
        pieces.append((element.text or "") if name == "t" else _SIGNS.get(name, ""))
    return "".join(pieces)


def _kind(paragraph: Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    if style is not None and _HEADING.match(style.get(f"{_W}val", "")):
        return "heading"
    return "list" if paragraph.find(f"{_W}pPr/{_W}numPr") is not None else "paragraph"
