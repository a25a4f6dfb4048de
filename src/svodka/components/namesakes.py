"""Places that share a name: which one a text means, by the region, then the country, that it names nearest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from svodka.core.records import EntityKind, Spans
from svodka.language.lexicon import Place
from svodka.rules import names
from svodka.rules.rule import fold

if TYPE_CHECKING:
    from svodka.language.gazetteer import Places

# Where a text names each region, and each country or its parts, beyond doubt: codes to sorted offsets.
Evidence: TypeAlias = tuple[dict[str, list[int]], dict[str, list[int]]]


class Found(NamedTuple):
    """A stretch that names a place, and the places that it can be; without one it has only a kind and a name."""

    spans: Spans
    rule: str
    places: Places
    kind: EntityKind | None = None
    name: str = ""


def evidence(every: Sequence[Found]) -> Evidence:
    """Return where the names of a text, in text order, leave no doubt of their region."""
    sure: Evidence = ({}, {})
    for found in every:
        if len(found.places) == 1 and (iso := found.places[0].iso):
            for positions, code in zip(sure, (iso, iso[:2]), strict=True):
                positions.setdefault(code, []).append(found.spans[0][0])
    return sure


def within(district: Found, after: Found | None) -> Found:
    """Return a district in the region of the place that follows it: «Ленинский район Минска»."""
    if district.kind != "district" or after is None or len(after.places) != 1:
        return district
    whole = after.places[0]
    if after.spans[0][0] != district.spans[-1][1] + 1 or whole.kind not in ("city", "region"):
        return district
    inside = tuple(place for place in district.places if place.iso == whole.iso)
    town = (Place(whole.iso, "district", district.name),) if whole.kind == "city" else ()
    return district._replace(places=inside or town or district.places)


def settled(found: Found, evidence: Evidence) -> Place | None:
    """Return the one place, or of namesakes the one whose region, then whose country, the text names nearest.

    A district with a name that many bear is known by its region alone.
    """
    places, position = found.places, found.spans[0][0]
    common = found.kind == "district" and fold(found.name).split(maxsplit=1)[0] in names.COMMON_DISTRICTS
    if len(places) < 2 and not common:
        return places[0] if places else None
    for positions, size in zip(evidence[: 1 if common else 2], (None, 2), strict=False):
        near = [
            (_distance(positions[code], position), place.name, place)
            for place in places
            if place.iso and (code := place.iso[:size]) in positions
        ]
        if near:
            return min(near, key=lambda item: item[:2])[2]
    return None


def _distance(positions: Sequence[int], position: int) -> int:
    """Return how far the nearest of sorted positions lies."""
    after = bisect_left(positions, position)
    return min(abs(near - position) for near in positions[max(0, after - 1) : after + 1])
