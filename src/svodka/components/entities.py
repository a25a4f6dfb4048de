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

from svodka.components import titled
from svodka.components.abbreviations import abbreviated
from svodka.components.bodies import BodyReader
from svodka.components.commemorated import commemorated
from svodka.components.facilities import works
from svodka.components.network import NetworkNames
from svodka.components.normal_forms import NormalForms
from svodka.components.places import PlaceFinder
from svodka.components.pointers import PointerFinder
from svodka.components.quotes import balanced, quoted
from svodka.core.findings import MentionFinding
from svodka.core.records import EntityKind
from svodka.core.spans import Span, SpanIndex
from svodka.language import layers
from svodka.language.columns import Columns, columns_of
from svodka.rules import bodies, names
from svodka.rules.rule import fold

if TYPE_CHECKING:
    from svodka.language.morphology import Morphology


_ADJECTIVES = ("loc.adjective", "loc.elliptic")


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
    return MentionFinder(name, PlaceFinder(gazetteer, morphology), PointerFinder(gazetteer, morphology), morphology)


class MentionFinder:
    """Find mentions. Reads tags and ``doc.ents``; writes the layer ``mentions`` and ``doc.spans["mentions"]``.

    Args:
        name: Name of the component in its pipeline.
        places: What finds places.
        pointers: What finds words that point to places.
        morphology: What makes normal forms.
    """

    def __init__(self, name: str, places: PlaceFinder, pointers: PointerFinder, morphology: Morphology) -> None:
        self.name = name
        self._places = places
        self._pointers = pointers
        self._morphology = morphology
        layers.register()

    def __call__(self, doc: Doc) -> Doc:
        """Find the mentions of one document."""
        found = self._found(columns_of(doc))
        found.sort(key=lambda mention: (mention.spans, mention.label, mention.rule))
        layers.write(doc, "mentions", found)
        layers.span_group(doc, "mentions", found, lambda mention: (mention.label, mention.iso or ""))
        return doc

    def _found(self, columns: Columns) -> list[MentionFinding]:
        """Return the mentions in the order in which what finds them goes through the document."""
        forms = NormalForms(columns, self._morphology)
        quotes = quoted(columns.text)
        marked = SpanIndex((quote, quote) for quote in quotes)
        places = self._places.named(columns)
        pointers = list(self._pointers.find(columns, places))
        taken: SpanIndex[MentionFinding] = SpanIndex()
        found = _settle(
            [
                *titled.events(columns, quotes, forms),
                *commemorated(columns, quotes, forms),
                *works(columns, quotes, forms),
                *_by_rule(columns, quotes, marked, forms),
                *_bodies(columns, places, pointers, marked, forms),
                *places,
                *NetworkNames(columns, places, pointers, marked, forms).read(),
            ],
            taken,
        )
        found += list(_repeated(columns.text, quotes, found, taken))
        found = abbreviated(columns, found, taken)
        found += [m for m in pointers if not taken.meets(Span(m.start, m.end))]
        return [*found, *titled.documents(columns, forms)]


def _by_rule(
    columns: Columns, quotes: Sequence[Span], marked: SpanIndex[Span], forms: NormalForms
) -> Iterator[MentionFinding]:
    """Yield what the surface table finds, and titles that a noun before them makes names."""
    text = columns.text
    for match in names.NAMES.search(columns.folded_text):
        span = _with_town(text, balanced(match.span, marked))
        yield _organisation(text, span, match.rule, match.value.kind, forms)
    for quote in quotes:
        bearer = columns.ending_at.get(quote.start - 1)
        kind = bodies.BEARERS.get(columns.lemmas[bearer]) if bearer is not None else None
        if kind is not None and text[quote.start + 1].isupper():
            yield _organisation(text, quote, "org.quoted", kind, forms)  # type: ignore[arg-type]


