"""What can go wrong with a document or a request, each with a stable code."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar, Final


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


class StorageError(SvodkaError):
    """A run cannot be written: the disk is full, or went away."""

    code = "storage"


class InterruptedRunError(SvodkaError):
    """The user stopped a run."""

    code = "interrupted"


class EngineError(SvodkaError):
    """The processes that should do the work cannot be started or reached."""

    code = "engine"


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


class GarbledSourceError(UnreadableSourceError):
    """The text was decoded wrongly before it was saved, beyond repair."""

    code = "mojibake"


class EncryptedSourceError(UnreadableSourceError):
    """The input opens only with a password."""

    code = "encrypted"


class NoTextLayerError(UnreadableSourceError):
    """A PDF holds pictures of its pages, no text."""

    code = "no_text_layer"


class LostTextError(UnreadableSourceError):
    """The reader got far less text than the input plainly holds."""

    code = "text_lost"


class DamagedSourceError(UnreadableSourceError):
    """The input is cut short or breaks the rules of its format."""

    code = "damaged"


class UnsafeSourceError(UnreadableSourceError):
    """The input asks for what no document needs: an external entity, or a path outside its archive."""

    code = "unsafe"


class TooLargeSourceError(UnreadableSourceError):
    """The input, or the text in it, is larger than the limits allow."""

    code = "too_large"


class ExpandingSourceError(UnreadableSourceError):
    """The input unpacks to far more than the limits allow."""

    code = "expands"


class NestedSourceError(UnreadableSourceError):
    """The input is nested deeper than the limits allow."""

    code = "nested"


class SlowSourceError(UnreadableSourceError):
    """The reader did not finish in time and was stopped."""

    code = "timeout"


class HungrySourceError(UnreadableSourceError):
    """The reader asked for more memory than the limits allow."""

    code = "memory"


class CrashedReaderError(UnreadableSourceError):
    """The reader's process died."""

    code = "reader_crashed"


class MissingExtraError(UnreadableSourceError):
    """The format needs a package that is not installed."""

    code = "missing_extra"


class MissingToolError(UnreadableSourceError):
    """The format needs a program that is not installed."""

    code = "missing_tool"


class NoTextColumnError(UnreadableSourceError):
    """A table does not say which column holds the text."""

    code = "no_text_column"


class UngroundedError(SvodkaError):
    """A component reported a value whose evidence does not stand in the source: a bug, never a user's mistake."""

    code = "ungrounded"


_KINDS: Final[list[type[UnreadableSourceError]]] = [UnreadableSourceError, *UnreadableSourceError.__subclasses__()]

REFUSALS: Final[Mapping[str, type[UnreadableSourceError]]] = MappingProxyType({kind.code: kind for kind in _KINDS})
"""Why a document can be refused, by code."""
