"""The component ``svodka_events``: frames found in the tree, with status, time, place and figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Token

from svodka.components import clauses
from svodka.components.roles import RoleFinder, Site
from svodka.components.status import status
from svodka.core.findings import DateFinding, EntityFinding, EventFinding, FigureFinding, MentionFinding
from svodka.language import layers
from svodka.rules.dates import MONTHS
from svodka.rules.events import FRAMES, SUBTYPES, SUPPORT, Frame
from svodka.rules.ontology import EVENT_TYPES
from svodka.rules.rule import words

_PLACE_PREPOSITIONS = frozenset(("в", "во", "на", "под"))
# Nouns that may stand between a verb and its time or place without making it the time or place of something else.
_TRANSPARENT = words(
    "итог течение период ход начало середина конец месяц год г гг день территория земля город рамка квартал полугодие"
)


@Language.factory(
    "svodka_events",
    requires=[
        "token.lemma",
        "token.head",
        "doc._.svodka_entities",
        "doc._.svodka_dates",
        "doc._.svodka_figures",
    ],
    assigns=["doc._.svodka_events"],
)
def make_events(nlp: Language, name: str) -> EventFinder:
    """Build the component for ``nlp.add_pipe("svodka_events")``; it needs all other components before it."""
    return EventFinder(name, FRAMES)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A frame that fired, with the site that it fired at."""

    frame: Frame
    site: Site
    finding: EventFinding


class EventFinder:
    """Find events. Reads all layers; writes the layer ``events`` and ``doc.spans["events"]``, in text order.

    Where frames compete for one trigger, the earlier row wins; cooperation at large yields to anything more specific in
    its clause; of two triggers of one type, one above the other in the tree, the first row's stays.
    """

    def __init__(self, name: str, frames: Sequence[Frame]) -> None:
        self.name = name
        self._rows: dict[str, list[tuple[int, Frame]]] = {}
        for number, frame in enumerate(frames):
            for lemma in frame.lemmas:
                self._rows.setdefault(lemma, []).append((number, frame))
        layers.register()

    def __call__(self, doc: Doc) -> Doc:
        """Find the events of one document."""
        mentions = layers.read(doc, "mentions", MentionFinding)
        entities, dates = layers.read(doc, "entities", EntityFinding), layers.read(doc, "dates", DateFinding)
        roles = RoleFinder(doc, mentions, entities, dates)
        circumstances = _Circumstances(doc)
        candidates = [
            candidate
            for token in doc
            if (candidate := self._at(token, roles, circumstances)) and not layers.in_boilerplate(doc, token.idx)
        ]
        findings = _settle(candidates)
        layers.write(doc, "events", findings)
        layers.span_group(doc, "events", findings, lambda event: (event.type, event.status))
        return doc

    def _at(self, token: Token, roles: RoleFinder, circumstances: _Circumstances) -> _Candidate | None:
        """Return what the first frame finds at a token whose demands are met."""
        for frame, reflexive in self._frames_for(token):
            site = _site(token, reflexive=reflexive)
            if not _has_form(frame, site):
                continue
            found = roles.fill(frame, site)
            filled = {role.role for role in found}
            needed = set(frame.requires or EVENT_TYPES[frame.type].core)
            if not filled & needed or not filled & set(EVENT_TYPES[frame.type].core):
                continue
            time, place, figures = circumstances.of(site, {role.entity for role in found})
            finding = EventFinding(
                spans=(clauses.extent([token]),),
                rule=f"event.{frame.id}",
                type=frame.type,
                subtype=frame.subtype or _subtype(frame, site),
                status=status(token, site.carrier, frame.default),
                lemma=clauses.lemma(token),
                roles=tuple(found),
                time=time,
                place=place,
                figures=figures,
                sentence=(token.sent.start_char, _trimmed_end(token)),
            )
            return _Candidate(frame, site, finding)
        return None

    def _frames_for(self, token: Token) -> Iterator[tuple[Frame, bool]]:
        """Yield the frames that a token may trigger, in the order of the table; the flag says it is reflexive."""
        lemma = clauses.lemma(token)
        for _, frame in self._rows.get(lemma, ()):
            if token.pos_ == frame.pos or (frame.pos == "VERB" and clauses.feature(token, "VerbForm")):
                yield frame, False
        if lemma.endswith(("ся", "сь")) and token.pos_ == "VERB":
            for _, frame in self._rows.get(lemma[:-2], ()):
                if frame.pos == "VERB" and lemma not in frame.lemmas:
                    yield frame, True


def _has_form(frame: Frame, site: Site) -> bool:
    """Tell whether the trigger stands in a form that the frame admits."""
    form = clauses.feature(site.trigger, "VerbForm")
    if frame.pos == "VERB":
        return not frame.forms or form in frame.forms
    return not frame.predicated or site.carrier != site.trigger or site.trigger.dep_ in clauses.SUBJECTS


