"""The network's names: cut to what is a name, their quotation marks balanced, with kind and normal form.

The network runs names and brackets together («Союз предпринимателей (СПП)»), takes posts and pronouns into them
and calls ships and books organisations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from svodka.components.families import family
from svodka.components.normal_forms import NormalForms
from svodka.components.quotes import balanced
from svodka.core.findings import MentionFinding
from svodka.core.records import EntityKind
from svodka.core.spans import Span, SpanIndex
from svodka.language.columns import Columns, Name
from svodka.rules import bodies, facilities, names
from svodka.rules.measures import MEASURED
from svodka.rules.rule import fold

_NO_NAMES = ("VERB", "NOUN", "INTJ", "PART", "ADV", "CCONJ", "ADP")
_ENDS = ("(", ")", "!", "?", ";", "…", "•", "|", "/")


class NetworkNames:
    """Read the network's names of one document.

    Args:
        columns: The document, with the network's names.
        places: Places of the gazetteer. A name that contains one is that place and some words too many.
        pointers: Adjectives and inhabitants of places.
        quotes: The quoted stretches.
        forms: What makes normal forms.
    """

    def __init__(
        self,
        columns: Columns,
        places: Sequence[MentionFinding],
        pointers: Sequence[MentionFinding],
        quotes: SpanIndex[Span],
        forms: NormalForms,
    ) -> None:
        self._columns = columns
        self._placed = SpanIndex((Span(place.start, place.end), place) for place in places)
        self._pointing = {mention.start for mention in pointers}
        self._quotes = quotes
        self._forms = forms

    def read(self) -> Iterator[MentionFinding]:
        """Yield the names in text order."""
        for name in self._columns.names:
            shared = family(self._columns, name, self._forms) if name.label == "PER" else ()
            yield from shared
            for piece in () if shared else _pieces(self._columns, name):
                mention = self._mention(piece)
                if mention is not None:
                    yield mention

    def _mention(self, name: Name) -> MentionFinding | None:
        label = name.label
        span = balanced(self._trimmed(name), self._quotes)
        text = self._columns.text[span.start : span.end]
        if not any(map(str.isupper, text)) or _is_no_name(self._columns, name, text):
            return None
        if self._is_more_than_a_place(span, label) or self._names_a_thing(name):
            return None
        if span.start in self._pointing and label != "ORG" and not any(map(str.isupper, text[1:])):
            return None  # «Гомельчанам» is no person, «Костромская ферма» no place
        kind = names.organisation_kind(text) if label == "ORG" else None
        kind = _place_kind(self._columns, name) if label == "LOC" else kind
        return MentionFinding(
            spans=(span,),
            rule=f"{label.lower()}.network",
            label=label,
            name=self._forms.of_name(span),
            kind=kind,
        )

    def _names_a_thing(self, name: Name) -> bool:
        """Tell whether a quoted name is that of a ship, a book, a prize: «ледокол „Арктика“»."""
        texts, lemmas = self._columns.texts, self._columns.lemmas
        opened = (index for index in range(name.start, name.stop - 1) if texts[index + 1] in names.OPENING)
        if any(lemmas[index] in facilities.FACILITIES for index in opened):
            return True  # «Национальный парк „Бор“»: the quoted name alone is the place's
        inside = name.start > 1 and texts[name.start - 1] in names.OPENING + '"'
        return inside and lemmas[name.start - 2] in facilities.THINGS

    def _is_more_than_a_place(self, span: Span, label: str) -> bool:
        found = self._placed.overlapping(span)
        inside = [place for place in found if span.contains(Span(place.start, place.end))]
        if label == "PER":
            return any(place.kind != "city" or place.start == span.start for place in inside)
        return bool(inside) and label == "LOC"

    def _trimmed(self, name: Name) -> Span:
        """Return the span of a name without open marks, with the initials that stand by a person's surname."""
        whole = self._columns.text
        start, end = self._columns.span(name.start, name.stop)
        while end > start and whole[end - 1] in " ,;:(":
            end -= 1
        text = whole[start:end]
        start += text.startswith("«") and text.count("«") > text.count("»") > 0  # «„КУП „Уют“»: a mark too many
        if name.label == "PER" and whole[end : end + 1] == "." and whole[end - 1].isupper():
            end += whole[end - 2] in " ."
        return Span(start, end)


def _pieces(columns: Columns, name: Name) -> Iterator[Name]:
    """Yield the names that one span of the network runs together, each without the posts and pronouns before it."""
    start, texts = name.start, columns.texts
    for index in range(name.start, name.stop):
        text = texts[index]
        if index > start + 1 and name.label == "PER" and text == texts[index - 1]:
            yield from _named(columns, Name(start, index, name.label))
            start = index  # «Иван Белов Белов Иван Петрович»: a caption follows the name
        line = "\n" in text and text.isspace()
        if line or text in _ENDS:
            yield from _named(columns, Name(start, index, name.label))
            if line and name.label != "PER":
                return  # what stands in the next line is another matter
            start = index + 1
    yield from _named(columns, Name(start, name.stop, name.label))


def _named(columns: Columns, piece: Name) -> Iterator[Name]:
    """Yield a name without what comes before it: «Председателя Комитета», «Вас.»."""
    start = piece.start
    while start < piece.stop and _stands_before(columns, start, piece.label):
        start += 1
    if start < piece.stop:
        yield Name(start, piece.stop, piece.label)


def _stands_before(columns: Columns, index: int, label: str) -> bool:
    text, pos = columns.texts[index], columns.pos[index]
    if text in ".,:–—" or text.isspace():
        return True
    followed = index + 1 < columns.length
    if pos == "VERB" and columns.opening[index] and followed:
        return True
    post = pos in ("NOUN", "PROPN") and columns.lemmas[index] in names.POSTS
    return label != "LOC" and (post or (pos == "PRON" and followed))


def _is_no_name(columns: Columns, name: Name, text: str) -> bool:
    """Tell whether the network's name is none: a bare adjective, a currency's country, a street, a common noun."""
    first = name.start
    opens = columns.opening[first]
    plain = not any(map(str.isupper, text[1:]))
    if plain and opens and columns.lemmas[first] in MEASURED:
        return True  # «Экспорт области»
    if name.label == "LOC":
        return _is_no_place(columns, name)
    if name.stop - first == 1 and opens and columns.pos[first] in _NO_NAMES:
        return name.label == "PER" or columns.pos[first] == "VERB"
    if name.label == "ORG":
        words = fold(text).split()
        return all(word in bodies.COMMON_NOUNS for word in words) or (plain and words[0] in bodies.COMMON_NOUNS)
    return False


def _is_no_place(columns: Columns, name: Name) -> bool:
    first, last, lemmas = name.start, name.stop - 1, columns.lemmas
    adjective = first == last and columns.pos[first] == "ADJ"
    currency = first > 0 and lemmas[first - 1] in names.CURRENCIES
    street = first > 1 and columns.texts[first - 1] == "." and columns.lowers[first - 2] in names.STREETS
    several = lemmas[last] in names.REGION_HEADS and columns.number(last) == "Plur"
    return adjective or street or currency or (several and columns.opening[first])


def _place_kind(columns: Columns, name: Name) -> EntityKind | None:
    """Return a place's kind by the noun it contains or that stands before it."""
    for lemma in columns.lemmas[name.start : name.stop]:
        if lemma in names.REGION_HEADS:
            return names.REGION_HEADS[lemma]
    for index in range(name.start - 1, max(name.start - 3, -1), -1):
        if columns.lemmas[index] in names.PLACE_PREFIXES:
            return names.PLACE_PREFIXES[columns.lemmas[index]]
    return None
