"""Regular expressions that are compiled once on a machine, not once in every process.

A pattern that holds all numbers in words, or all units, takes Python 20 to 200 ms to compile; reading the finished code
takes a fiftieth of that. So long patterns are kept in the user's cache folder, a file each, named after the pattern, in
a folder named after the Python that compiled it. A file appears in one step, so that processes do not disturb one
another; a damaged file, or a folder that cannot be written, only costs the time of compiling.

Python offers no way to store a compiled pattern: pickle stores its text. What is kept here are the arguments of the
last step of ``re.compile``, which is private; wherever it is not what this module takes it for, patterns are compiled
as usual.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import re
import sys
import tempfile
import zlib
from array import array
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from svodka.core.cache import cache_folder

_FLAGS = re.VERBOSE
_LONG = 400  # characters: shorter patterns are compiled as quickly as a file is read
_SAMPLE = r"(?<!\w) (?P<a> [а-яё]{2,} | \d+ (?: [.,] \d+ )? ) \s* (?P<b> (?P=a) )? (?! [–-] )"
_CHECK = 4  # bytes of the checksum at the head of a file

_BROKEN = (AttributeError, ImportError, TypeError, ValueError, RuntimeError, OverflowError)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a verbose pattern, compiled once.

    Raises:
        re.error: If it is no regular expression.
    """
    if len(pattern) < _LONG or not _can_be_kept():
        return re.compile(pattern, _FLAGS)
    file = _folder() / hashlib.sha256(pattern.encode()).hexdigest()[:32]
    return _read(file) or _make(pattern, file)


def _folder() -> Path:
    """Return the folder of this very Python; another release may compile the same pattern otherwise."""
    return cache_folder() / f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}"


@cache
def _can_be_kept() -> bool:
    """Tell whether a pattern that was taken apart and put together again is the one that ``re.compile`` makes."""
    try:
        return _whole(_parts(_SAMPLE)) == re.compile(_SAMPLE, _FLAGS)
    except _BROKEN:
        return False


def _parts(pattern: str) -> bytes:
    """Compile a pattern up to the last step, as ``re.compile`` does, and return what that step takes."""
    compiler, parser = map(import_module, _MODULES)
    tree: Any = parser.parse(pattern, _FLAGS)
    code = array("I", map(int, compiler._code(tree, _FLAGS)))
    numbers: dict[str, int] = tree.state.groupdict
    names: list[str | None] = [None] * tree.state.groups
    for name, number in numbers.items():
        names[number] = name
    flags = int(_FLAGS | tree.state.flags)
    return marshal.dumps((pattern, flags, code.tobytes(), tree.state.groups - 1, numbers, tuple(names)))


_MODULES = ("re._compiler", "re._parser") if sys.version_info >= (3, 11) else ("sre_compile", "sre_parse")


def _whole(parts: bytes) -> re.Pattern[str]:
    pattern, flags, code, groups, numbers, names = marshal.loads(parts)
    made: re.Pattern[str] = import_module("_sre").compile(
        pattern, flags, array("I", code).tolist(), groups, numbers, names
    )
    return made


def _read(file: Path) -> re.Pattern[str] | None:
    """Read a pattern; ``None`` where it is missing or damaged."""
    try:
        kept = file.read_bytes()
        return _whole(kept[_CHECK:]) if kept[:_CHECK] == _checksum(kept[_CHECK:]) else None
    except (OSError, EOFError, *_BROKEN):
        return None


def _make(pattern: str, file: Path) -> re.Pattern[str]:
    """Compile a pattern, and keep it where that can be done."""
    parts = _parts(pattern)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        number, beside = tempfile.mkstemp(prefix=".new-", dir=file.parent)
        try:
            with os.fdopen(number, "wb") as new:
                new.write(_checksum(parts) + parts)
            Path(beside).replace(file)
        finally:
            Path(beside).unlink(missing_ok=True)
    except OSError:
        pass  # read-only, or the disk is full
    return _whole(parts)


def _checksum(parts: bytes) -> bytes:
    return zlib.crc32(parts).to_bytes(_CHECK, "big")
