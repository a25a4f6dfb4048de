"""What happened: frames as data, one row per construction, by family. Where frames compete, the earlier row wins."""

from __future__ import annotations

from svodka.rules.events.accords import AGREEMENT_FRAMES, CONTRACT_FRAMES, COOPERATION_FRAMES, DECISION_FRAMES
from svodka.rules.events.contacts import FORUM_FRAMES, MEETINGS, VISITS
from svodka.rules.events.economy import BUILDING, INVESTMENTS, STATISTICS, SUPPLIES, VENTURES
from svodka.rules.events.frame import Frame, Slot
from svodka.rules.events.people import APPOINTMENTS, CELEBRATIONS, HUMANITARIAN_FRAMES, STATEMENTS

FRAMES: tuple[Frame, ...] = (
    *CONTRACT_FRAMES,
    *AGREEMENT_FRAMES,
    *VISITS,
    *FORUM_FRAMES,
    *MEETINGS,
    *APPOINTMENTS,
    *CELEBRATIONS,
    *HUMANITARIAN_FRAMES,
    *VENTURES,
    *BUILDING,
    *SUPPLIES,
    *INVESTMENTS,
    *STATISTICS,
    *DECISION_FRAMES,
    *STATEMENTS,
    *COOPERATION_FRAMES,
)

__all__ = ["FRAMES", "Frame", "Slot"]
