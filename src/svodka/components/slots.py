"""The slots of figures: what each measures, whose it is, when it holds, and how it relates to the figures beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from svodka.components.dating import Dating
from svodka.components.metrics import Metrics
from svodka.components.owners import Owners
from svodka.components.scene import Scene
from svodka.components.spots import spots
from svodka.core.findings import FigureFinding
from svodka.language import layers

if TYPE_CHECKING:
    from svodka.language.morphology import Morphology


def fill(doc: Doc, figures: Sequence[FigureFinding], morphology: Morphology) -> list[FigureFinding]:
    """Return figures with their slots, read in text order: a later figure may take what an earlier one told."""
    layers.write(doc, "figures", figures)
    scene = Scene(doc)
    metrics, owners, dating = Metrics(scene, morphology), Owners(scene), Dating(scene)
    filled = []
    for figure, spot in zip(figures, spots(doc, figures, scene), strict=True):
        measured = metrics.of(spot)
        owned = owners.of(spot, measured)
        dated = dating.of(spot, measured)
        filled.append(
            figure.model_copy(
                update={
                    "metric": measured.text or None,
                    "of": owned.entities,
                    "period": dated.period,
                    "base_period": dated.base,
                    "steps": tuple(
                        filter(
                            None,
                            (
                                measured.step and f"metric.{measured.step}",
                                owned.step and f"of.{owned.step}",
                                *dated.steps,
                            ),
                        )
                    ),
                }
            )
        )
    return filled
