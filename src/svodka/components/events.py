"""The component ``svodka_events``: frames found in the tree, with roles, status, time, place and figures."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from svodka.components import clauses
from svodka.components.circumstances import Circumstances
from svodka.components.inheritance import Memory
from svodka.components.precedence import Candidate, Verdict, settle
from svodka.components.roles import RoleFinder
from svodka.components.scene import Scene
from svodka.components.status import status
from svodka.components.triggers import TriggerFinder
from svodka.components.verbs import restore_verbs
from svodka.core.findings import EventFinding
from svodka.core.records import Status
from svodka.core.spans import Span
from svodka.language import layers
from svodka.language.words import Word, words_of
from svodka.rules.events import FRAMES, Frame
from svodka.rules.events.cues import SAYING
from svodka.rules.events.lexicon import ABSTRACT, GIVEN, SUBTYPES
from svodka.rules.ontology import EVENT_TYPES

if TYPE_CHECKING:
    from svodka.language.morphology import Morphology

# Roles whose text tells of other happenings, with times and places of their own.
_ABOUT = frozenset(("topic", "content", "purpose"))


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
    default_config={"frames": None},
)
def make_events(nlp: Language, name: str, frames: str | None) -> EventFinder:
    """Build the component for ``nlp.add_pipe("svodka_events")``; it needs all other components before it.

    Args:
        nlp: The pipeline.
        name: Name of the component in it.
        frames: A file of frames of the user's own, which go before svodka's.
    """
    from svodka.language.frames import read_frames
    from svodka.language.morphology import Morphology

    own = read_frames(Path(frames)) if frames else ()
    return EventFinder(name, (*own, *FRAMES), Morphology())


class EventFinder:
    """Find events. Reads all layers; writes the layer ``events`` and ``doc.spans["events"]``, in text order.

    Each token may trigger frames; the first whose demands are met makes a candidate. ``precedence`` settles which stay;
    what is left out is taken from earlier sentences by named rules, in text order.
    """

    def __init__(self, name: str, frames: Sequence[Frame], morphology: Morphology) -> None:
        self.name = name
        self._morphology = morphology
        self._triggers = TriggerFinder(frames)
        layers.register()

    def __call__(self, doc: Doc) -> Doc:
        """Find the events of one document."""
        scene, verdicts = self.judge(doc)
        kept = [
            verdict
            for verdict in verdicts
            if verdict.kept and not layers.in_boilerplate(doc, verdict.candidate.site.trigger.idx)
        ]
        circumstances, memory = Circumstances(scene), Memory(scene)
        named = {scene.counted.get(verdict.candidate.site.trigger.i): verdict.candidate.frame.type for verdict in kept}
        statistics = _statistics(kept)
        findings = []
        for verdict in kept:
            site = verdict.candidate.site
            rivals = _rivals(verdict.candidate, statistics)
            found = _finding(verdict, rivals, scene, circumstances)
            own = tuple(figure for figure in found.figures if named.get(figure, found.type) == found.type)
            if own != found.figures:
                found = found.model_copy(update={"figures": own})
            event = memory.borrow(found, site)
            if {role.role for role in event.roles} & set(EVENT_TYPES[event.type].core):
                memory.remember(event, site)
                findings.append(event)
        layers.write(doc, "events", findings)
        layers.span_group(doc, "events", findings, lambda event: (event.type, event.status))
        return doc

    def judge(self, doc: Doc) -> tuple[Scene, list[Verdict]]:
        """Return the candidates of a document with what became of them; nothing is written."""
        words = words_of(doc)
        restore_verbs(words, self._morphology)
        scene = Scene(words)
        roles = RoleFinder(scene)
        found = (self._at(token, scene, roles) for token in self._triggers.candidates(scene.doc))
        return scene, settle([candidate for candidate in found if candidate is not None], scene)

    def _at(self, token: Word, scene: Scene, roles: RoleFinder) -> Candidate | None:
        """Return what the first frame whose demands are met finds at a token."""
        for frame, site in self._triggers.at(token, scene):
            filled = roles.fill(frame, site)
            if filled is not None and (
                not frame.requires or {one.finding.role for one in filled} & set(frame.requires)
            ):
                return Candidate(frame, site, tuple(filled))
        return None


def _finding(verdict: Verdict, rivals: Sequence[Word], scene: Scene, circumstances: Circumstances) -> EventFinding:
    """Return the event of a candidate; its twins lend it their fillers, times and figures."""
    candidate, twins = verdict.candidate, verdict.twins
    frame, site = candidate.frame, candidate.site
    filled = list(candidate.filled)
    for twin in twins:
        new = [one for one in twin.filled if not any(one.finding == other.finding for other in filled)]
        filled += [one for one in new if one.head != site.trigger]
    used = {one.finding.date for one in filled if one.finding.date is not None}
    entities = {one.finding.entity for one in filled}
    told = [Span(*span) for one in filled if one.finding.role in _ABOUT for span in one.finding.spans]
    sites = [site, *(twin.site for twin in twins)]
    times = (circumstances.time(place, used, told) for place in sites)
    time = sorted(set(next(times) or itertools.chain.from_iterable(times)))
    figures = sorted({index for place in sites for index in circumstances.figures(place, told, rivals)})
    place = circumstances.place(site, entities, told)
    if not place and frame.type != "STATISTIC":  # the place before a statistic's first verb is whose figures they are
        place = circumstances.shared(site, entities)
    return EventFinding(
        spans=(clauses.extent(site.tokens),),
        rule=f"event.{frame.id}",
        type=frame.type,
        subtype=frame.subtype or _subtype(candidate, scene),
        status=_status(candidate, scene, time),
        lemma=" ".join(token.lemma for token in site.tokens),
        roles=tuple(one.finding.model_copy(update={"place": one.place}) for one in filled),
        time=tuple(time),
        place=place,
        figures=tuple(figures),
        sentence=(site.trigger.sent[0].idx, _trimmed_end(site.trigger)),
    )


def _statistics(kept: Sequence[Verdict]) -> dict[int, list[Word]]:
    """Return the triggers of statistics by the start of their sentence."""
    found: dict[int, list[Word]] = {}
    for verdict in kept:
        trigger = verdict.candidate.site.trigger
        if verdict.candidate.frame.type == "STATISTIC":
            found.setdefault(trigger.sent.start, []).append(trigger)
    return found


def _rivals(candidate: Candidate, statistics: Mapping[int, Sequence[Word]]) -> list[Word]:
    """Return the triggers of other statistics in a statistic's sentence."""
    trigger = candidate.site.trigger
    if candidate.frame.type != "STATISTIC":
        return []
    return [token for token in statistics[trigger.sent.start] if token != trigger]


