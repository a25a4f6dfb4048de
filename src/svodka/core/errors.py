"""What can go wrong with a document or a request, each with a stable code."""

from __future__ import annotations

from typing import ClassVar


class SvodkaError(Exception):
    """A problem that the user can act on.

    ``code`` is stable and machine-readable; the message is one sentence that says what is wrong, where, and what to do.
    """

    code: ClassVar[str] = "error"


class UsageError(SvodkaError):
    """The request itself makes no sense: a bad option value or an output folder that must not be overwritten."""

    code = "usage"


class ModelError(SvodkaError):
    """A model folder, a weights file or a lexicon is missing or not what its manifest says."""

    code = "model"


class UnreadableSourceError(SvodkaError):
    """The input cannot be opened or is not a text that svodka can read."""

    code = "unreadable"


class MissingSourceError(UnreadableSourceError):
    """There is no such file."""

    code = "missing"


class EmptySourceError(UnreadableSourceError):
    """The input holds no text."""

    code = "empty"


class BinarySourceError(UnreadableSourceError):
    """The input is a binary file that no reader claims."""

    code = "binary"


class UndecodableSourceError(UnreadableSourceError):
    """The bytes are text in no encoding that was tried."""

    code = "undecodable"


class UngroundedError(SvodkaError):
    """A component reported a value whose evidence does not stand in the source: a bug, never a user's mistake."""

    code = "ungrounded"
