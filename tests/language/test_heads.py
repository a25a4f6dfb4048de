from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from svodka.language.heads import repair_heads
from tests.language.texts import bench_texts

HEADS = st.integers(1, 30).flatmap(lambda n: st.lists(st.integers(-1, n + 1), min_size=n, max_size=n))
RELATIONS = st.lists(st.sampled_from(["root", "nsubj", "obj"]), min_size=30, max_size=30)


def reaches_root(heads: tuple[int, ...], word: int) -> bool:
    for _ in heads:
        word = heads[word - 1]
        if word == 0:
            return True
    return False


@given(HEADS, RELATIONS)
def test_result_is_one_tree(heads: list[int], relations: list[str]) -> None:
    repaired = repair_heads(heads, relations[: len(heads)])
    assert repaired.count(0) == 1
    assert all(reaches_root(repaired, word) for word in range(1, len(repaired) + 1))


@given(HEADS)
def test_repair_is_idempotent(heads: list[int]) -> None:
    once = repair_heads(heads)
    assert repair_heads(once) == once


@pytest.mark.parametrize(
    ("heads", "relations", "repaired"),
    [
        ([], [], ()),
        ([0], ["root"], (0,)),
        ([2, 0, 2], ["nsubj", "root", "obj"], (2, 0, 2)),
        ([2, 1], ["nsubj", "root"], (2, 0)),
        ([0, 0], ["nsubj", "root"], (2, 0)),
        ([7, 2, -1], [], (0, 1, 1)),
    ],
)
def test_repair(heads: list[int], relations: list[str], repaired: tuple[int, ...]) -> None:
    assert repair_heads(heads, relations) == repaired


@pytest.mark.models
@pytest.mark.skipif(not bench_texts(), reason="the benchmark is not there")
def test_every_benchmark_sentence_is_one_finite_tree(tags: Language) -> None:
    for doc in tags.pipe(bench_texts()):
        for sentence in doc.sents:
            roots = [token for token in sentence if token.head.i == token.i]
            assert len(roots) == 1
            assert roots[0].dep_ == "ROOT"
            assert {token.i for token in roots[0].subtree} == {token.i for token in sentence}
