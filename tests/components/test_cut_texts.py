"""Texts that begin or break off anywhere are read like others: no rule may look past the first or the last word."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

CORPUS = Path(__file__).parents[2] / "corpus"
RELEASES = sorted(CORPUS.glob("seeds/*.txt")) + sorted(CORPUS.glob("releases/*.txt"))
ENDINGS = ("", ",", " —", " с", " и", " от", " «", " (", ", в")
STRETCH, STEP = 14, 5


@pytest.mark.models
@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.stem)
def test_text_that_breaks_off_is_read(nlp: Language, path: Path) -> None:
    words = path.read_text("utf-8").split(" ")[:400]
    cuts = [" ".join(words[first : first + STRETCH]) for first in range(0, len(words), STEP)]
    texts = [cut.rstrip(" ,—") + ENDINGS[number % len(ENDINGS)] for number, cut in enumerate(cuts)]

    docs = [nlp(text) for text in texts]

    assert [doc.text for doc in docs] == texts
