from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from razdel import tokenize

from svodka.core.spans import Span
from svodka.language.segmentation import Sentence
from svodka.language.tokens import chunks
from tests.language.texts import bench_texts, seed_texts

MARKS = st.text('аБz15 -–_.,/\\!?…«»":)(=*σ№ё\n', max_size=14)


def razdel(text: str) -> list[tuple[int, int]]:
    return [(token.start, token.stop) for token in tokenize(text)]


def own(text: str) -> list[tuple[int, int]]:
    whole = Span(0, len(text))
    return [tuple(span) for span in Sentence(whole, chunks(text, whole)).tokens]


@given(MARKS)
@example("5, 6")
@example("слово -то")
@example("5 .6 !.6 а/ 5/ 5\\ 6")
@example("yahoo! Yahoo!")
@example("σ -а ... ?! ** -- :-)")
def test_tokens_are_those_of_razdel(text: str) -> None:
    assert own(text) == razdel(text)


def test_tokens_of_whole_texts_are_those_of_razdel() -> None:
    for text in seed_texts() + bench_texts():
        assert own(text) == razdel(text)
