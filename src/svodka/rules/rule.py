"""The form of a surface rule table: every row says what it finds, what it means, and proves itself by examples.

Rows are verbose regular expressions over folded text; ``table`` searches many of them together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from svodka.core.spans import Span
from svodka.rules.cues import Places, cues_of
from svodka.rules.patterns import compiled

V = TypeVar("V")
Groups = Mapping[str, str]

_FOLDS = {"ё": "е"}
_FOLDS |= dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f", " ")
_FOLDS |= dict.fromkeys("‒–—―−", "–")
_FOLDS |= dict.fromkeys("\u2010\u2011", "-")
_LONGER = "İ"  # the one letter that is two characters when it is small


def fold(text: str) -> str:
    r"""Return ``text`` made plain for matching, with exactly as many characters.

    Letters become small, ё becomes е, every blank but a line break a space, every dash an en dash.

    Examples:
        >>> fold("Всё\u00a0— СЕЛО")
        'все – село'
    """
    folded = text.replace(_LONGER, "i").lower()
    for char, plain in _FOLDS.items():
        if char in folded:
            folded = folded.replace(char, plain)
    return folded


REMEMBERED_WORDS = 8192
"""Of how many words a process remembers what it has found out: about as many as some hundred documents hold."""

fold_word = lru_cache(REMEMBERED_WORDS)(fold)
"""Do as ``fold`` for single words, which come again and again."""


def words(text: str) -> frozenset[str]:
    """Return the words of a closed class, written as one text."""
    return frozenset(text.split())


def spaced(text: str) -> str:
    r"""Return text with single blanks, as tables of phrases have them.

    Examples:
        >>> spaced("не\n  менее")
        'не менее'
    """
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Rule(Generic[V]):
    """One row of a table.

    Attributes:
        id: Stable name, written into records.
        pattern: Verbose regular expression over folded text. A group named ``span`` (in a second alternative
            ``span2``) narrows the evidence; the rest of the match is context, which still takes part in settling
            overlaps.
        value: Makes the value from the named groups that took part; ``None`` rejects the match.
        finds: Examples, ``"подписано [15 марта 2024 г.|2024-03-15]"``: evidence and how its value is shown.
        skips: Counter-examples, sentences in which this row must find nothing.
        cue: A plain pattern, quick to look for, that every match holds; the row is tried only around it.
        opening: A pattern like a cue where every match begins; the row is tried only there.
    """

    id: str
    pattern: str
    value: Callable[[Groups], V | None]
    finds: tuple[str, ...]
    skips: tuple[str, ...] = ()
    cue: str = ""
    opening: str = ""


@dataclass(frozen=True, slots=True)
class Match(Generic[V]):
    """A row that matched: the evidence, the whole text that it claims, the value, and the row's id."""

    span: Span
    claim: Span
    value: V
    rule: str


def trap(groups: Groups) -> bool:
    """Be the value of a row in a table of traps: the text is claimed and means nothing."""
    return True


_SPANS = ("span", "span2")


def matches(rule: Rule[V], folded: str, places: Places | None = None) -> Iterable[Match[V]]:
    """Yield what one row finds in folded text, overlaps with other rows not yet settled.

    Args:
        rule: The row.
        folded: Folded text.
        places: Where its cue and its opening stand, if they were looked for before.
    """
    places = cues_of((rule.cue, rule.opening)).places(folded) if places is None else places
    for found in _found(rule, folded, places):
        groups = {name: text for name, text in found.groupdict().items() if text is not None}
        value = rule.value(groups)
        if value is not None:
            inner = next((name for name in _SPANS if name in groups), None)
            span = Span(*found.span(inner)) if inner else Span(*found.span())
            yield Match(span, Span(*found.span()), value, rule.id)


def _found(rule: Rule[V], folded: str, places: Places) -> Iterator[re.Match[str]]:
    """Yield where the pattern of a row matches, which is compiled only where it may."""
    if not rule.opening:
        for start, end in places.windows(rule.cue):
            yield from compiled(rule.pattern).finditer(folded, start, end)
        return
    reached = 0
    for start, end in places.tries(rule.cue, rule.opening):
        if start >= reached and (found := compiled(rule.pattern).match(folded, start, end)):
            reached = found.end()
            yield found


_MARK = re.compile(r"\[([^\]|]+)\|([^\]]*)\]")


def unmark(example: str) -> tuple[str, set[tuple[str, str]]]:
    """Split a marked example into its plain sentence and the set of (evidence, shown value) pairs.

    Examples:
        >>> unmark("с [2009 года|2009/..] по сей день")
        ('с 2009 года по сей день', {('2009 года', '2009/..')})
    """
    return _MARK.sub(r"\1", example), {(quote, shown) for quote, shown in _MARK.findall(example)}
