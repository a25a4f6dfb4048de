"""Text that was decoded wrongly before it was saved: repaired where that is certain, refused where it is not."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from svodka.ingest.encoding import CODE_PAGES, beyond_ascii, russianness

_WRONG = ("latin-1", "cp1252", "cp1251", "koi8-r", "cp866", "mac-cyrillic")
"""Encodings in which bytes are commonly misread."""

_RIGHT = ("utf-8", *CODE_PAGES)
_FOREIGN = 12
_GARBAGE = 0.25
_RUSSIAN = 0.4
_LOST = 0.02
_LINES = 1024


def repair(text: str) -> tuple[str, int]:
    r"""Return the text with every misread line read right, and how many lines that were.

    A line is repaired only where it looks like no Russian, and the same bytes read another way plainly do.

    Examples:
        >>> repair("Âñòðå÷à â Ìèíñêå\nитоги")
        ('Встреча в Минске\nитоги', 1)
        >>> repair("Встреча глав".encode().decode("cp1251"))
        ('Встреча глав', 1)
    """
    lines = text.split("\n")
    mended = [_mended(line) for line in lines]
    count = sum(line != before for line, before in zip(mended, lines, strict=True))
    return ("\n".join(mended), count) if count else (text, 0)


def _mended(line: str) -> str:
    if not _is_garbage(line):
        return line
    readings = [reading for wrong in _WRONG for right in _RIGHT if (reading := _reread(line, wrong, right))]
    best = max(readings, key=russianness, default=line)  # the first of equals
    return best if russianness(best) >= _RUSSIAN else line


@lru_cache(_LINES)
def _is_garbage(line: str) -> bool:
    """Tell whether a line looks like no Russian; asked once to mend it, and once of what could not be mended."""
    return beyond_ascii(line) >= _FOREIGN and russianness(line) < _GARBAGE


def _reread(line: str, wrong: str, right: str) -> str | None:
    """Undo a reading in ``wrong`` of bytes in ``right``; C1 controls stand for themselves, as browsers leave them."""
    if wrong == right:
        return None
    try:
        data = b"".join(c.encode("latin-1") if "\x80" <= c <= "\x9f" else c.encode(wrong) for c in line)
        return data.decode(right)
    except UnicodeError:
        return None


def is_garbled(text: str) -> bool:
    """Tell whether much of a text is no language: lost characters, or lines that look misread and could not be mended.

    Examples:
        >>> is_garbled("Встреча глав регионов"), is_garbled("������ � ������")
        (False, True)
    """
    foreign = beyond_ascii(text)
    if text.count("\ufffd") > _LOST * max(foreign, 1):
        return True
    garbage = sum(beyond_ascii(line) for line in text.split("\n") if _is_garbage(line) and _is_misread(line))
    return garbage > 0.3 * foreign


def _is_misread(line: str) -> bool:
    """Tell whether a line has capitals inside words and signs between letters, as no language does."""
    strange = sum(
        (a.islower() and b.isupper())
        or (a.isalpha() and not (b.isalnum() or b.isspace()) and b > "\x7f" and b not in "»”’“…–—")
        for a, b in pairwise(line)
    )
    return strange > 0.15 * len(line)
