"""The network's names: cut to what is a name, their quotation marks balanced, with kind and normal form.

The network runs names and brackets together («Союз предпринимателей (СПП)»), takes posts and pronouns into them
and calls ships and books organisations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from svodka.components import clauses, titled
from svodka.components.families import family
from svodka.components.quotes import balanced
from svodka.core.findings import MentionFinding
from svodka.core.records import EntityKind, EntityLabel
from svodka.core.spans import Span, SpanIndex
from svodka.language.morphology import Morphology
from svodka.rules import bodies, facilities, names
from svodka.rules.measures import MEASURED
from svodka.rules.rule import fold

_NO_NAMES = ("VERB", "NOUN", "INTJ", "PART", "ADV", "CCONJ", "ADP")
_ENDS = ("(", ")", "!", "?", ";", "…", "•", "|", "/")


class NetworkNames:
    """Read the network's names of one document.

    Args:
        doc: The document, with ``doc.ents``.
        places: Places of the gazetteer. A name that contains one is that place and some words too many.
        pointers: Adjectives and inhabitants of places.
        quotes: The quoted stretches.
        morphology: What makes normal forms.
    """

    def __init__(
        self,
        doc: Doc,
        places: Sequence[MentionFinding],
        pointers: Sequence[MentionFinding],
        quotes: SpanIndex[Span],
        morphology: Morphology,
    ) -> None:
        self._doc = doc
        self._text = doc.text
        self._placed = SpanIndex((Span(place.start, place.end), place) for place in places)
        self._pointing = {mention.start: mention for mention in pointers}
        self._quotes = quotes
        self._morphology = morphology

    def read(self) -> Iterator[MentionFinding]:
        """Yield the names in text order."""
        for ent in self._doc.ents:
            shared = family(ent) if ent.label_ == "PER" else ()
            yield from shared
            for piece in () if shared else _pieces(ent):
                mention = self._mention(piece, ent.label_)  # type: ignore[arg-type]
                if mention is not None:
                    yield mention

    def _mention(self, ent: DocSpan, label: EntityLabel) -> MentionFinding | None:
        span = balanced(self._trimmed(ent, label), self._quotes)
        text = self._text[span.start : span.end]
        if not any(char.isupper() for char in text) or _is_no_name(self._doc, ent, text, label):
            return None
        if self._is_more_than_a_place(span, label) or self._names_a_thing(ent):
            return None
        pointer = self._pointing.get(span.start)
        if pointer is not None and label != "ORG" and not any(char.isupper() for char in text[1:]):
            return None  # «Гомельчанам» is no person, «Костромская ферма» no place
        kind = names.organisation_kind(text) if label == "ORG" else None
        kind = _place_kind(self._doc, ent) if label == "LOC" else kind
        name = titled.normal_form(self._doc, span, self._morphology)
        return MentionFinding(spans=(span,), rule=f"{label.lower()}.network", label=label, name=name, kind=kind)

    def _names_a_thing(self, ent: DocSpan) -> bool:
        """Tell whether a quoted name is that of a ship, a book, a prize: «ледокол „Арктика“»."""
        before = self._doc[ent.start - 1] if ent.start else None
        inside = before is not None and before.text in names.OPENING + '"'
        bearer = self._doc[ent.start - 2] if inside and ent.start > 1 else None
        if any(
            clauses.lemma(token) in facilities.FACILITIES for token in ent[:-1] if token.nbor().text in names.OPENING
        ):
            return True  # «Национальный парк „Бор“»: the quoted name alone is the place's
        return bearer is not None and clauses.lemma(bearer) in facilities.THINGS

    def _is_more_than_a_place(self, span: Span, label: EntityLabel) -> bool:
        found = self._placed.overlapping(span)
        inside = [place for place in found if span.contains(Span(place.start, place.end))]
        if label == "PER":
            return any(place.kind != "city" or place.start == span.start for place in inside)
        return bool(inside) and label == "LOC"

    def _trimmed(self, ent: DocSpan, label: EntityLabel) -> Span:
        """Return the span of a name without open marks, with the initials that stand by a person's surname."""
        start, end = ent.start_char, ent.end_char
        while end > start and self._text[end - 1] in " ,;:(":
            end -= 1
        text = self._text[start:end]
        start += text.startswith("«") and text.count("«") > text.count("»") > 0  # «„КУП „Уют“»: a mark too many
        if label == "PER" and self._text[end : end + 1] == "." and self._text[end - 1].isupper():
            end += self._text[end - 2] in " ."
        return Span(start, end)


