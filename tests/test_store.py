"""Run folders: whole or plainly not, and never replaced unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from svodka.core.errors import UsageError
from svodka.core.records import AnchorDate, Failure, PipelineInfo, Record, SourceInfo
from svodka.store import RunWriter, read_failures, read_records

INFO = PipelineInfo(name="ru_press", version="0", config_sha256="c", model_sha256="m")


def record(name: str) -> Record:
    source = SourceInfo(path=name, media_type="text/plain", encoding="utf-8", sha256="0" * 64, size=1)
    return Record(doc_id="0" * 16, source=source, text="x", anchor_date=AnchorDate(), pipeline=INFO)


FAILURE = Failure(doc_id=None, path="b.txt", stage="ingest", code="missing", message="b.txt: no such file")


def write(folder: Path, **options: bool) -> None:
    with RunWriter(folder, **options) as writer:
        writer.add(record("a.txt"))
        writer.add(FAILURE)
        writer.finish({"settings": {}})


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    write(tmp_path / "run")
    assert list(read_records(tmp_path / "run")) == [record("a.txt")]
    assert read_failures(tmp_path / "run") == [FAILURE]


def test_an_interrupted_run_is_not_finished_and_can_be_repeated(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    interrupted = RunWriter(folder)
    interrupted.add(record("a.txt"))
    interrupted.__exit__(KeyboardInterrupt, None, None)
    assert not (folder / "manifest.json").exists()
    with pytest.raises(UsageError, match="no finished run"):
        list(read_records(folder))
    with pytest.raises(UsageError, match="--resume"):
        write(folder)
    write(folder, resume=True)
    assert not list(folder.glob("*.part"))


def test_a_finished_run_is_kept(tmp_path: Path) -> None:
    write(tmp_path / "run")
    with pytest.raises(UsageError, match="--force"):
        RunWriter(tmp_path / "run")
    write(tmp_path / "run", force=True)


def test_a_line_that_is_no_record_is_named(tmp_path: Path) -> None:
    write(tmp_path / "run")
    file = tmp_path / "run" / "records.jsonl"
    file.write_text(file.read_text("utf-8") + '{"schema_version": "0"}\n', encoding="utf-8")
    with pytest.raises(UsageError, match="line 2"):
        list(read_records(tmp_path / "run"))
