"""Titles that were read, looked up by where they stand, by holder and by what they lead."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from svodka.components.cast import Cast
from svodka.core.findings import TitleFinding
from svodka.core.records import Spans
from svodka.rules import names


class Held(NamedTuple):
    """A title and the entity of its holder."""

    holder: int
    title: TitleFinding


_Place: TypeAlias = tuple[Spans, int]  # where a title stands, and which one it is in the order of reading
_Key: TypeAlias = tuple[str, str | int]  # how a leader is looked up


class HeldTitles:
    """The titles of one document, as far as they are read. Posts that lead a body or place are found by what they lead.

    Args:
        cast: What the document names.
    """

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._held: list[Held] = []
        self._places: list[_Place] = []
        self._owner: dict[int, int] = {}
        self._leaders: dict[_Key, list[_Place]] = {}

    def __iter__(self) -> Iterator[Held]:
        """Iterate in text order."""
        return iter(sorted(self._held, key=lambda held: (held.title.spans, held.holder)))

    def add(self, held: Held) -> None:
        """Note a title."""
        place = (held.title.spans, len(self._held))
        self._held.append(held)
        insort(self._places, place)
        if held.title.of is not None:
            self._owner.setdefault(held.holder, held.title.of)
        if _leads(held.title):
            for key in self._keys(held.title):
                insort(self._leaders.setdefault(key, []), place)

    def _keys(self, title: TitleFinding) -> list[_Key]:
        post = title.title.split()[0]
        public = self._cast.kind(title.of) in ("region", "authority")
        keys: list[_Key] = [("post", post), ("title", title.title), ("public", "") if public else ("private", post)]
        if title.of is not None:
            keys += [("of", title.of), *(("realm", stem) for stem in sorted(self._cast.realm(title.of)))]
        return keys

    @property
    def leads(self) -> bool:
        """Whether one of the titles is a leading post."""
        return bool(self._leaders)

    def last(self) -> Held | None:
        """Return the title read last."""
        return self._held[-1] if self._held else None

    def between(self, start: int, end: int) -> list[Held]:
        """Return the titles that begin in a stretch of the text, in the order in which they were read."""
        first = bisect_left(self._places, start, key=_start)
        inside = self._places[first : bisect_left(self._places, end, key=_start)]
        return [self._held[number] for number in sorted(number for _, number in inside)]

    def owner_of(self, holder: int) -> int | None:
        """Return of which body or place a person holds a post, by the first title that says so."""
        return self._owner.get(holder)

    def leader_of(self, owner: int, *, exactly: bool = False, among: Iterable[int] | None = None) -> int | None:
        """Return who leads a body or place, or one of the same realm, by the last title in the text.

        Args:
            owner: The body or place.
            exactly: Whether only titles of ``owner`` itself count.
            among: The persons who can be meant.
        """
        keys: list[_Key] = [("of", owner)]
        if not exactly:
            keys += [("realm", stem) for stem in sorted(self._cast.realm(owner))]
        allowed = None if among is None else frozenset(among)
        last: _Place | None = None
        for key in keys:
            for place in reversed(self._leaders.get(key, [])):
                if allowed is None or self._held[place[1]].holder in allowed:
                    last = place if last is None else max(last, place)
                    break
        return None if last is None else self._held[last[1]].holder

    def leader_titled(self, title: str) -> int | None:
        """Return the holder of the last leading post of this full title."""
        found = self._leaders.get(("title", title))
        return self._held[found[-1][1]].holder if found else None

    def bearers(self, title: str) -> list[int]:
        """Return those who hold a leading post of this full title."""
        return [self._held[number].holder for _, number in self._leaders.get(("title", title), ())]

    def leader_before(self, post: str, offset: int) -> int | None:
        """Return the holder of the last leading post of this noun before a character."""
        found = self._leaders.get(("post", post), [])
        earlier = bisect_left(found, offset, key=_start)
        return self._held[found[earlier - 1][1]].holder if earlier else None

    def leaders(self, post: str, *, public: bool) -> list[int]:
        """Return those who lead a region or an authority, or else those who hold this post elsewhere."""
        found = self._leaders.get(("public", "") if public else ("private", post), ())
        return list(dict.fromkeys(self._held[number].holder for _, number in found))


def _start(place: _Place) -> int:
    return place[0][0][0]


def _leads(title: TitleFinding) -> bool:
    return title.title.split()[0] in names.LEADING_POSTS or title.title in names.LEADING_POSTS
