"""Text misread before it was saved: repaired where certain, refused where lost, else left alone."""

from __future__ import annotations

import pytest

from svodka.core.errors import GarbledSourceError
from svodka.ingest.mojibake import repair
from svodka.ingest.read import read_bytes
from tests.texts import LARGE_SEED, SEEDS

TEXT = "Встреча глав регионов прошла в Минске, подписан план на 2024 год.\nИтоги подвели вечером."
PAGES = ("utf-8", "cp1251", "koi8-r", "cp866", "iso8859-5")
MISREAD = ("latin-1", "cp1252", "cp1251", "koi8-r", "cp866")


def misread(text: str, right: str, wrong: str) -> str:
    """Read bytes of one encoding in another; a byte that the other lacks stands for itself, as in browsers."""
    return "".join(bytes([b]).decode(wrong, "ignore") or chr(b) for b in text.encode(right))


@pytest.mark.parametrize("right", PAGES)
@pytest.mark.parametrize("wrong", MISREAD)
def test_a_misreading_is_read_anew(right: str, wrong: str) -> None:
    if right == wrong:
        pytest.skip("no misreading")
    source = read_bytes(misread(TEXT, right, wrong).encode(), "a.txt")
    assert source.text == TEXT
    assert source.encoding_origin == "repaired"
    assert [notice.code for notice in source.notices] == ["mojibake_repaired"]


def test_only_the_misread_lines_are_touched() -> None:
    mixed = TEXT + "\n" + misread("Делегация осмотрела завод.", "cp1251", "latin-1")
    assert repair(mixed) == (TEXT + "\nДелегация осмотрела завод.", 1)


@pytest.mark.parametrize("path", sorted(SEEDS.iterdir()), ids=lambda path: path.stem)
@pytest.mark.parametrize("change", [str, str.upper, str.title])
def test_a_good_text_is_left_alone(path: object, change: type[str]) -> None:
    text = change(LARGE_SEED.read_text("utf-8"))
    assert repair(text) == (text, 0)


@pytest.mark.parametrize(
    "text",
    [
        "Le café de l'hôtel était fermé à cause des élèves français très âgés.",
        "Τα κεφάλαια της περιοχής συζήτησαν το σχέδιο.",
        "地区负责人讨论了供应和工作计划。",
        "Голови регіонів обговорили їхній план роботи.",
    ],
)
def test_another_language_is_no_misreading(text: str) -> None:
    source = read_bytes(text.encode(), "a.txt")
    assert source.text == text
    assert [notice.code for notice in source.notices] in (["not_russian"], [])


def test_lost_letters_are_refused() -> None:
    with pytest.raises(GarbledSourceError, match="lost"):
        read_bytes(("Встр\ufffdча гл\ufffdв р\ufffdги\ufffdн\ufffdв. " * 3).encode(), "a.txt")
