"""Quantities of a Doc: the matches of the figure tables with what they count and what their clause makes of them."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from svodka.components import clauses
from svodka.core.spans import Span
from svodka.core.values import FigureValue
from svodka.language.morphology import Morphology
from svodka.rules.figures import Item, Quantity, interpret, read, shared
from svodka.rules.rule import Match, fold, words

_MOST_ADJECTIVES = 4
_NOT_COUNTED = words("год раз половина место т сторона сутки день час минута секунда неделя месяц квартал век % число номер летие")
_NOT_NUMBERED = words(
    "год раз половина место квартал полугодие декада число час минута день неделя месяц век столетие очередь лицо помощь рука взгляд "
    "дело план заместитель вице-премьер секретарь треть четверть часть доля зам"
)
_INDEFINITE = words("один одна одно одни одной одного одному одним одном одну одних")
# Nouns that say what is counted only with their adjective.
_TERMS = {
    "место": "рабочий посадочный бюджетный спальный койко парковочный",
    "пункт": "населенный",
    "лицо": "юридический физический",
    "средство": "транспортный",
    "комплекс": "пусковой",
    "единица": "административный штатный",
    "член": "",
}  # fmt: skip
_FEW = frozenset("234")


def found(doc: Doc, claimed: Sequence[Span], morphology: Morphology) -> list[Item]:
    """Return the quantities of a document with kind, value and unit settled, in text order.

    Args:
        doc: A Doc with tags and tree.
        claimed: Spans of other layers, in which no number is a figure.
        morphology: The dictionary.
    """
    items = [item for match in read(doc.text, claimed) if (item := _item(doc, match, morphology)) is not None]
    return shared(items, doc.text)


def _item(doc: Doc, match: Match[Quantity], morphology: Morphology) -> Item | None:
    quantity = match.value
    if quantity.needs in ("next", "previous"):
        return Item(match.span, quantity.value, match.rule, quantity.needs, quantity.scale)
    span: Span = match.span
    if quantity.needs in ("noun", "ordered"):
        counted = _counted(doc, match, morphology)
        if counted is None:
            return None
        span, unit = counted
        quantity = Quantity(quantity.value.model_copy(update={"unit": unit}), by=quantity.by, scale=quantity.scale)
    before, after = context(doc, span)
    return Item(span, interpret(quantity, before, after), match.rule, scale=quantity.scale)


def _counted(doc: Doc, match: Match[Quantity], morphology: Morphology) -> tuple[Span, str | None] | None:
    """Return the evidence with the counted noun and its adjectives, and the noun's lemma; ``None`` if nothing is counted."""
    ordered = match.value.needs == "ordered"
    noun = _noun_after(doc, match.span.end, ordered=ordered)
    last = clauses.quote(doc, match.span).lower().split()[-1]
    ratio = match.value.value.kind == "ratio"
    if noun is None:
        return (match.span, None) if ratio else None
    lemma = _lemma(noun, morphology)
    term = _term(noun, lemma)
    if ordered:
        if lemma in _NOT_NUMBERED or not _agrees(doc, match.span, noun):
            return (match.span, None) if ratio else None
    elif last in _INDEFINITE or (lemma in _NOT_COUNTED and term is None) or not _countable(match.value.value, noun):
        return None
    return Span(match.span.start, noun.idx + len(noun)), term or lemma


def _lemma(noun: Token, morphology: Morphology) -> str:
    return clauses.lemma(noun)


def _term(noun: Token, lemma: str) -> str | None:
    """Return adjective and noun of a fixed term in the nominative: «рабочее место»."""
    before = noun.nbor(-1) if noun.i else None
    if lemma not in _TERMS or before is None or clauses.lemma(before) not in _TERMS[lemma].split():
        return None
    adjective = clauses.lemma(before)
    gender = clauses.feature(noun, "Gender")
    ending = {"Neut": "ое", "Fem": "ая"}.get(gender, adjective[-2:])
    return f"{adjective[:-2]}{'ее' if ending == 'ое' and adjective.endswith('ий') and adjective[-3] in 'чщжш' else ending} {lemma}"


def _agrees(doc: Doc, span: Span, noun: Token) -> bool:
    """Tell whether an ordinal and the noun after it can be one phrase: same case and number where both are known."""
    token = clauses.token_at(doc, span.end - 1)
    if token is None:
        return False
    for name in ("Case", "Number"):
        mine, its = clauses.feature(token, name), clauses.feature(noun, name)
        if mine and its and mine != its and token.pos_ == "ADJ":
            return False
    return True


def _countable(value: FigureValue, noun: Token) -> bool:
    """Tell whether the noun's number fits: «9 класса» and «5 участке» name one thing and count none."""
    amount = value.high or value.value or ""
    if clauses.feature(noun, "Number") != "Sing" or "." in amount or len(amount) > 3:
        return True
    one = amount.endswith("1") and not amount.endswith("11")
    few = amount[-1:] in _FEW and amount[-2:-1] != "1"
    return one or (few and clauses.case(noun) in ("Gen", "Nom", "Acc", "")) or value.low is not None


def context(doc: Doc, span: Span) -> tuple[list[str], list[str]]:
    """Return the lemmas before and after a quantity in its sentence, up to the nearest semicolon."""
    token = clauses.token_at(doc, span.start)
    if token is None:
        return [], []
    before: list[str] = []
    after: list[str] = []
    for other in token.sent:
        if other.text == ";":
            if other.idx < span.start:
                before = []
            else:
                break
        elif other.idx + len(other) <= span.start:
            before.append(clauses.lemma(other))
        elif other.idx >= span.end:
            after.append(clauses.lemma(other))
    return before, after


def _noun_after(doc: Doc, offset: int, *, ordered: bool) -> Token | None:
    """Return the noun that follows a number, over at most four adjectives."""
    token = clauses.token_at(doc, offset - 1)
    index = token.i + 1 if token is not None else len(doc)
    for step in range(_MOST_ADJECTIVES + 1):
        if index >= len(doc):
            return None
        token = doc[index]
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ != "amod" and token.text[:1].isalpha():
            return token
        if token.pos_ not in ("ADJ", "DET") and token.dep_ != "amod" and not (step and token.lower_ == "и"):
            return None
        index += 1
    return None
