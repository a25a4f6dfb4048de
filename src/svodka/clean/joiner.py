"""Broken words of one document: what the hyphen table needs to know, and the edits it leads to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from svodka.clean.lines import HYPHENS, Line
from svodka.core.spans import Edit
from svodka.rules.hyphens import Break, Decision, Verdict, decide, decide_inline

WRITTEN: dict[Verdict, str] = {"join": "", "keep": "-", "leave": "- "}
"""What a verdict writes in place of the hyphen and the break."""

Known = Callable[[str], bool]

_WORD = re.compile(r"(?<![\w-])\w+(?:-\w+)*(?![\w-])")
_LEFT = re.compile(rf"(?<![\w-])(?:\w+-)*\w+(?=[{HYPHENS}]$)")
_RIGHT = re.compile(r"\w+(?:-\w+)*")
_MARKED = re.compile(r"(?<![\w-])(?P<left>\w+(?:-\w+)*)\ufffe\s*(?P<right>\w+(?:-\w+)*)")
_HANGING = re.compile(r"\ufffe|-(?<=\w-)[ \t\u00a0]")  # without one of these no word is broken inside a line
_BLANK = re.compile(
    r"(?<![\w-]) (?P<left> (?:\w+-)* [^\W\d_]{2,} ) - [ \t\u00a0]+ (?P<right> [^\W\d_]{2,} (?:-\w+)* )",
    re.VERBOSE,
)


class Joiner:
    """Reads the broken words of ``text``.

    Args:
        text: The source text; its unbroken words are evidence.
        is_known: Whether the dictionary has the word.
        is_adjective: Whether the dictionary has the word as an adjective.
    """

    def __init__(self, text: str, is_known: Known, is_adjective: Known) -> None:
        self._text = text
        self._is_known = is_known
        self._is_adjective = is_adjective

    @cached_property
    def _seen(self) -> frozenset[str]:
        return frozenset(match[0].lower() for match in _WORD.finditer(self._text))

    def across(self, before: Line, line: Line) -> Edit:
        """Return the edit for the word that is broken between two lines."""
        start, end = before.span.end - 1, line.span.start
        left, right = _LEFT.search(before.text), _RIGHT.match(line.text)
        if not left or not right:
            return Edit(start, end, "- ", "line.wrap")
        return _edit(start, end, decide(self._break(left[0], right[0])))

    def inline(self, lines: Sequence[Line]) -> Iterator[Edit]:
        """Yield an edit for each word that is broken inside a line, as in «торгово- промышленных»."""
        for line in lines:
            if not _HANGING.search(self._text, *line.span):
                continue
            for pattern, read in ((_MARKED, decide), (_BLANK, decide_inline)):
                for match in pattern.finditer(self._text, *line.span):
                    decision = read(self._break(match["left"], match["right"]))
                    if decision:
                        yield _edit(match.end("left"), match.start("right"), decision)

    def _break(self, left: str, right: str) -> Break:
        return Break(left, right, self._seen, self._is_known, self._is_adjective)


def _edit(start: int, end: int, decision: Decision) -> Edit:
    """Return the edit that writes the decision over the hyphen and the break."""
    return Edit(start, end, WRITTEN[decision.verdict], decision.rule, decision.alternative)
