"""Roads, stations and other works: adjective and head («Ленинградское шоссе»), quoted name, number of a road."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from svodka.components.normal_forms import NormalForms
from svodka.core.findings import MentionFinding
from svodka.core.records import Spans
from svodka.core.spans import Span
from svodka.language.columns import Columns
from svodka.rules import facilities

_HEADS = facilities.HOUSES | facilities.ROADS
_JOINTS = ("и", ",", "или", "до")


def works(columns: Columns, quotes: Sequence[Span], forms: NormalForms) -> Iterator[MentionFinding]:
    """Yield the named works of a document."""
    yield from _on_surface(columns, quotes)
    for head in columns.with_lemma(_HEADS):
        if columns.lemmas[head] in facilities.ROADS:
            if columns.number(head) != "Plur":
                yield from _roads(columns, head, forms)
        elif (stop := _house(columns, head)) > head + 1:
            yield _found((columns.span(head, stop),), "loc.house", forms.of_words(head, stop))


def _on_surface(columns: Columns, quotes: Sequence[Span]) -> Iterator[MentionFinding]:
    """Yield what the surface table finds, and quoted names after the noun of a work."""
    text = columns.text
    for match in facilities.FACILITY_NAMES.search(columns.folded_text):
        if text[match.span.start].isupper():
            yield _found((match.span,), match.rule, text[slice(*match.span)])
    for quote in quotes:
        head = columns.ending_at.get(quote.start - 1)
        named = head is not None and columns.lemmas[head] in facilities.FACILITIES
        if named and not text[quote.start + 1].islower():
            yield _found((quote,), "loc.quoted", text[slice(*quote)])


def _house(columns: Columns, head: int) -> int:
    """Return where a house named by its use ends: «Дом правительства»; at the head where it is any house."""
    after = head + 1
    if after == columns.sentences[head].stop or columns.opening[head] or not columns.capitals[head]:
        return after
    served = columns.case(after) == "Gen" and columns.lemmas[after] in facilities.SERVED
    return after + 1 if served and columns.texts[head][1:].islower() else after


def _roads(columns: Columns, head: int, forms: NormalForms) -> Iterator[MentionFinding]:
    """Yield a work named by capital adjectives; several share the head: «от Киевского до Минского шоссе»."""
    stop, first = head, columns.sentences[head].start
    gender = columns.features[head].get("Gender", "")
    while stop > first:
        start = _first_capital(columns, stop)
        if start is None:
            return
        name = " ".join([*(forms.of_adjective(i, gender=gender) for i in range(start, stop)), columns.lemmas[head]])
        whole = (columns.span(start, head + 1),)
        spans = whole if stop == head else (columns.span(start, stop), columns.span(head, head + 1))
        joined = start > first and columns.lowers[start - 1] in _JOINTS
        several = joined and _first_capital(columns, start - 1) is not None
        yield _found(spans, "loc.work" if stop == head and not several else "loc.coordinated", name)
        if not several:
            return
        stop = start - 1


def _first_capital(columns: Columns, stop: int) -> int | None:
    """Return where a run of adjectives that ends before ``stop`` has its first capital inside a sentence."""
    first: int | None = None
    index, begin = stop, columns.sentences[stop].start
    while index > begin and columns.pos[index - 1] == "ADJ":
        index -= 1
        if columns.capitals[index] and not columns.opening[index]:
            first = index
    return first


def _found(spans: Spans, rule: str, name: str) -> MentionFinding:
    return MentionFinding(spans=spans, rule=rule, label="LOC", name=name, kind="facility")
