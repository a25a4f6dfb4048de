"""svodka: Russian press releases in, structured grounded records out.

Examples:
    >>> import svodka
    >>> record = svodka.extract("Соглашение подписано 15 марта 2024 г. в Минске.")
    >>> [date.edtf for date in record.dates]
    ['2024-03-15']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from svodka.core.records import Record
    from svodka.core.source import Source
    from svodka.ingest.read import read
    from svodka.language.models import load
    from svodka.pipeline import extract

__all__ = ["Record", "Source", "extract", "frames", "load", "read"]
__version__ = "0.1.0"

_HOMES = {
    "Record": "svodka.core.records",
    "Source": "svodka.core.source",
    "extract": "svodka.pipeline",
    "frames": "svodka.export.frames",
    "load": "svodka.language.models",
    "read": "svodka.ingest.read",
}


def __getattr__(name: str) -> Any:
    """Import the public names on first use, so that importing the package costs nothing."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
