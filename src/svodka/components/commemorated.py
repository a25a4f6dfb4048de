"""What people remember: holidays, wars, jubilees of victories."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from svodka.components import clauses, titled
from svodka.core.findings import MentionFinding
from svodka.core.spans import Span
from svodka.language.morphology import Morphology
from svodka.rules import titled as words
from svodka.rules.dates.holidays import is_day
from svodka.rules.rule import fold

_JUBILEE = re.compile(r"\d+-лет[а-я]+$")
_LONGEST_HOLIDAY = 7


def commemorated(doc: Doc, quotes: Sequence[Span], morphology: Morphology) -> Iterator[MentionFinding]:
    """Yield holidays («День единения народов …»), quoted days, wars and jubilees by name."""
    begins = {quote.start: quote for quote in quotes}
    for head in doc:
        lemma = clauses.lemma(head)
        quote = begins.get(head.idx - 1)
        if lemma == words.WAR or _JUBILEE.search(head.lower_):
            span = _war(head) if lemma == words.WAR else _jubilee(head)
            if span is not None:
                kind, rule = ("other", "evt.war") if lemma == words.WAR else ("anniversary", "evt.jubilee")
                yield titled.event(doc, span, rule, kind, morphology)  # type: ignore[arg-type]
        elif lemma in words.EVENT_DAYS and head.text[:1].isupper() and quote is not None:
            yield titled.event(doc, quote, "evt.quoted_day", "forum", morphology)
        elif lemma in words.EVENT_DAYS and (stop := _holiday(head)) > head.i + 1:
            yield titled.event(doc, clauses.extent(list(doc[head.i : stop])), "evt.holiday", "holiday", morphology)


def _war(head: Token) -> Span | None:
    """Return a war with its adjectives, the first of them with a capital: «Вторая мировая война»."""
    start = head.i
    while start > head.sent.start and head.doc[start - 1].pos_ == "ADJ":
        start -= 1
    named = start < head.i - 1 and head.doc[start].text[:1].isupper()
    return clauses.extent(list(head.doc[start : head.i + 1])) if named else None


def _jubilee(head: Token) -> Span | None:
    """Return a jubilee: «80-летие Победы», with the war in which it was won."""
    stop = head.i + 1
    while stop < head.sent.end and head.doc[stop].pos_ == "ADJ" and head.doc[stop].text[:1].isupper():
        stop += 1
    if stop >= head.sent.end or clauses.lemma(head.doc[stop]) not in words.REMEMBERED:
        return None
    if not head.doc[head.i + 1].text[:1].isupper():
        return None
    after = head.doc[stop + 1 : min(stop + 5, head.sent.end)]
    war = next((token for token in after if clauses.lemma(token) == words.WAR), None)
    last = war if war is not None and after[0].lower_ in ("в", "во") and _war(war) is not None else head.doc[stop]
    return clauses.extent(list(head.doc[head.i : last.i + 1]))


def _holiday(head: Token) -> int:
    """Return where a holiday ends; one in lower case must be in the calendar («день защиты детей»)."""
    doc, stop = head.doc, head.i + 1
    if clauses.feature(head, "Number") == "Plur":
        return stop
    if head.text[:1].islower():
        ends = range(min(stop + _LONGEST_HOLIDAY, head.sent.end), stop, -1)
        return next((end for end in ends if is_day(fold(doc[stop:end].text))), stop)
    while stop < head.sent.end and (
        (clauses.case(doc[stop]) == "Gen" and doc[stop].pos_ in ("NOUN", "PROPN", "ADJ"))
        or (doc[stop].lower_ == "и" and stop + 1 < head.sent.end and clauses.case(doc[stop + 1]) == "Gen")
    ):
        stop += 1
    return stop
