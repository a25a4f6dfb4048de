"""Quantities of a Doc: the matches of the figure tables with what they count and what their clause makes of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from svodka.core.spans import Span
from svodka.core.values import FigureValue
from svodka.language.words import Word, Words
from svodka.rules.figures import Item, Quantity, interpret, is_settled, read, shared
from svodka.rules.rule import Match, fold, words

_MOST_ADJECTIVES = 4
_NOT_COUNTED = words(
    "год раз половина место т сторона сутки день час минута секунда неделя месяц квартал полугодие век столетие "
    "десятилетие % число номер сотня десяток тысяча миллион миллиард"
)
_NOT_NUMBERED = words(
    "год раз половина место квартал полугодие декада число час минута день неделя месяц век столетие лицо помощь "
    "рука взгляд "
    "дело план заместитель вице-премьер секретарь треть четверть часть доля зам"
)
_INDEFINITE = words("один одна одно одни одной одного одному одним одном одну одних")
# Nouns that say what is counted only with their adjective, by its stem.
_TERMS = {
    "место": {"рабоч": "рабочее место", "посадочн": "посадочное место", "бюджетн": "бюджетное место",
              "спальн": "спальное место",
              "парковочн": "парковочное место"},
    "пункт": {"населенн": "населённый пункт"},
    "лицо": {"юридическ": "юридическое лицо", "физическ": "физическое лицо"},
    "средство": {"транспортн": "транспортное средство"},
    "комплекс": {"пусков": "пусковой комплекс"},
    "единица": {"административн": "административная единица", "штатн": "штатная единица"},
}  # fmt: skip
# What a percentage is a level of; any other noun in the genitive after it is the whole that it is a share of.
_LEVELS = words(
    "план задание норма уровень годовой годовая прогноз показатель влажность рост прибыль мощность квота график"
)
_FEW = frozenset("234")
# A short name in quotation marks after its descriptor: компания «Три кита», санаторий «40 лет Победы».
_TITLE = re.compile(r"(?<=[а-яё]\s)[«\"„“][А-ЯЁA-Z\d][^«»\"„“”.!?,:\n]{0,45}[»\"”]")
_BULLET = re.compile(r"[ \t]*(?:[–—•*·-][ \t]*)?")
_ENUMERATED = re.compile(r"[^\n.;:,–—]{3,60}\s[–—-]\s+(?:[а-яё ]{0,20})")


def found(words: Words, claimed: Sequence[Span]) -> list[Item]:
    """Return the quantities of a document with kind, value and unit settled, in text order.

    Args:
        words: The document with tags and tree.
        claimed: Spans of other layers, in which no number is a figure.
    """
    text = words.columns.text
    titles = [Span(*match.span()) for match in _TITLE.finditer(text)]
    matches = read(text, [*claimed, *titles])
    return shared([item for match in matches if (item := _item(words, text, match)) is not None], text)


def _item(words: Words, text: str, match: Match[Quantity]) -> Item | None:
    """Give a match its counted noun and its meaning in context; ``None`` where it is no figure after all."""
    quantity, span = match.value, match.span
    if quantity.needs == "previous" and (noun := _line_subject(words, text, span)):
        quantity = _with_unit(quantity, noun)
    elif quantity.needs in ("next", "previous"):
        return Item(span, quantity.value, match.rule, quantity.needs, quantity.scale)
    elif quantity.needs in ("noun", "ordered"):
        counted = _counted(words, text, match)
        if counted is None:
            return _at_the_end(words, match)
        span = counted[0]
        quantity = _with_unit(quantity, counted[1])
    elif quantity.needs == "named":
        head = words.at(span.start)
        quantity = _with_unit(quantity, head.lemma if head is not None else None)
    value = quantity.value if is_settled(quantity) else interpret(quantity, *context(words, span))
    if value.kind == "percent" and value.unit == "%" and not quantity.by and _is_part(words, span):
        value = value.model_copy(update={"kind": "share"})
    return Item(span, value, match.rule, scale=quantity.scale)


def _at_the_end(words: Words, match: Match[Quantity]) -> Item | None:
    """Return a number with a scale word that ends its sentence as one whose unit was said before: «… – до 30 млн.»."""
    last = words.at(match.span.end - 1)
    if match.value.scale == 1 or last is None or last.i + 1 != last.sent.end:
        return None
    span = Span(match.span.start, last.idx if last.text == "." else match.span.end)
    return Item(span, match.value.value, match.rule, "previous", match.value.scale)


def _with_unit(quantity: Quantity, unit: str | None) -> Quantity:
    return replace(quantity, value=quantity.value.model_copy(update={"unit": unit}), needs="")


def _line_subject(words: Words, text: str, span: Span) -> str | None:
    """Return the noun that a line of a list counts: «– комплекты запасных частей – 300;»."""
    line = text.rfind("\n", 0, span.start) + 1
    bullet = _BULLET.match(text, line)
    if bullet is None or not _ENUMERATED.fullmatch(text, bullet.end(), span.start):
        return None
    first = words.at(bullet.end())
    if first is None:
        return None
    plural = first.pos_ == "NOUN" and first.feature("Number") == "Plur" and first.case in ("Nom", "Acc")
    return first.lemma if plural else None


def _counted(words: Words, text: str, match: Match[Quantity]) -> tuple[Span, str | None] | None:
    """Return the evidence with the counted noun, and its lemma; ``None`` if nothing is counted."""
    value, ordered = match.value.value, match.value.needs == "ordered"
    bare = (match.span, None) if value.kind == "ratio" else None
    noun = _noun_after(words, match.span.end)
    if noun is None:
        return bare
    lemma = noun.lemma
    term = _term(noun, lemma)
    if ordered:
        if lemma in _NOT_NUMBERED or not _agrees(words, match.span, noun):
            return bare
    elif (
        text[match.span.start : match.span.end].lower().split()[-1] in _INDEFINITE
        or (lemma in _NOT_COUNTED and term is None)
        or not _countable(value, noun)
    ):
        return None
    return Span(match.span.start, noun.idx + len(noun)), term or lemma


def _term(noun: Word, lemma: str) -> str | None:
    """Return adjective and noun of a fixed term in the nominative: «рабочее место»."""
    before = fold(noun.doc[noun.i - 1].text) if noun.i else ""
    return next((term for stem, term in _TERMS.get(lemma, {}).items() if before.startswith(stem)), None)


def _is_part(words: Words, span: Span) -> bool:
    """Tell whether the noun of which a percentage is a part follows at once: «70 % выпускников»."""
    noun = _noun_after(words, span.end)
    return noun is not None and noun.case == "Gen" and noun.lemma not in _LEVELS


def _agrees(words: Words, span: Span, noun: Word) -> bool:
    """Tell whether an ordinal and the noun after it can be one phrase: same case and number where both are known."""
    token = words.at(span.end - 1)
    if token is None:
        return False
    for name in ("Case", "Number"):
        mine, its = token.feature(name), noun.feature(name)
        alike = mine == its or {mine, its} <= {"Nom", "Acc"} or its == "Plur"
        if token.pos_ == "ADJ" and token.text[:1].isalpha() and mine and its and not alike:
            return False
    return True


def _countable(value: FigureValue, noun: Word) -> bool:
    """Tell whether the noun's number fits: «9 класса» and «5 участке» name one thing and count none."""
    amount = value.high or value.value or ""
    if noun.feature("Number") != "Sing" or "." in amount or len(amount) > 2:
        return True
    one = amount.endswith("1") and not amount.endswith("11")
    few = amount[-1:] in _FEW and amount[-2:-1] != "1"
    return one or (few and noun.case in ("Gen", "Nom", "Acc", "")) or value.low is not None


def context(words: Words, span: Span) -> tuple[list[str], list[str]]:
    """Return the lemmas before and after a quantity in its sentence, up to the nearest semicolon."""
    token = words.at(span.start)
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
            before.append(other.lemma)
        elif other.idx >= span.end:
            after.append(other.lemma)
    return before, after


def _modifies(token: Word) -> bool:
    """Tell whether a word tagged as a noun stands before its own noun like an adjective."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return token.dep_ == "amod" and following is not None and following.pos_ in ("NOUN", "ADJ", "CCONJ")


def _noun_after(words: Words, offset: int) -> Word | None:
    """Return the noun that follows a number, over at most four adjectives."""
    token = words.at(offset - 1)
    index = token.i + 1 if token is not None else len(words)
    for step in range(_MOST_ADJECTIVES + 1):
        if index >= len(words):
            return None
        token = words[index]
        if token.is_sent_start:
            return None
        if token.pos_ in ("NOUN", "PROPN") and token.text[:1].isalpha() and not _modifies(token):
            return token
        if token.pos_ not in ("ADJ", "DET") and token.dep_ != "amod" and not (step and token.lower_ == "и"):
            return None
        index += 1
    return None
