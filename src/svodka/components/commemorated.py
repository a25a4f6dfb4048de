"""What people remember: holidays, wars, jubilees of victories."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from svodka.components import titled
from svodka.components.normal_forms import NormalForms
from svodka.core.findings import MentionFinding
from svodka.core.spans import Span
from svodka.language.columns import Columns
from svodka.rules import titled as words
from svodka.rules.dates.holidays import is_day

_JUBILEE = re.compile(r"\d+-лет[а-я]+$")
_LONGEST_HOLIDAY = 7


def commemorated(columns: Columns, quotes: Sequence[Span], forms: NormalForms) -> Iterator[MentionFinding]:
    """Yield holidays («День единения народов …»), quoted days, wars and jubilees by name."""
    begins = {quote.start: quote for quote in quotes}
    for head in columns.with_lemma(words.EVENT_DAYS):
        quote = begins.get(columns.starts[head] - 1)
        if quote is not None and columns.capitals[head]:
            yield titled.event(quote, "evt.quoted_day", "forum", forms)
        elif (stop := _holiday(columns, head)) > head + 1:
            yield titled.event(columns.span(head, stop), "evt.holiday", "holiday", forms)
    for head in columns.with_lemma((words.WAR,)):
        war = _war(columns, head)
        if war is not None:
            yield titled.event(war, "evt.war", "other", forms)
    for head in _jubilees(columns):
        jubilee = _jubilee(columns, head)
        if jubilee is not None:
            yield titled.event(jubilee, "evt.jubilee", "anniversary", forms)


def _war(columns: Columns, head: int) -> Span | None:
    """Return a war with its adjectives, the first of them with a capital: «Вторая мировая война»."""
    start = head
    while start > columns.sentences[head].start and columns.pos[start - 1] == "ADJ":
        start -= 1
    return columns.span(start, head + 1) if start < head - 1 and columns.capitals[start] else None


def _jubilees(columns: Columns) -> list[int]:
    """Return the words like «80-летие»."""
    if "-лет" not in columns.folded_text:
        return []
    return [index for index, word in enumerate(columns.lowers) if "-лет" in word and _JUBILEE.search(word)]


def _jubilee(columns: Columns, head: int) -> Span | None:
    """Return a jubilee: «80-летие Победы», with the war in which it was won."""
    stop, end = head + 1, columns.sentences[head].stop
    while stop < end and columns.pos[stop] == "ADJ" and columns.capitals[stop]:
        stop += 1
    if stop >= end or columns.lemmas[stop] not in words.REMEMBERED or not columns.capitals[head + 1]:
        return None
    after = range(stop + 1, min(stop + 5, end))
    war = next((index for index in after if columns.lemmas[index] == words.WAR), None)
    won = war is not None and columns.lowers[stop + 1] in ("в", "во") and _war(columns, war) is not None
    return columns.span(head, (war if war is not None and won else stop) + 1)


def _holiday(columns: Columns, head: int) -> int:
    """Return where a holiday ends; one in lower case must be in the calendar («день защиты детей»)."""
    stop, end = head + 1, columns.sentences[head].stop
    if columns.number(head) == "Plur":
        return stop
    if columns.texts[head][:1].islower():
        ends = range(min(stop + _LONGEST_HOLIDAY, end), stop, -1)
        return next((end for end in ends if is_day(columns.folded_text[slice(*columns.span(stop, end))])), stop)
    while stop < end and (
        (columns.case(stop) == "Gen" and columns.pos[stop] in ("NOUN", "PROPN", "ADJ"))
        or (columns.lowers[stop] == "и" and stop + 1 < end and columns.case(stop + 1) == "Gen")
    ):
        stop += 1
    return stop
