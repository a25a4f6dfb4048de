"""What a run is asked to do, and the hash of all that its records depend on beside their documents."""

from __future__ import annotations

import codecs
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from svodka.core import edtf
from svodka.core.errors import UsageError
from svodka.core.records import SCHEMA_VERSION, PipelineInfo
from svodka.ingest.options import Columns, Limits, Options
from svodka.language.models import DEFAULT, config_sha256, model_folder, model_sha256

READERS = ("trafilatura", "htmldate", "pypdfium2", "striprtf", "warcio", "pyarrow")
"""Packages of the extras, on whose versions the text of a document depends."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is asked to do; the same for every document.

    Attributes:
        model: The model to run.
        encoding: Encoding of all inputs, where the user knows it.
        anchor_date: The date from which relative expressions count, where the user gives it: EDTF day, month or year.
        anchor_dates: The same for single documents, by the name that records give them; it wins over ``anchor_date``.
        lexicon: A table of places of the user's own.
        frames: A file of event frames of the user's own.
        columns: Which columns of tables hold text, id, date, address and title.
        limits: What one document may cost.
        timeout: Seconds of wall time that the extraction of one document may take.
        keep_refused: Whether the bytes of inputs that could not be read come back with the reason.

    Raises:
        UsageError: If an anchor date is no day, month or year, ``encoding`` is no encoding, or ``timeout`` is no time.
    """

    model: str = DEFAULT
    encoding: str | None = None
    anchor_date: str | None = None
    anchor_dates: Mapping[str, str] = field(default_factory=dict)
    lexicon: Path | None = None
    frames: Path | None = None
    columns: Columns = field(default_factory=Columns)
    limits: Limits = field(default_factory=Limits)
    timeout: int = 600
    keep_refused: bool = False

    @property
    def reading(self) -> Options:
        """What the readers have to know."""
        return Options(self.encoding, self.columns, self.limits)

    def __post_init__(self) -> None:
        if self.timeout < 1:
            raise UsageError("the timeout must be at least one second")
        for value in filter(None, (self.anchor_date, *self.anchor_dates.values())):
            if not (edtf.is_valid(value) and value.replace("-", "").isdigit()):
                raise UsageError(f"the anchor date {value!r} is no date; write it as 2024-03-20, 2024-03 or 2024")
        try:
            codecs.lookup(self.encoding or "utf-8")
        except LookupError as error:
            raise UsageError(f"{self.encoding!r} is no encoding; use a name such as utf-8 or cp1251") from error


def describe(settings: Settings) -> dict[str, Any]:
    """Return what a manifest says of the pipeline: versions, settings, hashes."""
    info = pipeline_info(settings.model)
    packages = (
        "svodka",
        "natasha",
        "slovnet",
        "spacy",
        "pymorphy3",
        "pymorphy3-dicts-ru",
        "razdel",
        "pydantic",
    )
    return {
        "schema_version": SCHEMA_VERSION,
        "pipeline": info.model_dump(),
        "settings": {
            "model": settings.model,
            "encoding": settings.encoding,
            "anchor_date": settings.anchor_date,
            "anchor_dates": dict(sorted(settings.anchor_dates.items())),
            "lexicon": settings.lexicon.name if settings.lexicon else None,
            "frames": settings.frames.name if settings.frames else None,
            "columns": asdict(settings.columns),
            "limits": asdict(settings.limits),
        },
        "versions": {name: version(name) for name in (*packages, *filter(find_spec, READERS))},
    }


def fingerprint(settings: Settings) -> str:
    """Return a hash of all that a record depends on beside its document and the dates of single documents.

    These are the model, the settings with the user's own tables, the versions of packages, and svodka's own code.
    """
    about = describe(settings)
    del about["settings"]["anchor_dates"]
    digest = hashlib.sha256(json.dumps(about, sort_keys=True).encode())
    own = [file for file in (settings.lexicon, settings.frames) if file and file.is_file()]
    package = Path(__file__).parent
    for file in (*own, *sorted(package.rglob("*.py"))):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


@lru_cache(maxsize=4)
def pipeline_info(model: str) -> PipelineInfo:
    """Return what records say of the pipeline."""
    folder = model_folder(model)
    return PipelineInfo(
        name=model,
        version=version("svodka"),
        config_sha256=config_sha256(folder),
        model_sha256=model_sha256(folder),
    )
