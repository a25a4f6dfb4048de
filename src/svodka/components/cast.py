"""The names of one document, looked up by token, by place in the text and by entity."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from svodka.core.findings import MentionFinding
from svodka.core.spans import Span
from svodka.language.columns import Columns
from svodka.rules.rule import fold


class Cast:
    """Who and what a document names.

    Args:
        columns: The document.
        mentions: Its mentions, in text order.
        owner: The entity of each mention.
    """

    def __init__(self, columns: Columns, mentions: Sequence[MentionFinding], owner: Mapping[int, int]) -> None:
        self.mentions = mentions
        self._owner = owner
        self._tokens = [_tokens(columns, mention) for mention in mentions]
        self._named = {token: index for index, tokens in enumerate(self._tokens) for token in tokens}
        self._starts = [mention.start for mention in mentions]
        self._regions = [index for index, mention in enumerate(mentions) if mention.kind == "region"]
        self._bodies = [index for index, mention in enumerate(mentions) if mention.label == "ORG"]
        self._members: dict[int, list[int]] = {}
        for index in range(len(mentions)):
            self._members.setdefault(owner[index], []).append(index)
        self._realms = {
            entity: frozenset(stem for index in members if (stem := _stem(mentions[index].name)))
            for entity, members in self._members.items()
        }

    def persons(self) -> list[tuple[int, list[int]]]:
        """Return each mention of a person, in text order: the entity and the tokens, those between pieces left out."""
        return [
            (self._owner[index], tokens)
            for index, tokens in enumerate(self._tokens)
            if tokens and self.mentions[index].label == "PER"
        ]

    def persons_between(self, start: int, end: int) -> list[int]:
        """Return the persons whose names begin in a stretch of the text, in text order, with repetitions."""
        inside = range(bisect_left(self._starts, start), bisect_left(self._starts, end))
        return [self._owner[index] for index in inside if self.mentions[index].label == "PER"]

    def mention(self, token: int) -> MentionFinding | None:
        """Return the mention that a token belongs to."""
        index = self._named.get(token)
        return None if index is None else self.mentions[index]

    def label(self, token: int) -> str:
        """Return the label of the name that a token belongs to; empty where it is of none."""
        mention = self.mention(token)
        return "" if mention is None else mention.label

    def entity(self, token: int) -> int | None:
        """Return the entity that a token names."""
        index = self._named.get(token)
        return None if index is None else self._owner[index]

    def beginning_at(self, offset: int) -> list[int]:
        """Return the entities of the mentions that begin at a character."""
        return [
            self._owner[index]
            for index in range(bisect_left(self._starts, offset), bisect_left(self._starts, offset + 1))
        ]

    def region_before(self, offset: int) -> int | None:
        """Return the region that the text names last before a character."""
        earlier = bisect_left(self._regions, offset, key=lambda index: self._starts[index])
        return self._owner[self._regions[earlier - 1]] if earlier else None

    def body_before(self, offset: int) -> int | None:
        """Return the organisation that the text names last before a character."""
        earlier = bisect_left(self._bodies, offset, key=lambda index: self._starts[index])
        return self._owner[self._bodies[earlier - 1]] if earlier else None

    def last_before(self, entity: int, offset: int) -> int:
        """Return where an entity is named last before a character, -1 where nowhere."""
        members = self._members[entity]
        earlier = bisect_left(members, offset, key=lambda index: self._starts[index])
        return self._starts[members[earlier - 1]] if earlier else -1

    def kind(self, entity: int | None) -> str | None:
        """Return the kind of an entity, by its first mention."""
        return None if entity is None else self.mentions[self._members[entity][0]].kind

    def realm(self, entity: int) -> frozenset[str]:
        """Return the stems of an entity's names: a place and the body that bears its adjective share one."""
        return self._realms[entity]

    def same_realm(self, one: int | None, other: int | None) -> bool:
        """Tell whether two owners of posts are one, or a place and the body that bears its adjective."""
        if one is None or other is None:
            return False
        return one == other or bool(self._realms[one] & self._realms[other])


def _stem(name: str) -> str:
    return fold(name)[: max(4, len(name.split(maxsplit=1)[0]) - 2)] if name else ""


def _tokens(columns: Columns, mention: MentionFinding) -> list[int]:
    return [token for span in mention.spans for token in columns.covering(Span(*span))]
