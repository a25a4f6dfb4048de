from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from svodka.core.spans import overlap
from svodka.evaluation.align import align

PIECE = st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda pair: (pair[0], pair[0] + pair[1]))
SPANS = st.lists(PIECE, min_size=1, max_size=2).map(lambda pieces: tuple(sorted(set(pieces))))
LISTS = st.lists(SPANS, max_size=6).map(sorted)


@given(LISTS, LISTS)
def test_alignment_is_symmetric(left, right):
    assert align(left, right) == tuple(sorted((i, j) for j, i in align(right, left)))


@given(LISTS, LISTS)
def test_alignment_is_one_to_one_and_only_pairs_what_overlaps(left, right):
    pairs = align(left, right)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(overlap(left[i], right[j]) > 0 for i, j in pairs)


@given(LISTS)
def test_a_list_is_aligned_with_itself_item_by_item(spans):
    assert align(spans, spans) == tuple((i, i) for i in range(len(spans)))


def test_the_greatest_overlap_goes_first():
    assert align([((0, 10),)], [((0, 3),), ((3, 10),)]) == ((0, 1),)


def test_of_equal_overlaps_the_tighter_then_the_leftmost_wins():
    assert align([((0, 8),), ((0, 20),)], [((0, 8),)]) == ((0, 0),)
    assert align([((0, 4),), ((6, 10),)], [((2, 8),)]) == ((0, 0),)


def test_preference_breaks_ties_only():
    assert align([((0, 4),), ((0, 4),)], [((0, 4),)], preferred=lambda i, j: i == 1) == ((1, 0),)
    assert align([((0, 4),), ((0, 2),)], [((0, 4),)], preferred=lambda i, j: i == 1) == ((0, 0),)


def test_duplicates_find_one_partner_each():
    assert align([((0, 4),)] * 2, [((0, 4),)]) == ((0, 0),)
