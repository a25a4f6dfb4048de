"""Runs that survive: interrupted anywhere and gone on with, they end in the same bytes as an undisturbed one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from svodka.batch.run import Summary, run_batch
from svodka.settings import Settings
from svodka.store import RunWriter, read_records
from svodka.store import files as store_files
from svodka.store import writer as store_writer
from tests.batch.engine import PlainEngine, contents

SETTINGS = Settings()


@pytest.fixture(autouse=True)
def _small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_writer, "SHARD_SIZE", 20)
    assert store_files.SHARD_SIZE == 1000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = tmp_path / "in"
    texts.mkdir()
    for number in range(50):
        (texts / f"{number:03}.txt").write_text(f"Подписан план № {number}.", "utf-8")
    (texts / "012.txt").write_bytes(b"")
    (texts / "table.csv").write_text("id;text\n1;Подписан план.\n2;\n3;Отменён план.\n", "utf-8")
    return texts


def run(inputs: Path, output: Path, engine: PlainEngine | None = None, **how: bool) -> Summary:
    return run_batch([str(inputs)], RunWriter(output, **how), engine or PlainEngine(), SETTINGS)


def test_a_large_run_has_shards_and_reads_as_one(folder: Path, tmp_path: Path) -> None:
    summary = run(folder, tmp_path / "run")
    assert summary == Summary(records=51, failures=2, duplicates=0, kept=0)
    shards = sorted(path.name for path in (tmp_path / "run" / "records").iterdir())
    assert shards == ["part-00000.jsonl", "part-00001.jsonl", "part-00002.jsonl"]
    names = [record.source.path for record in read_records(tmp_path / "run")]
    assert names == sorted(names)
    assert len(names) == 51


@pytest.mark.parametrize("stop", [0, 1, 19, 20, 21, 40, 51])
def test_an_interrupted_run_goes_on_to_the_same_bytes(folder: Path, tmp_path: Path, stop: int) -> None:
    run(folder, tmp_path / "whole")
    with pytest.raises(KeyboardInterrupt):
        run(folder, tmp_path / "run", PlainEngine(stop))
    again = PlainEngine()
    summary = run(folder, tmp_path / "run", again, resume=True)
    assert contents(tmp_path / "run") == contents(tmp_path / "whole")
    assert len(again.done) == 53 - summary.kept


def test_a_run_survives_interruption_after_interruption(folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "whole")
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            run(folder, tmp_path / "run", PlainEngine(stop=15), resume=True)
    run(folder, tmp_path / "run", resume=True)
    assert contents(tmp_path / "run") == contents(tmp_path / "whole")


def test_a_line_cut_short_is_done_again(folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "whole")
    with pytest.raises(KeyboardInterrupt):
        run(folder, tmp_path / "run", PlainEngine(stop=33))
    for part in (tmp_path / "run").rglob("*.part"):
        part.write_bytes(part.read_bytes()[:-7])
    run(folder, tmp_path / "run", resume=True)
    assert contents(tmp_path / "run") == contents(tmp_path / "whole")


def test_setting_aside_may_itself_be_interrupted(folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "whole")
    shutil.copytree(tmp_path / "whole", tmp_path / "run")
    aside = tmp_path / "run" / "previous" / "000000"
    aside.mkdir(parents=True)
    for name in ("manifest.json", "records"):  # the rest had not been moved
        (tmp_path / "run" / name).rename(aside / name)
    engine = PlainEngine()
    run(folder, tmp_path / "run", engine, resume=True)
    assert contents(tmp_path / "run") == contents(tmp_path / "whole")
    assert len(engine.done) == 2  # what failed is tried again


def test_only_new_and_changed_documents_of_a_grown_folder_are_done(folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "run")
    (folder / "000-new.txt").write_text("Новый текст.", "utf-8")
    (folder / "030.txt").write_text("Другой текст.", "utf-8")
    (folder / "040.txt").unlink()
    engine = PlainEngine()
    summary = run(folder, tmp_path / "run", engine, resume=True)
    assert engine.done == ["000-new.txt", "012.txt", "030.txt", "table.csv#1"]
    assert summary.kept == 49
    run(folder, tmp_path / "whole")
    assert contents(tmp_path / "run") == contents(tmp_path / "whole")


def test_other_settings_take_nothing_over(folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "run")
    writer = RunWriter(tmp_path / "run", resume=True)
    summary = run_batch([str(folder)], writer, PlainEngine(), Settings(anchor_date="2024-03-20"))
    assert summary.kept == 0
    dated = Settings(anchor_date="2024-03-20", anchor_dates={"030.txt": "2023-01-01"})
    engine = PlainEngine()
    run_batch([str(folder)], RunWriter(tmp_path / "run", resume=True), engine, dated)
    assert engine.done == ["012.txt", "030.txt", "table.csv#1"]


def test_the_same_content_is_done_once_and_listed(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "007.txt", folder / "099.txt")
    with (folder / "table.csv").open("a", encoding="utf-8") as table:
        table.write("4;Подписан план.\n")
    engine = PlainEngine()
    summary = run(folder, tmp_path / "run", engine)
    assert summary.duplicates == 2  # a file, and the row of a table
    assert "099.txt" not in engine.done
    assert b'"099.txt", "doc_id": null, "sha256": null, "failure": null, "duplicate_of": "007.txt"' in (
        (tmp_path / "run" / "inputs.jsonl").read_bytes()
    )


def test_a_run_in_its_own_input_folder_does_not_read_itself(folder: Path) -> None:
    assert run(folder, folder / "run").failures == 2
    assert run(folder, folder / "run", resume=True).failures == 2
