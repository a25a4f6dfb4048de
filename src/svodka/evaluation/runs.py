"""Reading records and gold from folders, and scoring one against the other."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from svodka.core.errors import UsageError
from svodka.core.records import Record
from svodka.evaluation.score import Scores, score
from svodka.store import read_records

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib  # type: ignore[import-not-found,unused-ignore]


def evaluate(
    run: Path | Sequence[Record],
    gold_dir: Path,
    split: str | None = None,
    resamples: int = 1000,
    seed: int = 0,
) -> Scores:
    """Score a run against a folder of gold records.

    Args:
        run: A run folder, its ``records.jsonl``, or records.
        gold_dir: Folder of gold records, one ``.json`` file each.
        split: A split of ``splits.toml``, which stands beside the gold folder; without it all gold counts.
        resamples: Rounds of the bootstrap.
        seed: Of the bootstrap.
    """
    predicted = tuple(read_records(run)) if isinstance(run, Path) else run
    return score(read_gold(gold_dir, split), predicted, resamples=resamples, seed=seed)


def evaluate_splits(
    run: Path | Sequence[Record], gold_dir: Path, resamples: int = 1000, seed: int = 0
) -> dict[str, Scores]:
    """Score a run on every split of ``splits.toml``, as the gate wants it."""
    predicted = tuple(read_records(run)) if isinstance(run, Path) else run
    splits = sorted(read_splits(gold_dir.parent / "splits.toml"))
    return {split: evaluate(predicted, gold_dir, split, resamples, seed) for split in splits}


def read_gold(gold_dir: Path, split: str | None = None) -> tuple[Record, ...]:
    """Read gold records, all or those of a split, by file name."""
    return tuple(_record(file) for file in gold_files(gold_dir, split))


def gold_files(gold_dir: Path, split: str | None = None) -> tuple[Path, ...]:
    """Return the gold files, all or those of a split, by name.

    Raises:
        UsageError: If there are none, the split is unknown, or it names a file that is not there.
    """
    if split is None:
        files = tuple(sorted(gold_dir.glob("*.json")))
    else:
        names = read_splits(gold_dir.parent / "splits.toml").get(split)
        if names is None:
            raise UsageError(f"splits.toml beside {gold_dir} has no split {split!r}")
        files = tuple(gold_dir / f"{name}.json" for name in sorted(names))
    absent = [file.name for file in files if not file.is_file()]
    if absent or not files:
        raise UsageError(f"{gold_dir} holds no gold" + (f": {', '.join(absent)}" if absent else ""))
    return files


def read_splits(path: Path) -> dict[str, tuple[str, ...]]:
    """Read ``splits.toml``: each split a list of gold files without their suffix."""
    if not path.is_file():
        raise UsageError(f"there is no {path}")
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: tuple(members) for name, members in given.items() if isinstance(members, list)}


def _record(path: Path) -> Record:
    try:
        return Record.from_json(path.read_text(encoding="utf-8"))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise UsageError(f"{path.name} is no gold record: {where}: {first['msg']}; run svodka gold check") from error
