"""Where the texts for tests lie, relative to the project."""

from __future__ import annotations

from pathlib import Path

PROJECT = Path(__file__).parent.parent
SEEDS = PROJECT / "corpus" / "seeds"
SHARED = PROJECT.parent / "shared"
LARGE_SEED = SEEDS / "seed-000-gomel-region-cooperation.txt"
SMALL_SEED = SEEDS / "seed-003-kursk-region-visit.txt"
