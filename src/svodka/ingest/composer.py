"""Text from parts: paragraphs become blocks of one text, and each block keeps where it came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from svodka.core.source import Block
from svodka.core.spans import Span

SEPARATOR = "\n\n"


class Composer:
    r"""Put a text together, part by part, with an empty line between two parts.

    Examples:
        >>> composer = Composer()
        >>> composer.add("Итоги", "heading", paragraph=1); composer.row(["Год", "Тонн"], paragraph=2)
        >>> composer.text, [tuple(block.span) for block in composer.blocks]
        ('Итоги\n\n| Год | Тонн |', [(0, 5), (7, 21)])
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._length = 0

    @property
    def text(self) -> str:
        """The text so far."""
        return SEPARATOR.join(self._parts)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks so far, in text order."""
        return tuple(self._blocks)

    def add(
        self,
        text: str,
        kind: str,
        *,
        paragraph: int | None = None,
        lines: tuple[int, int, int, int] | None = None,
    ) -> None:
        """Add a part; one without text is passed over."""
        text = text.strip()
        if not text:
            return
        start = self._length + (len(SEPARATOR) if self._parts else 0)
        self._parts.append(text)
        self._length = start + len(text)
        self._blocks.append(Block(kind, Span(start, self._length), lines=lines, paragraph=paragraph))

    def row(self, cells: Sequence[str], *, paragraph: int | None = None) -> None:
        """Add the row of a table as one line; bars keep its cells apart."""
        filled = [" ".join(cell.split()) for cell in cells]
        if any(filled):
            self.add(f"| {' | '.join(filled)} |", "table", paragraph=paragraph)

    def furniture(self, texts: Iterable[str]) -> None:
        """Add what the pages repeat, each text once."""
        for text in dict.fromkeys(text.strip() for text in texts):
            self.add(text, "furniture")


def letters(text: str) -> int:
    """Return how many letters and digits a text has: what no reader may lose.

    Examples:
        >>> letters("Рост – 5 %")
        5
    """
    return sum(map(str.isalnum, text))
