"""The Dask engine: the same bytes as on one machine, and a worker that is killed costs nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from svodka.batch.run import run_batch
from svodka.engines.local import LocalEngine
from svodka.settings import Settings
from svodka.store import RunWriter
from tests.batch.engine import contents
from tests.batch.test_processes import PARAGRAPH

distributed = pytest.importorskip("distributed")
pytestmark = [pytest.mark.models, pytest.mark.slow, pytest.mark.network]

DOCUMENTS = 64


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = tmp_path_factory.mktemp("texts")
    for number in range(DOCUMENTS):
        (texts / f"{number:03}.txt").write_text(f"Документ № {number}.\n\n" + PARAGRAPH * 6, "utf-8")
    (texts / "empty.txt").write_bytes(b"")
    (texts / "twice.txt").write_bytes((texts / "003.txt").read_bytes())
    return texts


@pytest.fixture(scope="module")
def local(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    run = tmp_path_factory.mktemp("local") / "run"
    run_batch([str(folder)], RunWriter(run), LocalEngine(1), Settings())
    return contents(run)


@pytest.fixture
def cluster() -> Iterator[distributed.LocalCluster]:
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        yield cluster


def test_a_cluster_writes_the_same_bytes_though_a_worker_is_killed(
    folder: Path, local: dict[str, bytes], tmp_path: Path, cluster: distributed.LocalCluster
) -> None:
    from svodka.engines.cluster import DaskEngine

    done: list[str] = []
    killed: list[int] = []

    def tell(item: object, result: object) -> None:
        done.append(str(item))
        if len(done) == DOCUMENTS // 4:
            killed.append(next(iter(cluster.workers.values())).pid)
            os.kill(killed[0], signal.SIGKILL)

    engine = DaskEngine(cluster.scheduler_address)
    run_batch([str(folder)], RunWriter(tmp_path / "run"), engine, Settings(), tell)
    assert killed
    assert contents(tmp_path / "run") == local
