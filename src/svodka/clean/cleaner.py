"""The clean text of a source: one paragraph a line, whole words, no marks; and the way back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from svodka.clean.joiner import Joiner
from svodka.clean.lines import Layout, Line, split_lines
from svodka.clean.lookalikes import LOOKALIKE, lookalikes
from svodka.clean.marks import find_marks, mask, settle
from svodka.core.source import Source
from svodka.core.spans import Edit, OffsetMap, Span, apply_edits
from svodka.rules.layout import PAGE_NUMBER, is_rule

PARAGRAPH = "\n\n"
_BLANKS = re.compile(r"(?:[^\S\n ]|[ ](?=[^\S\n]))[^\S\n]*")  # all runs but one space


@dataclass(frozen=True, slots=True)
class Clean:
    """A source with its edits applied.

    Attributes:
        source: What was cleaned.
        text: The clean text; paragraphs are separated by exactly one empty line.
        edits: What was changed, in text order, by offsets of ``source.text``.
        offsets: The map between the two texts.
        quoted: The clean text with its look-alike letters as they stand in the source; as long as ``text``.
    """

    source: Source
    text: str
    edits: tuple[Edit, ...]
    offsets: OffsetMap
    quoted: str

    def reading(self, span: Span) -> str:
        """Return how a clean span is quoted: in the letters of the source, with white space collapsed."""
        return " ".join(self.quoted[span.start : span.end].split())


def clean(source: Source, is_known: Callable[[str], bool], is_adjective: Callable[[str], bool]) -> Clean:
    r"""Undo what layout did to the text: marks, wraps, page breaks, broken words, surplus blanks.

    Letters are never lost, except in the address of a Markdown link. Markdown is undone only where the source
    is ``text/markdown``.

    Args:
        source: The document.
        is_known: Whether the dictionary has the word.
        is_adjective: Whether the dictionary has the word as an adjective.

    Examples:
        >>> found = clean(Source.from_text("Главы обоих регионов подписали согла-\nшение [1]."), bool, bool)
        >>> found.text, [edit.rule for edit in found.edits]
        ('Главы обоих регионов подписали соглашение.', ['hyphen.known_joined', 'reference.mark'])
        >>> found.offsets.to_source(Span(31, 41))
        Span(start=31, end=43)
    """
    text, markdown = source.text, source.media_type == "text/markdown"
    marks = find_marks(text, markdown=markdown)
    lines = split_lines(text, marks, markdown=markdown, blocks=source.blocks)
    gaps = _Gaps(text, mask(text, marks), Joiner(text, is_known, is_adjective))
    edits = settle(
        text, [*gaps.edits(lines), *gaps.joiner.inline(lines), *marks, *_runs(text, lines), *lookalikes(text)]
    )
    quoted = apply_edits(text, [edit for edit in edits if edit.rule != LOOKALIKE])
    return Clean(source, apply_edits(text, edits), tuple(edits), OffsetMap(edits), quoted)


class _Gaps:
    """The edits between lines: paragraph ends, wraps, page breaks, broken words, and blanks at the ends."""

    def __init__(self, text: str, marked: bytearray, joiner: Joiner) -> None:
        self.joiner = joiner
        self._text = text
        self._marked = marked

    def edits(self, lines: Sequence[Line]) -> Iterator[Edit]:
        """Yield the edits of all gaps in text order."""
        if not lines:
            yield from self._fill(Span(0, len(self._text)), "", "blank.edge")
            return
        layout = Layout(lines)
        yield from self._fill(Span(0, lines[0].span.start), "", "blank.edge")
        for index in range(1, len(lines)):
            yield from self._between(layout, index)
        yield from self._fill(Span(lines[-1].span.end, len(self._text)), "", "blank.edge")

    def _between(self, layout: Layout, index: int) -> Iterator[Edit]:
        before, line = layout.lines[index - 1], layout.lines[index]
        gap = Span(before.span.end, line.span.start)
        if not layout.continues(index):
            yield from self._fill(gap, PARAGRAPH, "paragraph")
        elif before.breaks_word:
            yield self.joiner.across(before, line)
        else:
            yield from self._fill(gap, " ", "page.break" if layout.is_page_break(index) else "line.wrap")

    def _fill(self, gap: Span, separator: str, rule: str) -> Iterator[Edit]:
        """Write ``separator`` over the first piece of the gap that no mark takes; further pieces go."""
        start = gap.start
        while start < gap.end:
            end = start
            while end < gap.end and not self._marked[end]:
                end += 1
            piece = self._text[start:end]
            if piece:
                if piece != separator:
                    yield Edit(start, end, separator, _dropped(piece) or rule)
                separator = ""
            start = end + 1


def _dropped(piece: str) -> str | None:
    """Return the rule that let a line without text fall into a gap, if one did."""
    if not piece.strip():
        return None
    if PAGE_NUMBER.fullmatch(piece.strip()):
        return "page.number"
    return "markdown.rule" if all(is_rule(line) for line in piece.split("\n") if line.strip()) else "page.furniture"


def _runs(text: str, lines: Sequence[Line]) -> Iterator[Edit]:
    """Yield the edits that make one blank of many, or a tab where it keeps the numbers of two cells apart."""
    for line in lines:
        for run in _BLANKS.finditer(text, *line.span):
            wide = "\t" in run[0] or len(run[0]) > 2
            cells = wide and text[run.start() - 1].isdigit() and text[run.end()].isdigit()
            if run[0] != (blank := "\t" if cells else " "):
                yield Edit(run.start(), run.end(), blank, "blank.run")
