"""Paths to sources: what the inputs of a request name, and the text of each."""

from __future__ import annotations

import glob
import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from svodka.core.errors import BinarySourceError, MissingSourceError, UnreadableSourceError
from svodka.core.source import Source
from svodka.ingest.encoding import decode
from svodka.ingest.magic import binary_format, is_html
from svodka.ingest.markdown import is_markdown, markdown_blocks, markdown_metadata
from svodka.ingest.text import text_blocks

STDIN = "-"
MARKDOWN_SUFFIXES = (".md", ".markdown")


@dataclass(frozen=True, slots=True)
class Reference:
    """A document to read.

    Attributes:
        path: Where it is: a path as the system knows it, or ``-`` for standard input.
        name: What records call it; it does not depend on the working folder.
    """

    path: str
    name: str


def read(path: str | Path, *, encoding: str | None = None, name: str | None = None) -> Source:
    """Read one document; what it is follows from its content, not from its name.

    Args:
        path: A file, or ``-`` for standard input.
        encoding: The encoding of the file, where it is known; else it is detected.
        name: What records call the document; the name of the file if not given.

    Raises:
        MissingSourceError: There is no such file.
        UnreadableSourceError: The path is a folder, cannot be opened, or holds no readable text.
    """
    if str(path) == STDIN:
        return read_bytes(sys.stdin.buffer.read(), name=name or STDIN, encoding=encoding)
    shown = name or Path(path).name
    return read_bytes(_bytes(Path(path), shown), name=shown, encoding=encoding)


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise MissingSourceError(f"{name}: no such file; check the path") from error
    except IsADirectoryError as error:
        raise UnreadableSourceError(f"{name}: this is a folder; name a file in it") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableSourceError(f"{name}: cannot be opened ({reason}); check its rights") from error


def read_bytes(data: bytes, name: str = STDIN, encoding: str | None = None) -> Source:
    r"""Make a source of the bytes of one document.

    Args:
        data: The bytes.
        name: What records call the document; a name in ``.md`` makes it Markdown, as its content may.
        encoding: The encoding, where it is known; else it is detected.

    Raises:
        UsageError: ``encoding`` is no encoding.
        UnreadableSourceError: The bytes hold no readable text; its subclasses say why.

    Examples:
        >>> source = read_bytes("# Визит\n\nГости прибыли.".encode("cp1251"), "визит.txt")
        >>> source.media_type, source.encoding, source.metadata["title"]
        ('text/markdown', 'cp1251', 'Визит')
    """
    if kind := binary_format(data):
        raise BinarySourceError(f"{name}: this version does not read {kind}; give svodka the text itself")
    if is_html(data):
        raise UnreadableSourceError(f"{name}: this version does not read HTML; save the page as text")
    found = decode(data, override=encoding, name=name)
    markdown = name.lower().endswith(MARKDOWN_SUFFIXES) or is_markdown(found.text)
    return Source(
        text=found.text,
        path=name,
        media_type="text/markdown" if markdown else "text/plain",
        encoding=found.encoding,
        encoding_origin=found.origin,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        metadata=MappingProxyType(markdown_metadata(found.text) if markdown else {}),
        blocks=markdown_blocks(found.text) if markdown else text_blocks(found.text),
    )


def expand(inputs: Sequence[str]) -> list[Reference]:
    """Return the documents that ``inputs`` name, in the order given: files, folders, glob patterns, ``-``.

    A folder stands for its files at any depth, sorted, without hidden ones, named by their path within it;
    other documents are named by their file name. What matches nothing is kept, for a failure.

    Examples:
        >>> expand(["-", "no/such/file.txt"])
        [Reference(path='-', name='-'), Reference(path='no/such/file.txt', name='file.txt')]
    """
    return [reference for given in inputs for reference in _expand(given)]


def _expand(given: str) -> Iterator[Reference]:
    path = Path(given)
    if given == STDIN or path.is_file():
        yield Reference(given, STDIN if given == STDIN else path.name)
    elif path.is_dir():
        yield from _walk(path)
    elif matches := _glob(given):
        yield from (Reference(match, Path(match).name) for match in matches)
    else:
        yield Reference(given, path.name or given)


def _glob(pattern: str) -> list[str]:
    """Return the files that match; ``glob`` takes patterns from the root, which ``Path.glob`` refuses."""
    return sorted(match for match in glob.glob(pattern, recursive=True) if Path(match).is_file())  # noqa: PTH207


def _walk(folder: Path) -> Iterator[Reference]:
    """Yield the visible files below ``folder``, sorted by path; an empty folder yields itself."""
    inside = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    visible = [name for name in inside if not any(part.startswith(".") for part in name.split("/"))]
    yield from (Reference(str(folder / name), name) for name in visible)
    if not visible:
        yield Reference(str(folder), folder.name)
