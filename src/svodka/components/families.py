"""Persons who share a surname: «Ивана и Павла Дегтярёвых»."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from svodka.components import clauses
from svodka.core.findings import MentionFinding
from svodka.language.morphology import Morphology

_PLURAL = re.compile(r"(?P<stem>[А-ЯЁ][а-яё-]+?(?:[оеё]в|[иы]н|[сц]к))(?P<end>ы|ых|ым|ыми|ие|их|им|ими)$")
_MALE = {"к": "ий", "в": "", "н": ""}
_FEMALE = {"к": "ая", "в": "а", "н": "а"}


def family(person: Span) -> tuple[MentionFinding, ...]:
    """Return the two persons of «Анна и Мария Соколовы», nobody where no surname in the plural is shared."""
    words = [token for token in person if not token.is_space]
    surname = _PLURAL.match(words[-1].text)
    first = words[0].i
    if surname is None or len(words) not in (2, 4):
        return ()
    before = person.doc[max(person.sent.start, first - 2) : first] if len(words) == 2 else person.doc[first : first + 2]
    if len(before) != 2 or before[1].lower_ != "и" or not _is_first_name(before[0], words[-2]):
        return ()
    return tuple(
        MentionFinding(
            spans=spans, rule="per.coordinated", label="PER", name=f"{_nominative(given)} {_singular(surname, given)}"
        )
        for given, spans in (
            (before[0], (clauses.extent([before[0]]), clauses.extent([words[-1]]))),
            (words[-2], (clauses.extent(words[-2:]),)),
        )
    )


def _is_first_name(token: Token, other: Token) -> bool:
    """Tell whether a word stands as a first name beside another one, in its case."""
    capital = token.text[:1].isupper() and token.text[1:].islower() and token.pos_ in ("PROPN", "NOUN")
    cases = {clauses.case(token), clauses.case(other)}
    return capital and (len(cases) == 1 or cases == {"Gen", "Acc"})  # of persons these look alike


def _nominative(given: Token) -> str:
    return clauses.nominative([given], Morphology())


def _singular(surname: re.Match[str], given: Token) -> str:
    endings = _FEMALE if clauses.feature(given, "Gender") == "Fem" else _MALE
    return surname["stem"] + endings[surname["stem"][-1]]
