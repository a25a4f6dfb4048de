"""Many processes on one machine, with results in order whatever the processes do.

A pool of our own, and none of the usual libraries: ``concurrent.futures`` breaks as a whole when one process dies and
knows no time limit; ``pebble`` knows both, but a task is one call with one answer, so a batch would be lost with its
worst document, and its processes may not be started from a daemon, as the workers of a cluster are. Here every document
answers for itself over the pipe of its process: a death or a time-out has a name, and costs only that.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import wait

from svodka.batch.plan import Batch
from svodka.engines.child import Child, RetiredError
from svodka.engines.process import crashed, overdue
from svodka.ingest.units import Unit
from svodka.settings import Settings
from svodka.store import Result

_WINDOW = 16
"""Batches a process that may be under way or wait for an earlier one: this bounds memory."""


@dataclass(slots=True, eq=False)
class _Job:
    """A batch under way; its documents go together until one of them may have been the end of a process."""

    batch: Batch
    left: deque[Unit]
    results: list[Result] = field(default_factory=list)
    together: bool = True

    @classmethod
    def of(cls, batch: Batch) -> _Job:
        return cls(batch, deque(batch.units))

    @property
    def is_done(self) -> bool:
        return not self.left

    def settle(self, result: Result) -> None:
        self.left.popleft()
        self.results.append(result)


class Pool:
    """Run batches in processes that are started as they are needed. Use as a context manager, or close it.

    Args:
        settings: What to do.
        jobs: The most processes.
    """

    def __init__(self, settings: Settings, jobs: int) -> None:
        self._settings = settings
        self._jobs = jobs
        self._children: dict[Child, _Job | None] = {}
        self._todo: deque[_Job] = deque()

    def run(self, work: Iterable[Batch]) -> Iterator[tuple[Batch, Sequence[Result]]]:
        """Yield each batch with its results, in order."""
        batches, more = iter(work), True
        window: deque[_Job] = deque()
        while more or window:
            while more and len(window) < self._jobs * _WINDOW and len(self._todo) < self._jobs:
                if (batch := next(batches, None)) is None:
                    more = False
                else:
                    window.append(_Job.of(batch))
                    self._todo.extend([window[-1]] if batch.units else [])
            self._assign()
            while window and window[0].is_done:
                done = window.popleft()
                yield done.batch, done.results
            if any(self._children.values()):
                self._listen()

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all processes, whatever they are doing."""
        for child in self._children:
            child.stop()
        self._children.clear()

    def _assign(self) -> None:
        """Give every job that waits to a process that does not, and start one where there is none."""
        for child in [child for child, job in self._children.items() if job is None]:
            if self._todo:
                self._give(child, self._todo.popleft())
        while self._todo and len(self._children) < self._jobs:
            self._give(Child(self._settings), self._todo.popleft())

    def _give(self, child: Child, job: _Job) -> None:
        self._children[child] = job
        child.give(list(job.left), together=job.together)

    def _listen(self) -> None:
        """Wait for an answer, a death or the end of someone's time."""
        times = [left for child in self._children if (left := child.seconds_left) is not None]
        ready = wait([child.connection for child in self._children], min(times, default=None))
        for child in list(self._children):
            if child.connection in ready:
                self._hear(child)
            elif child.is_overdue():
                self._lose(child, overdue)

    def _hear(self, child: Child) -> None:
        try:
            result = child.receive()
        except RetiredError:
            self._replace(child)
            return
        except EOFError:
            self._lose(child, crashed)
            return
        job = self._children[child]
        if job and result:
            job.settle(result)
            self._children[child] = None if job.is_done else job

    def _lose(self, child: Child, failure: Callable[[Unit, Settings], Result]) -> None:
        """End a process; the document in work has failed, or else whichever fails when they go one by one."""
        if job := self._children[child]:
            job.together = False
            if child.blames:
                job.settle(failure(job.left[0], self._settings))
        self._replace(child)

    def _replace(self, child: Child) -> None:
        """End a process; what it has left to do goes to another one, before all else."""
        child.stop()
        job = self._children.pop(child)
        if job and not job.is_done:
            self._todo.appendleft(job)
