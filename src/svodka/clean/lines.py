"""Lines of a source and the gaps between them: is a line break only a wrap, or does a paragraph end there?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from svodka.clean.marks import mask
from svodka.core.source import Block
from svodka.core.spans import Edit, Span
from svodka.rules.layout import BULLET, HEADING, PAGE_NUMBER, is_list_item, is_rule, is_table_row

HYPHENS = "-‐\u00ad\ufffe¬"
"""What a broken word may end with; U+FFFE is pdfium's mark."""

_ENDS = re.compile(r"[.!?…;:][»”\"')\]]*$")
_LINE = re.compile(r"[^\n\f\v\x85\u2028\u2029]+")
_WRAPPED = 0.2
_PAGE = 400
_EDGE, _SHORT, _TINY, _HALF, _ROOM = 0.75, 0.85, 0.6, 0.5, 1.05


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds text.

    Attributes:
        span: From its first to behind its last character that is neither a mark nor white space.
        text: How the span reads without marks.
        raw: The whole line of the source.
        gap: The source between this line and the one before.
        follows: Whether the line goes on with the paragraph of the one before, where the reader could see that.
    """

    span: Span
    text: str
    raw: str
    gap: str
    follows: bool | None = None

    @property
    def is_alone(self) -> bool:
        """Whether the line is a heading or a table row, which no other line continues."""
        return bool(HEADING.match(self.raw)) or is_table_row(self.raw.strip())

    @property
    def is_shouted(self) -> bool:
        """Whether the line is in capitals."""
        return self.text.isupper() and sum(map(str.isalpha, self.text)) > 12

    @property
    def breaks_word(self) -> bool:
        """Whether the line ends inside a word."""
        return len(self.text) > 1 and self.text[-1] in HYPHENS and self.text[-2].isalnum()

    @property
    def ends(self) -> bool:
        """Whether the line ends like a sentence, a clause of a list, or an announcement."""
        return bool(_ENDS.search(self.text))

    @property
    def goes_on(self) -> bool:
        """Whether the line starts with a small letter, so that it probably continues the one before."""
        return self.text[0].islower()


def split_lines(text: str, marks: Sequence[Edit], *, markdown: bool, blocks: Sequence[Block] = ()) -> list[Line]:
    r"""Return the lines of ``text`` that hold text; rules of Markdown, page numbers and furniture fall into the gaps.

    Examples:
        >>> [(line.text, line.gap) for line in split_lines("Минск\n\n---\nБрест", [], markdown=True)]
        [('Минск', ''), ('Брест', '\n\n---\n')]
    """
    numbers, gone = _page_numbers(text), mask(text, marks)
    starts = [block.span.start for block in blocks]
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        if match.start() in numbers or (markdown and is_rule(match[0])):
            continue
        block = _block_at(match.start(), blocks, starts)
        if block and block.kind == "furniture":
            continue
        span = _kept(text, gone, *match.span())
        if span:
            follows = block.continues if block else None
            reading = text[slice(*span)]
            if gone.find(1, *span) >= 0:
                reading = "".join(text[i] for i in range(*span) if not gone[i])
            lines.append(Line(span, reading, match[0], text[lines[-1].span.end if lines else 0 : span.start], follows))
    return lines


def _kept(text: str, gone: bytearray, start: int, end: int) -> Span | None:
    """Return a line from its first to behind its last character that is neither gone nor white space."""
    while start < end and (gone[start] or text[start].isspace()):
        start += 1
    while start < end and (gone[end - 1] or text[end - 1].isspace()):
        end -= 1
    return Span(start, end) if start < end else None


def _block_at(position: int, blocks: Sequence[Block], starts: Sequence[int]) -> Block | None:
    """Return the block in which a line starts; ``starts`` are the blocks' own, in order."""
    index = bisect_right(starts, position) - 1
    return blocks[index] if index >= 0 and position < blocks[index].span.end else None


