"""When entities of different documents are one thing."""

from __future__ import annotations

from typing import NamedTuple

from svodka.core.records import Entity


class Key(NamedTuple):
    """What an entity is known by over documents: a place by its code and name, all else by label and name."""

    label: str
    name: str
    iso: str | None

    @classmethod
    def of(cls, entity: Entity) -> Key:
        """Return the key of an entity."""
        return cls(entity.label, entity.name, entity.iso)
