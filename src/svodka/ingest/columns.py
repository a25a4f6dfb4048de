"""Lines of a page set in columns: where each stands, and whether it goes on with the paragraph of the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

Box = tuple[int, int, int, int]
"""Left, bottom, right and top, in points."""

_PLACE = 6
_WINDOW = 8
_INDENT = 0.5
_LEADING = 1.5
_SLACK = 2
_ENDS = re.compile(r"[.!?:;…][»”\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page."""

    text: str
    box: Box

    @property
    def key(self) -> tuple[str, int]:
        """What the line shares with the same line of other pages: its words, digits aside, and its height."""
        return re.sub(r"\d+", "#", " ".join(self.text.split())), round(self.box[1] / _PLACE)

    @property
    def first_word(self) -> float:
        """The width of the first word with its blank, in points."""
        return (self.box[2] - self.box[0]) * (len(self.text.split()[0]) + 1) / len(self.text)


def continuations(lines: Sequence[Line]) -> list[bool]:
    """Tell of each line whether it goes on with the paragraph of the line before.

    It does where the line before had no room for its first word, and where it is neither indented nor set off. At the
    top of a column a sentence that has ended ends the paragraph too.

    Examples:
        >>> boxes = [(50, 100, 200, 109), (40, 88, 198, 97), (40, 76, 90, 85), (50, 64, 200, 73)]
        >>> texts = ["Главы регионов обсудили", "поставки техники и план", "работы.", "На встрече отмечено, что"]
        >>> continuations([Line(text, box) for text, box in zip(texts, boxes)])
        [False, True, True, False]
    """
    runs = _runs(lines)
    found: list[bool] = []
    for index, line in enumerate(lines):
        before = lines[index - 1]
        if index == 0:
            found.append(False)
        elif before.text.endswith(("\ufffe", "\u00ad")):
            found.append(True)
        elif runs[index] == runs[index - 1]:
            near = _near(lines, runs, index)
            found.append(
                _is_full(before, line, near) and not _is_indented(line, near) and not _is_apart(before, line, near)
            )
        else:
            full = _is_full(before, line, _near(lines, runs, index - 1))
            found.append(full and not _is_indented(line, _near(lines, runs, index)) and not _ENDS.search(before.text))
    return found


def _runs(lines: Sequence[Line]) -> list[int]:
    """Number the columns: one ends where the next line is not below, or stands beside."""
    numbers: list[int] = []
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else line
        below = line.box[1] < before.box[1]
        beside = line.box[0] >= before.box[2] or line.box[2] <= before.box[0]
        numbers.append((numbers[-1] if numbers else 0) + (index > 0 and (not below or beside)))
    return numbers


def _near(lines: Sequence[Line], runs: Sequence[int], index: int) -> list[Line]:
    """Return the lines around one, of its column."""
    window = range(max(0, index - _WINDOW), min(len(lines), index + _WINDOW))
    return [lines[i] for i in window if runs[i] == runs[index]]


def _is_full(before: Line, line: Line, near: Sequence[Line]) -> bool:
    return before.box[2] + line.first_word >= max(other.box[2] for other in near) - _SLACK


def _is_indented(line: Line, near: Sequence[Line]) -> bool:
    return line.box[0] - min(other.box[0] for other in near) > _INDENT * (line.box[3] - line.box[1])


def _is_apart(before: Line, line: Line, near: Sequence[Line]) -> bool:
    steps = [a.box[1] - b.box[1] for a, b in pairwise(near) if a.box[1] > b.box[1]]
    return before.box[1] - line.box[1] > _LEADING * median(steps or [0])
