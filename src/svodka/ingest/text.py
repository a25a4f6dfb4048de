"""Plain text: its paragraphs, lists and tables as blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from svodka.core.source import Block
from svodka.core.spans import Span
from svodka.rules.boilerplate import rule_of
from svodka.rules.layout import is_list_item, is_table_row
from svodka.rules.rule import fold

_LINE = re.compile(r"[^\n\f]*\S[^\n\f]*")


def text_blocks(text: str) -> tuple[Block, ...]:
    r"""Return the blocks of a plain text: runs of lines of one kind without an empty line between them.

    Examples:
        >>> [(block.kind, tuple(block.span)) for block in text_blocks("Всего:\n– Омск;\n– Тула.\n\nИтог.")]
        [('paragraph', (0, 6)), ('list', (7, 22)), ('paragraph', (24, 29))]
    """
    return tuple(blocks(text, line_kind))


def line_kind(line: str) -> str:
    """Return the kind of block that a line of plain text belongs to."""
    if rule_of(fold(line)):
        return "boilerplate"
    if is_table_row(line.strip()):
        return "table"
    return "list" if is_list_item(line) else "paragraph"


def blocks(text: str, kind_of: Callable[[str], str | None]) -> Iterator[Block]:
    """Yield the blocks of ``text``; a line of no kind is in no block, a heading is a block of its own."""
    kind, span = "", Span(0, 0)
    for match in _LINE.finditer(text):
        here = kind_of(match[0])
        if here == kind != "heading" and "\n" not in text[span.end + 1 : match.start()] and span.end:
            span = Span(span.start, match.end())
            continue
        if kind:
            yield Block(kind, span)
        kind, span = here or "", Span(*match.span())
    if kind:
        yield Block(kind, span)
