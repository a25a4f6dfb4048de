"""Where figures stand: the words of each, and the stretch of its sentence that speaks of it alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from svodka.components import clauses
from svodka.components.scene import Scene
from svodka.core.spans import Span
from svodka.core.values import FigureValue
from svodka.language.words import Word, Words
from svodka.rules.rule import words

_PARTING = words("; , и а но или либо ( ) : . •")
_STOPS = words("; : •")
_JOINING = words(", и на в до по")
NEAR = 80  # tokens: what is further away says nothing of a figure, however long the sentence
_DASHES = frozenset("–—-−")


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure where it stands.

    Attributes:
        number: Its position among the figures of the document.
        value: How much.
        first: Its first token.
        last: Its last token.
        head: The token of it on which the others depend.
        left: Index of the first token of its stretch.
        right: Index after the last token of its stretch.
        sentence: Bounds of its sentence, in tokens.
        bracket: Index of the bracket that opened before it in its stretch and is still open, if any.
        paragraph: Number of its paragraph.
        place: Its position in a series of figures that follow one another («12 и 15 ферм»), and the length of that.
    """

    number: int
    value: FigureValue
    first: Word
    last: Word
    head: Word
    left: int
    right: int
    sentence: tuple[int, int]
    bracket: int | None
    paragraph: int
    place: tuple[int, int]

    @property
    def doc(self) -> Words:
        """All words of the document."""
        return self.first.doc

    def words(self) -> list[Word]:
        """Return its tokens."""
        return self.doc[self.first.i : self.last.i + 1]

    def holds(self, token: Word) -> bool:
        """Tell whether a token is a word of the figure."""
        return self.first.i <= token.i <= self.last.i

    def around(self, start: int, end: int) -> list[Word]:
        """Return the tokens of a wider stretch, as far as they are near the figure."""
        return self.doc[max(start, self.first.i - NEAR) : min(end, self.last.i + NEAR)]

    def before(self) -> list[Word]:
        """Return the tokens of the stretch before the figure."""
        return self.doc[self.left : self.first.i]

    def after(self) -> list[Word]:
        """Return the tokens of the stretch after the figure."""
        return self.doc[self.last.i + 1 : self.right]

    def dash(self) -> Word | None:
        """Return the dash or colon that ties the figure to the words before it; only hedges may stand between."""
        for token in reversed(self.before()):
            if is_dash(token) or token.text == ":":
                return token if token.i > self.left else None
            if token.pos_ in ("VERB", "AUX", "PUNCT", "NOUN", "PROPN", "SPACE"):
                return None
        return None


def is_dash(token: Word) -> bool:
    """Tell whether a token is a dash."""
    return token.text in _DASHES


def spots(scene: Scene) -> list[Spot]:
    """Return where the figures of a document stand, in text order."""
    doc = scene.doc
    found = [doc.under(Span(figure.start, figure.end)) for figure in scene.figures]
    series = _series(doc, found)
    placed = []
    for number, (figure, run) in enumerate(zip(scene.figures, found, strict=True)):
        first, last, sentence = run[0], run[-1], run[0].sent
        before = found[number - 1][-1].i + 1 if number and found[number - 1][0].sent is sentence else None
        after = found[number + 1][0].i if number + 1 < len(found) and found[number + 1][0].sent is sentence else None
        left = _left(doc, first.i, before, sentence.start)
        placed.append(
            Spot(
                number, figure.value, first, last, _root(run), left, _right(doc, last.i + 1, after, sentence.end),
                (sentence.start, sentence.end), _bracket(doc, left, first.i), scene.paragraph(first), series[number],
            )
        )  # fmt: skip
    return placed


def _root(run: Sequence[Word]) -> Word:
    """Return the word of a run that stands highest in the tree, the first of several."""
    return run[0] if len(run) == 1 else min(run, key=_depth)


def _depth(word: Word) -> int:
    """Return how many words stand above a word."""
    depth = 0
    while word.head is not word:
        word, depth = word.head, depth + 1
    return depth


def _series(doc: Sequence[Word], figures: Sequence[Sequence[Word]]) -> list[tuple[int, int]]:
    """Return the place of every figure in its series, and the length of the series."""
    runs: list[list[int]] = []
    end = 0
    for number, figure in enumerate(figures):
        between = doc[end : figure[0].i]
        if number and between and all(token.lemma in _JOINING for token in between):
            runs[-1].append(number)
        else:
            runs.append([number])
        end = figure[-1].i + 1
    return [(place, len(run)) for run in runs for place in range(len(run))]


def _left(doc: Sequence[Word], figure: int, before: int | None, start: int) -> int:
    """Return where a stretch begins: at the mark that parts it from the figure before, after the last stop."""
    left = start if before is None else _parting(doc, before, figure, default=before)
    stops = (token.i for token in reversed(doc[left:figure]) if _is_stop(token, figure))
    return next(stops, left - 1) + 1


def _right(doc: Sequence[Word], figure: int, after: int | None, end: int) -> int:
    """Return where a stretch ends: at the mark that parts it from the figure after, or at a semicolon."""
    right = end if after is None else _parting(doc, figure, after, default=after)
    return next((token.i for token in doc[figure:right] if _ends(token)), right)


def _parting(doc: Sequence[Word], start: int, end: int, *, default: int) -> int:
    """Return the index of the first mark between two figures; without one they share the words between them."""
    return next((token.i for token in doc[start:end] if token.lemma in _PARTING or _breaks(token)), default)


def _is_stop(token: Word, figure: int) -> bool:
    """Tell whether what stands before a token is another matter; a colon right before the figure is a dash."""
    return _breaks(token) or (token.text in _STOPS and not (token.text == ":" and token.i + 3 > figure))


def _ends(token: Word) -> bool:
    """Tell whether a token ends what is told: a semicolon, a line, a full stop that no sentence break follows."""
    if token.text != ".":
        return token.text == ";" or _breaks(token)
    after = clauses.following(token)
    return after.is_quote or after.text.istitle()


def _breaks(token: Word) -> bool:
    return token.is_space and "\n" in token.text


def _bracket(doc: Sequence[Word], left: int, start: int) -> int | None:
    """Return the index of the bracket that is open where a figure begins."""
    for index in range(start - 1, left - 1, -1):
        if doc[index].text == ")":
            return None
        if doc[index].text == "(":
            return index
    return None