def _page_numbers(text: str) -> set[int]:
    """Return where page numbers start: at a form feed, inside a broken word, or counting on."""
    lines = [match for match in _LINE.finditer(text) if PAGE_NUMBER.fullmatch(match[0])]
    numbers = {line.start(): int("".join(filter(str.isdigit, line[0]))) for line in lines}
    beside = {line.start() for line in lines if _is_page_end(text, *line.span())}
    counting = [
        (a.start(), b.start())
        for a, b in pairwise(lines)
        if numbers[b.start()] == numbers[a.start()] + 1 and b.start() - a.end() > _PAGE
    ]
    return beside.union(*counting)


def _is_page_end(text: str, start: int, end: int) -> bool:
    """Tell whether a page ends where a number stands: beside a form feed, or inside a word."""
    before, after = text[max(0, start - 4) : start], text[end : end + 4]
    parts = before.rstrip()[-1:] in tuple(HYPHENS) and after.lstrip()[:1].islower()
    return parts or "\f" in before[-2:] or "\f" in after[:2]


class Layout:
    r"""How the lines of one document are set, and from that, which of them continue the line before.

    A kind of break (with or without an empty line) is a wrap where full lines often end inside a sentence:
    without an end mark, before a small letter. Where breaks of the kind are wraps, a paragraph still ends at
    a short line that ends a sentence, before a list item, and around headings and table rows.

    Examples:
        >>> lines = split_lines("Подписано новое\nсоглашение о\nторговле.", [], markdown=False)
        >>> [Layout(lines).continues(i) for i in (1, 2)]
        [True, True]
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self._widths = [len(line.text) for line in lines]
        self._column = sorted(self._widths)[len(lines) * 9 // 10]
        self._wraps = {blank: self._is_wrap(blank) for blank in (False, True)}

    def _is_wrap(self, blank: bool) -> bool:
        pairs = [
            (before, line)
            for before, line in pairwise(self.lines)
            if _has_blank(line.gap) == blank and not (before.is_alone or line.is_alone)
        ]
        full = [(a, b) for a, b in pairs if a.breaks_word or _reach(a, b) >= _EDGE * self._column]
        broken = sum(before.breaks_word or (line.goes_on and not before.ends) for before, line in full)
        return broken > 0 and broken >= _WRAPPED * len(full)

    def continues(self, index: int) -> bool:
        """Tell whether line ``index`` goes on with the sentence or paragraph of the line before."""
        before, line = self.lines[index - 1], self.lines[index]
        if before.is_alone or line.is_alone or BULLET.match(line.text):
            return False
        if line.follows is not None:
            return line.follows or before.breaks_word
        if before.breaks_word or ("\f" in line.gap and line.goes_on and not before.ends):
            return True
        return self._wraps[_has_blank(line.gap)] and self._is_full(index)

    def is_page_break(self, index: int) -> bool:
        """Tell whether a page ends before line ``index``: by a form feed or the want of an empty line."""
        gap = self.lines[index].gap
        return "\f" in gap or (self._wraps[True] and gap.endswith("\n ") and not _has_blank(gap))

    def _is_full(self, index: int) -> bool:
        """Tell whether the line before is broken for want of room."""
        before, line = self.lines[index - 1], self.lines[index]
        usual, reach = self._width(index), _reach(before, line)
        if is_list_item(line.text):
            own = is_list_item(before.text) and reach <= self._column  # it had room: an item of its own
            return not before.ends and not own and len(before.text) >= _SHORT * usual
        if (before.is_shouted or line.is_shouted) and not (before.text.isupper() and line.text.isupper()):
            return False
        ends = before.text.endswith((";", ":")) if line.goes_on else before.ends
        least = _SHORT if ends else _HALF if line.goes_on else _TINY
        return len(before.text) >= least * usual or reach > _ROOM * usual

    def _width(self, index: int) -> float:
        """Return the usual width of the lines around the break before line ``index``."""
        return max(median(self._widths[max(0, index - 3) : index + 3]), self._widths[index])


def _reach(before: Line, line: Line) -> int:
    """Return how long the line before would be with the first word of the next."""
    return len(before.text) + 1 + len(line.text.split()[0])


def _has_blank(gap: str) -> bool:
    return gap.count("\n") > 1
