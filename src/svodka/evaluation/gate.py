"""The gate: scores must not fall below their floors, and the gold must be that of the floors."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from svodka.core.errors import SvodkaError
from svodka.evaluation.score import Scores

_SLACK = 1e-9  # of floating-point arithmetic


class GateError(SvodkaError):
    """Floors may not be pinned as asked."""

    code = "gate"


@dataclass(frozen=True, slots=True)
class Floors:
    """What ``floors.json`` holds.

    Attributes:
        floors: Least F1 (or accuracy) by split and measure.
        gold: SHA-256 of each gold file by name.
    """

    floors: Mapping[str, Mapping[str, float]]
    gold: Mapping[str, str]

    def to_json(self) -> str:
        """Return the file's content: sorted, indented, with a line end."""
        data = {"floors": self.floors, "gold": self.gold}
        return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Floors:
        """Read the file's content back."""
        data = json.loads(text)
        return cls(data["floors"], data["gold"])


@dataclass(frozen=True, slots=True)
class Violation:
    """Why the gate is shut: a score below its floor, or gold that is not the pinned one."""

    kind: Literal["floor", "gold"]
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


def read_floors(path: Path) -> Floors:
    """Read ``floors.json``; without the file nothing is pinned."""
    return Floors.from_json(path.read_text(encoding="utf-8")) if path.is_file() else Floors({}, {})


def check(scores: Mapping[str, Scores], floors: Floors, gold_dir: Path) -> list[Violation]:
    """Return what is wrong: missed floors by split, changed, lost or unpinned gold files."""
    return [*_missed(scores, floors), *_changed(floors.gold, hashes(gold_dir))]


def pin(
    scores: Mapping[str, Scores],
    gold_dir: Path,
    before: Floors,
    changelog: str = "",
    *,
    allow_lower: bool = False,
) -> Floors:
    """Return floors at today's scores and the hashes of today's gold.

    Splits that were not scored keep their floors. Undefined scores have no floor.

    Args:
        scores: By split.
        gold_dir: The gold folder.
        before: The floors so far.
        changelog: Text of CHANGELOG.md.
        allow_lower: Permit a floor below its present value, if a line of the changelog names split and
            measure.

    Raises:
        GateError: If a floor would be lowered without permission or without such a line.
    """
    new = {split: _floors_of(result) for split, result in scores.items()}
    lowered = [
        f"{split} {measure}"
        for split, measures in new.items()
        for measure, floor in before.floors.get(split, {}).items()
        if measures.get(measure, -1.0) < floor - _SLACK
    ]
    if lowered and not allow_lower:
        raise GateError(f"these floors would fall; lower them explicitly: {', '.join(lowered)}")
    unnamed = [name for name in lowered if not _is_named(name, changelog)]
    if unnamed:
        raise GateError(f"no line of the changelog names {', '.join(unnamed)}")
    return Floors({**before.floors, **new}, hashes(gold_dir))


def hashes(gold_dir: Path) -> dict[str, str]:
    """Return the SHA-256 of every gold file, by name."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(gold_dir.glob("*.json"))}


def _floors_of(scores: Scores) -> dict[str, float]:
    """Return each defined score, rounded down to four digits."""
    values = {measure.name: measure.counts.f1 for measure in scores.measures}
    return {name: math.floor(f1 * 10_000 + _SLACK) / 10_000 for name, f1 in values.items() if f1 is not None}


def _is_named(name: str, changelog: str) -> bool:
    return any(all(word in line for word in name.split()) for line in changelog.splitlines())


def _missed(scores: Mapping[str, Scores], floors: Floors) -> Iterator[Violation]:
    for split, result in scores.items():
        values = {measure.name: measure.counts.f1 for measure in result.measures}
        for measure, floor in floors.floors.get(split, {}).items():
            value = values.get(measure)
            if value is None or value < floor - _SLACK:
                shown = "undefined" if value is None else f"{value:.4f}"
                yield Violation("floor", f"{split} {measure}", f"{shown} is below the floor {floor:.4f}")


def _changed(pinned: Mapping[str, str], present: Mapping[str, str]) -> Iterator[Violation]:
    for name in sorted({*pinned, *present}):
        if name not in present:
            yield Violation("gold", name, "the gold file is gone")
        elif name not in pinned:
            yield Violation("gold", name, "the gold file is not pinned")
        elif pinned[name] != present[name]:
            yield Violation("gold", name, "the gold file has changed since it was pinned")
