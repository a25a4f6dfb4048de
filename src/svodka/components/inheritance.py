"""What an event takes from the sentences before it, by the named rules of ``rules.events.inheritance``."""

from __future__ import annotations

import itertools

from svodka.components.anaphora import Anaphora
from svodka.components.scene import Scene
from svodka.components.triggers import Site
from svodka.core.findings import EventFinding, RoleFinding
from svodka.rules.events.inheritance import ACTING, DOERS, LENDS, LOANS, REACH, Loan
from svodka.rules.events.lexicon import ABSTRACT, OCCASIONS

_SIDES = 2  # of what has sides, one alone is not lent
_LENDERS = 40  # events: what is told before them lends no more
_FURTHEST = max(REACH.values())
_LOANS = {loan.type: [other for other in LOANS if other.type == loan.type] for loan in LOANS}


class Memory:
    """What a document has told so far, event by event, in text order."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._gatherings: dict[int | None, EventFinding] = {}
        self._anaphora = Anaphora(scene)
        self._told: dict[str, tuple[int, tuple[RoleFinding, ...]]] = {}
        self._times: list[tuple[int, EventFinding]] = []
        self._statistic: tuple[int, str | None] = (-1, None)

    def borrow(self, event: EventFinding, site: Site) -> EventFinding:
        """Return an event with the roles, time and place that earlier sentences of its paragraph lend it."""
        roles = [found for filler in event.roles for found in self._anaphora.resolve(filler, self._told)]
        for loan in _LOANS.get(event.type, ()):
            if _is_open(loan, roles) and self._measures(loan, event):
                roles += self._lent(loan, site, roles)
        event = event.model_copy(update={"roles": tuple(roles), "subtype": self._subtype(event, site)})
        return self._dated(event, site)

    def _subtype(self, event: EventFinding, site: Site) -> str | None:
        """Return the subtype of a statistic; that of the one before it where its indicator only says «темп роста»."""
        where, last = self._statistic
        if event.subtype != "other" or event.type != "STATISTIC" or where != self._scene.paragraph(site.trigger):
            return event.subtype
        nouns = [
            t for r in event.roles if r.role == "indicator" for t in self._scene.tokens(r.spans) if t.pos_ == "NOUN"
        ]
        return last if all(token.lemma in ABSTRACT for token in nouns) else event.subtype

    def remember(self, event: EventFinding, site: Site) -> None:
        """Take note of an event."""
        paragraph = self._scene.paragraph(site.trigger)
        for role in dict.fromkeys(role.role for role in event.roles):
            fillers = tuple(filler for filler in event.roles if filler.role == role)
            named = tuple(filler for filler in fillers if filler.entity is not None)
            lent = (named or self._people(fillers)) if role in ACTING else fillers
            if lent and not (role == "reporter" and self._scene.is_item(site.trigger)):
                self._told[f"{event.type}.{role}"] = (paragraph, lent)
        if event.type == "STATISTIC":
            self._statistic = paragraph, event.subtype
        if event.time or event.place:
            self._times.append((paragraph, event))
        if event.type == "FORUM" and event.time and _title(event) is not None:
            self._gatherings.setdefault(_title(event), event)

    def _people(self, fillers: tuple[RoleFinding, ...]) -> tuple[RoleFinding, ...]:
        """Return the phrases that say who met, people all («лидеры», «министры двух стран»)."""
        heads = [next((t for t in self._scene.tokens(f.spans) if t.pos_ == "NOUN"), None) for f in fillers]
        alive = [head is not None and head.feature("Animacy") == "Anim" for head in heads]
        return fillers if fillers and fillers[0].role == "participants" and all(alive) else ()

    def _refers(self, event: EventFinding, site: Site) -> bool:
        """Tell whether a sentence points back to a meeting, visit or forum told in an earlier paragraph."""
        told_there = site.standing == "framed" or any(role.role == "occasion" for role in event.roles)
        if told_there or self._is_of_the_meeting(event):
            return True
        return any(token.lemma in OCCASIONS for token in site.trigger.sent)

    def _is_of_the_meeting(self, event: EventFinding) -> bool:
        """Tell whether those who met last do what an event tells, or the event leaves open who discusses."""
        _, met = self._told.get("MEETING.participants", (0, ()))
        people = {filler.entity for filler in met}
        doers = [role for role in event.roles if role.role in DOERS]
        if event.type == "VISIT":
            _, told = self._told.get("VISIT.destination", (0, ()))
            before = {filler.entity for filler in told}
            return any(role.role == "destination" and role.entity in before for role in event.roles)
        if event.type == "MEETING":
            return all(role.inherited for role in doers)
        return bool(doers) and all(role.entity is not None and role.entity in people for role in doers)

    def _certain(self, time: tuple[int, ...]) -> bool:
        return any(self._scene.dates[index].value.edtf for index in time)

    def _lent(self, loan: Loan, site: Site, roles: list[RoleFinding]) -> list[RoleFinding]:
        if loan.pointers and not self._points_back(site, loan.pointers):
            return []
        if loan.role == "speaker" and site.passive:  # «было отмечено» leaves open by whom
            return []
        paragraph = self._scene.paragraph(site.trigger)
        lenders = [told for name in loan.lenders if (told := self._of(name)) is not None]
        near = [fillers for place, fillers in lenders if place <= paragraph <= place + loan.reach]
        taken = {role.entity for role in roles if role.entity is not None}
        if loan.beside:
            taken |= self._inside([role for role in roles if role.role == loan.role])
            other = next(
                (f for fillers in near for f in fillers if f.entity is not None and f.entity not in taken), None
            )
            return [] if other is None else [_inherited(other, loan)]
        for fillers in near:
            free = [filler for filler in fillers if filler.entity is None or filler.entity not in taken]
            if loan.type == "COOPERATION" and len(free) + len(taken) < _SIDES:
                return []
            return [_inherited(filler, loan) for filler in free]
        return []

    def _measures(self, loan: Loan, event: EventFinding) -> bool:
        """Tell whether an event has the figure that a rule asks for, and no time of its own to count it from."""
        kinds = {self._scene.figures[index].value.kind for index in event.figures}
        return not loan.figured or (not event.time and bool(kinds & set(loan.figured)))

    def _inside(self, fillers: list[RoleFinding]) -> set[int]:
        """Return the places that phrases name: the regions of a country are no side of an accord with it."""
        counted = (self._scene.figures[filler.figure].spans for filler in fillers if filler.figure is not None)
        phrases = [*(filler.spans for filler in fillers), *counted]
        places = (self._scene.place_of(token) for spans in phrases for token in self._scene.tokens(spans))
        return {place for place in places if place is not None}

    def _of(self, name: str) -> tuple[int, tuple[RoleFinding, ...]] | None:
        """Return what was told last of a role; of two joined by ``+``, both together."""
        told = [self._told[part] for part in name.split("+") if part in self._told]
        if len(told) <= name.count("+"):
            return None
        return min(place for place, _ in told), tuple(filler for _, fillers in told for filler in fillers)

    def _at_the_visit(self, event: EventFinding, site: Site) -> EventFinding:
        """Return a meeting with the place that its paragraph's visit goes to («посетил Брянск и встретился …»)."""
        paragraph = self._scene.paragraph(site.trigger)
        where, destinations = self._told.get("VISIT.destination", (-1, ()))
        if event.type != "MEETING" or event.place or where != paragraph:
            return event
        place = tuple(filler.entity for filler in destinations if filler.entity is not None)
        return event.model_copy(update={"place": place, "inherited": (*event.inherited, "place")}) if place else event

    def _points_back(self, site: Site, pointers: frozenset[str]) -> bool:
        return any(token.lemma in pointers for token in self._scene.segments.of(site.trigger))

    def _dated(self, event: EventFinding, site: Site) -> EventFinding:
        """Return an event with the time, and the place of a meeting, that its paragraph lends it."""
        known = self._gatherings.get(_title(event), None) if event.type == "FORUM" else None
        if known is not None and not event.time and event.status == "occurred":
            return _placed(event.model_copy(update={"time": known.time, "inherited": ("time",)}), known)
        if event.status not in ("occurred", "ongoing"):
            return event
        if event.time:
            return self._at_the_visit(event, site)
        where, lender = self._lender(event, site)
        if lender is None:
            return event
        dated = event.model_copy(update={"time": lender.time, "inherited": ("time",)})
        return self._at_the_visit(_placed(dated, lender, self._place_of_the(lender, where)), site)

    def _lender(self, event: EventFinding, site: Site) -> tuple[int, EventFinding | None]:
        """Return the event told last, with its paragraph, that lends an event its time; a vague time ends the loan."""
        paragraph = self._scene.paragraph(site.trigger)
        refers: bool | None = None
        for where, lender in itertools.islice(reversed(self._times), _LENDERS):
            if where < paragraph - _FURTHEST:
                break
            if event.type not in LENDS.get(lender.type, ()):
                continue
            if where < paragraph:
                refers = self._refers(event, site) if refers is None else refers
                if not refers or where < paragraph - REACH.get(lender.type, 0):
                    continue
            if self._certain(lender.time):
                return where, lender
            if lender.time and lender.type == "VISIT":  # «сейчас гости находятся …» ends what was told of last year
                break
        return 0, None

    def _place_of_the(self, lender: EventFinding, paragraph: int) -> tuple[int, ...]:
        """Return the place that another sentence of a forum's paragraph gives it."""
        last = itertools.islice(reversed(self._times), _LENDERS)
        alike = (told for where, told in last if where == paragraph and told.type == lender.type == "FORUM")
        return next((told.place for told in alike if told.place), ())


