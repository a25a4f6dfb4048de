"""Texts that the tests read: the seeds of the corpus, and a benchmark that may lie beside the checkout."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
BENCH = ROOT.parent / "shared" / "bench"


def seed_texts() -> list[str]:
    """The seeds with line-break hyphens joined and white space collapsed."""
    return [_flat(re.sub(r"-\s*\n\s*", "", _read(path))) for path in sorted((ROOT / "corpus" / "seeds").glob("*.txt"))]


def bench_texts() -> list[str]:
    """The benchmark's texts with white space collapsed; empty where there are none."""
    return [_flat(_read(path)) for path in sorted(BENCH.glob("*/devset/*.txt"))]


def _read(path: Path) -> str:
    return path.read_text("utf-8")


def _flat(text: str) -> str:
    return " ".join(text.split())
