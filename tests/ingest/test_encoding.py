"""Decoding: the text comes out right in every code page, however little of it there is."""

from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svodka.core.errors import (
    BinarySourceError,
    EmptySourceError,
    SvodkaError,
    UndecodableSourceError,
    UsageError,
)
from svodka.ingest.encoding import CODE_PAGES, decode, russianness
from tests.texts import SHARED, SMALL_SEED

TEXT = SMALL_SEED.read_text("utf-8")
CUTS = {"whole": TEXT, "200": TEXT[:200], "60": TEXT[:60], "25": TEXT[7:32]}
UTF = ("utf-8", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-16", "utf-32")


@pytest.mark.parametrize("encoding", [*CODE_PAGES, *UTF])
@pytest.mark.parametrize("capitals", [False, True], ids=["as is", "capitals"])
@pytest.mark.parametrize("cut", CUTS)
def test_russian_is_read_in_every_encoding(encoding: str, capitals: bool, cut: str) -> None:
    text = CUTS[cut].upper() if capitals else CUTS[cut]
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("data", "origin"),
    [
        (codecs.BOM_UTF8 + "Минск".encode(), "bom"),
        (codecs.BOM_UTF16_BE + "Минск".encode("utf-16-be"), "bom"),
        ("Минск, Брест".encode("utf-16-le"), "utf-16"),
        ("Минск".encode(), "utf-8"),
        (b"Minsk", "utf-8"),
        ("Соглашение".encode("cp1251"), "detected"),
    ],
)
def test_the_way_to_the_encoding_is_told(data: bytes, origin: str) -> None:
    assert decode(data).origin == origin


def test_a_mark_outdoes_the_declaration_and_the_option_outdoes_both() -> None:
    data = codecs.BOM_UTF8 + "Минск".encode()
    assert decode(data, declared="cp1251").text == "Минск"
    assert decode("Минск".encode("cp866"), declared="cp1251", override="cp866").text == "Минск"


def test_a_declaration_is_believed_where_it_fits() -> None:
    found = decode("Минск".encode("koi8-r"), declared="KOI8-R")
    assert (found.text, found.encoding, found.origin) == ("Минск", "koi8-r", "declared")
    assert decode("Минск".encode("cp1251"), declared="utf-8").origin == "detected"
    assert decode("Минск".encode(), declared="no-such-thing").origin == "utf-8"


def test_line_ends_become_newlines_and_the_mark_is_dropped() -> None:
    assert decode(codecs.BOM_UTF8 + b"a\r\nb\rc\nd").text == "a\nb\nc\nd"


@pytest.mark.parametrize(
    ("data", "override", "error"),
    [
        (b"", None, EmptySourceError),
        (b" \r\n\t ", None, EmptySourceError),
        ("\ufeff\u00a0\n".encode(), None, EmptySourceError),
        (b"abc\0def", None, BinarySourceError),
        (bytes(range(256)), None, BinarySourceError),
        (b"d\xe9j\xe0 vu", None, UndecodableSourceError),
        ("Минск".encode("cp1251"), "utf-8", UndecodableSourceError),
        (b"Minsk", "utf-9", UsageError),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(
    data: bytes, override: str | None, error: type[SvodkaError]
) -> None:
    with pytest.raises(error) as caught:
        decode(data, override=override, name="a.txt")
    assert "\n" not in str(caught.value)
    assert "; " in str(caught.value)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_svodka_error(data: bytes) -> None:
    with suppress(BinarySourceError, EmptySourceError, UndecodableSourceError):
        assert decode(data).text.strip()


@pytest.mark.parametrize("wrong", CODE_PAGES[1:])
def test_a_misreading_looks_less_russian(wrong: str) -> None:
    assert russianness(TEXT.encode("cp1251").decode(wrong, "replace")) < russianness(TEXT)


@pytest.mark.skipif(not (SHARED / "files").is_dir(), reason="the shared test files are not here")
@pytest.mark.parametrize("name", ["IBM866", "KOI8-R", "MacCyrillic", "iso-8859-5-russian", "windows-1251-russian"])
def test_a_real_feed_is_read_in_every_code_page(name: str) -> None:
    data = (SHARED / "files" / f"chardet__{name}__aviaport.ru.xml").read_bytes()
    assert "аэропорт" in decode(data).text.lower()
