"""Places of a run as GeoJSON (RFC 7946). The lexicon has no coordinates, so that geometries are null: join by code."""

from __future__ import annotations

import json
from collections.abc import Iterable

from svodka.analysis.entities import presences
from svodka.core.records import Record


def to_geojson(records: Iterable[Record]) -> str:
    """Return one feature a place, the most mentioned first, with its code and counts."""
    features = [
        {
            "type": "Feature",
            "geometry": None,
            "properties": {
                "name": place.key.name, "iso": place.key.iso, "kind": place.kind, "mentions": place.mentions,
                "documents": place.documents, "events": len(place.events),
            },
        }
        for place in presences(records)
        if place.key.label == "LOC"
    ]  # fmt: skip
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1) + "\n"
