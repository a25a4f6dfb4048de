"""Inputs to sources: what the inputs of a request name, and every text that each of them holds."""

from __future__ import annotations

import glob
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from svodka.core.errors import (
    REFUSALS,
    EmptySourceError,
    ExpandingSourceError,
    GarbledSourceError,
    MissingSourceError,
    NestedSourceError,
    SvodkaError,
    TooLargeSourceError,
    UnreadableSourceError,
    UsageError,
)
from svodka.core.source import Notice, Source
from svodka.ingest.formats import FORMATS, sniff
from svodka.ingest.isolation import worker
from svodka.ingest.mojibake import is_garbled, repair
from svodka.ingest.options import MEBIBYTE, Options
from svodka.ingest.readings import Item, Job, Part, Reading, Refused
from svodka.ingest.remote import fetch, found, is_remote
from svodka.ingest.russian import is_russian

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Reference:
    """An input to read; it may hold many documents.

    Attributes:
        path: Where it is: a path as the system knows it, an address of fsspec's, or ``-`` for standard input.
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
        UsageError: The file holds several documents, as an archive does.
    """
    shown = name or (STDIN if str(path) == STDIN else Path(path).name)
    return _only(documents(Reference(str(path), shown), Options(encoding)), shown)


def read_bytes(data: bytes, name: str = STDIN, encoding: str | None = None) -> Source:
    r"""Make a source of the bytes of one document.

    Args:
        data: The bytes.
        name: What records call the document; a name in ``.md`` makes a text Markdown, as its content may.
        encoding: The encoding, where it is known; else it is detected.

    Raises:
        UsageError: ``encoding`` is no encoding, or the bytes hold several documents.
        UnreadableSourceError: The bytes hold no readable text; its subclasses say why.

    Examples:
        >>> source = read_bytes("# Визит\n\nГости прибыли.".encode("cp1251"), "визит.txt")
        >>> source.media_type, source.encoding, source.metadata["title"]
        ('text/markdown', 'cp1251', 'Визит')
    """
    return _only(_Input(Options(encoding)).open(data, Job(name, Options(encoding)), 0), name)


def _only(found: Iterable[Source | Refused], name: str) -> Source:
    sources = list(found)
    if len(sources) > 1:
        raise UsageError(f"{name}: holds {len(sources)} documents; read them with svodka extract")
    if isinstance(sources[0], Refused):
        raise REFUSALS.get(sources[0].code, UnreadableSourceError)(sources[0].message)
    return sources[0]


def documents(reference: Reference, options: Options) -> Iterator[Source | Refused]:
    """Yield every document of an input, in the order in which they stand in it, and why others give no text.

    Raises:
        UsageError: The encoding asked for is none.
    """
    try:
        data = content(reference, options)
    except SvodkaError as error:
        yield Refused.because(reference.name, error)
        return
    yield from contents(data, reference, options)


def content(reference: Reference, options: Options) -> bytes:
    """Return the bytes of an input.

    Raises:
        UnreadableSourceError: It is missing, is no file, cannot be opened or is larger than the limit.
    """
    return _bytes(reference, options.limits.size * MEBIBYTE)


def contents(data: bytes, reference: Reference, options: Options) -> Iterator[Source | Refused]:
    """Yield what ``documents`` yields for an input whose bytes are at hand."""
    yield from _Input(options).open(data, Job(reference.name, options), 0)


def _bytes(reference: Reference, most: int) -> bytes:
    name, path = reference.name, Path(reference.path)
    if is_remote(reference.path):
        return _bounded(fetch(reference.path, name, most + 1), most, name)
    if reference.path == STDIN:
        return _bounded(sys.stdin.buffer.read(most + 1), most, name)
    try:
        if path.is_dir():
            raise UnreadableSourceError(f"{name}: this is a folder; name a file in it")
        if not path.is_file() and path.exists():
            raise UnreadableSourceError(f"{name}: this is no file but a device; give svodka a file")
        with path.open("rb") as file:
            return _bounded(b"" if path.stat().st_size > most else file.read(most + 1), most, name, path.stat().st_size)
    except FileNotFoundError as error:
        raise MissingSourceError(f"{name}: no such file; check the path") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableSourceError(f"{name}: cannot be opened ({reason}); check its rights") from error


def _bounded(data: bytes, most: int, name: str, size: int = 0) -> bytes:
    if max(len(data), size) > most:
        limit = most // MEBIBYTE
        raise TooLargeSourceError(f"{name}: larger than --limit size={limit} MiB; raise the limit or split the file")
    return data


