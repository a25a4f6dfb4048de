"""What readers hand back: texts, documents inside documents, and refusals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from svodka.core.errors import SvodkaError
from svodka.core.source import Block, Notice
from svodka.ingest.options import Options


@dataclass(frozen=True, slots=True)
class Job:
    """What a reader is told about the bytes it gets.

    Attributes:
        name: What messages and records call the document.
        options: What the user said.
        charset: The encoding that the carrier of the document states (a mail, a web archive).
        metadata: What the carrier knows of the document.
    """

    name: str
    options: Options = field(default_factory=Options)
    charset: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of one document.

    Attributes:
        text: As extracted; offsets of blocks point into it.
        media_type: IANA media type of what was read.
        blocks: Parts of the text, in text order.
        metadata: What the format states, see ``Source.metadata``.
        encoding: The codec, where the text was bytes.
        encoding_origin: How the codec was found, see ``Source.encoding_origin``.
        notices: Doubts and repairs.
        row: Zero-based row, where one input holds many texts.
        label: What to call the row in place of its number.
    """

    text: str
    media_type: str
    blocks: tuple[Block, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    encoding_origin: str | None = None
    notices: tuple[Notice, ...] = ()
    row: int | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A document inside a document, still to be read; ``name`` is relative to the one around it."""

    name: str
    data: bytes
    charset: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refused:
    """A document, or a part of one, that gives no text; ``code`` is one of ``core.errors.REFUSALS``.

    ``data`` are its bytes where they are worth keeping for a look.
    """

    name: str
    code: str
    message: str
    data: bytes | None = None

    @classmethod
    def because(cls, name: str, error: SvodkaError, data: bytes | None = None) -> Refused:
        """Make a refusal of the error that a reader raised."""
        return cls(name, error.code, str(error), data)


Item = Reading | Part | Refused
Reader = Callable[[bytes, Job], Iterable[Item]]
