"""Spans in fragments of one line each, as line-based annotation tools want them."""

from __future__ import annotations

import re

from svodka.core.records import Spans

_LINE = re.compile(r"[^\n\r]+")


def fragment(text: str, spans: Spans) -> Spans:
    r"""Split spans at line ends, white space at the cut left out.

    Examples:
        >>> fragment("облас-\n\nтей", ((0, 11),))
        ((0, 6), (8, 11))
    """
    pieces = []
    for start, end in spans:
        for match in _LINE.finditer(text, start, end):
            words = match[0]
            left = match.start() + len(words) - len(words.lstrip())
            if words.strip():
                pieces.append((left, left + len(words.strip())))
    return tuple(pieces)


def join_fragments(text: str, spans: Spans) -> Spans:
    r"""Join neighbours that only a line end parts.

    Examples:
        >>> join_fragments("облас-\n\nтей", ((0, 6), (8, 11)))
        ((0, 11),)
    """
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        gap = text[joined[-1][1] : start] if joined else ""
        if gap and not gap.strip() and re.search(r"[\n\r]", gap):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)
