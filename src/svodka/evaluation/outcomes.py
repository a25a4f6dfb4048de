"""What scoring is made of: the fate of every gold and predicted item, and counts over them.

A measure is a list of outcomes. From the same list come its counts, the tables by label, kind, type or
role, the bootstrap interval and the listing of errors, so that they cannot disagree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from svodka.evaluation.align import Pairs, Test


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items gold has, how many were predicted, how many of these are right.

    Where items of both sides are compared pair by pair (comparator, status), ``gold`` equals ``predicted``
    and precision, recall and F1 are all the accuracy. A ratio without a denominator is ``None``.

    Examples:
        >>> Counts(4, 2, 1).precision, Counts(4, 2, 1).recall, Counts(0, 3, 0).recall, Counts(0, 0, 0).f1
        (0.5, 0.25, None, None)
    """

    gold: int = 0
    predicted: int = 0
    correct: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.gold + other.gold, self.predicted + other.predicted, self.correct + other.correct)

    @property
    def precision(self) -> float | None:
        """The share of predicted items that are right."""
        return self.correct / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """The share of gold items that were found."""
        return self.correct / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; zero where one side is empty and the other is not."""
        return 2 * self.correct / (self.gold + self.predicted) if self.gold + self.predicted else None

    def to_dict(self) -> dict[str, int | float | None]:
        """Return counts and ratios as JSON-ready data."""
        return {
            "gold": self.gold, "predicted": self.predicted, "correct": self.correct,
            "precision": self.precision, "recall": self.recall, "f1": self.f1,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to be scored: its row in the tables, how it is shown, where it stands, and its id in its record."""

    key: str
    text: str
    at: int
    id: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The fate of one item under one measure: a hit, a miss, a false alarm, or a wrong pair.

    Attributes:
        measure: For instance ``dates.strict``.
        gold: The gold item, ``None`` for a false alarm.
        predicted: The predicted item, ``None`` for a miss.
        correct: Whether the pair counts.
        doc: Id of the document.
        sentence: Index of the sentence in the document.
    """

    measure: str
    gold: Item | None
    predicted: Item | None
    correct: bool
    doc: str = ""
    sentence: int = 0

    @property
    def at(self) -> int:
        """Where the item stands: the gold item, else the predicted one."""
        item = self.gold or self.predicted
        return item.at if item else 0

    @property
    def counts(self) -> Counts:
        """The contribution to the total."""
        return Counts(int(self.gold is not None), int(self.predicted is not None), int(self.correct))

    def counts_of(self, key: str) -> Counts:
        """Return the contribution to one row of the table; a wrong pair can belong to two rows."""
        gold = self.gold is not None and self.gold.key == key
        predicted = self.predicted is not None and self.predicted.key == key
        return Counts(int(gold), int(predicted), int(self.correct and gold))


def judge(measure: str, gold: Sequence[Item], predicted: Sequence[Item], pairs: Pairs, correct: Test) -> list[Outcome]:
    """Return an outcome for every item: the pairs, then what is left on either side."""
    paired_gold, paired_predicted = {i for i, _ in pairs}, {j for _, j in pairs}
    found = [Outcome(measure, gold[i], predicted[j], correct(i, j)) for i, j in pairs]
    missed = [Outcome(measure, item, None, False) for i, item in enumerate(gold) if i not in paired_gold]
    spurious = [Outcome(measure, None, item, False) for j, item in enumerate(predicted) if j not in paired_predicted]
    return found + missed + spurious


def total(outcomes: Iterable[Outcome]) -> Counts:
    """Add up the outcomes."""
    return sum((outcome.counts for outcome in outcomes), Counts())


def folded(text: str) -> str:
    """Return ``text`` in lower case, with ``ё`` as ``е``: the form in which texts are compared."""
    return text.lower().replace("ё", "е")


def token_overlap(left: str, right: str) -> float:
    """Return the share of the longer text's words that both texts have, counted as often as in both.

    Examples:
        >>> token_overlap("взаимный товарооборот", "Товарооборот"), token_overlap("экспорт", "импорт")
        (0.5, 0.0)
    """
    mine, rest = re.findall(r"\w+", folded(left)), re.findall(r"\w+", folded(right))
    longest = max(len(mine), len(rest))
    shared = 0
    for word in mine:
        if word in rest:
            rest.remove(word)
            shared += 1
    return shared / longest if longest else 0.0
