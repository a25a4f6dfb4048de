"""Where figures stand: the words of each, and the stretch of its sentence that speaks of it alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from svodka.components import clauses
from svodka.components.scene import Scene
from svodka.core.findings import FigureFinding
from svodka.core.values import FigureValue
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
        doc: All tokens of the document.
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

    doc: list[Token]
    number: int
    value: FigureValue
    first: Token
    last: Token
    head: Token
    left: int
    right: int
    sentence: tuple[int, int]
    bracket: int | None
    paragraph: int
    place: tuple[int, int]

    def words(self) -> list[Token]:
        """Return its tokens."""
        return self.doc[self.first.i : self.last.i + 1]

    def holds(self, token: Token) -> bool:
        """Tell whether a token is a word of the figure."""
        return self.first.i <= token.i <= self.last.i

    def around(self, start: int, end: int) -> list[Token]:
        """Return the tokens of a wider stretch, as far as they are near the figure."""
        return self.doc[max(start, self.first.i - NEAR) : min(end, self.last.i + NEAR)]

    def before(self) -> list[Token]:
        """Return the tokens of the stretch before the figure."""
        return self.doc[self.left : self.first.i]

    def after(self) -> list[Token]:
        """Return the tokens of the stretch after the figure."""
        return self.doc[self.last.i + 1 : self.right]

    def dash(self) -> Token | None:
        """Return the dash or colon that ties the figure to the words before it; only hedges may stand between."""
        for token in reversed(self.before()):
            if is_dash(token) or token.text == ":":
                return token if token.i > self.left else None
            if token.pos_ in ("VERB", "AUX", "PUNCT", "NOUN", "PROPN", "SPACE"):
                return None
        return None


def is_dash(token: Token) -> bool:
    """Tell whether a token is a dash."""
    return token.text in _DASHES


def spots(doc: Doc, figures: Sequence[FigureFinding], scene: Scene) -> list[Spot]:
    """Return where the figures of a document stand, in text order."""
    tokens = list(doc)
    spans = (doc.char_span(figure.start, figure.end, alignment_mode="expand") for figure in figures)
    found = [span for span in spans if span is not None]
    starts = [sentence.start for sentence in doc.sents]
    ends = [*starts[1:], len(doc)]
    at = [bisect_right(starts, span.start) - 1 for span in found]
    series = _series(doc, found)
    placed = []
    for number, (figure, span, sentence) in enumerate(zip(figures, found, at, strict=True)):
        before = found[number - 1] if number and at[number - 1] == sentence else None
        after = found[number + 1] if number + 1 < len(found) and at[number + 1] == sentence else None
        bounds = starts[sentence], ends[sentence]
        left, right = _left(span, before, bounds[0]), _right(span, after, bounds[1])
        placed.append(
            Spot(
                tokens, number, figure.value, span[0], span[-1], span.root, left, right, bounds,
                _bracket(doc, left, span.start), scene.paragraph(span[0]), series[number],
            )
        )  # fmt: skip
    return placed


def _series(doc: Doc, figures: Sequence[Span]) -> list[tuple[int, int]]:
    """Return the place of every figure in its series, and the length of the series."""
    runs: list[list[int]] = []
    for number, span in enumerate(figures):
        before = figures[number - 1].end if number else 0
        joined = number and all(clauses.lemma(token) in _JOINING for token in doc[before : span.start])
        if joined and before < span.start:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [(place, len(run)) for run in runs for place in range(len(run))]


def _left(figure: Span, before: Span | None, start: int) -> int:
    """Return where a stretch begins: at the mark that parts it from the figure before, after the last stop."""
    left = start if before is None else _parting(figure.doc, before.end, figure.start, default=before.end)
    stops = [token.i for token in figure.doc[left : figure.start] if _is_stop(token, figure.start)]
    return stops[-1] + 1 if stops else left


def _right(figure: Span, after: Span | None, end: int) -> int:
    """Return where a stretch ends: at the mark that parts it from the figure after, or at a semicolon."""
    right = end if after is None else _parting(figure.doc, figure.end, after.start, default=after.start)
    return next((token.i for token in figure.doc[figure.end : right] if _ends(token)), right)


def _parting(doc: Doc, start: int, end: int, *, default: int) -> int:
    """Return the index of the first mark between two figures; without one they share the words between them."""
    return next((i for i in range(start, end) if clauses.lemma(doc[i]) in _PARTING or _breaks(doc[i])), default)


def _is_stop(token: Token, figure: int) -> bool:
    """Tell whether what stands before a token is another matter; a colon right before the figure is a dash."""
    return _breaks(token) or (token.text in _STOPS and not (token.text == ":" and token.i + 3 > figure))


def _ends(token: Token) -> bool:
    """Tell whether a token ends what is told: a semicolon, a line, a full stop that no sentence break follows."""
    after = clauses.following(token)
    return token.text == ";" or _breaks(token) or (token.text == "." and (after.is_quote or after.is_title))


def _breaks(token: Token) -> bool:
    return token.is_space and "\n" in token.text


def _bracket(doc: Doc, left: int, start: int) -> int | None:
    """Return the index of the bracket that is open where a figure begins."""
    for index in range(start - 1, left - 1, -1):
        if doc[index].text == ")":
            return None
        if doc[index].text == "(":
            return index
    return None
