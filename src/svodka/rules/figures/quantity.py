"""What a quantity says by itself, before anything else in the sentence has been asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from svodka.core.values import FigureValue

Need = Literal["", "noun", "percent", "ordered", "named", "next", "previous"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a quantity says by itself.

    Attributes:
        value: The value as far as the words give it.
        needs: ``noun`` where a counted noun must follow, ``percent`` where context tells a change from a share from a
            level, ``ordered`` where an ordinal needs the noun it numbers,
            ``named`` where the noun opens the evidence, ``next`` and
            ``previous`` where unit and kind are those of a neighbour.
        by: ``на`` stands before it: «вырос на 5 %».
        scale: The last scale word, which a list gives to the numbers before it.
    """

    value: FigureValue
    needs: Need = ""
    by: bool = False
    scale: int = 1

    def shown(self) -> str:
        """Return the short form in which examples name a quantity."""
        value = self.value
        amount = f"{value.low}..{value.high}" if value.low else value.value or "?"
        hedge = "" if value.comparator == "eq" else f"{value.comparator} "
        return f"{value.kind} {hedge}{amount} {value.unit or ''}".rstrip()
