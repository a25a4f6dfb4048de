"""Plain text and Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from svodka.ingest.encoding import decode
from svodka.ingest.markdown import is_markdown, markdown_blocks, markdown_metadata
from svodka.ingest.readings import Job, Reading
from svodka.ingest.text import text_blocks

MARKDOWN_SUFFIXES = (".md", ".markdown")


def read_text(data: bytes, job: Job) -> Iterator[Reading]:
    """Read a text; a name in ``.md`` makes it Markdown, as its content may."""
    found = decode(data, declared=job.charset, override=job.options.encoding, name=job.name)
    markdown = job.name.lower().endswith(MARKDOWN_SUFFIXES) or is_markdown(found.text)
    yield Reading(
        text=found.text,
        media_type="text/markdown" if markdown else "text/plain",
        blocks=markdown_blocks(found.text) if markdown else text_blocks(found.text),
        metadata=markdown_metadata(found.text) if markdown else {},
        encoding=found.encoding,
        encoding_origin=found.origin,
    )