def _organisation(text: str, span: Span, rule: str, kind: EntityKind | None, forms: NormalForms) -> MentionFinding:
    kind = names.organisation_kind(text[span.start : span.end]) or kind
    return MentionFinding(spans=(span,), rule=rule, label="ORG", name=forms.of_name(span), kind=kind)


def _bodies(
    columns: Columns,
    places: Sequence[MentionFinding],
    pointers: Sequence[MentionFinding],
    marked: SpanIndex[Span],
    forms: NormalForms,
) -> Iterator[MentionFinding]:
    """Yield bodies named by their kind with place, field or adjectives: «Правительством Республики Беларусь»."""
    begins, ends = columns.beginning_at, columns.ending_at
    spans = {name.start: name.stop - 1 for name in columns.names if name.label == "LOC"}
    spans |= {begins[start]: ends[end] for place in places for start, end in place.spans}
    countries = {begins[place.start] for place in places if place.kind == "country"}
    adjectives = {begins[m.start] for m in pointers if m.rule in _ADJECTIVES and m.start in begins}
    persons = {index for index, label in enumerate(columns.labels) if label == "PER"}
    for span in BodyReader(columns, spans, countries, adjectives, persons).read():
        yield _organisation(columns.text, _with_title(columns.text, span, marked), "org.body", "other", forms)


def _repeated(
    whole: str, quotes: Sequence[Span], found: Sequence[MentionFinding], taken: SpanIndex[MentionFinding]
) -> Iterator[MentionFinding]:
    """Yield a quoted name that stands elsewhere in the text as that of an organisation, and take its place."""
    known: dict[str, EntityKind | None] = {}
    for mention in found:
        if mention.label == "ORG":
            text = whole[mention.start : mention.end]
            for quote in quoted(text)[:1]:
                known.setdefault(_bare(text[quote.start : quote.end]), mention.kind)
    for quote in quotes:
        text = whole[quote.start : quote.end]
        if _bare(text) in known and not taken.meets(quote):
            kind = known[_bare(text)]
            mention = MentionFinding(spans=(quote,), rule="org.repeated", label="ORG", name=text, kind=kind)
            taken.add(quote, mention)
            yield mention


def _bare(text: str) -> str:
    return "".join(char for char in fold(text) if char not in '«»„“”"')


def _settle(found: Iterable[MentionFinding], taken: SpanIndex[MentionFinding]) -> list[MentionFinding]:
    """Keep the longer of overlapping names; among equals the earlier source. Coordinated names overlap by right.

    Args:
        found: The names.
        taken: Where the places of those that are kept are noted.
    """
    ranked = sorted(enumerate(found), key=lambda pair: (-_length(pair[1]), pair[1].spans, pair[0]))
    kept: list[MentionFinding] = []
    for _, mention in ranked:
        spans = [Span(*span) for span in mention.spans]
        rivals = (other for span in spans for other in taken.overlapping(span))
        if all(mention.rule == other.rule and mention.rule.endswith(".coordinated") for other in rivals):
            kept.append(mention)
            for span in spans:
                taken.add(span, mention)
    return kept


def _length(mention: MentionFinding) -> int:
    """Return the length by which names compete: from the first piece of a coordinated name to its head."""
    return mention.end - mention.start


def _with_title(text: str, span: Span, marked: SpanIndex[Span]) -> Span:
    """Return a body's span with the quoted name that follows at once: «Русской общины „Лад“»."""
    name = text[span.start : span.end]
    quote = next((q for q in marked.overlapping(Span(span.end + 1, span.end + 2)) if q.start == span.end + 1), None)
    if quote is None or not name[:1].isupper() or names.organisation_kind(name) == "authority":
        return span
    return Span(span.start, quote.end)


def _with_town(text: str, span: Span) -> Span:
    """Return an institution's span with the town that tells it from its namesakes: «… № 75 г. Гомеля»."""
    if names.organisation_kind(text[span.start : span.end]) not in ("education", "health", "culture"):
        return span
    match = names.OF_TOWN.match(text[span.end : span.end + 60])
    return Span(span.start, span.end + match.end()) if match else span
