"""What kinds of things a record may name: entity kinds by label, and event types with their roles and codes.

PLOVER and CAMEO codes belong to the type; some triggers choose a finer CAMEO code (a received guest, negotiations), a
subtype may choose another class, and what is planned or proposed is an agreement to do it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class EventClass:
    """One row of the event table.

    Attributes:
        core: Roles of which at least one must be filled.
        other: Further roles.
        plover: PLOVER event class, or ``None``.
        cameo: CAMEO code, or ``None``.
        subtypes: Admissible values of ``subtype``.
        by_lemma: Lemmas of triggers that choose another CAMEO code.
    """

    core: tuple[str, ...]
    other: tuple[str, ...] = ()
    plover: str | None = None
    cameo: str | None = None
    subtypes: tuple[str, ...] = ()
    by_lemma: tuple[tuple[str, str], ...] = ()

    @property
    def roles(self) -> tuple[str, ...]:
        """All roles that the type admits."""
        return self.core + self.other


EVENT_TYPES: Mapping[str, EventClass] = MappingProxyType({
    "VISIT": EventClass(
        ("visitor", "destination"), ("head", "members", "host", "origin", "site", "purpose"),
        "CONSULT", "042",
        by_lemma=(("принять", "043"), ("принимать", "043"), ("приём", "043"), ("прием", "043")),
    ),
    "MEETING": EventClass(
        ("participants",), ("occasion", "topic", "chair"), "CONSULT", "040",
        by_lemma=(("переговоры", "046"),),
    ),
    "AGREEMENT": EventClass(
        ("parties", "document"), ("signatories", "subject", "validity", "base_document"), "SUPPORT", "057",
    ),
    "CONTRACT": EventClass(
        ("seller", "buyer", "parties"), ("goods", "document", "destination"), "COOPERATE", "061",
    ),
    "SUPPLY": EventClass(("supplier", "recipient", "goods"), (), "COOPERATE", "061"),
    "JOINT_VENTURE": EventClass(("enterprise", "partners"), ("goods",), "COOPERATE", "061"),
    "INVESTMENT": EventClass(
        ("investor", "target"), ("project",), "COOPERATE", "061", subtypes=("grant", "loan", "aid"),
    ),
    "STATISTIC": EventClass(
        ("indicator", "reporter"), ("partner", "goods", "base_period"),
        subtypes=("trade", "production", "transport", "finance", "budget", "labour", "population", "other"),
    ),
    "FORUM": EventClass(
        ("title",), ("edition", "participants", "organizer", "topic", "goods"), "CONSULT", "040",
    ),
    "CONSTRUCTION": EventClass(("builder", "object"), ("customer",), "COOPERATE", "061"),
    "HUMANITARIAN": EventClass(("participants", "title", "object"), ("organizer",), "COOPERATE", "060"),
    "COOPERATION": EventClass(("parties",), ("domain", "since"), "COOPERATE", "060"),
    "DECISION": EventClass(("content",), ("actor", "occasion"), "AGREE", "030"),
    "STATEMENT": EventClass(("speaker", "topic"), ("occasion", "audience"), None, "010"),
    "APPOINTMENT": EventClass(("person", "position"), ("organization", "appointer", "assigned")),
    "CELEBRATION": EventClass(("honoree", "occasion"), ("sender", "participants"), "SUPPORT", "051"),
})  # fmt: skip

ENTITY_KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "PER": (),
    "LOC": ("country", "region", "district", "city", "union", "macroregion", "facility", "other"),
    "ORG": (
        "authority", "company", "education", "health", "culture", "union", "association", "zone", "media",
        "military", "research", "international", "other",
    ),
    "EVT": ("forum", "exhibition", "fair", "holiday", "competition", "festival", "anniversary", "other"),
    "DOC": ("treaty", "agreement", "protocol", "plan", "contract", "law", "programme", "other"),
})  # fmt: skip


# What is still to come is an agreement to do it: the CAMEO code of the intent, by the code of the deed.
_INTENT: Mapping[str, str] = MappingProxyType({
    "040": "036", "042": "036", "043": "036", "046": "036", "060": "030", "061": "031",
})  # fmt: skip
_FUTURE = ("CONSULT", "COOPERATE")
# Money given rather than invested is aid.
_BY_SUBTYPE: Mapping[tuple[str, str], tuple[str, str]] = MappingProxyType(
    {
        ("INVESTMENT", "grant"): ("AID", "071"),
        ("INVESTMENT", "loan"): ("AID", "071"),
        ("INVESTMENT", "aid"): ("AID", "071"),
    }
)


def codes(
    event_type: str, lemma: str = "", *, subtype: str | None = None, status: str = "occurred"
) -> tuple[str | None, str | None]:
    """Return the PLOVER class and the CAMEO code of an event, by type, trigger, subtype and status.

    Examples:
        >>> codes("AGREEMENT"), codes("MEETING", "переговоры"), codes("STATEMENT"), codes("STATISTIC")
        (('SUPPORT', '057'), ('CONSULT', '046'), (None, '010'), (None, None))
        >>> codes("VISIT", status="planned"), codes("SUPPLY", status="proposed"), codes("INVESTMENT", subtype="grant")
        (('AGREE', '036'), ('AGREE', '031'), ('AID', '071'))
    """
    row = EVENT_TYPES[event_type]
    plover, cameo = row.plover, dict(row.by_lemma).get(lemma, row.cameo)
    if subtype is not None:
        plover, cameo = _BY_SUBTYPE.get((event_type, subtype), (plover, cameo))
    if status in ("planned", "proposed") and plover in _FUTURE and cameo is not None:
        return "AGREE", _INTENT[cameo]
    return plover, cameo
