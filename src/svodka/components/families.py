"""Persons who share a surname: «Ивана и Павла Дегтярёвых»."""

from __future__ import annotations

import re

from svodka.components.normal_forms import NormalForms
from svodka.core.findings import MentionFinding
from svodka.language.columns import Columns, Name

_PLURAL = re.compile(r"(?P<stem>[А-ЯЁ][а-яё-]+?(?:[оеё]в|[иы]н|[сц]к))(?P<end>ы|ых|ым|ыми|ие|их|им|ими)$")
_MALE = {"к": "ий", "в": "", "н": ""}
_FEMALE = {"к": "ая", "в": "а", "н": "а"}


def family(columns: Columns, person: Name, forms: NormalForms) -> tuple[MentionFinding, ...]:
    """Return the two persons of «Анна и Мария Соколовы», nobody where no surname in the plural is shared."""
    words = [index for index in range(person.start, person.stop) if not columns.texts[index].isspace()]
    first, last = words[0], words[-1]
    surname = _PLURAL.match(columns.texts[last]) if len(words) in (2, 4) else None
    if surname is None:
        return ()
    start = max(columns.sentences[person.start].start, first - 2) if len(words) == 2 else first
    other, given = start, words[-2]
    joined = len(words) == 4 or start == first - 2
    if not joined or columns.lowers[start + 1] != "и" or not _is_first_name(columns, other, given):
        return ()
    pieces = (
        (other, (columns.span(other, other + 1), columns.span(last, last + 1))),
        (given, (columns.span(given, last + 1),)),
    )
    return tuple(
        MentionFinding(
            spans=spans,
            rule="per.coordinated",
            label="PER",
            name=f"{forms.of_words(name, name + 1)} {_singular(surname, columns.features[name].get('Gender', ''))}",
        )
        for name, spans in pieces
    )


def _is_first_name(columns: Columns, index: int, other: int) -> bool:
    """Tell whether a word stands as a first name beside another one, in its case."""
    capital = columns.capitals[index] and columns.texts[index][1:].islower()
    cases = {columns.case(index), columns.case(other)}
    alike = len(cases) == 1 or cases == {"Gen", "Acc"}  # of persons these look alike
    return capital and columns.pos[index] in ("PROPN", "NOUN") and alike


def _singular(surname: re.Match[str], gender: str) -> str:
    endings = _FEMALE if gender == "Fem" else _MALE
    return surname["stem"] + endings[surname["stem"][-1]]
