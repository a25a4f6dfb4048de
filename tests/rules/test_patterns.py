"""Patterns that are kept on disk are the ones that Python compiles, and nothing that happens to their files matters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from svodka.rules import patterns as module
from svodka.rules.catalogue import TABLES
from svodka.rules.patterns import compiled

LONG = r"(?P<count> \d+ ) \s (?P<unit> " + " | ".join(f"слово{number}" for number in range(60)) + " ) (?! [а-я] )"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(module, "cache_folder", lambda: tmp_path / "cache")
    yield tmp_path / "cache"
    compiled.cache_clear()
    module._can_be_kept.cache_clear()


def check() -> None:
    compiled.cache_clear()  # as in a new process
    assert compiled(LONG) == re.compile(LONG, re.VERBOSE)
    assert compiled(LONG).fullmatch("12 слово7").groupdict() == {"count": "12", "unit": "слово7"}


def kept(cache: Path) -> list[Path]:
    return [path for path in cache.rglob("*") if path.is_file()]


def test_every_row_is_what_python_compiles() -> None:
    assert module._can_be_kept()
    for table in TABLES.values():
        for row in (*table.rows, *table.traps):
            assert compiled(row.pattern) == re.compile(row.pattern, re.VERBOSE), row.id


def test_a_long_pattern_is_compiled_once_on_a_machine(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check()
    assert len(kept(cache)) == 1
    monkeypatch.setattr(module, "_make", None)
    check()


def test_a_short_pattern_is_not_worth_a_file(cache: Path) -> None:
    assert compiled(r"\d+ \s лет").fullmatch("5 лет")
    assert not kept(cache)


@pytest.mark.parametrize("damage", [b"", b"x" * 200])
def test_a_damaged_file_is_made_again(cache: Path, damage: bytes) -> None:
    check()
    (file,) = kept(cache)
    whole = file.read_bytes()
    file.write_bytes(damage or whole[:-1])
    check()
    assert file.read_bytes() == whole


def test_patterns_are_compiled_where_nothing_can_be_written(cache: Path) -> None:
    cache.write_text("a file where the folder should be")
    check()


def test_patterns_are_compiled_as_usual_where_python_works_otherwise(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module._can_be_kept.cache_clear()
    monkeypatch.setattr(module, "import_module", lambda name: SimpleNamespace())
    check()
    assert not kept(cache)


def test_a_wrong_pattern_is_an_error(cache: Path) -> None:
    with pytest.raises(re.error):
        compiled(LONG + "(")
