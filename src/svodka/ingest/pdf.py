"""PDF: the text layer by pdfium, a line a block with its page and box; running heads and page numbers as furniture."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from svodka.core.errors import DamagedSourceError, EncryptedSourceError, NoTextLayerError
from svodka.core.source import Block, Notice
from svodka.core.spans import Span
from svodka.ingest.columns import Line, continuations
from svodka.ingest.composer import letters
from svodka.ingest.readings import Job, Reading

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

MEDIA_TYPE = "application/pdf"

_HYPHEN = 2
"""What pdfium writes for the hyphen at the end of a broken word."""

_EDGE = 2
_MOST = 0.6
_SCANNED = 16
"""Letters on a page below which it is a picture with a stamp rather than a text."""


def read_pdf(data: bytes, job: Job) -> Iterator[Reading]:
    """Read the text layer of a PDF."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        pages = [_lines(document[number]) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedSourceError(f"{job.name}: this PDF has a password; save it without one") from error
        raise DamagedSourceError(f"{job.name}: this PDF is damaged or cut short; fetch it again") from error
    counts = [sum(letters(line.text) for line in page) for page in pages]
    if sum(counts) < _SCANNED * len(pages) or not pages:
        raise NoTextLayerError(f"{job.name}: this PDF holds pictures of its pages, no text; recognise its text first")
    text, blocks = _composed(pages, _repeated(pages))
    empty = [str(number) for number, count in enumerate(counts, 1) if not count]
    notices = (Notice("pages_without_text", f"no text layer on pages {', '.join(empty)}"),) if empty else ()
    yield Reading(text, MEDIA_TYPE, blocks, _metadata(document, len(pages)), notices=notices)


def _metadata(document: PdfDocument, pages: int) -> dict[str, str]:
    """Return title, author and number of pages; the dates of a PDF are those of the file, not of publication."""
    stated = document.get_metadata_dict()
    found = {"title": stated.get("Title", ""), "author": stated.get("Author", ""), "pages": str(pages)}
    return {key: value.strip() for key, value in found.items() if value.strip()}


def _lines(page: PdfPage) -> list[Line]:
    """Return the lines of a page in the order of its content."""
    textpage = page.get_textpage()
    lines: list[Line] = []
    characters: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    for index in range(textpage.count_chars()):
        character = _character(textpage, index)
        if character not in "\r\n":
            characters.append(character)
            if not character.isspace():
                boxes.append(textpage.get_charbox(index))
        if character in "\r\n\ufffe":  # pdfium sets no line end behind a broken word
            lines += _line(characters, boxes)
            characters, boxes = [], []
    return lines + _line(characters, boxes)


def _character(textpage: PdfTextPage, index: int) -> str:
    import pypdfium2.raw

    code = pypdfium2.raw.FPDFText_GetUnicode(textpage, index)
    if code == _HYPHEN:
        return "\ufffe"
    return "\ufffd" if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)


def _line(characters: Sequence[str], boxes: Sequence[tuple[float, float, float, float]]) -> list[Line]:
    text = "".join(characters).strip()
    if not text or not boxes:
        return []
    left, bottom = (math.floor(min(box[side] for box in boxes)) for side in (0, 1))
    right, top = (math.ceil(max(box[side] for box in boxes)) for side in (2, 3))
    return [Line(text, (left, bottom, right, top))]


def _repeated(pages: Sequence[Sequence[Line]]) -> set[tuple[str, int]]:
    """Return the keys of lines at the edges that most pages repeat at one height."""
    counts: Counter[tuple[str, int]] = Counter()
    for page in pages:
        by_height = sorted(page, key=lambda line: line.box[1])
        counts.update({line.key for line in (*by_height[:_EDGE], *by_height[-_EDGE:])})
    return {key for key, count in counts.items() if count > 1 and count >= _MOST * len(pages)}


def _composed(pages: Sequence[Sequence[Line]], repeated: set[tuple[str, int]]) -> tuple[str, tuple[Block, ...]]:
    """Return the text, a form feed between pages, with a block a line."""
    own = [line for page in pages for line in page if line.key not in repeated]
    follows = dict(zip(map(id, own), continuations(own), strict=True))
    pieces: list[str] = []
    blocks: list[Block] = []
    position = 0
    for number, page in enumerate(pages, 1):
        for line in page:
            span, kind = Span(position, position + len(line.text)), "paragraph" if id(line) in follows else "furniture"
            blocks.append(Block(kind, span, page=number, box=line.box, continues=follows.get(id(line))))
            pieces.append(line.text + "\n")
            position += len(line.text) + 1
        if number < len(pages):
            pieces.append("\f")
            position += 1
    return "".join(pieces), tuple(blocks)
