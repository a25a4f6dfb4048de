"""Texts to measure on: all natural ones at hand, and releases put together anew from their sentences."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import islice

from svodka.language.segmentation import segment
from tests.texts import PROJECT, SHARED

_OWN = ("corpus/seeds/*.txt", "corpus/releases/*.txt")
_BESIDE = ("releases/*.txt", "bench/*/devset/*.txt")
_DIGITS = re.compile(r"\d")
_SENTENCES = 16


def own() -> list[str]:
    """Return the texts of the project."""
    return [path.read_text("utf-8") for pattern in _OWN for path in sorted(PROJECT.glob(pattern))]


def natural() -> list[str]:
    """Return every natural text once, in an order that mixes sources; those beside the project where they are there."""
    beside = [path.read_text("utf-8") for pattern in _BESIDE for path in sorted(SHARED.glob(pattern))]
    texts = own() + beside
    random.Random(3).shuffle(texts)
    return texts


def recombined(texts: list[str], count: int, *, varied: bool = True) -> list[str]:
    """Return releases of sentences drawn from all texts; the same ones every time.

    Args:
        texts: Where the sentences come from.
        count: How many releases.
        varied: Whether half of the sentences get other digits.
    """
    return list(islice(_recombined(texts, varied=varied), count))


def _recombined(texts: list[str], *, varied: bool) -> Iterator[str]:
    chance = random.Random(5)
    sentences = [text[slice(*sentence.span)] for text in texts for sentence in segment(text)]
    while True:
        drawn = chance.sample(sentences, min(_SENTENCES, len(sentences)))
        yield "\n\n".join(_varied(sentence, chance) if varied else sentence for sentence in drawn) + "\n"


def _varied(sentence: str, chance: random.Random) -> str:
    if chance.random() < 0.5:
        return sentence
    return _DIGITS.sub(lambda digit: digit[0] if digit[0] == "0" else str(chance.randint(1, 9)), sentence)
