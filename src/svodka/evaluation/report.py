"""Scores as plain tables and errors as lists, for whoever prints them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from svodka.core.records import Record
from svodka.core.spans import Span
from svodka.evaluation.factrueval import BenchmarkScores
from svodka.evaluation.outcomes import Counts, Outcome
from svodka.evaluation.score import Measure, Scores
from svodka.evaluation.segments import sentence_text, sentences

LISTED = (
    "entities.strict", "entities.titles", "entities.linking", "dates.strict", "figures.value",
    "figures.comparator", "figures.metric", "figures.of", "figures.period", "figures.base_period",
    "events.trigger", "events.status", "events.roles", "events.time", "events.place", "events.figures",
)  # fmt: skip
_COLUMNS = ("gold", "predicted", "correct", "P", "R", "F1")


@dataclass(frozen=True, slots=True)
class Table:
    """A table as text: a title, the names of the columns, the cells."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Error:
    """A miss, a false alarm, or a pair of which something is wrong.

    Attributes:
        measure: The measure that counts it.
        key: Label, kind, grain, type, status or ``TYPE.role``.
        kind: ``miss``, ``false alarm`` or ``wrong``.
        doc: Id of the document.
        path: Its source.
        gold: What gold says, empty for a false alarm.
        predicted: What was predicted, empty for a miss.
        sentence: The sentence it stands in.
    """

    measure: str
    key: str
    kind: Literal["miss", "false alarm", "wrong"]
    doc: str
    path: str
    gold: str
    predicted: str
    sentence: str


def tables(scores: Scores) -> tuple[Table, ...]:
    """Return the summary, then a table by key for each measure that has any item.

    The roles of events have two more tables: by role over all types, and by type over all roles.
    """
    details = [_by_key(measure) for measure in scores.measures if measure.by_key]
    roles = scores["events.roles"]
    grouped = [_grouped(roles, 1, "events.roles by role"), _grouped(roles, 0, "events.roles by type")]
    return (summary(scores), *details, *(table for table in grouped if table.rows))


def summary(scores: Scores) -> Table:
    """Return one row per measure: counts, ratios, bootstrap interval."""
    title = f"{scores.documents} documents, {scores.sentences} sentences"
    if scores.missing:
        title += f", {len(scores.missing)} without a prediction"
    rows = tuple((m.name, *_cells(m.counts, accuracy=m.is_accuracy), _interval(m)) for m in scores.measures)
    return Table(title, ("measure", *_COLUMNS, "95 %"), rows)


def benchmark(scores: BenchmarkScores) -> Table:
    """Return the token scores of a NER benchmark by label, then those of exact spans."""
    rows = [(f"tokens {label}", *_cells(c, accuracy=False)) for label, c in scores.tokens.items()]
    rows += [(f"spans {label}", *_cells(c, accuracy=False)) for label, c in scores.exact_by_label.items()]
    rows.append(("spans", *_cells(scores.exact, accuracy=False)))
    return Table("factRuEval-2016", ("", *_COLUMNS), tuple(rows))


def errors(
    scores: Scores,
    gold: Iterable[Record],
    measures: Sequence[str] = LISTED,
    given: Mapping[str, Sequence[Span]] | None = None,
) -> tuple[Error, ...]:
    """Return what went wrong, grouped by measure, then key, then place in the text.

    Args:
        scores: The result of ``score``.
        gold: The gold records that were scored.
        measures: Which measures to list.
        given: Sentences by document id, if ``score`` was given them.
    """
    records = {record.doc_id: record for record in gold}
    spans = {i: tuple((given or {}).get(i) or sentences(record)) for i, record in records.items()}
    order = {identifier: number for number, identifier in enumerate(records)}
    wrong = [o for o in scores.outcomes if not o.correct and o.measure in measures]
    wrong.sort(key=lambda o: (measures.index(o.measure), _key(o), order[o.doc], o.at))
    return tuple(_error(o, records[o.doc], spans[o.doc]) for o in wrong)


def error_lines(found: Iterable[Error]) -> Iterator[str]:
    """Return errors as lines of text, each group under its heading."""
    group = ("", "")
    for error in found:
        if (error.measure, error.key) != group:
            group = (error.measure, error.key)
            yield f"== {error.measure} {error.key}"
        says = " -> ".join(filter(None, (error.gold, error.predicted)))
        yield f"{error.kind}: {says}"
        yield f"    {error.path}: {error.sentence}"


def _error(outcome: Outcome, record: Record, spans: Sequence[Span]) -> Error:
    gold = outcome.gold.text if outcome.gold else ""
    predicted = outcome.predicted.text if outcome.predicted else ""
    kind: Literal["miss", "false alarm", "wrong"] = "wrong"
    if not (outcome.gold and outcome.predicted):
        kind = "miss" if outcome.gold else "false alarm"
    sentence = sentence_text(record.text, outcome.at, spans)
    path = record.source.path
    return Error(outcome.measure, _key(outcome), kind, outcome.doc, path, gold, predicted, sentence)


def _key(outcome: Outcome) -> str:
    item = outcome.gold or outcome.predicted
    return item.key if item else ""


def _by_key(measure: Measure) -> Table:
    rows = tuple((key, *_cells(counts, accuracy=measure.is_accuracy)) for key, counts in measure.by_key)
    return Table(measure.name, ("", *_COLUMNS), rows)


def _grouped(measure: Measure, part: int, title: str) -> Table:
    """Add up the rows of ``TYPE.role`` keys by one of their parts."""
    sums: dict[str, Counts] = {}
    for key, counts in measure.by_key:
        name = key.split(".")[part]
        sums[name] = sums.get(name, Counts()) + counts
    return Table(title, ("", *_COLUMNS), tuple((key, *_cells(sums[key], accuracy=False)) for key in sorted(sums)))


def _cells(counts: Counts, *, accuracy: bool) -> tuple[str, ...]:
    ratios = (None, None, counts.f1) if accuracy else (counts.precision, counts.recall, counts.f1)
    numbers = (str(counts.gold), str(counts.predicted), str(counts.correct))
    return (*numbers, *("–" if ratio is None else f"{ratio:.3f}" for ratio in ratios))


def _interval(measure: Measure) -> str:
    return "–" if measure.interval is None else f"{measure.interval[0]:.3f}–{measure.interval[1]:.3f}"
