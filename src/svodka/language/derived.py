"""Arrays derived from the weights, kept in the user's cache folder and mapped into memory.

Deriving takes a moment and memory; mapped files cost neither, and processes of one machine share their pages. Each set
of arrays is a folder named after the bytes it was derived from. It appears in one step, so that processes which derive
the same set at once do not disturb one another, and it is checked against its checksums before it is used. Where the
folder cannot be written the arrays stay in memory.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from svodka.core.cache import cache_folder

Array = npt.NDArray[Any]

CHECKSUMS = "checksums.json"


def derived(name: str, origin: bytes, derive: Callable[[], Mapping[str, Array]]) -> Mapping[str, Array]:
    """Return a set of arrays, from the cache folder where it is there and whole.

    Args:
        name: What the arrays are, with the version of their form.
        origin: Digest of what they are derived from.
        derive: Makes them.
    """
    folder = cache_folder() / f"{name}-{origin.hex()[:16]}"
    found = _open(folder)
    if found is not None:
        return found
    arrays = derive()
    _keep(folder, arrays)
    return _open(folder) or arrays


def _open(folder: Path) -> dict[str, Array] | None:
    """Map the arrays of a folder; ``None`` where it is missing, incomplete or damaged."""
    try:
        checksums: dict[str, str] = json.loads((folder / CHECKSUMS).read_text("utf-8"))
        whole = all(_checksum(folder / f"{name}.npy") == checksum for name, checksum in checksums.items())
        return {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in checksums} if whole else None
    except (OSError, ValueError):
        return None


def _keep(folder: Path, arrays: Mapping[str, Array]) -> None:
    """Write the arrays beside their place, then move them there; a folder that cannot be written is left alone."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
    except OSError:
        return
    try:
        _write(beside, arrays)
        if _open(folder) is None and folder.exists():
            folder.rename(beside / "damaged")
        beside.rename(folder)
    except OSError:  # the disk is full, or another process was faster
        pass
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        shutil.rmtree(folder / "damaged", ignore_errors=True)


def _write(folder: Path, arrays: Mapping[str, Array]) -> None:
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array)
    checksums = {name: _checksum(folder / f"{name}.npy") for name in arrays}
    (folder / CHECKSUMS).write_text(json.dumps(checksums, indent=2), "utf-8")


def _checksum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