def _status(candidate: Candidate, scene: Scene, time: Sequence[int]) -> Status:
    """Return the status; what a noun alone tells is planned where its date lies after the anchor date."""
    site, default = candidate.site, candidate.frame.default
    found = status(site.trigger, site.carrier, default)
    anchor = scene.doc.source._.anchor_date
    if candidate.frame.type == "COOPERATION" and site.carrier.feature("Variant") == "Short":
        return "ongoing" if found == "occurred" else found  # «сотрудничество основано на …» tells a state
    if candidate.frame.type in ("STATISTIC", "INVESTMENT") and site.carrier == site.trigger and found == "occurred":
        above = clauses.governor(site.trigger)
        lasting = above.feature("Tense") == "Pres" and above.feature("Aspect") == "Imp"
        return "ongoing" if lasting and above.lemma not in SAYING and above != site.trigger else found
    clock = any(scene.dates[index].value.timex3.type == "TIME" for index in time)
    if found == "occurred" and site.standing == "verbless" and clock:
        return "planned"  # a line of a programme
    if found == "occurred" and site.carrier == site.trigger and site.trigger.pos_ != "VERB" and anchor:
        starts = [scene.dates[index].value.start for index in time]
        if any(start is not None and start[: len(anchor)] > anchor for start in starts):
            return "planned"
    return found


def _subtype(candidate: Candidate, scene: Scene) -> str | None:
    """Return the subtype of a statistic by the lemmas of its indicator, of an investment by what is given."""
    if candidate.frame.type == "INVESTMENT":
        tokens = scene.segments.of(candidate.site.trigger)
        given = (GIVEN[lemma] for token in tokens if (lemma := token.lemma) in GIVEN)
        return next(given, None)
    if candidate.frame.type != "STATISTIC":
        return None
    heads = [one.head for one in candidate.filled if one.finding.role == "indicator" and one.head is not None]
    lemmas = {token.lemma for head in heads for token in (head, *clauses.phrase(head))}
    found = next((name for name, words in SUBTYPES.items() if lemmas & words), None)
    if found is None and lemmas & ABSTRACT:
        around = {token.lemma for token in scene.segments.of(candidate.site.trigger)}
        found = next((name for name, words in SUBTYPES.items() if around & words), None)
    return found or "other"


def _trimmed_end(token: Word) -> int:
    return next(other.end for other in reversed(token.sent.words) if not other.is_space)
