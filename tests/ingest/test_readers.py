"""Single formats: what is kept, where it came from, what is left out, and what is missing."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from svodka.clean import clean
from svodka.core.errors import EncryptedSourceError
from svodka.ingest.read import read_bytes
from svodka.ingest.readings import Job, Reading, Refused
from svodka.ingest.worker import run
from tests.ingest import make
from tests.texts import SHARED

A, B = "Главы регионов подписали план на год.", "Завод отгрузил партию техники."
LONG = [f"{A} {B} Номер {n} из списка дел, который обсудили на встрече в областном центре." for n in range(40)]


def cell(text: str) -> str:
    return f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def test_docx_keeps_what_wraps_its_paragraphs() -> None:
    inside = f"<w:p><w:ins><w:r><w:t>{B}</w:t></w:r></w:ins><w:del><w:r><w:delText>нет</w:delText></w:r></w:del></w:p>"
    row = "".join(map(cell, ("Год", "Тонн")))
    body = f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt><w:tbl><w:tr>{row}</w:tr></w:tbl>"
    header = f'<w:hdr xmlns:w="{make.W}"><w:p><w:r><w:t>Вестник</w:t></w:r></w:p></w:hdr>'
    core = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Визит</dc:title><dc:creator>Отдел</dc:creator></c>'
    data = make.docx([A], body=body, more={"word/header1.xml": header, "docProps/core.xml": core})
    source = read_bytes(data, "a.bin")
    assert source.text == f"{A}\n\n{B}\n\n| Год | Тонн |\n\nВестник"
    assert [(block.kind, block.paragraph) for block in source.blocks] == [
        ("paragraph", 1), ("paragraph", 2), ("table", 3), ("furniture", None),
    ]  # fmt: skip
    assert dict(source.metadata) == {"title": "Визит", "author": "Отдел"}
    assert "Вестник" not in clean(source, bool, bool).text


def test_a_page_gives_body_day_and_places() -> None:
    data = make.page(["Визит делегации", *LONG[:6]])
    source = read_bytes(data, "a.bin")
    assert source.metadata["published"] == "2023-02-14"
    assert (source.metadata["url"], source.metadata["language"]) == ("https://example.org/news/1", "ru")
    assert all(paragraph in source.text for paragraph in LONG[:6])
    assert "2019" not in source.text
    assert "495" not in source.text
    lines = data.decode().split("\n")
    for block in source.blocks[1:]:
        assert block.lines is not None
        first, column, last, end = block.lines
        assert first == last
        assert lines[first - 1][column - 1 : end] == source.text[slice(*block.span)]


@pytest.mark.skipif(make.FONT is None, reason="no font with Cyrillic letters is installed")
def test_a_pdf_gives_pages_boxes_and_whole_paragraphs() -> None:
    source = read_bytes(make.pdf(LONG), "a.bin")
    assert source.metadata["pages"] == str(max(block.page or 0 for block in source.blocks))
    assert all(block.box and block.box[0] < block.box[2] for block in source.blocks)
    heads = {source.text[slice(*block.span)] for block in source.blocks if block.kind == "furniture"}
    assert "Вестник министерства, выпуск от 3 марта 2011 года" in heads
    text = clean(source, lambda word: True, lambda word: False).text
    assert "Вестник" not in text
    assert text.split("\n\n") == LONG


@pytest.mark.skipif(make.FONT is None, reason="no font with Cyrillic letters is installed")
def test_a_pdf_with_a_password_is_named() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(50, 500, "text")
    canvas.save()
    with pytest.raises(EncryptedSourceError, match="password"):
        read_bytes(buffer.getvalue(), "a.pdf")


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    (item,) = run("html", make.page(["Визит", *LONG[:3]]), Job("a.html"))
    assert isinstance(item, Refused)
    assert item.code == "missing_extra"
    assert "svodka[html]" in item.message


def test_an_old_word_file_needs_a_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (missing,) = run("doc", b"x", Job("a.doc"))
    assert isinstance(missing, Refused)
    assert missing.code == "missing_tool"
    tool = tmp_path / "catdoc"
    tool.write_text(f"#!/bin/sh\necho '{A}'\n", "utf-8")
    tool.chmod(0o755)
    (read,) = run("doc", b"x", Job("a.doc"))
    assert isinstance(read, Reading)
    assert read.text.strip() == A


@pytest.mark.skipif(not (SHARED / "files").is_dir(), reason="the shared test files are not here")
@pytest.mark.parametrize(
    ("name", "day"), [("1647262025", "2020-06-29"), ("1716561772", "2020-09-20"), ("1784458132", "2020-12-01")]
)
def test_the_day_of_real_pages_is_found(name: str, day: str) -> None:
    data = (SHARED / "files" / f"htmldate__{name}.html").read_bytes()
    assert read_bytes(data, "a.html").metadata["published"] == day
