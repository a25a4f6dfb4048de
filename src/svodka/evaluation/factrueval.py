"""NER scores on factRuEval-2016 by the protocol of naeval, so that they compare with published figures.

A person is the hull of its object's spans, an organisation its ``org_name`` spans, a place (``Location``,
``LocOrg``) its ``loc_name`` spans. Of overlapping spans the one that starts first, then the longer one,
stays. Gold spans that do not fall on razdel's token borders are left out. Tokens are tagged inside or
outside of each type, and the tags compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from razdel import tokenize

from svodka.core.errors import UsageError
from svodka.evaluation.outcomes import Counts

LABELS = ("PER", "LOC", "ORG")
_NAMES = {"Org": ("ORG", "org_name"), "Location": ("LOC", "loc_name"), "LocOrg": ("LOC", "loc_name")}


class Tagged(NamedTuple):
    """A stretch of text with its label."""

    start: int
    stop: int
    label: str


Predictor = Callable[[str], Iterable[tuple[int, int, str]]]


@dataclass(frozen=True, slots=True)
class Document:
    """A text of the benchmark with its gold spans."""

    name: str
    text: str
    spans: tuple[Tagged, ...]


@dataclass(frozen=True, slots=True)
class BenchmarkScores:
    """Token counts by label, and micro counts of exact spans."""

    tokens: Mapping[str, Counts]
    exact: Counts
    exact_by_label: Mapping[str, Counts]

    def to_dict(self) -> dict[str, object]:
        """Return JSON-ready data."""
        return {
            "tokens": {label: counts.to_dict() for label, counts in self.tokens.items()},
            "exact": self.exact.to_dict(),
            "exact_by_label": {label: counts.to_dict() for label, counts in self.exact_by_label.items()},
        }


def read_devset(folder: Path) -> Iterator[Document]:
    """Read the documents of a folder with ``.txt``, ``.spans`` and ``.objects`` files, by name.

    Raises:
        UsageError: If the folder holds none.
    """
    texts = sorted(folder.glob("*.txt"))
    if not texts:
        raise UsageError(f"{folder} holds no factRuEval documents (*.txt with *.spans and *.objects)")
    for path in texts:
        yield _document(path)


def score_ner(documents: Iterable[Document], predict: Predictor) -> BenchmarkScores:
    """Score a predictor: ``text -> [(start, stop, label)]``."""
    tokens = dict.fromkeys(LABELS, Counts())
    exact = dict.fromkeys(LABELS, Counts())
    for document in documents:
        found = [Tagged(*span) for span in predict(document.text)]
        borders = [(token.start, token.stop) for token in tokenize(document.text)]
        for label in LABELS:
            gold = {span for span in document.spans if span.label == label}
            predicted = {span for span in found if span.label == label}
            tokens[label] += _compare(_inside(borders, gold), _inside(borders, predicted))
            exact[label] += _compare(gold, predicted)
    return BenchmarkScores(tokens, sum(exact.values(), Counts()), exact)


def _compare(gold: set[Tagged] | set[int], predicted: set[Tagged] | set[int]) -> Counts:
    return Counts(len(gold), len(predicted), len(set(gold) & set(predicted)))


def _inside(borders: Sequence[tuple[int, int]], spans: Iterable[Tagged]) -> set[int]:
    """Return the indexes of tokens that lie in a span."""
    ordered = sorted(spans)
    return {
        number
        for number, (start, stop) in enumerate(borders)
        if any(span.start <= start and stop <= span.stop for span in ordered)
    }


def _document(path: Path) -> Document:
    text = path.read_text(encoding="utf-8")
    parts = dict(_parts(path.with_suffix(".spans")))
    objects = list(_objects(path.with_suffix(".objects"), parts))
    borders = [(token.start, token.stop) for token in tokenize(text)]
    starts, stops = {start for start, _ in borders}, {stop for _, stop in borders}
    spans = [span for span in _without_overlap(objects) if span.start in starts and span.stop in stops]
    return Document(path.stem, text, tuple(sorted(spans)))


def _parts(path: Path) -> Iterator[tuple[str, Tagged]]:
    """Read ``id type start length …`` lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("#")[0].split()
        if len(fields) >= 4:
            start = int(fields[2])
            yield fields[0], Tagged(start, start + int(fields[3]), fields[1])


def _objects(path: Path, parts: Mapping[str, Tagged]) -> Iterator[Tagged]:
    """Read ``id type span…`` lines as the spans by which an object is scored."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("#")[0].split()
        if len(fields) < 3:
            continue
        members = [parts[identifier] for identifier in fields[2:]]
        if fields[1] == "Person":
            yield Tagged(min(m.start for m in members), max(m.stop for m in members), "PER")
        elif fields[1] in _NAMES:
            label, name = _NAMES[fields[1]]
            named = [Tagged(m.start, m.stop, label) for m in members if m.label == name]
            yield from _without_overlap(named)


def _without_overlap(spans: Sequence[Tagged]) -> Iterator[Tagged]:
    """Drop spans that begin inside one that is kept."""
    stop = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.stop)):
        if span.start >= stop:
            stop = span.stop
            yield span
