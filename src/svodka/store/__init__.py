"""Run folders: records, failures, the list of inputs and a manifest; a folder is either finished or plainly not.

``records.jsonl`` holds one canonical record a line in input order; a run of more than a thousand has shards instead,
``records/part-00000.jsonl`` and on. ``failures.jsonl`` has one failure a line, ``inputs.jsonl`` one document a line
with what came of it, and ``manifest.json``, written last, says what was run. A run without manifest never finished.
``quarantine/`` keeps the inputs that could not be read, each with its reason.
"""

from __future__ import annotations

from svodka.store.files import QUARANTINE, read_anchor_dates, write_atomically
from svodka.store.previous import Kept, Previous, earlier_runs
from svodka.store.reader import read_failures, read_records
from svodka.store.result import Result
from svodka.store.writer import RunWriter

__all__ = [
    "QUARANTINE",
    "Kept",
    "Previous",
    "Result",
    "RunWriter",
    "earlier_runs",
    "read_anchor_dates",
    "read_failures",
    "read_records",
    "write_atomically",
]
