"""Markdown and plain text: kinds of blocks and what a document says about itself."""

from __future__ import annotations

import pytest

from svodka.ingest.markdown import is_markdown, markdown_blocks, markdown_metadata
from svodka.ingest.text import text_blocks


@pytest.mark.parametrize("text", ["# Итоги", "см. [план](https://a.by/x)", "**Важно** сегодня", "[План](#)"])
def test_markdown_shows(text: str) -> None:
    assert is_markdown(text)


@pytest.mark.parametrize(
    "text", ["#хэштег", "рост [1] и [2, 5]", "- пункт\n- пункт", "5 * 3 * 2", "* * *", "Итоги **", "№ 5"]
)
def test_plain_text_is_no_markdown(text: str) -> None:
    assert not is_markdown(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("### **Итоги** [года](#) ###", {"title": "Итоги года"}),
        ("**URL**: https://a.by/1", {"url": "https://a.by/1"}),
        ("Источник: <https://a.by/1>", {"url": "https://a.by/1"}),
        ("Источник: пресс-служба", {}),
        ("**Published:** 2024-03-15", {"published": "2024-03-15"}),
        ("Дата: вчера", {}),
        ("# Раз\n\n# Два", {"title": "Раз"}),
    ],
)
def test_metadata_is_what_the_text_states(text: str, expected: dict[str, str]) -> None:
    assert markdown_metadata(text) == expected


def test_blocks_of_markdown() -> None:
    text = "# Раз\n## Два\nТекст\nдальше.\n\nЕщё.\n\n---\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- раз\n- два"
    kinds = [(block.kind, text[slice(*block.span)]) for block in markdown_blocks(text)]
    assert kinds == [
        ("heading", "# Раз"),
        ("heading", "## Два"),
        ("paragraph", "Текст\nдальше."),
        ("paragraph", "Ещё."),
        ("table", "| a | b |"),
        ("table", "| 1 | 2 |"),
        ("list", "- раз\n- два"),
    ]


def test_blocks_of_plain_text() -> None:
    assert [block.kind for block in text_blocks("Раз\n\nДва:\n1) три\n2) четыре\n\nГод\t2022\t2023")] == [
        "paragraph", "paragraph", "list", "table",
    ]  # fmt: skip
