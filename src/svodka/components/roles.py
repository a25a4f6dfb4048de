"""Roles: the slots of a frame filled for one site, each with the place of the frame language that filled it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from svodka.components import clauses, phrases
from svodka.components.fillers import Fillers
from svodka.components.positions import at, is_of_tree
from svodka.components.scene import Scene
from svodka.components.spoken import titled, topic
from svodka.components.triggers import Site
from svodka.core.findings import RoleFinding
from svodka.core.spans import Span
from svodka.language.words import Word
from svodka.rules.events import Frame, Slot
from svodka.rules.events.inheritance import PLACES
from svodka.rules.events.lexicon import DOCUMENTS

_FILLED_BY_PRONOUN = frozenset(
    ("он", "она", "они", "мы", "я", "вы", "который", "кто", "это", "оно", "себя", "что", "все", "др")
)
_ABOUT = ("о", "об", "обо")


@dataclass(frozen=True, slots=True)
class Filled:
    """A filler with the place that gave it, and the head of its phrase where it has one."""

    finding: RoleFinding
    place: str
    head: Word | None = None


class RoleFinder:
    """Fill the slots of frames for one document."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._fillers = Fillers(scene)

    def fill(self, frame: Frame, site: Site) -> list[Filled] | None:
        """Return the fillers of a frame's roles, in the order of its slots, none twice, no phrase in two roles.

        ``None`` where a slot that the frame needs stays empty.
        """
        found: list[Filled] = []
        for slot in frame.slots:
            for place in slot.at.split():
                before = len(found)
                for filled in self._at(place, slot, site, found):
                    if not _is_taken(filled, found):
                        found.append(filled)
                if len(found) > before:
                    break
            else:
                if slot.needed:
                    return None
        return found

    def _at(self, place: str, slot: Slot, site: Site, found: Sequence[Filled]) -> Iterable[Filled]:
        """Return what stands at one place; most places are empty."""
        if is_of_tree(place):
            heads = at(place, site, self._scene)
            return self._phrases(heads, place, slot, site) if heads else ()
        word, _, role = place.partition(":")
        if role:
            return self._inside(word, slot, [f.head for f in found if f.finding.role == role and f.head is not None])
        if place in ("quote", "beside", "titled"):
            span = titled(site) if place == "titled" else topic(site, beside=place == "beside")
            return () if span is None else (Filled(RoleFinding(role=slot.role, spans=(span,)), place),)
        if place == "told":
            return self._told(slot, site)
        return self._dates(place, slot, site) if place in ("base", "duration") else self._numbers(place, slot, site)

    def _told(self, slot: Slot, site: Site) -> Iterator[Filled]:
        """Yield the object of a verb of saying with all that its clause says of it."""
        for head in at("object", site, self._scene)[:1]:
            run = self._fillers.run(head)
            segment = self._scene.segments.of(head)
            end = next((t.i for t in segment if t.i > run[-1].i and t.text in ("–", "—", ";", "[")), segment.end)
            tokens = [token for token in self._scene.doc[run[0].i : max(end, run[-1].i + 1)] if not token.is_space]
            while tokens[-1].is_punct and tokens[-1].text not in '»”"':
                tokens = tokens[:-1]
            someone = head.feature("Animacy") == "Anim"  # «информировал главу о планах»
            if self._admits(slot, head, site) and head.i > site.trigger.i and not someone:
                yield Filled(RoleFinding(role=slot.role, spans=(clauses.extent(tokens),)), "told", head)

    def _phrases(self, heads: Sequence[Word], place: str, slot: Slot, site: Site) -> Iterator[Filled]:
        """Yield what the phrases at a place of the tree name."""
        for head in heads:
            adjective = self._scene.ascribed(head)
            if adjective is not None:
                yield Filled(RoleFinding(role=slot.role, entity=adjective), place, head)
            elif self._admits(slot, head, site):
                found = self._fillers.of(slot.role, head, site.trigger)
                elsewhere = head.sent is not site.trigger.sent
                for finding in found:
                    if self._fits(slot, finding):
                        told = finding.model_copy(update={"inherited": True}) if elsewhere else finding
                        yield Filled(told, place, head)

    def _admits(self, slot: Slot, head: Word, site: Site) -> bool:
        if head.i in self._scene.dated or (head in site.tokens and slot.at != "self" and "self" not in slot.at):
            return False
        if head.lemma in _FILLED_BY_PRONOUN or head.is_space:
            return False
        if slot.lemmas and not ({head.lemma} | _suffix(head)) & slot.lemmas:
            return False
        if head.lemma in slot.barred:
            return False
        if slot.people and not self._scene.acts(head):
            return False
        if slot.labels:
            entity = self._scene.entity(head)
            members = [entity, *(self._scene.entity(member) for member in clauses.conjuncts(head))]
            return any(member is not None and self._scene.label(member) in slot.labels for member in members)
        return head.pos_ in ("NOUN", "PROPN", "VERB", "X", "ADJ", "NUM", "SYM", "DET") or head.i in self._scene.counted

    def _fits(self, slot: Slot, finding: RoleFinding) -> bool:
        """Tell whether a filler of a coordination has one of the labels that a slot asks for."""
        return not slot.labels or (finding.entity is not None and self._scene.label(finding.entity) in slot.labels)

    def _inside(self, word: str, slot: Slot, heads: list[Word]) -> Iterator[Filled]:
        """Yield the entities, dates, or the phrase with a preposition, inside phrases that fill another role."""
        for head in heads:
            tokens = [token for token in head.subtree if abs(token.i - head.i) < 40]
            if word == "in":
                yield from self._entities(slot, head, tokens)
            elif word == "dated":
                dates = dict.fromkeys(self._scene.dated[token.i] for token in tokens if token.i in self._scene.dated)
                plans = [index for index in dates if "/" in (self._scene.dates[index].value.edtf or "")]
                yield from (Filled(RoleFinding(role=slot.role, date=index), "dated") for index in plans)
            else:
                wanted = _ABOUT if word == "о" else (word, word + "о")
                below = [token for token in tokens if clauses.preposition(token) in wanted and token.i > head.i][:1]
                if not below and word == "о":
                    below = phrases.subject_of(head, self._scene)
                below = [token for token in below if not _is_of_another_document(token, head)]
                for token in below:
                    fillers = self._fillers.text if word == "о" and not slot.labels else self._fillers.of
                    for finding in fillers(slot.role, token, head):
                        if self._fits(slot, finding):
                            yield Filled(finding, word, token)

    def _entities(self, slot: Slot, head: Word, tokens: list[Word]) -> Iterator[Filled]:
        own = self._scene.entity(head)
        inside = [(token, self._scene.place_of(token)) for token in tokens]
        for token, entity in inside:
            if entity is None or entity == own or _is_apart(token, head) or self._points_back(token):
                continue
            for number in self._scene.entities_of(token) or [entity]:
                if self._scene.label(number) in slot.labels and number != own:
                    yield Filled(RoleFinding(role=slot.role, entity=number), "in", token)

    def _points_back(self, token: Word) -> bool:
        """Tell whether an adjective of a country only points at one of its regions («представители этого региона»)."""
        return self._scene.ascribed(token) is not None and token.head.lemma in PLACES

    def _numbers(self, place: str, slot: Slot, site: Site) -> Iterator[Filled]:
        """Yield the figure that counts, numbers, or is the trigger."""
        index = self._scene.counted.get(site.trigger.i)
        if index is None and place == "ordinal":
            index = self._time_of(site)
        if index is None:
            return
        kind = self._scene.figures[index].value.kind
        wanted = {"counted": ("count", "ordinal"), "ordinal": ("ordinal",), "anniversary": ("anniversary",)}[place]
        if kind in wanted:
            yield Filled(RoleFinding(role=slot.role, figure=index), place)

    def _time_of(self, site: Site) -> int | None:
        """Return the figure that says for which time something is held («форум проводился в пятый раз»)."""
        times = (token for token in self._scene.segments.of(site.trigger) if token.lemma == "раз")
        return next((self._scene.counted[token.i] for token in times if token.i in self._scene.counted), None)

    def _dates(self, place: str, slot: Slot, site: Site) -> Iterator[Filled]:
        """Yield the date of the trigger's clause with which a figure is compared, or that says how long."""
        segment = self._scene.segments.of(site.trigger)
        for index in dict.fromkeys(self._scene.dated[t.i] for t in segment if t.i in self._scene.dated):
            value = self._scene.dates[index].value
            lasting = value.timex3.type == "DURATION" or value.role == "start"
            if (place == "base" and value.role == "base_period") or (place == "duration" and lasting):
                yield Filled(RoleFinding(role=slot.role, date=index), place)


