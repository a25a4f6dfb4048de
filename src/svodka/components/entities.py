"""The component ``svodka_entities``: mentions of persons, organisations, places, named events and documents.

The network's spans are the base. Surface rules complete what it cuts short, the gazetteer names places with certainty,
coordinated names share their head, adjectives and inhabitants point to their place. Clusters are ``svodka_linking``'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from svodka.components import clauses
from svodka.core.findings import MentionFinding
from svodka.core.records import EntityKind, EntityLabel
from svodka.core.spans import Span
from svodka.language import layers
from svodka.rules import names
from svodka.rules.rule import fold, search

if TYPE_CHECKING:
    from svodka.language.gazetteer import Gazetteer, Place
    from svodka.language.morphology import Morphology


@Language.factory("svodka_entities", assigns=["doc._.svodka_mentions"], default_config={"model": "ru_press"})
def make_entities(nlp: Language, name: str, model: str) -> MentionFinder:
    """Build the component for ``nlp.add_pipe("svodka_entities")``; it needs ``svodka_tags`` before it."""
    from svodka.language.gazetteer import load_gazetteer
    from svodka.language.models import model_folder
    from svodka.language.morphology import Morphology

    return MentionFinder(name, load_gazetteer(model_folder(model)), Morphology())


class MentionFinder:
    """Find mentions. Reads tags and ``doc.ents``; writes the layer ``mentions`` and ``doc.spans["mentions"]``.

    Args:
        name: Name of the component in its pipeline.
        gazetteer: Places by name.
        morphology: What makes normal forms.
    """

    def __init__(self, name: str, gazetteer: Gazetteer, morphology: Morphology) -> None:
        self.name = name
        self._gazetteer = gazetteer
        self._morphology = morphology
        layers.register()

    def __call__(self, doc: Doc) -> Doc:
        """Find the mentions of one document."""
        places = list(self._places(doc))
        found = _settle(
            [
                *self._by_rule(doc),
                *self._coordinated(doc),
                *self._authorities(doc, places),
                *places,
                *self._networks(doc, places),
            ]
        )
        taken = [Span(*span) for mention in found for span in mention.spans]
        found += [m for m in self._pointers(doc) if not any(Span(m.start, m.end).overlaps(span) for span in taken)]
        found.sort(key=lambda mention: (mention.spans, mention.label, mention.rule))
        layers.write(doc, "mentions", found)
        layers.span_group(doc, "mentions", found, lambda mention: (mention.label, mention.iso or ""))
        return doc

    def _by_rule(self, doc: Doc) -> Iterator[MentionFinding]:
        """Yield what the surface table finds."""
        for match in search(names.NAMES, doc.text):
            text = doc.text[match.span.start : match.span.end]
            kind = match.value.kind
            if match.value.label == "ORG":
                kind = organisation_kind(text) or kind
            name = self._normal(doc, match.span)
            yield MentionFinding(spans=(match.span,), rule=match.rule, label=match.value.label, name=name, kind=kind)

    def _coordinated(self, doc: Doc) -> Iterator[MentionFinding]:
        """Yield «Гомельской … областей» and «Брянской областей»: adjectives that share a head, each a region."""
        for head in doc:
            kind = names.REGION_HEADS.get(clauses.lemma(head))
            if kind is None or head.i == 0 or clauses.feature(head, "Number") != "Plur":
                continue
            adjectives = _conjuncts_before(head)
            for adjective in adjectives:
                spelled = f"{_agreeing(clauses.lemma(adjective), clauses.lemma(head))} {clauses.lemma(head)}"
                place = self._gazetteer.place(spelled)
                name = place.name if place else spelled
                last = adjective is adjectives[-1]
                spans = ((adjective.idx, _end(head)),) if last else (_extent(adjective), _extent(head))
                yield MentionFinding(
                    spans=spans,
                    rule="loc.coordinated",
                    label="LOC",
                    name=name,
                    kind=kind,
                    iso=place.iso if place else None,
                )

    def _places(self, doc: Doc) -> Iterator[MentionFinding]:
        """Yield the gazetteer's names, the longest at each place; a name begins with a capital."""
        words = [fold(token.text) for token in doc]
        index = 0
        while index < len(doc):
            size, place = self._longest_name(words, index)
            if place is not None and _may_name(doc, index, size):
                span = (doc[index].idx, _end(doc[index + size - 1]))
                yield MentionFinding(
                    spans=(span,),
                    rule="loc.gazetteer",
                    label="LOC",
                    name=place.name,
                    kind=place.kind,
                    iso=place.iso,
                )
                index += size
            else:
                index += 1

    def _longest_name(self, words: list[str], index: int) -> tuple[int, Place | None]:
        for size in range(min(self._gazetteer.longest, len(words) - index), 0, -1):
            place = self._gazetteer.names.get(tuple(words[index : index + size]))
            if place is not None:
                return size, place
        return 1, None

    def _authorities(self, doc: Doc, places: Sequence[MentionFinding]) -> Iterator[MentionFinding]:
        """Yield bodies named by their kind and the place that follows: «Правительством Республики Беларусь»."""
        by_start = {place.start: place for place in places}
        for token in doc[:-1]:
            if clauses.lemma(token) not in names.AUTHORITY_HEADS or token.pos_ not in ("NOUN", "PROPN"):
                continue
            place = by_start.get(doc[token.i + 1].idx)
            if place is None or clauses.case(doc[token.i + 1]) not in ("Gen", ""):
                continue
            end = place.end
            while (nested := by_start.get(end + 1)) is not None:
                end = nested.end
            span = Span(token.idx, end)
            yield MentionFinding(
                spans=(span,),
                rule="org.authority",
                label="ORG",
                name=self._normal(doc, span),
                kind="authority",
            )

    def _networks(self, doc: Doc, places: Sequence[MentionFinding]) -> Iterator[MentionFinding]:
        """Yield the network's names, quotation marks balanced, with kind and normal form.

        A place that contains one of the gazetteer is that place and some words too many.
        """
        for ent in doc.ents:
            span = _balanced(doc, _trimmed(doc, ent))
            text = doc.text[span.start : span.end]
            known = any(span.contains(Span(place.start, place.end)) for place in places)
            adjective = len(ent) == 1 and ent[0].pos_ == "ADJ"
            if not any(char.isupper() for char in text) or (ent.label_ == "LOC" and (known or adjective)):
                continue
            label: EntityLabel = ent.label_  # type: ignore[assignment]
            kind = organisation_kind(text) if label == "ORG" else _place_kind(doc, ent) if label == "LOC" else None
            rule = f"{label.lower()}.network"
            yield MentionFinding(spans=(span,), rule=rule, label=label, name=self._normal(doc, span), kind=kind)

    def _pointers(self, doc: Doc) -> Iterator[MentionFinding]:
        """Yield adjectives and inhabitants that point to a place: «гомельских», «куряне»."""
        for token in doc:
            folded = fold(token.text)
            place = self._gazetteer.inhabitants.get(folded)
            if place is not None and token.pos_ in ("NOUN", "PROPN"):
                yield _pointer(token, place, "loc.inhabitant")
            elif token.pos_ == "ADJ" and not token.text.isupper():
                places = self._gazetteer.adjectives.get(fold(clauses.lemma(token)), ())
                regions = [place for place in places if place.kind != "city"] or list(places)
                if regions:
                    yield _pointer(token, regions[0], "loc.adjective")

    def _normal(self, doc: Doc, span: Span) -> str:
        """Return the nominative of a name; what stands in quotation marks keeps its form."""
        part = doc.char_span(*span, alignment_mode="expand")
        if part is None:
            return doc.text[span.start : span.end]
        text = doc.text[span.start : span.end]
        quote = next((i for i, char in enumerate(text) if char in names.OPENING), len(text))
        words = [token for token in part if token.idx < span.start + quote]
        head = clauses.nominative(words, self._morphology) if words else ""
        return f"{head} {text[quote:]}".strip() if quote < len(text) else head


