"""Roads, stations and other works: adjective and head («Ленинградское шоссе»), quoted name, number of a road."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from svodka.components import clauses
from svodka.core.findings import MentionFinding
from svodka.core.records import Spans
from svodka.core.spans import Span
from svodka.language.morphology import Morphology
from svodka.rules import facilities
from svodka.rules.rule import search

_JOINTS = ("и", ",", "или", "до")


def works(doc: Doc, quotes: Sequence[Span], morphology: Morphology) -> Iterator[MentionFinding]:
    """Yield the named works of a document."""
    text = doc.text
    for match in search(facilities.FACILITY_NAMES, text):
        if text[match.span.start].isupper():
            yield _found((match.span,), match.rule, text[slice(*match.span)])
    for quote in quotes:
        head = clauses.token_ending(doc, quote.start - 1)
        named = head is not None and clauses.lemma(head) in facilities.FACILITIES
        if named and not text[quote.start + 1].islower():
            yield _found((quote,), "loc.quoted", text[slice(*quote)])
    for head in doc:
        lemma = clauses.lemma(head)
        if lemma in facilities.HOUSES and (stop := _house(head)) > head.i + 1:
            tokens = list(doc[head.i : stop])
            yield _found((clauses.extent(tokens),), "loc.house", clauses.nominative(tokens, morphology))
        elif lemma in facilities.ROADS and clauses.feature(head, "Number") != "Plur":
            yield from _roads(head, morphology)


def _house(head: Token) -> int:
    """Return where a house named by its use ends: «Дом правительства»; at the head where it is any house."""
    after = head.doc[head.i + 1 : min(head.i + 2, head.sent.end)]
    named = head.text[:1].isupper() and head.text[1:].islower() and not head.is_sent_start and len(after) == 1
    served = named and clauses.case(after[0]) == "Gen" and clauses.lemma(after[0]) in facilities.SERVED
    return head.i + 2 if served else head.i + 1


def _roads(head: Token, morphology: Morphology) -> Iterator[MentionFinding]:
    """Yield a work named by capital adjectives; several share the head: «от Киевского до Минского шоссе»."""
    stop = head.i
    while stop > head.sent.start:
        start = _first_capital(head, stop)
        if start is None:
            return
        before = head.doc[start:stop]
        name = " ".join([*(_agreeing(token, head, morphology) for token in before), clauses.lemma(head)])
        whole = (clauses.extent([*before, head]),)
        spans = whole if stop == head.i else (clauses.extent(list(before)), clauses.extent([head]))
        joined = start > head.sent.start and head.doc[start - 1].lower_ in _JOINTS
        several = joined and _first_capital(head, start - 1) is not None
        yield _found(spans, "loc.work" if stop == head.i and not several else "loc.coordinated", name)
        if not several:
            return
        stop = start - 1


def _agreeing(adjective: Token, head: Token, morphology: Morphology) -> str:
    gender = clauses.feature(head, "Gender") or None
    return morphology.inflect(adjective.text, case="Nom", number="Sing", gender=gender) or str(adjective.text)


def _first_capital(head: Token, stop: int) -> int | None:
    """Return where a run of adjectives that ends before ``stop`` has its first capital inside a sentence."""
    first: int | None = None
    index = stop
    while index > head.sent.start and head.doc[index - 1].pos_ == "ADJ":
        index -= 1
        if head.doc[index].text[:1].isupper() and not head.doc[index].is_sent_start:
            first = index
    return first


def _found(spans: Spans, rule: str, name: str) -> MentionFinding:
    return MentionFinding(spans=spans, rule=rule, label="LOC", name=name, kind="facility")
