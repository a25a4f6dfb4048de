"""What to say where a command needs a library that a plain installation does not bring."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from svodka.core.errors import UsageError


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """Turn a missing library into one sentence that names the extra to install."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise UsageError(f"{error.name} is missing; install it with: pip install 'svodka[{extra}]'") from error
