"""The dictionary as the cleaner takes it: two functions."""

from __future__ import annotations

from svodka.language.morphology import Morphology

_MORPHOLOGY = Morphology()

is_known = _MORPHOLOGY.is_known
is_adjective = _MORPHOLOGY.is_adjective
