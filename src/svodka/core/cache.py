"""The folder of what is derived once and read many times: nothing in it is needed, and all of it can be deleted."""

from __future__ import annotations

from pathlib import Path


def cache_folder() -> Path:
    """Return svodka's part of the user's cache folder; it need not exist, and may be read-only."""
    from platformdirs import user_cache_path

    return user_cache_path("svodka", appauthor=False)