class _Circumstances:
    """Time, place and figures of an event: those that stand under its verb."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._dates = [
            (index, token)
            for index, date in enumerate(layers.read(doc, "dates", DateFinding))
            if date.value.edtf and date.value.role != "base_period" and (token := clauses.token_at(doc, date.start))
        ]
        self._figures = [
            (index, token)
            for index, figure in enumerate(layers.read(doc, "figures", FigureFinding))
            if (token := clauses.token_at(doc, figure.start))
        ]
        entities = layers.read(doc, "entities", EntityFinding)
        mentions = layers.read(doc, "mentions", MentionFinding)
        self._places = [
            (number, token)
            for number, entity in enumerate(entities)
            for index in entity.mentions
            if entity.label == "LOC" and (token := clauses.token_at(doc, mentions[index].end - 1)) and _locative(token)
        ]

    def of(self, site: Site, used: set[int | None]) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
        """Return positions of the dates, places and figures of a site; a place that fills a role is no place."""
        under = {token.i for token in site.carrier.subtree} | {token.i for token in site.trigger.subtree}
        sentence = site.trigger.sent
        dates = [(index, token) for index, token in self._dates if token.sent == sentence]
        time = [index for index, token in dates if token.i in under and _modifies(token, site)]
        place = [
            number
            for number, token in self._places
            if token.i in under and number not in used and _modifies(token, site)
        ]
        figures = [index for index, token in self._figures if token.i in under and _governed_by(token, site)]
        return tuple(time), tuple(dict.fromkeys(place)), tuple(figures)


def _governed_by(token: Token, site: Site) -> bool:
    """Tell whether the nearest verb above a token, or the trigger itself, is the site's."""
    while token.dep_ != "ROOT":
        if token in (site.trigger, site.carrier):
            return True
        if token.pos_ == "VERB":
            return False
        token = token.head
    return token in (site.trigger, site.carrier)


def _modifies(token: Token, site: Site) -> bool:
    """Tell whether a time or place belongs to the site itself, not to a noun below it («план на 2023 год»)."""
    while token.head not in (site.trigger, site.carrier):
        above = token.head
        own = (
            above.ent_type_
            or above.pos_ in ("NUM", "ADJ", "PROPN", "SYM")
            or clauses.lemma(above) in _TRANSPARENT
            or above.like_num
        )
        month = above.pos_ == "NOUN" and clauses.lemma(above) in MONTHS
        if above == token or not (own or month):
            return False
        token = above
    return True


def _locative(token: Token) -> bool:
    """Tell whether a place stands in a phrase that says where."""
    while token.dep_ != "ROOT":
        if clauses.preposition(token) in _PLACE_PREPOSITIONS:
            return clauses.case(token) in ("Loc", "Ins", "")
        if token.pos_ == "VERB":
            return False
        token = token.head
    return False


def _site(token: Token, *, reflexive: bool) -> Site:
    """Return the trigger with the verb that carries its tense."""
    carrier = token
    if token.pos_ != "VERB":
        above = token.head
        if clauses.lemma(above) in SUPPORT and above.pos_ in ("VERB", "AUX"):
            carrier = above
    return Site(token, carrier, reflexive or clauses.feature(carrier, "Voice") == "Pass")


def _subtype(frame: Frame, site: Site) -> str | None:
    """Return the subtype of a statistic by the lemmas of its indicator."""
    if frame.type != "STATISTIC":
        return None
    heads = clauses.subjects(site.carrier)
    lemmas = {clauses.lemma(token) for head in heads for token in clauses.phrase(head)}
    return next((name for name, words in SUBTYPES.items() if lemmas & words), "other")


def _trimmed_end(token: Token) -> int:
    tokens = [other for other in token.sent if not other.is_space]
    return int(tokens[-1].idx + len(tokens[-1]))


def _settle(candidates: Sequence[_Candidate]) -> list[EventFinding]:
    """Drop what a better reading of the same happening covers; what stays takes over times and figures of its twins."""
    kept: list[EventFinding] = []
    for candidate in candidates:
        if candidate.frame.type == "COOPERATION" and _is_covered(candidate, candidates):
            continue
        twins = [other for other in candidates if other is not candidate and _same_happening(candidate, other)]
        if any(_rank(other) < _rank(candidate) for other in twins):
            continue
        figures = sorted({*candidate.finding.figures, *(i for twin in twins for i in twin.finding.figures)})
        time = sorted({*candidate.finding.time, *(i for twin in twins for i in twin.finding.time)})
        kept.append(candidate.finding.model_copy(update={"figures": tuple(figures), "time": tuple(time)}))
    return kept


def _is_covered(candidate: _Candidate, candidates: Sequence[_Candidate]) -> bool:
    """Tell whether a more specific event stands between a trigger and its verb, or is that verb's."""
    token = candidate.site.trigger
    path = {token.i}
    while token.dep_ != "ROOT" and token.pos_ != "VERB":
        token = token.head
        path.add(token.i)
    others = (other for other in candidates if other.frame.type != "COOPERATION")
    return any(other.site.trigger.i in path or other.site.carrier.i in path for other in others)


def _rank(candidate: _Candidate) -> tuple[int, int]:
    return FRAMES.index(candidate.frame), candidate.site.trigger.i


def _same_happening(one: _Candidate, other: _Candidate) -> bool:
    """Tell whether two events of one type are one happening: one verb carries both, or one hangs on the other.

    Two verbs that say something of one indicator («вырос … и составил») are one statistic.
    """
    a, b = one.site, other.site
    if one.frame.type != other.frame.type:
        return False
    if one.frame.type == "STATISTIC" and clauses.finite(a.carrier) == clauses.finite(b.carrier):
        return True
    return a.carrier == b.carrier or a.trigger.head == b.trigger or b.trigger.head == a.trigger
