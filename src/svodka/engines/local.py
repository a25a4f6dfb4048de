"""Run the pipeline in this process, document after document, in batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from svodka.ingest.read import Reference
from svodka.pipeline import Outcome, Pipeline, Settings, load_own


class LocalEngine:
    """The engine for one machine and one process; the model is loaded when the first document asks for it."""

    def run(self, references: Sequence[Reference], settings: Settings) -> Iterator[Outcome]:
        """Yield one outcome a reference, in order."""
        yield from Pipeline(settings, load_own(settings)).outcomes(references)