def _is_of_another_document(token: Word, head: Word) -> bool:
    """Tell whether a phrase is that of the document to which another is signed («план к соглашению о дружбе»)."""
    between = head.doc[head.i + 1 : token.i]
    return any(other.lemma in DOCUMENTS and clauses.preposition(other) == "к" for other in between)


def _is_apart(token: Word, head: Word) -> bool:
    """Tell whether a preposition makes a name the partner or goal of what a head names, not its owner."""
    while token != head and token.dep_ != "ROOT":
        if clauses.preposition(token) in ("с", "со", "в", "во", "через", "к", "на", "по", "между"):
            return True
        token = token.head
    return False


def _suffix(head: Word) -> set[str]:
    """Return the last part of a hyphenated noun («65-летие», «онлайн-конференция»)."""
    lemma = head.lemma
    return {lemma.rpartition("-")[2]} if "-" in lemma else set()


def _is_taken(filled: Filled, found: Sequence[Filled]) -> bool:
    """Tell whether a filler says what another says already: no thing fills a role twice, no phrase two roles."""
    mine = filled.finding
    if mine.entity is not None:
        same = [other for other in found if other.finding.entity == mine.entity]
        return any(_are_one(filled, other) for other in same)
    if mine.date is not None:
        return any(other.finding.date == mine.date for other in found)
    if mine.figure is not None:
        return any(other.finding.figure == mine.figure and other.finding.role == mine.role for other in found)
    return any(_share_words(filled, other) for other in found if other.finding.spans)


def _are_one(filled: Filled, other: Filled) -> bool:
    """Tell whether an entity, named twice, may not fill both roles: only what is nested in a phrase may."""
    one_role = filled.finding.role == other.finding.role
    return one_role or filled.place == "elsewhere" or not (_is_nested(filled) or _is_nested(other))


def _share_words(filled: Filled, other: Filled) -> bool:
    """Tell whether two texts are one, or overlap in one role or one phrase."""
    mine, theirs = filled.finding, other.finding
    if mine.spans == theirs.spans:
        return True
    if mine.role == theirs.role:
        return _overlap(mine.spans[0], theirs.spans[0])
    return filled.head == other.head and filled.place == other.place


def _is_nested(filled: Filled) -> bool:
    return filled.place in ("in", "where", "capital")


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return Span(*one).overlaps(Span(*other))