@dataclass(slots=True)
class _Input:
    """One input with all that it holds, and how much that may still unpack to."""

    options: Options
    unpacked: int = field(default=0)

    def open(self, data: bytes, job: Job, depth: int) -> Iterator[Source | Refused]:
        """Yield the documents of some bytes; those inside others come in their place."""
        count = 0
        for item in self._items(data, job):
            count += 1
            if count > self.options.limits.members:
                limit = TooLargeSourceError(f"{job.name}: more than --limit members={count - 1} documents; raise it")
                yield Refused.because(job.name, limit)
                return
            try:
                yield from self._found(item, data, job, depth)
            except UsageError:
                raise
            except SvodkaError as error:
                yield Refused.because(_named(job, item), error, item.data if isinstance(item, Part) else data)
        if not count:
            nothing = EmptySourceError(f"{job.name}: holds no document; there is nothing to read")
            yield Refused.because(job.name, nothing, data)

    def _items(self, data: bytes, job: Job) -> Iterator[Item]:
        try:
            if not data.strip():
                raise EmptySourceError(f"{job.name}: the document is empty; there is nothing to read")
            kind = sniff(data, job.name, self.options.columns)
            if FORMATS[kind].isolated:
                yield from worker(self.options.limits.memory).read(kind, data, job)
            else:
                module, function = FORMATS[kind].reader.split(":")
                yield from getattr(import_module(f"svodka.ingest.{module}"), function)(data, job)
        except UsageError:
            raise
        except SvodkaError as error:
            yield Refused.because(job.name, error)

    def _found(self, item: Item, data: bytes, job: Job, depth: int) -> Iterator[Source | Refused]:
        if isinstance(item, Refused):
            yield replace(item, data=data if item.data is None and item.name == job.name else item.data)
        elif isinstance(item, Reading):
            yield _source(item, data, job)
        else:
            limits = self.options.limits
            self.unpacked += len(item.data)
            if depth >= limits.depth:
                raise NestedSourceError(
                    f"{_named(job, item)}: nested deeper than --limit depth={limits.depth}; unpack it"
                )
            if self.unpacked > limits.expansion * MEBIBYTE:
                raise ExpandingSourceError(
                    f"{_named(job, item)}: its input unpacks to more than --limit expansion={limits.expansion}"
                )
            inner = Job(_named(job, item), self.options, item.charset, {**job.metadata, **item.metadata})
            yield from self.open(item.data, inner, depth + 1)


def _named(job: Job, item: Item) -> str:
    if isinstance(item, Part):
        return f"{job.name}/{item.name}"
    if isinstance(item, Reading) and item.row is not None:
        return f"{job.name}#{item.label or item.row}"
    return job.name


def _source(reading: Reading, data: bytes, job: Job) -> Source:
    """Check what a reader read, and make it a source."""
    name, limit = _named(job, reading), job.options.limits.characters
    if not reading.text.strip():
        raise EmptySourceError(f"{name}: the document is empty; there is nothing to read")
    if len(reading.text) > limit * 1000:
        raise TooLargeSourceError(f"{name}: more than --limit characters={limit} thousand characters; split the text")
    text, lines = repair(reading.text)
    if is_garbled(text):
        raise GarbledSourceError(f"{name}: its letters were lost before it was saved; get it again from its origin")
    notices = list(reading.notices)
    if lines:
        notices.append(Notice("mojibake_repaired", f"{lines} lines had been decoded wrongly and were read anew"))
    if not is_russian(text):
        notices.append(Notice("not_russian", "the text is not, or not mainly, Russian; little will be found in it"))
    return Source(
        text=text,
        path=name,
        media_type=reading.media_type,
        encoding=reading.encoding,
        encoding_origin="repaired" if lines else reading.encoding_origin,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        row=reading.row,
        metadata=MappingProxyType({**job.metadata, **reading.metadata}),
        blocks=() if len(text) != len(reading.text) else reading.blocks,
        notices=tuple(notices),
    )


def expand(inputs: Sequence[str]) -> Iterator[Reference]:
    """Yield the documents that ``inputs`` name, in the order given: files, folders, glob patterns, ``-``.

    A folder stands for its files at any depth, sorted, without hidden ones, named by their path within it;
    other documents are named by their file name. What matches nothing is kept, for a failure.

    Examples:
        >>> list(expand(["-", "no/such/file.txt"]))
        [Reference(path='-', name='-'), Reference(path='no/such/file.txt', name='file.txt')]
    """
    for given in inputs:
        yield from _expand(given)


def _expand(given: str) -> Iterator[Reference]:
    path = Path(given)
    if is_remote(given):
        yield from (Reference(address, name) for address, name in found(given))
    elif given == STDIN or path.is_file():
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
    """Yield the visible files below ``folder``, sorted by path; a folder without any yields itself."""
    names = _visible(folder, "")
    if (first := next(names, None)) is None:
        yield Reference(str(folder), folder.name)
        return
    yield from (Reference(str(folder / name), name) for name in chain([first], names))


def _visible(folder: Path, prefix: str) -> Iterator[str]:
    """Yield paths of files, one folder's names in memory at a time; a slash at a folder's end sorts as in the path."""
    try:
        with os.scandir(folder) as entries:
            seen = [entry for entry in entries if not entry.name.startswith(".")]
    except PermissionError:
        yield from filter(None, [prefix.rstrip("/")])  # a failure of its own
        return
    names = sorted(entry.name + "/" * entry.is_dir(follow_symlinks=False) for entry in seen)
    for name in names:
        if name.endswith("/"):
            yield from _visible(folder / name, prefix + name)
        elif (folder / name).is_file():
            yield prefix + name
