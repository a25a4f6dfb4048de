"""The source text cut at every border of a span or an edit, as HTML in which layers may overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from svodka.core.spans import Edit
from svodka.core.visible import visible
from svodka.report.items import Item


class Segment(NamedTuple):
    """A stretch without a border inside; ``edit`` is the one that replaces it, given with its first stretch."""

    start: int
    end: int
    items: tuple[str, ...]
    edit: Edit | None
    written: str


def segments(text: str, marked: Sequence[Item], edits: Sequence[Edit]) -> Iterator[Segment]:
    """Cut ``text``, in time linear in its borders; an item whose spans are empty is nowhere.

    Examples:
        >>> marks = [Item("m1", "e", "LOC", ((0, 5),), "Минск"), Item("d1", "d", "day", ((3, 8),), "ск 1")]
        >>> [segment.items for segment in segments("Минск 1 мая", marks, [])]
        [('m1',), ('m1', 'd1'), ('d1',), ()]
    """
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    for item in marked:
        for start, end in item.spans:
            opens.setdefault(start, []).append(item.id)
            closes.setdefault(end, []).append(item.id)
    replaced = {edit.start: edit for edit in edits}
    borders = sorted({0, len(text), *opens, *closes, *replaced, *(edit.end for edit in edits)})
    active: list[str] = []
    edit: Edit | None = None
    for start, end in zip(borders, [*borders[1:], len(text)], strict=True):
        for identifier in closes.get(start, ()):
            active.remove(identifier)
        active += opens.get(start, ())
        edit = edit if edit and start < edit.end else replaced.get(start)
        written = edit.text if edit and edit.start == start else ""
        if end > start or written:
            yield Segment(start, end, tuple(active), edit, written)


def to_html(text: str, marked: Sequence[Item], edits: Sequence[Edit]) -> Markup:
    """Return the text as spans that name their items in ``data-i``; both readings of an edit are there."""
    parts: list[str] = []
    for segment in segments(text, marked, edits):
        source = escape(visible(text[segment.start : segment.end]))
        if segment.edit:
            source = Markup("<del>{}</del><ins>{}</ins>").format(source, visible(segment.written))
        if segment.items:
            source = Markup('<span class="s" tabindex="-1" data-i="{}">{}</span>').format(
                " ".join(segment.items), source
            )
        parts.append(source)
    return Markup("".join(parts))
