"""Keeping a process for parsing: started when first needed, used again and again, replaced when it dies."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import time
from functools import lru_cache
from multiprocessing.connection import Connection

from svodka.core.errors import CrashedReaderError, SlowSourceError
from svodka.ingest import processes
from svodka.ingest.readings import Item, Job, Part, Refused
from svodka.ingest.worker import END, ITEM, JOB

_START = 60
"""Seconds that a new process may take to load; they are no document's fault."""


class Worker:
    """A process that parses; see ``svodka.ingest.worker``.

    Args:
        memory: Address space that it may take, in MiB.
    """

    def __init__(self, memory: int) -> None:
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None

    def read(self, kind: str, data: bytes, job: Job) -> list[Item]:
        """Return the items of one document; a crash or a hang of the process is a refusal, and costs only that."""
        seconds = job.options.limits.seconds + (_START if self._process is None else 0)
        try:
            return self._ask(kind, data, job, time.monotonic() + seconds)
        except TimeoutError:
            self.stop()
            late = SlowSourceError(
                f"{job.name}: not parsed within --limit seconds={job.options.limits.seconds}; raise it"
            )
            return [Refused.because(job.name, late)]
        except (EOFError, OSError):
            self.stop()
            dead = CrashedReaderError(f"{job.name}: its parser crashed or ran out of memory; save it in another format")
            return [Refused.because(job.name, dead)]

    def _ask(self, kind: str, data: bytes, job: Job, deadline: float) -> list[Item]:
        connection = self._connection or self._start()
        for message in (kind.encode(), JOB.dump_json(job), data):
            connection.send_bytes(message)
        items: list[Item] = []
        while (name := _receive(connection, deadline).decode()) != END:
            if name == Part.__name__:
                items.append(_part(connection, deadline))
            else:
                items.append(ITEM[name].validate_json(_receive(connection, deadline)))
        return items

    def _start(self) -> Connection:
        self._process, self._connection = processes.start("svodka.ingest.worker", str(self._memory))
        return self._connection

    def stop(self) -> None:
        """End the process, with all that it started."""
        if self._connection:
            self._connection.close()
        if self._process:
            processes.end(self._process)
        self._process = self._connection = None


def _receive(connection: Connection, deadline: float) -> bytes:
    if not connection.poll(max(0.0, deadline - time.monotonic())):
        raise TimeoutError
    return connection.recv_bytes()


def _part(connection: Connection, deadline: float) -> Part:
    fields = json.loads(_receive(connection, deadline))
    return Part(data=_receive(connection, deadline), **fields)


@lru_cache(maxsize=8)
def _worker(process: int, memory: int) -> Worker:
    worker = Worker(memory)
    atexit.register(_stop, worker, process)
    return worker


def _stop(worker: Worker, process: int) -> None:
    if os.getpid() == process:
        worker.stop()


def worker(memory: int) -> Worker:
    """Return this process's worker with so much memory; a forked child never talks to its parent's."""
    return _worker(os.getpid(), memory)