def organisation_kind(text: str) -> EntityKind | None:
    """Return the kind that the words of an organisation's name decide, ``None`` where they decide nothing.

    Examples:
        >>> organisation_kind("Гомельский химический завод"), organisation_kind("«Спартак»")
        ('company', None)
    """
    folded = " " + fold(text).replace("«", " ").replace('"', " ").replace("(", " ")
    for kind, beginnings in names.ORG_KINDS.items():
        if any(f" {beginning}" in folded for beginning in beginnings):
            return kind
    return None


def _settle(found: Iterable[MentionFinding]) -> list[MentionFinding]:
    """Keep the longer of overlapping names; among equals the earlier source. Coordinated names overlap by right."""
    ranked = sorted(enumerate(found), key=lambda pair: (-_length(pair[1]), pair[1].spans, pair[0]))
    taken: list[MentionFinding] = []
    for _, mention in ranked:
        rivals = [other for other in taken if _overlap(mention, other)]
        if all(mention.rule == other.rule == "loc.coordinated" for other in rivals):
            taken.append(mention)
    return taken


def _length(mention: MentionFinding) -> int:
    """Return the length by which names compete; coordination knows more than its parts."""
    bonus = 100 if mention.rule == "loc.coordinated" else 0
    return mention.end - mention.start + bonus


