"""What can befall real processes: each costs one document at most, and a resumed run ends in the same bytes."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from svodka.batch.plan import Batch, Item
from svodka.core.source import Source
from svodka.engines.pool import Pool
from svodka.engines.process import Processor
from svodka.ingest.read import expand
from svodka.ingest.units import Unit, units
from svodka.settings import Settings
from tests.batch.engine import contents

pytestmark = [pytest.mark.models, pytest.mark.slow]
LINUX = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="reads /proc")

DOCUMENTS = 52
PARAGRAPH = (
    "Губернатор области встретился с министром экономики и обсудил рост экспорта на 12 % в 2023 году. "
    "По итогам встречи подписано соглашение о сотрудничестве между предприятиями двух регионов. "
)


def start(*words: str | Path, **options: Callable[[], None]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "svodka", "extract", *map(str, words)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, **options)


def said(process: subprocess.Popen[bytes]) -> str:
    out = process.communicate(timeout=570)[1].decode()
    assert "Traceback" not in out
    return out


def children(pid: int) -> list[int]:
    return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def wait_for_lines(run: Path, number: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a run has come so far."""
    part = run / "inputs.jsonl.part"
    while process.poll() is None and not (part.exists() and part.read_bytes().count(b"\n") >= number):
        time.sleep(0.05)
    assert process.poll() is None, "the run ended before it could be disturbed"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = tmp_path_factory.mktemp("texts")
    for number in range(DOCUMENTS):
        (texts / f"{number:03}.txt").write_text(f"Документ № {number}.\n\n" + PARAGRAPH * 10, "utf-8")
    return texts


@pytest.fixture(scope="module")
def whole(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    run = tmp_path_factory.mktemp("run") / "whole"
    process = start(folder, "-o", run, "--jobs", "1")
    assert f"{DOCUMENTS} records" in said(process)
    return contents(run)


def test_two_jobs_write_the_same_bytes(folder: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    said(start(folder, "-o", tmp_path / "run", "--jobs", "2"))
    assert contents(tmp_path / "run") == whole


@LINUX
@pytest.mark.parametrize("after", [0, 20])
def test_a_killed_run_is_resumed_to_the_same_bytes(
    folder: Path, whole: dict[str, bytes], tmp_path: Path, after: int
) -> None:
    process = start(folder, "-o", tmp_path / "run", "--jobs", "2")
    wait_for_lines(tmp_path / "run", after, process)
    workers = children(process.pid)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert "--resume" in said(start(folder, "-o", tmp_path / "run"))
    assert f"{DOCUMENTS} records" in said(start(folder, "-o", tmp_path / "run", "--resume"))
    assert contents(tmp_path / "run") == whole
    for worker in workers:
        assert not Path(f"/proc/{worker}").exists(), "a worker outlived its run"


@LINUX
def test_a_worker_that_dies_costs_one_document(folder: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    process = start(folder, "-o", tmp_path / "run", "--jobs", "2")
    wait_for_lines(tmp_path / "run", 1, process)
    os.kill(children(process.pid)[-1], signal.SIGKILL)
    out = said(process)
    failures = [json.loads(line) for line in (tmp_path / "run" / "failures.jsonl").read_text("utf-8").splitlines()]
    assert process.returncode == len(failures) <= 1  # none where it was killed while it worked on several at once
    assert f"{DOCUMENTS - len(failures)} records" in out
    assert all(failure["code"] == "crashed" for failure in failures)
    said(start(folder, "-o", tmp_path / "run", "--resume"))
    assert contents(tmp_path / "run") == whole


DEADLY = """
import os
from svodka.pipeline import Pipeline

prepare = Pipeline.prepare

def deadly(self, source):
    return os._exit(9) if "смертельно" in source.text else prepare(self, source)

Pipeline.prepare = deadly
"""


@pytest.mark.parametrize("deadly", [0, 2, 4])
def test_a_document_that_kills_is_found_among_those_it_went_with(
    deadly: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(DEADLY, "utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]))
    for number in range(5):
        text = "Это смертельно." if number == deadly else "Всё хорошо."
        (tmp_path / f"{number}.txt").write_text(f"Документ № {number}. {text}", "utf-8")
    listed = units(expand([str(path) for path in sorted(tmp_path.glob("*.txt"))]), Settings().reading)
    batch = Batch(tuple(Item(unit.name, unit) for unit in listed))
    with Pool(Settings(), 1) as pool:
        ((_, results),) = pool.run([batch])
    assert [result.failure for result in results] == ["crashed" if n == deadly else None for n in range(5)]


def test_a_document_that_takes_too_long_costs_itself(folder: Path, tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text(PARAGRAPH * 8000, "utf-8")
    out = said(start(folder / "000.txt", long, folder / "001.txt", "-o", tmp_path / "run", "--timeout", "15"))
    assert "2 records" in out
    (failure,) = map(json.loads, (tmp_path / "run" / "failures.jsonl").read_text("utf-8").splitlines())
    assert (failure["path"], failure["code"]) == ("long.txt", "timeout")


def test_this_process_stops_itself_in_time() -> None:
    settings = Settings(timeout=1)
    unit = Unit("long.txt", None, 0, Source.from_text(PARAGRAPH * 8000, "long.txt"))
    assert Processor(settings).result_in_time(unit).failure == "timeout"


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_run_says_one_sentence_and_goes_on(
    folder: Path, whole: dict[str, bytes], tmp_path: Path, sent: signal.Signals
) -> None:
    process = start(folder, "-o", tmp_path / "run", "--jobs", "2")
    wait_for_lines(tmp_path / "run", 1, process)
    process.send_signal(sent)
    out = said(process)
    assert process.returncode == 130
    assert out.startswith("svodka: stopped; ")
    assert len(out.splitlines()) == 1
    said(start(folder, "-o", tmp_path / "run", "--resume"))
    assert contents(tmp_path / "run") == whole


def test_a_full_disk_is_one_sentence_and_loses_nothing(folder: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    limit = len(whole["records.jsonl"]) // 2

    def no_more_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    process = start(folder, "-o", tmp_path / "run", preexec_fn=no_more_room)
    out = said(process)
    assert process.returncode == 2
    assert "cannot be written" in out
    assert len(out.splitlines()) == 1
    assert "taken over" in said(start(folder, "-o", tmp_path / "run", "--resume"))
    assert contents(tmp_path / "run") == whole
