"""Inputs to units: the single documents of a batch, each with a hash of all that its text depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from svodka.core.errors import SvodkaError
from svodka.core.source import Source
from svodka.ingest.formats import FORMATS, sniff
from svodka.ingest.options import Options
from svodka.ingest.read import Reference, content, contents
from svodka.ingest.readings import Refused


@dataclass(frozen=True, slots=True)
class Unit:
    """One document of a batch.

    Attributes:
        name: What records call it.
        content: Hex digest of what its text depends on, its name apart; ``None`` where there is nothing to read.
        size: About how many bytes there are to process.
        found: Where to read it; the text itself, or why there is none, where its input had to be opened to find it.
    """

    name: str
    content: str | None
    size: int
    found: Reference | Source | Refused

    @property
    def identity(self) -> str:
        """Which document of which input it is: a row of a table depends on the table's own bytes, too."""
        return f"{self.name}\0{self.found.doc_id}" if isinstance(self.found, Source) else self.name


def units(references: Iterable[Reference], options: Options) -> Iterator[Unit]:
    """Yield the documents of all inputs in order; inputs that may hold many are opened, others only hashed."""
    for reference in references:
        try:
            data = content(reference, options)
            single = FORMATS[sniff(data, reference.name, options.columns)].single and bool(data.strip())
        except SvodkaError as error:
            yield Unit(reference.name, None, 0, Refused.because(reference.name, error))
            continue
        if single:
            # A name makes a plain text Markdown, see ``read_bytes``.
            digest = _digest(PurePath(reference.name).suffix.lower().encode(), data)
            yield Unit(reference.name, digest, len(data), reference)
        else:
            yield from map(_unit, contents(data, reference, options))


def _unit(found: Source | Refused) -> Unit:
    if isinstance(found, Refused):
        return Unit(found.name, None, 0, found)
    text = found.text.encode("utf-8", "surrogatepass")
    about = repr((found.media_type, sorted(found.metadata.items()), found.blocks, found.notices)).encode()
    plain = replace(found, metadata=dict(found.metadata))  # a view of a mapping does not travel between processes
    return Unit(found.path, _digest(about, text), len(text), plain)


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"".join(len(part).to_bytes(8, "big") + part for part in parts)).hexdigest()
