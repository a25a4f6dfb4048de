"""What an event takes from the sentences before it, by the named rules of ``rules.events.inheritance``."""

from __future__ import annotations

from svodka.components import clauses
from svodka.components.scene import Scene
from svodka.components.triggers import Site
from svodka.core.findings import EventFinding, RoleFinding
from svodka.rules.events.inheritance import LENDS, LOANS, Loan


class Memory:
    """What a document has told so far, event by event, in text order."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._told: dict[str, tuple[int, tuple[RoleFinding, ...]]] = {}
        self._times: list[tuple[int, EventFinding]] = []

    def borrow(self, event: EventFinding, site: Site) -> EventFinding:
        """Return an event with the roles, time and place that earlier sentences of its paragraph lend it."""
        roles = list(event.roles)
        for loan in LOANS:
            if loan.type == event.type and not any(role.role == loan.role for role in roles):
                roles += self._lent(loan, site, roles)
        event = event.model_copy(update={"roles": tuple(roles)})
        return self._dated(event, site)

    def remember(self, event: EventFinding, site: Site) -> None:
        """Take note of an event."""
        paragraph = self._scene.paragraph(site.trigger)
        for role in dict.fromkeys(role.role for role in event.roles):
            fillers = tuple(filler for filler in event.roles if filler.role == role)
            self._told[f"{event.type}.{role}"] = (paragraph, fillers)
        if event.time or event.place:
            self._times.append((paragraph, event))

    def _lent(self, loan: Loan, site: Site, roles: list[RoleFinding]) -> list[RoleFinding]:
        if loan.pointers and not self._points_back(site, loan.pointers):
            return []
        paragraph = self._scene.paragraph(site.trigger)
        lenders = [self._told[name] for name in loan.lenders if name in self._told]
        near = [fillers for place, fillers in lenders if place <= paragraph <= place + _reach(loan, self._scene, site)]
        taken = {role.entity for role in roles if role.entity is not None}
        for fillers in near:
            free = [filler for filler in fillers if filler.entity is None or filler.entity not in taken]
            return [_inherited(filler, loan) for filler in free]
        return []

    def _points_back(self, site: Site, pointers: frozenset[str]) -> bool:
        return any(clauses.lemma(token) in pointers for token in self._scene.segments.of(site.trigger))

    def _dated(self, event: EventFinding, site: Site) -> EventFinding:
        """Return an event with the time, and the place of a meeting, that its paragraph lends it."""
        if event.status not in ("occurred", "ongoing") or event.time:
            return event
        paragraph = self._scene.paragraph(site.trigger)
        for where, lender in reversed(self._times):
            if where != paragraph:
                break
            if lender.time and event.type in LENDS.get(lender.type, ()):
                return _placed(event.model_copy(update={"time": lender.time, "inherited": ("time",)}), lender)
        return event


def _reach(loan: Loan, scene: Scene, site: Site) -> int:
    return loan.reach


def _inherited(filler: RoleFinding, loan: Loan) -> RoleFinding:
    return filler.model_copy(update={"role": loan.role, "inherited": True, "place": loan.id})


def _placed(event: EventFinding, lender: EventFinding) -> EventFinding:
    if event.place or lender.type not in ("MEETING", "FORUM") or not lender.place:
        return event
    return event.model_copy(update={"place": lender.place, "inherited": (*event.inherited, "place")})
