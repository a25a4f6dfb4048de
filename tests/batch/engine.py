"""An engine without a model: what it makes of a document is a record of its text and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from svodka.batch.plan import Batch
from svodka.core.records import AnchorDate, Failure, PipelineInfo, Record, SourceInfo
from svodka.core.source import Source
from svodka.ingest.read import Reference, documents
from svodka.ingest.readings import Refused
from svodka.ingest.units import Unit
from svodka.settings import Settings
from svodka.store import Result

INFO = PipelineInfo(name="none", version="0", config_sha256="", model_sha256="")


class PlainEngine:
    """Makes records of texts, and counts them; stops as by Ctrl-C before document number ``stop``."""

    def __init__(self, stop: int | None = None) -> None:
        self.done: list[str] = []
        self._stop = stop

    def run(self, work: Iterable[Batch], settings: Settings) -> Iterator[tuple[Batch, Sequence[Result]]]:
        for batch in work:
            yield batch, [self._result(unit, settings) for unit in batch.units]

    def _result(self, unit: Unit, settings: Settings) -> Result:
        if len(self.done) == self._stop:
            raise KeyboardInterrupt
        self.done.append(unit.name)
        found = unit.found
        if isinstance(found, Reference):
            found = next(documents(found, settings.reading))
        if isinstance(found, Refused):
            return Result.of(Failure(doc_id=None, path=found.name, stage="ingest", code=found.code, message="x"))
        return Result.of(_record(found))


def _record(source: Source) -> Record:
    info = SourceInfo(path=source.path, media_type="text/plain", encoding=None, sha256=source.sha256, size=source.size)
    return Record(doc_id=source.doc_id, source=info, text=source.text, anchor_date=AnchorDate(), pipeline=INFO)


def contents(run: Path) -> dict[str, bytes]:
    """Return every file of a run."""
    return {path.relative_to(run).as_posix(): path.read_bytes() for path in run.rglob("*") if path.is_file()}
