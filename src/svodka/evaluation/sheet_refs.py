"""What a gold sheet refers to: quotes of its sentences, entities by name, and values by their quote."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from svodka.core.records import Role, Spans
from svodka.evaluation.locate import Located

_ELSEWHERE = re.compile(r"(s\d+):(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """A resolved quote: where it stands, its clean reading, and the id of its sentence."""

    spans: Spans
    text: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Refs:
    """Resolves references and collects what cannot be resolved.

    Attributes:
        sentences: By id.
        problems: One line each, with the sentence it stands in.
        entities: Entity id by name.
        homes: ``(entity id, sentence id)`` wherever an entity is mentioned.
        known: Ids of the things that have exactly these spans.
        worded: Ids of the things that have exactly these words in a sentence.
    """

    sentences: Mapping[str, Located]
    problems: list[str] = field(default_factory=list)
    entities: dict[str, str] = field(default_factory=dict)
    homes: set[tuple[str, str]] = field(default_factory=set)
    known: dict[Spans, list[str]] = field(default_factory=dict)
    worded: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def learn(self, place: Place, identifier: str) -> None:
        """Make an entity's mention, a date or a figure known to what refers to it."""
        self.known.setdefault(place.spans, []).append(identifier)
        self.worded.setdefault((place.sentence, place.text), []).append(identifier)

    def at(self, place: Place) -> list[str]:
        """Return what stands at a quote, else what has its words in the same sentence (``~2`` forgotten)."""
        return self.known.get(place.spans) or self.worded.get((place.sentence, place.text), [])

    def find(self, sentence: str, quote: str) -> Place | None:
        """Resolve a quote of ``sentence``, or ``s12:quote`` of another one."""
        elsewhere = _ELSEWHERE.fullmatch(quote)
        home, text = (elsewhere[1], elsewhere[2]) if elsewhere else (sentence, quote)
        if home not in self.sentences:
            self.problems.append(f"{sentence}: no sentence {home}")
            return None
        try:
            return Place(*self.sentences[home].quote(text), home)
        except ValueError as error:
            self.problems.append(f"{sentence}: {error}")
            return None

    def entity(self, sentence: str, name: str) -> str | None:
        """Return the id of an entity by its name."""
        if name not in self.entities:
            self.problems.append(f"{sentence}: unknown or unmentioned entity {name!r}")
        return self.entities.get(name)

    def value(self, sentence: str, quote: str, sort: str) -> tuple[str, bool] | None:
        """Return the id of the date (``sort`` d) or figure (f) quoted, and whether it stands elsewhere."""
        place = self.find(sentence, quote)
        if place is None:
            return None
        ids = [i for i in self.at(place) if i[0] == sort]
        if not ids:
            self.problems.append(f"{sentence}: {quote!r} is not annotated as {'date' if sort == 'd' else 'figure'}")
            return None
        return ids[0], place.sentence != sentence

    def thing(self, sentence: str, filler: str) -> tuple[str, bool] | None:
        """Return the id behind ``@Entity`` or a quoted mention, and whether ``sentence`` lacks a mention."""
        role = self.role(sentence, "", filler)
        if role is None:
            return None
        if role.ref is None:
            self.problems.append(f"{sentence}: {filler!r} is no annotated entity, date or figure")
            return None
        return role.ref, role.inherited

    def role(self, sentence: str, name: str, filler: str) -> Role | None:
        """Resolve the filler of a role: ``@Entity``, or a quote, a reference if just a known thing."""
        if filler.startswith("@"):
            ref = self.entity(sentence, filler[1:])
            return Role(role=name, ref=ref, inherited=(ref, sentence) not in self.homes) if ref else None
        place = self.find(sentence, filler)
        if place is None:
            return None
        inherited = place.sentence != sentence
        ids = sorted(self.at(place), key=lambda i: "edf".index(i[0]))
        if ids:
            return Role(role=name, ref=ids[0], inherited=inherited)
        return Role(role=name, spans=place.spans, text=place.text, inherited=inherited)
