"""The component ``svodka_entities``: mentions of persons, organisations, places, named events and documents.

The network's spans are the base. Surface rules and the grammar of official names complete what it cuts short, the
gazetteer names places with certainty, coordinated names share their head, adjectives and inhabitants point to their
place. Clusters are ``svodka_linking``'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from svodka.components import clauses, titled
from svodka.components.bodies import BodyReader
from svodka.components.places import PlaceFinder
from svodka.components.quotes import balanced, quoted
from svodka.core.findings import MentionFinding
from svodka.core.records import EntityKind, EntityLabel
from svodka.core.spans import Span, SpanIndex
from svodka.language import layers
from svodka.rules import bodies, names
from svodka.rules.rule import fold, search

if TYPE_CHECKING:
    from svodka.language.morphology import Morphology


@Language.factory(
    "svodka_entities",
    assigns=["doc._.svodka_mentions"],
    default_config={"model": "ru_press", "lexicon": None},
)
def make_entities(nlp: Language, name: str, model: str, lexicon: str | None) -> MentionFinder:
    """Build the component for ``nlp.add_pipe("svodka_entities")``; it needs ``svodka_tags`` before it."""
    from svodka.language.gazetteer import load_gazetteer
    from svodka.language.models import model_folder
    from svodka.language.morphology import Morphology

    gazetteer = load_gazetteer(model_folder(model), Path(lexicon) if lexicon else None)
    morphology = Morphology()
    return MentionFinder(name, PlaceFinder(gazetteer, morphology), morphology)


class MentionFinder:
    """Find mentions. Reads tags and ``doc.ents``; writes the layer ``mentions`` and ``doc.spans["mentions"]``.

    Args:
        name: Name of the component in its pipeline.
        places: What finds places.
        morphology: What makes normal forms.
    """

    def __init__(self, name: str, places: PlaceFinder, morphology: Morphology) -> None:
        self.name = name
        self._places = places
        self._morphology = morphology
        layers.register()

    def __call__(self, doc: Doc) -> Doc:
        """Find the mentions of one document."""
        quotes = quoted(doc.text)
        marked = SpanIndex((quote, quote) for quote in quotes)
        places = self._places.named(doc)
        pointers = list(self._places.pointers(doc, places))
        found = _settle(
            [
                *titled.events(doc, quotes, self._morphology),
                *self._by_rule(doc, quotes, marked),
                *self._bodies(doc, places, pointers),
                *places,
                *self._networks(doc, places, pointers, marked),
            ]
        )
        found += list(self._repeated(doc, quotes, found))
        taken = _by_place(found)
        found += [m for m in pointers if not taken.meets(Span(m.start, m.end))]
        found += titled.documents(doc, self._morphology)
        found.sort(key=lambda mention: (mention.spans, mention.label, mention.rule))
        layers.write(doc, "mentions", found)
        layers.span_group(doc, "mentions", found, lambda mention: (mention.label, mention.iso or ""))
        return doc

    def _by_rule(self, doc: Doc, quotes: list[Span], marked: SpanIndex[Span]) -> Iterator[MentionFinding]:
        """Yield what the surface table finds, and titles that a noun before them makes names."""
        text = doc.text
        for match in search(names.NAMES, text):
            span = _with_town(text, balanced(match.span, marked))
            yield self._organisation(doc, span, match.rule, match.value.kind)
        ends = {int(token.idx + len(token)): token for token in doc}
        for quote in quotes:
            bearer = ends.get(quote.start - 1)
            kind = bodies.BEARERS.get(clauses.lemma(bearer)) if bearer is not None else None
            if kind is not None and text[quote.start + 1].isupper():
                yield self._organisation(doc, quote, "org.quoted", kind)  # type: ignore[arg-type]

    def _organisation(self, doc: Doc, span: Span, rule: str, kind: EntityKind | None) -> MentionFinding:
        kind = organisation_kind(clauses.quote(doc, span)) or kind
        name = titled.normal_form(doc, span, self._morphology)
        return MentionFinding(spans=(span,), rule=rule, label="ORG", name=name, kind=kind)

    def _bodies(
        self, doc: Doc, places: Sequence[MentionFinding], pointers: Sequence[MentionFinding]
    ) -> Iterator[MentionFinding]:
        """Yield bodies named by their kind with place, field or adjectives: «Правительством Республики Беларусь»."""
        token_at = {token.idx: token.i for token in doc}
        last_at = {int(token.idx + len(token)): token.i for token in doc}
        spans = {token_at[start]: last_at[end] for place in places for start, end in place.spans}
        adjectives = {token_at[m.start] for m in pointers if m.rule == "loc.adjective"}
        persons = {token.i for ent in doc.ents if ent.label_ == "PER" for token in ent}
        for span in BodyReader(doc, spans, adjectives, persons).read():
            yield self._organisation(doc, span, "org.body", "other")

    def _networks(
        self,
        doc: Doc,
        places: Sequence[MentionFinding],
        pointers: Sequence[MentionFinding],
        quotes: SpanIndex[Span],
    ) -> Iterator[MentionFinding]:
        """Yield the network's names, quotation marks balanced, with kind and normal form.

        What contains a place of the gazetteer is that place and some words too many.
        """
        pointing = {mention.start: mention for mention in pointers}
        placed = SpanIndex((Span(place.start, place.end), place) for place in places)
        whole = doc.text
        for ent in doc.ents:
            span = balanced(_trimmed(whole, ent), quotes)
            text = whole[span.start : span.end]
            label: EntityLabel = ent.label_  # type: ignore[assignment]
            inside = [place for place in placed.overlapping(span) if span.contains(Span(place.start, place.end))]
            if not any(char.isupper() for char in text) or _is_no_name(doc, ent, text, label):
                continue
            if inside and (label == "LOC" or (label == "PER" and any(place.kind != "city" for place in inside))):
                continue
            if inside and label == "PER" and inside[0].start == span.start:
                continue
            pointer = pointing.get(span.start)
            if pointer is not None and label != "ORG" and not any(char.isupper() for char in text[1:]):
                continue  # «Гомельчанам» is no person, «Костромская ферма» no place
            kind = organisation_kind(text) if label == "ORG" else _place_kind(doc, ent) if label == "LOC" else None
            name = titled.normal_form(doc, span, self._morphology)
            rule = f"{label.lower()}.network"
            yield MentionFinding(spans=(span,), rule=rule, label=label, name=name, kind=kind)

    def _repeated(self, doc: Doc, quotes: list[Span], found: Sequence[MentionFinding]) -> Iterator[MentionFinding]:
        """Yield a quoted name that stands elsewhere in the text as that of an organisation."""
        whole = doc.text
        known: dict[str, EntityKind | None] = {}
        for mention in found:
            if mention.label == "ORG":
                text = whole[mention.start : mention.end]
                for quote in quoted(text)[:1]:
                    known.setdefault(_bare(text[quote.start : quote.end]), mention.kind)
        taken = _by_place(found)
        for quote in quotes:
            text = whole[quote.start : quote.end]
            if _bare(text) in known and not taken.meets(quote):
                kind = known[_bare(text)]
                mention = MentionFinding(spans=(quote,), rule="org.repeated", label="ORG", name=text, kind=kind)
                taken.add(quote, mention)
                yield mention


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


def _bare(text: str) -> str:
    return "".join(char for char in fold(text) if char not in '«»„“”"')


def _settle(found: Iterable[MentionFinding]) -> list[MentionFinding]:
    """Keep the longer of overlapping names; among equals the earlier source. Coordinated names overlap by right."""
    ranked = sorted(enumerate(found), key=lambda pair: (-_length(pair[1]), pair[1].spans, pair[0]))
    kept: list[MentionFinding] = []
    taken = _by_place(())
    for _, mention in ranked:
        spans = [Span(*span) for span in mention.spans]
        rivals = (other for span in spans for other in taken.overlapping(span))
        if all(mention.rule == other.rule == "loc.coordinated" for other in rivals):
            kept.append(mention)
            for span in spans:
                taken.add(span, mention)
    return kept


def _by_place(found: Iterable[MentionFinding]) -> SpanIndex[MentionFinding]:
    return SpanIndex((Span(*span), mention) for mention in found for span in mention.spans)


def _length(mention: MentionFinding) -> int:
    """Return the length by which names compete: from the first piece of a coordinated name to its head."""
    return mention.end - mention.start


def _trimmed(text: str, ent: DocSpan) -> Span:
    """Return the span of a name within its line, without open marks, with the dot of a last initial."""
    start, end = ent.start_char, ent.end_char
    line = text.find("\n", start, end)
    end = line if line > start else end
    while end > start and text[end - 1] in " ,;:(":
        end -= 1
    if ent.label_ == "PER" and text[end : end + 1] == "." and text[end - 1].isupper() and text[end - 2] in " .":
        end += 1
    return Span(start, end)


def _with_town(text: str, span: Span) -> Span:
    """Return an institution's span with the town that tells it from its namesakes: «… № 75 г. Гомеля»."""
    if organisation_kind(text[span.start : span.end]) not in ("education", "health", "culture"):
        return span
    match = names.OF_TOWN.match(text[span.end : span.end + 60])
    return Span(span.start, span.end + match.end()) if match else span


def _is_no_name(doc: Doc, ent: DocSpan, text: str, label: str) -> bool:
    """Tell whether the network's name is none: a bare adjective, a currency's country, a street, a common noun."""
    before = doc[ent.start - 1] if ent.start else None
    if label == "LOC":
        adjective = len(ent) == 1 and ent[0].pos_ == "ADJ"
        currency = before is not None and clauses.lemma(before) in names.CURRENCIES
        street = (
            ent.start > 1 and doc[ent.start - 2].lower_ in names.STREETS and before is not None and before.text == "."
        )
        several = clauses.lemma(ent[-1]) in names.REGION_HEADS and clauses.feature(ent[-1], "Number") == "Plur"
        return adjective or street or currency or (several and bool(ent[0].is_sent_start))
    words = fold(text).split()
    if label == "ORG":
        return all(word in bodies.COMMON_NOUNS for word in words) or (
            words[0] in bodies.COMMON_NOUNS and not any(char.isupper() for char in text[1:])
        )
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
