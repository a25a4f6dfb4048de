"""What the figures of a text have measured so far, for those that leave it out."""

from __future__ import annotations

from dataclasses import dataclass

from svodka.components.slots.spots import Spot
from svodka.language.words import Word

_REACH = 12  # figures back that may still lend what they measure


@dataclass(frozen=True, slots=True)
class Measured:
    """What a figure measures.

    Attributes:
        text: In the nominative; empty where the counted noun says it all.
        bare: The head with its adjectives alone, to which an ellipsis adds its own complement.
        head: Its head, where it stands in the figure's own clause.
        lender: The earlier figure that lent it.
        step: The step that found it.
    """

    text: str = ""
    bare: str = ""
    head: Word | None = None
    lender: int | None = None
    step: str = ""


class Told:
    """The figures told so far, in text order."""

    def __init__(self) -> None:
        self._told: list[tuple[Spot, Measured]] = []

    def add(self, spot: Spot, measured: Measured) -> None:
        """Take note of a figure."""
        self._told.append((spot, measured))

    def before(self, spot: Spot) -> tuple[Spot, Measured] | None:
        """Return the figure told last, in this paragraph or the one before, that measures or counts something."""
        for earlier, measured in reversed(self._told[-_REACH:]):
            if earlier.paragraph < spot.paragraph - 1:
                return None
            if measured.text or earlier.value.kind == "count":
                return earlier, measured
        return None

    def alike(self, spot: Spot) -> tuple[Spot, Measured] | None:
        """Return the figure of the same kind and unit told last, in this paragraph or the one before."""
        for earlier, measured in reversed(self._told[-_REACH:]):
            same = (earlier.value.kind, earlier.value.unit) == (spot.value.kind, spot.value.unit)
            if same and measured.text and earlier.paragraph >= spot.paragraph - 1:
                return earlier, measured
        return None


def lend(told: tuple[Spot, Measured] | None) -> Measured | None:
    """Return what an earlier figure measured, as lent to a later one."""
    if told is None or not told[1].text:
        return None
    return Measured(told[1].text, told[1].bare, None, told[0].number)
