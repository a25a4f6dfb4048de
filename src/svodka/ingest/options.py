"""What the user can say about reading: encoding, columns of tables, and the limits of one document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from svodka.core.errors import UsageError

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost; what goes beyond is refused with a code of its own.

    Attributes:
        size: Bytes of a file, in MiB.
        characters: Characters of the text of one document, in thousands.
        expansion: Bytes that a packed document or archive unpacks to, in MiB.
        ratio: Times that a packed part of more than one MiB may grow.
        members: Documents in one archive, table, feed or mail.
        depth: Archives and mails inside each other.
        memory: Address space of the process that parses, in MiB.
        seconds: Wall time of parsing.

    Raises:
        UsageError: If a limit is below one.
    """

    size: int = 64
    characters: int = 2000
    expansion: int = 256
    ratio: int = 200
    members: int = 10_000
    depth: int = 3
    memory: int = 1024
    seconds: int = 30

    def __post_init__(self) -> None:
        for field in fields(self):
            if getattr(self, field.name) < 1:
                raise UsageError(f"the limit {field.name} must be at least 1")

    @classmethod
    def parse(cls, words: Sequence[str]) -> Limits:
        """Return the limits that ``words`` change.

        Raises:
            UsageError: If a word is not ``name=number`` of a known limit.

        Examples:
            >>> Limits.parse(["seconds=5"]).seconds
            5
        """
        names = [field.name for field in fields(cls)]
        given: dict[str, int] = {}
        for word in words:
            name, _, value = word.partition("=")
            if name not in names or not (value.isascii() and value.isdecimal()):
                raise UsageError(f"--limit {word}: write it as name=number; the names are {', '.join(names)}")
            given[name] = int(value)
        return cls(**given)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold what; where ``None`` stands, a usual name is found without asking."""

    text: str | None = None
    id: str | None = None
    date: str | None = None
    url: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """How to read documents; the same for all of a run."""

    encoding: str | None = None
    columns: Columns = Columns()
    limits: Limits = Limits()
