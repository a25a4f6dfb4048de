"""Reading: inputs become references, references become sources, and each failure says what to do."""

from __future__ import annotations

import hashlib
import io
import sys
from pathlib import Path

import pytest

from svodka.core.errors import (
    BinarySourceError,
    DamagedSourceError,
    EmptySourceError,
    MissingSourceError,
    UnreadableSourceError,
)
from svodka.ingest.read import Reference, expand, read, read_bytes
from tests.texts import LARGE_SEED, SMALL_SEED


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.txt", ".git/d.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Минск", "utf-8")
    return tmp_path / "in"


def test_the_small_seed_is_markdown_with_a_title_and_an_address() -> None:
    source = read(SMALL_SEED)
    assert source.text == SMALL_SEED.read_text("utf-8")
    assert (source.media_type, source.encoding, source.encoding_origin) == ("text/markdown", "utf-8", "utf-8")
    assert dict(source.metadata) == {
        "title": "Организация взаимовыгодного сотрудничества с регионами России",
        "url": "https://mpt.gov.by/node/8328",
    }
    assert source.path == SMALL_SEED.name
    assert source.sha256 == hashlib.sha256(SMALL_SEED.read_bytes()).hexdigest()
    assert source.size == SMALL_SEED.stat().st_size


def test_the_large_seed_is_plain_text() -> None:
    source = read(LARGE_SEED, name="seeds/large.txt")
    assert (source.media_type, source.path, dict(source.metadata)) == ("text/plain", "seeds/large.txt", {})


@pytest.mark.parametrize("path", [SMALL_SEED, LARGE_SEED])
def test_blocks_cover_the_text_in_order(path: Path) -> None:
    source = read(path)
    end = 0
    for block in source.blocks:
        assert block.span.start >= end
        end = block.span.end
        assert source.text[slice(*block.span)].strip()


def test_the_suffix_makes_markdown_too() -> None:
    assert read_bytes("Минск".encode(), "a.md").media_type == "text/markdown"
    assert read_bytes("Минск".encode(), "a.txt").media_type == "text/plain"


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Минск".encode("koi8-r"))))
    source = read("-", encoding="koi8-r")
    assert (source.text, source.path, source.encoding_origin) == ("Минск", "-", "option")


def test_a_folder_is_walked_sorted_without_hidden_files(folder: Path) -> None:
    assert [reference.name for reference in expand([str(folder)])] == ["a.txt", "b.txt", "sub/c.txt"]


def test_names_do_not_depend_on_the_working_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = [reference.name for reference in expand([str(folder), str(folder / "sub" / "c.txt")])]
    monkeypatch.chdir(folder.parent)
    assert [reference.name for reference in expand(["in", "in/sub/c.txt"])] == there


def test_a_pattern_stands_for_its_matches(folder: Path) -> None:
    assert [r.name for r in expand([str(folder / "*.txt")])] == ["a.txt", "b.txt"]
    assert [r.name for r in expand([str(folder / "**" / "*.txt")])] == ["a.txt", "b.txt", "c.txt"]


def test_the_order_of_inputs_is_kept(folder: Path) -> None:
    assert [r.name for r in expand([str(folder / "b.txt"), "-", str(folder / "a.txt")])] == [
        "b.txt",
        "-",
        "a.txt",
    ]


def test_a_name_with_pattern_characters_is_a_file_first(tmp_path: Path) -> None:
    (tmp_path / "отчёт [1].txt").write_text("Минск", "utf-8")
    assert [r.name for r in expand([str(tmp_path / "отчёт [1].txt")])] == ["отчёт [1].txt"]


@pytest.mark.parametrize("given", ["missing.txt", "*.none"])
def test_what_matches_nothing_is_kept_and_fails_when_read(tmp_path: Path, given: str) -> None:
    path = str(tmp_path / given)
    assert list(expand([path])) == [Reference(path, given)]
    with pytest.raises(MissingSourceError, match=r"no such file"):
        read(path)


def test_an_empty_folder_fails_when_read(tmp_path: Path) -> None:
    (reference,) = expand([str(tmp_path)])
    with pytest.raises(UnreadableSourceError, match="folder"):
        read(reference.path, name=reference.name)


@pytest.mark.parametrize(
    ("data", "format_name"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..", "Office"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\0\x05\x16\x07\0\x02", "AppleDouble"),
    ],
)
def test_a_binary_format_is_called_by_its_name(data: bytes, format_name: str) -> None:
    with pytest.raises(BinarySourceError, match=format_name):
        read_bytes(data, "a.txt")


@pytest.mark.parametrize(
    ("data", "format_name"), [(b"%PDF-1.4\n", "PDF"), (b"PK\x03\x04....", "ZIP"), (b"{\\rtf1\\ansi", "RTF")]
)
def test_a_stump_of_a_format_is_damaged(data: bytes, format_name: str) -> None:
    with pytest.raises(DamagedSourceError, match=format_name):
        read_bytes(data, "a.txt")


@pytest.mark.parametrize("data", [b"<!DOCTYPE html>\n<html>", b"\xef\xbb\xbf <html lang='ru'>", b"<!-- x --><HTML>"])
def test_a_web_page_without_text_is_empty(data: bytes) -> None:
    with pytest.raises(EmptySourceError, match="page"):
        read_bytes(data, "a.txt")


def test_messages_name_the_document_and_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(EmptySourceError, match=r"^a\.txt: "):
        read(tmp_path / "a.txt")