def _is_open(loan: Loan, roles: list[RoleFinding]) -> bool:
    """Tell whether an event lacks what a rule lends: a role that stands empty, or one of its two sides."""
    mine = [role for role in roles if role.role == loan.role]
    return mine[0].place in loan.beside.split() if mine else not loan.beside


def _inherited(filler: RoleFinding, loan: Loan) -> RoleFinding:
    return filler.model_copy(update={"role": loan.role, "inherited": True, "place": loan.id})


def _title(event: EventFinding) -> int | None:
    return next((role.entity for role in event.roles if role.role == "title"), None)


def _placed(event: EventFinding, lender: EventFinding, elsewhere: tuple[int, ...] = ()) -> EventFinding:
    """Return an event with the place of the meeting, or of the visit, in whose course it happened.

    Where the sentence that lends the time names no place, ``elsewhere`` is the one that its paragraph names.
    """
    place = lender.place or elsewhere
    if lender.type == "VISIT" and event.type != "MEETING":
        return event
    if lender.type == "VISIT":
        place = tuple(role.entity for role in lender.roles if role.role == "destination" and role.entity is not None)
    if event.place or event.type == "VISIT" or lender.type == "JOINT_VENTURE" or not place:
        return event
    return event.model_copy(update={"place": place, "inherited": (*event.inherited, "place")})
