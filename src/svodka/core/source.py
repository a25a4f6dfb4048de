"""What a reader hands on: the text as decoded, its identity, and where its parts came from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from svodka.core.spans import Span


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the source text with its kind: ``paragraph heading list table quote boilerplate``.

    Attributes:
        kind: What the reader takes the part for.
        span: Where it stands in ``Source.text``.
        page: One-based page of a paged format, else ``None``.
    """

    kind: str
    span: Span
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One document as it was read.

    Attributes:
        text: The text exactly as decoded or extracted; every offset of a record points into it.
        path: The name by which the document was asked for, relative to the folder given, with forward slashes.
        media_type: IANA media type of the input bytes.
        encoding: The codec that decoded the bytes; ``None`` where the text was never bytes.
        encoding_origin: How the codec was found: ``option bom declared utf-16 utf-8 detected``.
        sha256: Hex digest of the input bytes.
        size: Number of input bytes.
        row: Zero-based row of a multi-row input, else ``None``.
        metadata: ``title published url author pages`` where the format states them.
        blocks: Parts of the text in text order; empty where the reader knows none.
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

    @property
    def doc_id(self) -> str:
        """The first 16 hex digits of the hash, with ``#n`` for a row of a multi-row input."""
        return self.sha256[:16] + ("" if self.row is None else f"#{self.row}")

    @classmethod
    def from_text(cls, text: str, path: str = "-") -> Source:
        """Make a source of a string; its identity is that of its UTF-8 bytes.

        Examples:
            >>> Source.from_text("Минск").doc_id
            'f8dadc557cac2aea'
        """
        data = text.encode("utf-8", "surrogatepass")
        return cls(text, path, "text/plain", "utf-8", hashlib.sha256(data).hexdigest(), len(data))
