"""The form of a frame: one construction that tells an event, its trigger and where each role stands.

A frame knows words and places in the clause, nothing of spaCy; ``components`` finds them in the tree. Places are
written as a small language, alternatives in order, the first that is filled wins; the main ones:

- ``subject`` the subject of the active verb; of a noun trigger's verb too («стороны провели переговоры»)
- ``object`` the direct object, the subject of a passive, the noun that a passive participle modifies; of a noun trigger
  that is itself the subject, the object of its verb («форум собрал участников»)
- ``agent`` the instrumental of a passive
- ``gen dat ins`` a bare genitive, dative or instrumental on the trigger («визит делегации»)
- ``с+Ins`` a noun with this preposition and case, on the trigger or its verb
- ``led`` the person after «во главе с», «под руководством», or who leads in a relative clause
- ``clause`` the infinitive or clause that completes the verb; ``aim`` the infinitive before a verb of motion
- ``quote`` direct speech or a reported clause beside the trigger, without the words of saying
- ``after`` what follows a colon or dash in a sentence without a verb («Организаторы: …»)
- ``beside`` the verb and its clause that a parenthetical trigger frames («по словам X, …»)
- ``self`` the trigger's own noun phrase, or the name it bears
- ``ordinal`` the ordinal number on the trigger («XXIV форум»)
- ``dated:role`` a date inside the phrase that fills another role; ``in:role`` the entities named inside it
- ``о:role`` the phrase with this preposition inside the phrase that fills another role
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from svodka.core.records import EventType, Status
from svodka.core.values import FigureKind

# The places that are one word; besides them there are ``preposition+Case`` and ``word:role``.
PLACES = frozenset((
    "subject", "object", "agent", "gen", "dat", "ins", "led", "clause", "quote", "beside", "after", "self",
    "ordinal", "counted", "anniversary", "base", "duration", "attendant", "shown", "topic", "organizer",
    "destination", "owner", "capital", "made", "needs", "predicate", "measured", "where", "domains", "elsewhere",
    "theme", "bearer", "told", "titled", "bare_place", "speaker", "quoted", "founded", "antecedent", "ranked",
    "gathered", "portion", "aim", "whole",
))  # fmt: skip
Standing = Literal["predicated", "attended", "named", "verbless", "framed", "wanted", "measured"]


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a role stands.

    Attributes:
        role: Name of the role.
        at: Places, separated by blanks, the first that is filled wins.
        labels: Only entities with one of these labels count; empty where any noun phrase will do.
        lemmas: The filler's head must be one of these nouns; empty where any will do.
        people: The filler must be able to act: a name, people, or a body of people.
        barred: The filler's head must be none of these nouns.
        needed: The frame does not fire where the slot stays empty.
    """

    role: str
    at: str
    labels: tuple[str, ...] = ()
    lemmas: frozenset[str] = frozenset()
    people: bool = False
    barred: frozenset[str] = frozenset()
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """One construction.

    Attributes:
        id: Stable name, written into records.
        type: The event's type.
        lemmas: Trigger lemmas; a reflexive («проводиться») counts as the passive of its verb.
        pos: Part of speech of the trigger: ``VERB`` (participles too) or ``NOUN`` (adjectives in its place too).
        slots: The roles.
        requires: Roles of which at least one must stand in the sentence; empty: any core role, inherited or not.
        subtype: The event's subtype.
        forms: UD verb forms that a verb trigger may have, ``Short`` for a short participle; empty: all.
        standing: How a noun trigger must stand, one of these; empty: anyhow. ``predicated``: a verb tells it;
            ``attended``: one takes part in it; ``named``: it bears a name; ``verbless``: no verb stands in its clause;
            ``framed``: it opens a clause in which something is discussed; ``wanted``: one is ready for it;
            ``measured``: a figure stands right after it.
        reflexive: A reflexive of a trigger lemma triggers the frame too, as a passive.
        plural: A noun trigger must stand in the plural.
        figured: A figure of one of these kinds must stand in the trigger's clause; empty: none need.
        active: The verb must not be passive.
        companions: One of these lemmas must stand beside the trigger.
        joined: The companion belongs to the trigger («объединить усилия»).
        without: None of these lemmas may stand beside the trigger («встретиться на сцене» is no meeting).
        preposition: This preposition must stand before the trigger and belongs to it («по словам»).
        default: The status of a noun trigger that no verb governs.
        finds: Examples, ``"Стороны [подписали|occurred] соглашение."``: trigger and status.
        skips: Sentences in which this frame must find nothing.
    """

    id: str
    type: EventType
    lemmas: frozenset[str]
    pos: Literal["VERB", "NOUN"]
    slots: tuple[Slot, ...]
    finds: tuple[str, ...]
    skips: tuple[str, ...]
    requires: tuple[str, ...] = ()
    subtype: str | None = None
    forms: tuple[str, ...] = ()
    standing: tuple[Standing, ...] = ()
    plural: bool = False
    figured: tuple[FigureKind, ...] = ()
    active: bool = False
    reflexive: bool = True
    companions: frozenset[str] = frozenset()
    joined: bool = False
    without: frozenset[str] = frozenset()
    preposition: str = ""
    default: Status = "occurred"
