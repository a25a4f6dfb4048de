"""What a reader hands on: the text as decoded, its identity, and where its parts came from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from svodka.core.spans import Span


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the source text with its kind, and where in the document it came from, as far as the format tells.

    Attributes:
        kind: What the reader takes the part for: ``paragraph heading list table quote boilerplate furniture``.
            Furniture is what a page repeats (running heads, page numbers); cleaning takes it out.
        span: Where it stands in ``Source.text``.
        page: One-based page of a paged format.
        box: Left, bottom, right and top on the page, in points from its lower left corner, rounded outwards.
        lines: First line and column, last line and column in the file, one-based.
        paragraph: One-based paragraph of a word processor's document, those in table cells counted.
        continues: Whether the block goes on with the paragraph of the one before, where the reader can see that.
    """

    kind: str
    span: Span
    page: int | None = None
    box: tuple[int, int, int, int] | None = None
    lines: tuple[int, int, int, int] | None = None
    paragraph: int | None = None
    continues: bool | None = None

    @property
    def place(self) -> str:
        """Say where the part came from; empty where the format does not tell.

        Examples:
            >>> Block("paragraph", Span(0, 5), page=2, box=(72, 500, 300, 512)).place
            'page 2, box 72 500 300 512'
            >>> Block("paragraph", Span(0, 5), lines=(10, 4, 12, 1)).place
            'line 10:4 to 12:1'
        """
        parts = [f"page {self.page}"] if self.page else []
        if self.box:
            parts.append("box " + " ".join(map(str, self.box)))
        if self.lines:
            parts.append("line {}:{} to {}:{}".format(*self.lines))
        if self.paragraph:
            parts.append(f"paragraph {self.paragraph}")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a user of the record should know of how the document was read."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Source:
    """One document as it was read.

    Attributes:
        text: The text exactly as decoded or extracted; every offset of a record points into it.
        path: The name by which the document was asked for, relative to the folder given, with forward slashes.
        media_type: IANA media type of the input bytes.
        encoding: The codec that decoded the bytes; ``None`` where the text was never bytes.
        encoding_origin: How the codec was found: ``option bom declared utf-16 utf-8 detected repaired``.
        sha256: Hex digest of the input bytes.
        size: Number of input bytes.
        row: Zero-based row of a multi-row input, else ``None``.
        metadata: ``title published url author language pages`` where the format states them.
        blocks: Parts of the text in text order; empty where the reader knows none.
        notices: Doubts and repairs of the reader.
    """

    text: str
    path: str
    media_type: str
    encoding: str | None
    sha256: str
    size: int
    encoding_origin: str | None = None
    row: int | None = None
    metadata: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    blocks: tuple[Block, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def doc_id(self) -> str:
        """The first 16 hex digits of the hash, with ``#n`` for a row of a multi-row input."""
        return self.sha256[:16] + ("" if self.row is None else f"#{self.row}")

    def place(self, offset: int) -> str:
        """Say where in the document a character of the text came from; empty where no block tells."""
        return next((block.place for block in self.blocks if block.span.start <= offset < block.span.end), "")

    @classmethod
    def from_text(cls, text: str, path: str = "-") -> Source:
        """Make a source of a string; its identity is that of its UTF-8 bytes.

        Examples:
            >>> Source.from_text("Минск").doc_id
            'f8dadc557cac2aea'
        """
        data = text.encode("utf-8", "surrogatepass")
        return cls(text, path, "text/plain", "utf-8", hashlib.sha256(data).hexdigest(), len(data))
