"""What the layers below say of each token: which entity, date, figure it names, and in which clause it stands."""

from __future__ import annotations

from collections.abc import Sequence

from svodka.components import clauses
from svodka.components.segments import Segments
from svodka.core.findings import DateFinding, EntityFinding, FigureFinding, MentionFinding
from svodka.core.records import Spans
from svodka.language import layers
from svodka.language.words import Stretch, Word, Words
from svodka.rules.events.inheritance import PLACES
from svodka.rules.events.lexicon import BODIES
from svodka.rules.names import PLACE_PREFIXES

_APPOSITIONS = ("appos", "flat", "flat:name")
_BULLETS = frozenset("–—-•*·")
_OF_WHICH = ("в том числе", "из них", "в т.", "среди них")
_OPENING = frozenset("«„“\"'(")


class Scene:
    """One document with its mentions, entities, dates and figures, by word.

    Args:
        words: The words of the document, whose layers are written.
        figures: Its figures, where the layer is yet to be written.
    """

    def __init__(self, words: Words, figures: Sequence[FigureFinding] | None = None) -> None:
        self.doc = words
        doc = words.source
        self.mentions = layers.read(doc, "mentions", MentionFinding)
        self.entities = layers.read(doc, "entities", EntityFinding)
        self.dates = layers.read(doc, "dates", DateFinding)
        self.figures = layers.read(doc, "figures", FigureFinding) if figures is None else figures
        self._owner = {index: number for number, entity in enumerate(self.entities) for index in entity.mentions}
        self._named: dict[int, list[tuple[int, int]]] = {}
        self._adjectives: dict[int, tuple[int, int]] = {}
        for index, mention in enumerate(self.mentions):
            self._place_mention(index, mention)
        self.segments = Segments(self._named)
        self._held: dict[int, list[int]] = {}
        for number, entity in enumerate(self.entities):
            for title in entity.titles:
                for token in self.tokens(title.spans)[:1]:
                    self._held.setdefault(token.i, []).append(number)
        self.dated = {token.i: index for index, date in enumerate(self.dates) for token in self.tokens(date.spans)}
        self.counted = {
            token.i: index for index, figure in enumerate(self.figures) for token in self.tokens(figure.spans)
        }
        self._paragraphs = _paragraphs(words)
        self._introduced: dict[int, dict[str, list[Word]]] = {}
        self._said: dict[int, frozenset[str]] = {}
        self.below: dict[tuple[int, int], list[Word]] = {}  # what prepositions tie to a trigger and its verb

    def _place_mention(self, index: int, mention: MentionFinding) -> None:
        number = self._owner[index]
        inside = self.tokens(mention.spans)
        if _is_adjective(mention, inside):
            for token in inside:
                self._adjectives.setdefault(token.i, (index, number))
        else:
            for token in inside:
                self._named.setdefault(token.i, []).append((index, number))

    def tokens(self, spans: Spans) -> list[Word]:
        """Return the tokens under character spans; mostly there is but one."""
        if len(spans) == 1:
            return self.doc.under(spans[0])
        return [token for span in spans for token in self.doc.under(span)]

    def paragraph(self, token: Word) -> int:
        """Return the number of the paragraph in which a token stands."""
        return self._paragraphs[token.i]

    def is_item(self, token: Word) -> bool:
        """Tell whether the sentence of a token is an item of a list, set off by a bullet or dash."""
        sentence = token.sent
        first = next((other for other in sentence if not other.is_space), token)
        return first.text in _BULLETS

    def label(self, entity: int) -> str:
        """Return the label of an entity."""
        return self.entities[entity].label

    def named(self, token: Word) -> int | None:
        """Return the entity in whose name a token stands, adjectives of places apart."""
        found = self._named.get(token.i)
        return found[0][1] if found else None

    def mention(self, token: Word) -> int | None:
        """Return the mention in which a token stands."""
        found = self._named.get(token.i)
        return found[0][0] if found else None

    def place_of(self, token: Word) -> int | None:
        """Return the place that a token names, also as an adjective («калужским капиталом»)."""
        found = self._adjectives.get(token.i)
        return found[1] if found else self.named(token)

    def ascribed(self, token: Word) -> int | None:
        """Return the place that an adjective ascribes something to."""
        found = self._adjectives.get(token.i)
        return found[1] if found and token.pos_ == "ADJ" else None

    def entity(self, head: Word) -> int | None:
        """Return the first entity that a phrase's head names."""
        named = self._named.get(head.i)
        return named[0][1] if named else next(iter(self.entities_of(head)), None)

    def entities_of(self, head: Word) -> list[int]:
        """Return the entities that a phrase's head names: itself, by a post, or by the name beside it.

        A head shared by coordinated names («Гомельской и Брянской областей»), or a post in the plural, has several.
        """
        named = self._named.get(head.i)
        if named is not None:
            return list(dict.fromkeys([number for _, number in named]))
        if head.i in self._held:
            return self._held[head.i]
        beside = self._beside(head)
        return [] if beside is None else [beside]

    def _beside(self, head: Word) -> int | None:
        """Return the entity named in apposition to a noun, or right after it («завод „Нива“», «глава Иван Петров»)."""
        wanted = "LOC" if head.lemma in PLACE_PREFIXES else "PER"
        for child in head.children:
            entity = self.named(child)
            if entity is None or child.dep_ not in (*_APPOSITIONS, "nmod") or child.i < head.i:
                continue
            if child.dep_ in _APPOSITIONS and self._may_name(head, entity):
                return entity
            agrees = wanted == "PER" or child.case in (head.case, "")
            if child.dep_ == "nmod" and self.label(entity) == wanted and agrees:
                return entity
        after = head.i + 1
        if after + 1 < len(self.doc) and self.doc[after].text == "." and head.lemma in PLACE_PREFIXES:
            after += 1
        if after < len(self.doc) and head.pos_ == "NOUN":
            entity = self.named(self.doc[after])
            quoted = self.doc[after].text in _OPENING
            one = wanted == "PER" or self._is_one(head, self.doc[after])
            if entity is not None and (quoted or self.label(entity) == wanted) and self._may_name(head, entity) and one:
                return entity
        return None

    def _is_one(self, head: Word, name: Word) -> bool:
        """Tell whether a noun and the place named after it are one: in one case, the noun in the singular."""
        same = name.case in (head.case, "Nom", "")
        return same and head.feature("Number") != "Plur"

    def named_after(self, head: Word, label: str) -> int | None:
        """Return the entity whose name closes the phrase of a noun («конкурс юных пианистов „Весна“»)."""
        for token in self.doc[head.i + 1 : min(head.i + 7, head.sent.end)]:
            entity = self.named(token)
            if entity is not None and self.label(entity) == label:
                return entity
            if token.pos_ in ("VERB", "AUX") or token.text in ",.;:":
                return None
        return None

    def _may_name(self, head: Word, entity: int) -> bool:
        """Tell whether a noun can describe an entity: a region in apposition to a person's post does not."""
        label = self.label(entity)
        if label == "PER":
            return head.feature("Animacy") == "Anim" or head.pos_ == "PROPN"
        if label == "LOC":
            return head.lemma in PLACE_PREFIXES or head.lemma in PLACES
        return True

    def acts(self, head: Word) -> bool:
        """Tell whether a phrase can act: a name of an actor, people, or a body of people."""
        entity = self.entity(head)
        if entity is not None:
            return self.label(entity) in ("PER", "ORG", "LOC")
        if head.pos_ not in ("NOUN", "PROPN", "ADJ", "PRON", "NUM", "DET"):
            return False
        return head.feature("Animacy") == "Anim" or head.lemma in BODIES or self._inhabitants(head)

    def _inhabitants(self, head: Word) -> bool:
        return head.i in self._adjectives and head.pos_ in ("NOUN", "PROPN")

    def figures_in(self, tokens: Sequence[Word]) -> list[int]:
        """Return the figures among tokens, each once, in text order."""
        return list(dict.fromkeys(self.counted[token.i] for token in tokens if token.i in self.counted))

    def introduced(self, token: Word, preposition: str) -> list[Word]:
        """Return the nouns of a token's clause that a preposition introduces; clauses are read once."""
        segment = self.segments.of(token)
        found = self._introduced.get(segment.start)
        if found is None:
            found = self._introduced[segment.start] = {}
            for other in segment:
                found.setdefault(clauses.preposition(other), []).append(other)
        return found.get(preposition, [])

    def words_of(self, sentence: Stretch) -> frozenset[str]:
        """Return the word forms that stand in a sentence, gathered once."""
        found = self._said.get(sentence.start)
        if found is None:
            found = self._said[sentence.start] = frozenset([word.lower_ for word in sentence])
        return found


def _is_adjective(mention: MentionFinding, inside: Sequence[Word]) -> bool:
    """Tell whether a mention only ascribes something to a place («калужским капиталом»)."""
    if mention.rule.endswith(".adjective"):
        return True
    return mention.label == "LOC" and len(inside) == 1 and inside[0].pos_ == "ADJ" and inside[0].dep_ == "amod"


def _goes_on(doc: Sequence[Word], index: int) -> bool:
    """Tell whether a line goes on with the paragraph before it: an item of a list, or what opens one."""
    opening = " ".join(token.lower_ for token in doc[index : index + 3])
    return index < len(doc) and (doc[index].text in _BULLETS or opening.startswith(_OF_WHICH))


def _paragraphs(doc: Sequence[Word]) -> list[int]:
    """Return the paragraph of every token: line breaks part them, but a list goes on with what it belongs to."""
    numbers, number = [], 0
    for token in doc:
        numbers.append(number)
        if token.is_space and "\n" in token.text and not _goes_on(doc, token.i + 1):
            number += 1
    return numbers
