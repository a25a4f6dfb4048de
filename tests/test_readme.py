"""What the README shows is what svodka says."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

import svodka
from tests.texts import PROJECT

NUMBERS = re.compile(r"\d+(?:\.\d+)?")


def shortened(part: Any, whole: Any) -> bool:
    """Tell whether ``part`` is ``whole`` with some fields left out."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(key in whole and shortened(part[key], whole[key]) for key in part)
    if isinstance(part, list):
        same = isinstance(whole, list) and len(part) == len(whole)
        return same and all(map(shortened, part, whole))
    return bool(part == whole)


def test_both_languages_say_the_same() -> None:
    english, russian = ((PROJECT / name).read_text("utf-8") for name in ("README.md", "README.ru.md"))
    for pattern in (r"^#+ ", r"^\| ", r"^```(.*)$", r"^((?:make|svodka) .+?)  ", r"\]\(([^)]+)\)"):
        mine, theirs = (re.findall(pattern, text, re.MULTILINE) for text in (english, russian))
        same = [found for found in mine if not found.startswith("README")]
        assert same == [found for found in theirs if not found.startswith("README")], pattern
    assert sorted(NUMBERS.findall(english)) == sorted(NUMBERS.findall(russian))


@pytest.mark.models
def test_the_excerpt_is_real() -> None:
    readme = (PROJECT / "README.md").read_text("utf-8")
    sentence = re.search(r"In goes\n\n> (.+?)\n\n", readme, re.DOTALL)
    block = re.search(r"```json\n(.+?)```", readme, re.DOTALL)
    assert sentence
    assert block
    record = json.loads(svodka.extract(" ".join(sentence[1].replace("\n>", " ").split())).to_json())
    items = {x["id"]: x for layer in ("entities", "dates", "figures", "events") for x in record[layer]}
    shown = [json.loads(item) for item in re.split(r"\n(?=\{)", block[1])]
    assert len(shown) >= 4
    for item in shown:
        assert shortened(item, items[item["id"]]), item["id"]
