"""Scores of predicted records against gold: every measure of the contract, with counts and intervals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from svodka.core.errors import SvodkaError
from svodka.core.records import AnchorDate, Record
from svodka.core.spans import Span
from svodka.evaluation.bootstrap import interval, resample
from svodka.evaluation.events import score_events
from svodka.evaluation.layers import score_dates, score_entities, score_figures, score_linking, score_titles
from svodka.evaluation.matching import Matching
from svodka.evaluation.outcomes import Counts, Outcome, total
from svodka.evaluation.segments import sentence_of, sentences

MEASURES = (
    "entities.strict", "entities.overlap", "entities.titles", "entities.linking",
    "dates.strict", "dates.value",
    "figures.value", "figures.comparator", "figures.metric", "figures.of", "figures.period",
    "figures.base_period",
    "events.trigger", "events.sentence_type", "events.roles", "events.status", "events.time", "events.place",
    "events.figures", "events.exact",
)  # fmt: skip
ACCURACIES = frozenset({"figures.comparator", "events.status"})  # compared on aligned pairs alone


class MismatchError(SvodkaError):
    """Gold and prediction are not about the same text."""

    code = "mismatch"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure over all documents.

    Attributes:
        name: ``layer.measure``.
        counts: Micro counts.
        by_key: Counts by label, kind, grain, type, status, or ``TYPE.role``, sorted by key.
        interval: The 95 % bootstrap interval of F1 (of accuracy where there is but one ratio), or ``None``.
    """

    name: str
    counts: Counts
    by_key: tuple[tuple[str, Counts], ...]
    interval: tuple[float, float] | None

    @property
    def is_accuracy(self) -> bool:
        """Whether the measure compares aligned pairs, so that one ratio says it all."""
        return self.name in ACCURACIES

    def to_dict(self) -> dict[str, object]:
        """Return JSON-ready data."""
        rows = {key: counts.to_dict() for key, counts in self.by_key}
        ends = None if self.interval is None else list(self.interval)
        return {"name": self.name, **self.counts.to_dict(), "interval": ends, "by_key": rows}


@dataclass(frozen=True, slots=True)
class Scores:
    """All measures, and the outcomes they were counted from.

    Attributes:
        documents: Number of gold documents.
        sentences: Number of their sentences.
        missing: Ids of gold documents without a prediction; everything in them counts as missed.
        measures: In the order of ``MEASURES``.
        outcomes: The fate of every item.
    """

    documents: int
    sentences: int
    missing: tuple[str, ...]
    measures: tuple[Measure, ...]
    outcomes: tuple[Outcome, ...]

    def __getitem__(self, name: str) -> Measure:
        return next(measure for measure in self.measures if measure.name == name)

    def to_dict(self) -> dict[str, object]:
        """Return JSON-ready data, outcomes left out."""
        return {
            "documents": self.documents,
            "sentences": self.sentences,
            "missing": list(self.missing),
            "measures": [measure.to_dict() for measure in self.measures],
        }


def score(
    gold: Sequence[Record],
    predicted: Iterable[Record],
    given: Mapping[str, Sequence[Span]] | None = None,
    resamples: int = 1000,
    seed: int = 0,
) -> Scores:
    """Score predictions against gold, document by document (joined by ``doc_id``).

    Args:
        gold: Gold records.
        predicted: Predicted records; those without gold are ignored, gold without prediction counts as
            missed.
        given: Sentences by document id, where the caller knows better than ``segments.sentences``.
        resamples: Rounds of the bootstrap; 0 for no intervals.
        seed: Of the bootstrap.

    Raises:
        MismatchError: If a prediction was made of another text than its gold.
    """
    by_id = {record.doc_id: record for record in predicted}
    outcomes: list[Outcome] = []
    units: list[tuple[str, int]] = []
    for record in gold:
        spans = tuple((given or {}).get(record.doc_id) or sentences(record))
        outcomes += score_document(record, by_id.get(record.doc_id, empty(record)), spans)
        units += [(record.doc_id, number) for number in range(max(1, len(spans)))]
    rounds = resample(units, resamples, seed)
    grouped: dict[str, list[Outcome]] = {name: [] for name in MEASURES}
    for outcome in outcomes:
        grouped[outcome.measure].append(outcome)
    measures = tuple(_measure(name, members, rounds) for name, members in grouped.items())
    missing = tuple(record.doc_id for record in gold if record.doc_id not in by_id)
    return Scores(len(gold), len(units), missing, measures, tuple(outcomes))


def score_document(gold: Record, predicted: Record, spans: Sequence[Span]) -> list[Outcome]:
    """Return the outcomes of one document, each with its sentence."""
    if gold.text != predicted.text:
        raise MismatchError(f"{gold.doc_id}: gold and prediction are not about the same text ({gold.source.path})")
    both = Matching.of(gold, predicted)
    found = [
        *score_entities(both), *score_titles(both), *score_linking(both),
        *score_dates(both), *score_figures(both), *score_events(both, spans),
    ]  # fmt: skip
    return [replace(o, doc=gold.doc_id, sentence=sentence_of(o.at, spans)) for o in found]


def empty(record: Record) -> Record:
    """Return a record of the same text that says nothing."""
    nothing: dict[str, object] = {name: () for name in ("entities", "dates", "figures", "events", "issues")}
    return record.model_copy(update={**nothing, "anchor_date": AnchorDate()})


def _measure(name: str, outcomes: Sequence[Outcome], rounds: Sequence[Mapping[tuple[str, int], int]]) -> Measure:
    keys = sorted({item.key for o in outcomes for item in (o.gold, o.predicted) if item is not None})
    by_key = tuple((key, sum((o.counts_of(key) for o in outcomes), Counts())) for key in keys)
    by_unit: dict[tuple[str, int], Counts] = {}
    for outcome in outcomes:
        unit = (outcome.doc, outcome.sentence)
        by_unit[unit] = by_unit.get(unit, Counts()) + outcome.counts
    return Measure(name, total(outcomes), by_key, interval(by_unit, rounds))