def _pieces(ent: DocSpan) -> Iterator[DocSpan]:
    """Yield the names that one span of the network runs together, each without the posts and pronouns before it."""
    start = ent.start
    for token in ent:
        if token.i > start + 1 and ent.label_ == "PER" and token.text == token.nbor(-1).text:
            yield from _named(ent.doc[start : token.i], ent.label_)
            start = token.i  # «Иван Белов Белов Иван Петрович»: a caption follows the name
        line = token.is_space and "\n" in token.text
        if line or token.text in _ENDS:
            yield from _named(ent.doc[start : token.i], ent.label_)
            if line and ent.label_ != "PER":
                return  # what stands in the next line is another matter
            start = token.i + 1
    yield from _named(ent.doc[start : ent.end], ent.label_)


def _named(piece: DocSpan, label: str) -> Iterator[DocSpan]:
    """Yield a name without what comes before it: «Председателя Комитета», «Вас.»."""
    start = piece.start
    while start < piece.end and _stands_before(piece.doc[start], label):
        start += 1
    if start < piece.end:
        yield piece.doc[start : piece.end]


def _stands_before(token: Token, label: str) -> bool:
    if token.text in ".,:–—" or token.is_space:
        return True
    if token.pos_ == "VERB" and token.is_sent_start and token.i + 1 < len(token.doc):
        return True
    post = token.pos_ in ("NOUN", "PROPN") and clauses.lemma(token) in names.POSTS
    return label != "LOC" and (post or (token.pos_ == "PRON" and token.i + 1 < len(token.doc)))


def _is_no_name(doc: Doc, ent: DocSpan, text: str, label: str) -> bool:
    """Tell whether the network's name is none: a bare adjective, a currency's country, a street, a common noun."""
    before = doc[ent.start - 1] if ent.start else None
    plain = not any(char.isupper() for char in text[1:])
    if plain and ent[0].is_sent_start and clauses.lemma(ent[0]) in MEASURED:
        return True  # «Экспорт области»
    if label == "LOC":
        adjective = len(ent) == 1 and ent[0].pos_ == "ADJ"
        currency = before is not None and clauses.lemma(before) in names.CURRENCIES
        street = (
            ent.start > 1 and doc[ent.start - 2].lower_ in names.STREETS and before is not None and before.text == "."
        )
        several = clauses.lemma(ent[-1]) in names.REGION_HEADS and clauses.feature(ent[-1], "Number") == "Plur"
        return adjective or street or currency or (several and bool(ent[0].is_sent_start))
    words = fold(text).split()
    if len(ent) == 1 and ent[0].is_sent_start and ent[0].pos_ in _NO_NAMES:
        return label == "PER" or ent[0].pos_ == "VERB"
    if label == "ORG":
        return all(word in bodies.COMMON_NOUNS for word in words) or (plain and words[0] in bodies.COMMON_NOUNS)
    return False


def _place_kind(doc: Doc, ent: DocSpan) -> EntityKind | None:
    """Return a place's kind by the noun it contains or that stands before it."""
    for token in ent:
        if clauses.lemma(token) in names.REGION_HEADS:
            return names.REGION_HEADS[clauses.lemma(token)]
    for back in (1, 2):
        if ent.start >= back and clauses.lemma(doc[ent.start - back]) in names.PLACE_PREFIXES:
            return names.PLACE_PREFIXES[clauses.lemma(doc[ent.start - back])]
    return None
