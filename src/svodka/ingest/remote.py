"""Inputs that lie elsewhere: any address that fsspec opens, as ``s3://bucket/folder`` or ``gs://bucket/*.txt``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from svodka.core.errors import MissingSourceError, UnreadableSourceError, UsageError


def is_remote(path: str) -> bool:
    """Tell whether a path is an address.

    Examples:
        >>> is_remote("s3://releases/march"), is_remote("releases/march")
        (True, False)
    """
    return "://" in path


def file_system(address: str) -> tuple[Any, str]:
    """Return fsspec's file system of an address, and the path in it.

    Raises:
        UsageError: A package that it needs is missing, or the protocol is none.
    """
    try:
        import fsspec

        system, path = fsspec.core.url_to_fs(address)
    except ImportError as error:
        raise UsageError(f"{address}: {error}; pip install 'svodka[dask]' brings fsspec itself") from error
    except ValueError as error:
        raise UsageError(f"{address}: {error}; check the address") from error
    return system, path


def found(address: str) -> Iterator[tuple[str, str]]:
    """Yield the address and the name of every file that an address names: a file, a folder, or a pattern."""
    system, path = file_system(address)
    if system.isdir(path):
        base = path.rstrip("/") + "/"
        inside = sorted(str(name).removeprefix(base) for name in system.find(path))
        names = [name for name in inside if not any(part.startswith(".") for part in name.split("/"))]
        yield from ((system.unstrip_protocol(base + name), name) for name in names)
        if names:
            return
    elif any(mark in path for mark in "*?["):
        matches = sorted(match for match in system.glob(path) if system.isfile(match))
        yield from ((system.unstrip_protocol(match), PurePosixPath(match).name) for match in matches)
        if matches:
            return
    yield address, PurePosixPath(path).name or address


def fetch(address: str, name: str, most: int) -> bytes:
    """Return the bytes of a file, and no more than ``most`` of them.

    Raises:
        UnreadableSourceError: It is missing or cannot be opened.
    """
    system, path = file_system(address)
    try:
        with system.open(path, "rb") as file:
            data: bytes = file.read(most)
    except FileNotFoundError as error:
        raise MissingSourceError(f"{name}: no such file; check the address") from error
    except OSError as error:
        raise UnreadableSourceError(f"{name}: cannot be opened ({error}); check its rights") from error
    return data
