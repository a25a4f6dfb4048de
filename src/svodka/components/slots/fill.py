"""Filling the slots of all figures of a document, in text order: a later figure may take what an earlier one told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from svodka.components.scene import Scene
from svodka.components.slots import dating, owners, relations
from svodka.components.slots.dating import Calendar, Dated
from svodka.components.slots.focus import Focus
from svodka.components.slots.metric_steps import METRICS, METRICS_OF
from svodka.components.slots.metrics import Reading
from svodka.components.slots.naming import Naming
from svodka.components.slots.owned import Asked, Owned
from svodka.components.slots.owner_steps import ATTRIBUTED, LENT_OWNERS, OWNERS, OWNERS_OF
from svodka.components.slots.period_steps import BASES, LENT_PERIODS, PERIODS
from svodka.components.slots.places import Places
from svodka.components.slots.spots import Spot, spots
from svodka.components.slots.telling import Telling
from svodka.components.slots.told import Measured, Told
from svodka.components.slots.verbs import Verbs
from svodka.core.findings import FigureFinding
from svodka.language.words import Word, Words

if TYPE_CHECKING:
    from svodka.language.morphology import Morphology

Slot = Literal["of", "period", "base_period"]
_METRIC = {step.name: step.find for step in METRICS}
_OWNER = {step.name: step.find for step in OWNERS}


def fill(words: Words, figures: Sequence[FigureFinding], morphology: Morphology) -> list[FigureFinding]:
    """Return figures with their slots filled.

    Args:
        words: The document with tags and the layers ``mentions``, ``entities`` and ``dates``.
        figures: Its figures in text order.
        morphology: For normal forms.
    """
    if not figures:
        return []
    scene = Scene(words, figures)
    filler = _Filler(scene, morphology)
    return [filler.fill(figure, spot) for figure, spot in zip(figures, spots(scene), strict=True)]


class _Filler:
    """Fill the slots of one document, figure by figure."""

    def __init__(self, scene: Scene, morphology: Morphology) -> None:
        naming = Naming(scene, morphology)
        self._scene = scene
        self._verbs = Verbs()
        self._reading = Reading(scene, naming, Telling(scene, naming, self._verbs), Told())
        self._focus = Focus(scene)
        self._places = Places(scene, self._focus)
        self._calendar = Calendar(scene)
        self._spots: list[Spot] = []
        self._owned: list[tuple[Spot, Measured, Owned]] = []
        self._dated: list[tuple[Spot, Measured, Dated]] = []

    def fill(self, figure: FigureFinding, spot: Spot) -> FigureFinding:
        """Return a figure with its slots, and keep them in mind for the next ones."""
        measured = self._measured(spot)
        whole = relations.whole(spot, self._scene)
        owned, dated = self._owner(spot, measured, whole), self._when(spot, measured)
        filled = figure.model_copy(
            update={
                "metric": measured.text or None,
                "of": owned.entities,
                "period": dated.period,
                "base_period": dated.base,
                "whole": None if whole is None else self._reading.naming.name(whole)[0],
                "modality": relations.modality(spot, measured, self._verbs),
                "distributive": relations.is_distributive(spot),
                "part_of": relations.part_of(spot, self._spots),
                "inherited": _inherited(owned, dated),
                "steps": _steps(measured, owned, dated),
            }
        )
        self._reading.told.add(spot, measured)
        self._spots.append(spot)
        self._owned.append((spot, measured, owned))
        self._dated.append((spot, measured, dated))
        return filled

    def _measured(self, spot: Spot) -> Measured:
        for name in METRICS_OF.get(spot.value.kind, ()):
            found = _METRIC[name](spot, self._reading)
            if found is not None:
                return Measured(found.text, found.bare, found.head, found.lender, name)
        return Measured()

    def _owner(self, spot: Spot, measured: Measured, whole: Word | None) -> Owned:
        asked = Asked(spot, measured, whole, self._scene, self._focus, self._places, self._verbs, self._owned)
        steps = ATTRIBUTED if owners.is_attribute(measured) else OWNERS_OF.get(spot.value.kind, ())
        for name in steps:
            entities = tuple(dict.fromkeys(_OWNER[name](asked)))
            if entities:
                return Owned(owners.in_turn(entities, spot), name)
        return Owned()

    def _when(self, spot: Spot, measured: Measured) -> Dated:
        if not dating.is_dated(spot):
            return Dated()
        asked = dating.Asked(spot, measured, self._calendar, self._calendar.free(spot), self._verbs, self._dated)
        period, step = next(((i, s.name) for s in PERIODS if (i := s.find(asked)) is not None), (None, ""))
        if spot.value.kind != "change":
            return Dated(period, None, step)
        base, base_step = next(((i, s.name) for s in BASES if (i := s.find(asked)) is not None), (None, ""))
        return Dated(period, base, step, base_step)


def _inherited(owned: Owned, dated: Dated) -> tuple[Slot, ...]:
    """Return the slots that the sentence itself leaves out."""
    told: tuple[tuple[Slot, bool], ...] = (
        ("of", owned.step in LENT_OWNERS),
        ("period", dated.period_step in LENT_PERIODS),
        ("base_period", dated.base_step in LENT_PERIODS),
    )
    return tuple(slot for slot, lent in told if lent)


def _steps(measured: Measured, owned: Owned, dated: Dated) -> tuple[str, ...]:
    """Return the ids of the steps that told the slots."""
    told = (
        ("metric", measured.step), ("of", owned.step), ("period", dated.period_step), ("base", dated.base_step),
    )  # fmt: skip
    return tuple(f"{slot}.{step}" for slot, step in told if step)
