r"""Finding quotes in a source: sentences as a person copied them, and pieces of these sentences.

A person copies a sentence with white space collapsed and line-break hyphens joined («дву-\n\nх» as
«двух»). It is found again letter by letter, over white space, soft hyphens and hyphens that end a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from svodka.core.records import Spans
from svodka.core.spans import Span

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_NEXT = re.compile(r"\s+\w")
_OCCURRENCE = re.compile(r"(.*)~(\d+)", re.DOTALL)
_BREAK = re.compile(r"(?<=\w)-\s+(?=\w)|\s+")


@dataclass(frozen=True, slots=True)
class Located:
    """A sentence and where each of its characters stands in the source (white space stands nowhere: -1)."""

    text: str
    offsets: tuple[int, ...]

    @property
    def span(self) -> Span:
        """The stretch of the source from the first letter to the last."""
        placed = [offset for offset in self.offsets if offset >= 0]
        return Span(placed[0], placed[-1] + 1)

    def quote(self, quote: str) -> tuple[Spans, str]:
        r"""Return the source spans and the clean reading of a quote.

        Args:
            quote: A piece of the sentence; ``" … "`` parts the pieces of a discontinuous one, ``~2`` at the
                end means that the second occurrence of the first piece is meant.

        Raises:
            ValueError: If it does not stand in the sentence.

        Examples:
            >>> [place] = locate("Гомельской и Брянской облас-\nтей.", ["Гомельской и Брянской областей."])
            >>> place.quote("Гомельской … областей")
            (((0, 10), (22, 32)), 'Гомельской областей')
        """
        marked = _OCCURRENCE.fullmatch(quote)
        text, occurrence = (marked[1], int(marked[2])) if marked else (quote, 1)
        position, spans = 0, []
        pieces = text.split(" … ")
        for number, piece in enumerate(pieces):
            start = self._find(piece, position, 1 if number else occurrence)
            position = start + len(piece)
            spans.append((self.offsets[start], self.offsets[position - 1] + 1))
        return tuple(spans), " ".join(pieces)

    def _find(self, piece: str, position: int, occurrence: int) -> int:
        start = position - 1
        for _ in range(occurrence):
            start = self.text.find(piece, start + 1)
            if start < 0 or piece != piece.strip() or not piece:
                raise ValueError(f"quote not found: {piece!r}")
        return start


def locate(source: str, sentences: Sequence[str]) -> tuple[Located, ...]:
    """Find sentences, given in text order, in a source.

    Raises:
        ValueError: If one does not stand after the one before it.
    """
    position = 0
    found = []
    for text in sentences:
        offsets = _search(source, text, position)
        if offsets is None:
            raise ValueError(f"sentence not found after offset {position}: {text[:60]!r}")
        found.append(Located(text, offsets))
        position = found[-1].span.end
    return tuple(found)


def _search(source: str, text: str, position: int) -> tuple[int, ...] | None:
    first = text.strip()[:1]
    start = source.find(first, position) if first else -1
    while start >= 0:
        offsets = _match(source, text, start)
        if offsets is not None:
            return offsets
        start = source.find(first, start + 1)
    return None


def _match(source: str, text: str, position: int) -> tuple[int, ...] | None:
    """Return the offset of each letter of ``text`` if it stands at ``position``, else ``None``."""
    offsets = []
    for character in text:
        if character.isspace():
            offsets.append(-1)
            continue
        position = _skip(source, character, position)
        if position >= len(source) or source[position] != character:
            return None
        offsets.append(position)
        position += 1
    return tuple(offsets)


def _skip(source: str, character: str, position: int) -> int:
    """Return where the next letter stands, past white space and hyphens that only break a line."""
    while position < len(source):
        here = source[position]
        soft = here == "-" and character != "-" and _NEXT.match(source, position + 1)
        if not (here.isspace() or here in _INVISIBLE or soft):
            break
        position += 1
    return position


def reads_as(source: str, spans: Spans, text: str) -> bool:
    r"""Tell whether ``text`` is a clean reading of ``spans``.

    White space is collapsed, and each line-break hyphen is either kept or dropped.

    Examples:
        >>> reads_as("много-\n\nлетний план", ((0, 12), (13, 17)), "многолетний план")
        False
        >>> reads_as("много-\n\nлетний план", ((0, 14), (15, 19)), "многолетний план")
        True
    """
    pieces = [source[start:end] for start, end in spans]
    pattern = " ".join(_pattern("".join(c for c in piece if c not in _INVISIBLE)) for piece in pieces)
    return re.fullmatch(pattern, text) is not None


def _pattern(piece: str) -> str:
    """Return a pattern of all clean readings of a piece of the source."""
    position, parts = 0, []
    for match in _BREAK.finditer(piece):
        parts += [re.escape(piece[position : match.start()]), "-? ?" if match[0][0] == "-" else " "]
        position = match.end()
    parts.append(re.escape(piece[position:]))
    return "".join(parts)
