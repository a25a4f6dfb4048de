"""What is known of a figure when its owner is asked for, and what the answer says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from svodka.components.scene import Scene
from svodka.components.slots.focus import Focus
from svodka.components.slots.places import Places
from svodka.components.slots.spots import Spot
from svodka.components.slots.told import Measured
from svodka.components.slots.verbs import Verbs
from svodka.language.words import Word


@dataclass(frozen=True, slots=True)
class Owned:
    """Whose a figure is, and the step that told."""

    entities: tuple[int, ...] = ()
    step: str = ""


@dataclass(frozen=True)
class Asked:
    """A figure with what is known when its owner is asked for; what several steps ask is found once."""

    spot: Spot
    measured: Measured
    whole: Word | None
    scene: Scene
    focus: Focus
    places: Places
    verbs: Verbs
    told: Sequence[tuple[Spot, Measured, Owned]]

    @cached_property
    def clause(self) -> list[Word]:
        """The words of the clause."""
        clause = self.scene.segments.of(self.spot.head)
        return self.spot.around(clause.start, clause.end)

    @cached_property
    def sentence_before(self) -> list[Word]:
        """The words of the sentence before the figure."""
        return self.spot.around(self.spot.sentence[0], self.spot.first.i)

    @cached_property
    def head_words(self) -> list[Word]:
        """The head of the metric with its adjectives and its complement («объём торговых связей»)."""
        head = self.measured.head
        below = [] if head is None else [child for child in head.children if child.dep_ in ("amod", "nmod")]
        deeper = [child for token in below for child in token.children if child.dep_ == "amod"]
        return [] if head is None else [head, *below, *deeper]

    def just_before(self) -> tuple[Spot, Measured, Owned] | None:
        """Return the figure before it."""
        return self.told[-1] if self.told else None