def _overlap(one: MentionFinding, other: MentionFinding) -> bool:
    return any(Span(*a).overlaps(Span(*b)) for a in one.spans for b in other.spans)


def _end(token: Token) -> int:
    return int(token.idx + len(token))


def _extent(token: Token) -> tuple[int, int]:
    return int(token.idx), _end(token)


def _pointer(token: Token, place: Place, rule: str) -> MentionFinding:
    return MentionFinding(
        spans=(_extent(token),), rule=rule, label="LOC", name=place.name, kind=place.kind, iso=place.iso
    )


def _conjuncts_before(head: Token) -> list[Token]:
    """Return the capitalised adjectives that share the head, in text order; empty where there is only one."""
    found: list[Token] = []
    index = head.i - 1
    while index >= 0:
        token = head.doc[index]
        if token.pos_ in ("ADJ", "PROPN") and token.text[:1].isupper() and "-" not in token.text[:1]:
            found.insert(0, token)
        elif token.lower_ not in ("и", ",", "или"):
            break
        index -= 1
    return found if len(found) > 1 else []


def _agreeing(lemma: str, head: str) -> str:
    """Return an adjective's lemma in the gender of the head, as a name is written.

    Examples:
        >>> _agreeing("брянский", "область"), _agreeing("пермский", "край")
        ('Брянская', 'Пермский')
    """
    stem = lemma.capitalize()
    return stem[:-2] + "ая" if head in ("область", "республика", "губерния") and stem.endswith("ий") else stem


def _may_name(doc: Doc, index: int, size: int) -> bool:
    """Tell whether words that spell a place can be its name.

    They begin with a capital, are a noun («Тем» is no Togo), and no adjective before its noun («Минском районе»).
    """
    token = doc[index]
    if not token.text[:1].isupper() or (
        size == 1 and token.pos_ in ("PRON", "DET", "ADV", "ADP", "CCONJ", "SCONJ", "VERB")
    ):
        return False
    if size > 1 or token.pos_ != "ADJ" or index + 1 == len(doc):
        return True
    return not (doc[index + 1].pos_ in ("NOUN", "ADJ") and token.head.i > token.i)


def _trimmed(doc: Doc, ent: DocSpan) -> Span:
    """Return the span of a name without quotation marks or brackets that it does not close."""
    start, end = ent.start_char, ent.end_char
    while end > start and doc.text[end - 1] in " ,;:(":
        end -= 1
    return Span(start, end)


def _balanced(doc: Doc, span: Span) -> Span:
    """Extend a span to the quotation mark that closes or opens what it quotes; cut one that has no partner near.

    Names in press releases nest their marks, so the depth is counted.
    """
    text = doc.text
    start, end = span
    if start > 0 and text[start - 1] in names.QUOTE_PAIRS and text[start:end].count(names.QUOTE_PAIRS[text[start - 1]]):
        start -= 1
    opened = [char for char in text[start:end] if char in "«„"]
    closed = [char for char in text[start:end] if char in "»"]
    if len(opened) > len(closed):
        limit = min(len(text), end + 120)
        depth = len(opened) - len(closed)
        for position in range(end, limit):
            if text[position] in "\n":
                break
            depth += (text[position] in "«") - (text[position] == "»")
            if depth == 0:
                return Span(start, position + 1)
    if start > 0 and text[start - 1] in names.OPENING and text[end : end + 1] in names.CLOSING and text[end : end + 1]:
        return Span(start - 1, end + 1)
    return Span(start, end)


def _place_kind(doc: Doc, ent: DocSpan) -> EntityKind | None:
    """Return a place's kind by the noun it contains or that stands before it."""
    for token in ent:
        if clauses.lemma(token) in names.REGION_HEADS:
            return names.REGION_HEADS[clauses.lemma(token)]
    for back in (1, 2):
        if ent.start >= back and clauses.lemma(doc[ent.start - back]) in names.PLACE_PREFIXES:
            return names.PLACE_PREFIXES[clauses.lemma(doc[ent.start - back])]
    return None
