"""What happened: frames as data, one row per construction, by family. Where frames compete, the earlier row wins."""

from __future__ import annotations

from svodka.rules.events.accords import AGREEMENT_FRAMES, CONTRACT_FRAMES, COOPERATION_FRAMES, DECISION_FRAMES
from svodka.rules.events.frame import Frame, Slot
from svodka.rules.events.honours import APPOINTMENTS, CELEBRATIONS
from svodka.rules.events.humanitarian import HUMANITARIAN_FRAMES
from svodka.rules.events.meetings import FORUM_FRAMES, MEETINGS
from svodka.rules.events.statements import STATEMENTS
from svodka.rules.events.statistics import STATISTICS
from svodka.rules.events.supplies import SUPPLIES
from svodka.rules.events.ventures import BUILDING, INVESTMENTS, VENTURES
from svodka.rules.events.visits import VISITS

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
