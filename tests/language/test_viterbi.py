"""The decoder of names finds what Viterbi's algorithm finds word by word."""

from __future__ import annotations

from itertools import product
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from svodka.language.viterbi import NamesHead

LABELS = ["<pad>", "O", "B-PER", "I-PER", "B-LOC", "I-LOC"]


def head(transitions: Any) -> NamesHead:
    projection = SimpleNamespace(weight=SimpleNamespace(array=None), bias=SimpleNamespace(array=None))
    crf = SimpleNamespace(transitions=SimpleNamespace(array=transitions))
    network = SimpleNamespace(head=SimpleNamespace(proj=projection, crf=crf))
    encoder: Any = SimpleNamespace(fold=lambda weight, bias: np.zeros((1, len(LABELS))))
    return NamesHead(network, encoder, LABELS)


def best(emissions: Any, transitions: Any) -> list[int]:
    """The best tags of one document, each word in turn."""
    if not len(emissions):
        return []
    scores, history = emissions[0], []
    for row in emissions[1:]:
        sums = scores[:, None] + transitions
        history.append(sums.argmax(axis=0))
        scores = sums.max(axis=0) + row
    path = [int(scores.argmax())]
    for step in reversed(history):
        path.append(int(step[path[-1]]))
    return path[::-1]


@pytest.mark.parametrize(("seed", "outside"), list(product(range(8), (0.0, 3.0, 9.0))))
def test_stretches_give_the_best_path(seed: int, outside: float) -> None:
    random = np.random.default_rng(seed)
    transitions = random.normal(0, 4, (len(LABELS), len(LABELS)))
    lengths = random.integers(0, 40, 30)
    emissions = random.normal(0, 5, (lengths.sum(), len(LABELS)))
    emissions[:, LABELS.index("O")] += outside

    decoder = head(transitions)
    tags, doubtful = decoder.decode(emissions, lengths)
    tags[doubtful.words()] = decoder.best(emissions[doubtful.words()], doubtful)

    for part in np.split(np.arange(len(emissions)), np.cumsum(lengths)[:-1]):
        assert tags[part].tolist() == best(emissions[part], transitions)


def test_most_words_need_no_path() -> None:
    transitions = np.zeros((len(LABELS), len(LABELS)))
    emissions = np.zeros((50, len(LABELS)))
    emissions[:, 1] = 5
    emissions[20, 2] = 9

    decoder = head(transitions)
    unsure = ~decoder._surely_outside(emissions, np.arange(50) == 0, np.arange(50) == 49)

    assert np.flatnonzero(unsure).tolist() == [20]


def test_equal_paths_are_doubted() -> None:
    transitions = np.zeros((len(LABELS), len(LABELS)))
    emissions = np.zeros((3, len(LABELS)))
    emissions[:, 1] = 5
    emissions[2, 2] = 5

    _, doubtful = head(transitions).decode(emissions, np.array([2, 0, 1]))

    assert [column.tolist() for column in doubtful] == [[2], [3], [True], [True]]
