"""The engine for many machines: Dask hands batches to workers, each of which keeps processes with the model loaded.

A task is a batch of a shard: some documents by reference, with their results as its value. The client writes them in
order, through the same writer as on one machine, so the bytes are the same. See README.md beside this file.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue

from distributed import Client, Future, KilledWorker, LocalCluster, Worker, WorkerPlugin, get_worker
from distributed.comm import CommClosedError

from svodka.batch.plan import Batch
from svodka.core.errors import EngineError
from svodka.engines.local import cores
from svodka.engines.pool import Pool
from svodka.ingest.read import Reference
from svodka.ingest.remote import is_remote
from svodka.ingest.units import Unit
from svodka.settings import Settings, fingerprint
from svodka.store import Result

_RETRIES = 3
_WINDOW = 8
"""Batches a thread of a worker that may be under way or wait for an earlier one: this bounds memory."""


class Loaded(WorkerPlugin):  # type: ignore[misc]  # Dask's classes are untyped
    """What a worker keeps for one run: a process a thread, each with the model loaded once.

    Processes below the worker keep time-outs and deaths to single documents, exactly as on one machine.

    Args:
        settings: What to do.
        name: One for each set of settings, so that runs can share a cluster.
    """

    def __init__(self, settings: Settings, name: str) -> None:
        self.name = name
        self._settings = settings
        self._pools: SimpleQueue[Pool] | None = None

    def setup(self, worker: Worker) -> None:
        """Make the processes; they start with their first batch."""
        self._pools = SimpleQueue()
        for _ in range(worker.state.nthreads):
            self._pools.put(Pool(self._settings, 1))

    def teardown(self, worker: Worker) -> None:
        """End the processes."""
        while self._pools and not self._pools.empty():
            self._pools.get().close()

    def results(self, batch: Batch) -> Sequence[Result]:
        """Return the results of one batch."""
        assert self._pools is not None
        pool = self._pools.get()
        try:
            ((_, results),) = pool.run([batch])
        finally:
            self._pools.put(pool)
        return results


def _task(batch: Batch, name: str) -> Sequence[Result]:
    plugin = get_worker().plugins[name]
    assert isinstance(plugin, Loaded)
    return plugin.results(batch)


class DaskEngine:
    """Run batches on the workers of a Dask scheduler.

    Args:
        scheduler: Its address; a cluster of processes on this machine is started for the run if not given.
        jobs: How many workers such a cluster has; as many as there are cores if not given.
    """

    def __init__(self, scheduler: str | None = None, jobs: int | None = None) -> None:
        self._scheduler = scheduler
        self._jobs = jobs or cores()

    def run(self, work: Iterable[Batch], settings: Settings) -> Iterator[tuple[Batch, Sequence[Result]]]:
        """Yield each batch with its results, in order."""
        name = f"svodka-{fingerprint(settings)[:16]}"
        with self._client() as client:
            try:
                client.register_plugin(Loaded(settings, name), name=name)
                yield from _in_order(client, work, name)
                client.unregister_worker_plugin(name)
            except KilledWorker as error:
                raise EngineError(f"workers died again and again over one batch ({error}); see their logs") from error
            except (CommClosedError, OSError) as error:
                raise EngineError(f"the scheduler is lost ({error}); go on with --resume") from error

    @contextmanager
    def _client(self) -> Iterator[Client]:
        if self._scheduler is None:
            with (
                LocalCluster(n_workers=self._jobs, threads_per_worker=1, dashboard_address=None) as cluster,
                Client(cluster) as client,
            ):
                yield client
            return
        try:
            client = Client(self._scheduler)
        except (OSError, TimeoutError, ValueError) as error:
            raise EngineError(f"no scheduler answers at {self._scheduler}; check the address") from error
        with client:
            yield client


def _in_order(client: Client, work: Iterable[Batch], name: str) -> Iterator[tuple[Batch, Sequence[Result]]]:
    """Keep the workers busy, no further ahead than the window, and yield results in order."""
    window: deque[tuple[Batch, Future | None]] = deque()
    for batch in work:
        window.append((batch, _submit(client, batch, name)))
        while len(window) >= _WINDOW * max(1, sum(client.nthreads().values())):
            yield _finished(window.popleft())
    while window:
        yield _finished(window.popleft())


def _submit(client: Client, batch: Batch, name: str) -> Future | None:
    if not batch.units:
        return None
    sent = Batch(tuple(replace(item, unit=_placed(item.unit)) for item in batch.items if item.is_new))
    return client.submit(_task, sent, name, pure=False, retries=_RETRIES)


def _placed(unit: Unit) -> Unit:
    """Name a file by its full path, for workers have working folders of their own."""
    if isinstance(unit.found, Reference) and not is_remote(unit.found.path):
        return replace(unit, found=replace(unit.found, path=os.fspath(Path(unit.found.path).absolute())))
    return unit


def _finished(done: tuple[Batch, Future | None]) -> tuple[Batch, Sequence[Result]]:
    batch, future = done
    if future is None:
        return batch, []
    results: Sequence[Result] = future.result()
    future.release()
    return batch, results
