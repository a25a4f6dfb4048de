"""The offset map: for any text and any edits, spans travel in both directions and keep their order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svodka.core.spans import Edit, OffsetMap, Span, SpanIndex, apply_edits


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text and some sorted edits of it, each replacing at least one character."""
    text = draw(st.text(max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    pairs = [pair for pair in pairwise(cuts) if draw(st.booleans())]
    return text, [Edit(start, end, draw(st.text(max_size=4)), "test") for start, end in pairs]


@st.composite
def edited_with_span(draw: st.DrawFn) -> tuple[str, list[Edit], Span]:
    text, edits = draw(edited())
    clean = apply_edits(text, edits)
    start = draw(st.integers(0, len(clean)))
    return text, edits, Span(start, draw(st.integers(start, len(clean))))


@given(edited_with_span())
def test_a_span_comes_back_at_least_as_long(case: tuple[str, list[Edit], Span]) -> None:
    text, edits, span = case
    offsets = OffsetMap(edits)
    source = offsets.to_source(span)
    assert 0 <= source.start <= source.end <= len(text)
    if span.start < span.end:
        assert offsets.to_clean(source).contains(span)


@given(edited_with_span())
def test_a_source_span_comes_back_unless_edited(case: tuple[str, list[Edit], Span]) -> None:
    text, edits, span = case
    offsets = OffsetMap(edits)
    source = offsets.to_source(span)
    touched = any(edit.start < source.end and source.start < edit.end for edit in edits)
    if span.start < span.end and not touched:
        assert text[source.start : source.end] == apply_edits(text, edits)[span.start : span.end]
        assert offsets.to_clean(source) == span


@given(edited())
def test_the_order_of_offsets_is_kept(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    offsets = OffsetMap(edits)
    there = [offsets.to_source(Span(i, i + 1)) for i in range(len(apply_edits(text, edits)))]
    back = [offsets.to_clean(Span(i, i + 1)) for i in range(len(text))]
    for spans in (there, back):
        assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(spans))


@given(edited())
def test_the_whole_maps_to_the_whole(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    assert OffsetMap(edits).to_clean(Span(0, len(text))) == Span(0, len(apply_edits(text, edits)))


@given(st.text())
def test_no_edits_change_nothing(text: str) -> None:
    span = Span(0, len(text))
    assert apply_edits(text, []) == text
    assert OffsetMap([]).to_source(span) == OffsetMap([]).to_clean(span) == span


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, 3, "", "a"), Edit(2, 4, "", "b")],
        [Edit(5, 6, "", "a"), Edit(0, 1, "", "b")],
        [Edit(3, 2, "", "a")],
    ],
)
def test_edits_that_overlap_or_run_backwards_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="sorted"):
        OffsetMap(edits)


def test_a_span_over_a_joined_word_quotes_hyphen_and_break() -> None:
    text = "в Гомель-\n\nской области"
    offsets = OffsetMap([Edit(8, 11, "", "hyphen")])
    assert text[slice(*offsets.to_source(Span(2, 12)))] == "Гомель-\n\nской"


def test_spans_know_whether_they_meet() -> None:
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 5).contains(Span(5, 5))


SPANS = st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(SPANS), SPANS)
def test_an_index_finds_what_a_look_at_every_span_finds(spans: list[Span], asked: Span) -> None:
    index = SpanIndex((span, number) for number, span in enumerate(spans))
    expected = sorted(number for number, span in enumerate(spans) if span.overlaps(asked))
    assert sorted(index.overlapping(asked)) == expected
    assert index.meets(asked) == bool(expected)
