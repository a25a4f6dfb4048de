from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from svodka.language import derived as module
from svodka.language.derived import CHECKSUMS, derived

ORIGIN = bytes(range(32))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(module, "cache_folder", lambda: tmp_path / "cache")
    return tmp_path / "cache"


class Maker:
    """Makes the arrays, and counts how often."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self) -> dict[str, np.ndarray]:
        self.calls += 1
        return {"numbers": np.arange(10), "table": np.eye(3, dtype=np.float32)}


def check(make: Maker, calls: int) -> None:
    found = derived("set", ORIGIN, make)
    assert (found["numbers"].tolist(), found["table"].tolist()) == (list(range(10)), np.eye(3).tolist())
    assert make.calls == calls


def test_arrays_are_made_once_and_mapped(cache: Path) -> None:
    make = Maker()
    check(make, 1)
    check(make, 1)
    assert isinstance(derived("set", ORIGIN, make)["table"], np.memmap)
    assert [path.name for path in cache.iterdir()] == [f"set-{ORIGIN.hex()[:16]}"]


@pytest.mark.parametrize("damage", [b"", b"x" * 200])
def test_damaged_arrays_are_made_again(cache: Path, damage: bytes) -> None:
    make = Maker()
    check(make, 1)
    (folder,) = cache.iterdir()
    (folder / "table.npy").write_bytes(damage)
    check(make, 2)
    check(make, 2)


def test_unfinished_folder_is_replaced(cache: Path) -> None:
    make = Maker()
    check(make, 1)
    (folder,) = cache.iterdir()
    (folder / CHECKSUMS).unlink()
    check(make, 2)
    check(make, 2)


def test_arrays_stay_in_memory_where_nothing_can_be_written(cache: Path) -> None:
    cache.write_text("a file where the folder should be")
    make = Maker()
    check(make, 1)
    check(make, 2)


def test_another_process_may_be_faster(cache: Path) -> None:
    make, other = Maker(), Maker()

    def slow() -> dict[str, np.ndarray]:
        check(other, 1)
        return make()

    assert derived("set", ORIGIN, slow)["numbers"].tolist() == list(range(10))
    check(make, 1)
    assert len(list(cache.iterdir())) == 1
