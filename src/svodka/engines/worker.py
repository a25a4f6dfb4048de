"""A process of the pool: it loads the model once, gets units and answers each with its result.

``python -m svodka.engines.worker FD`` reads a working folder and the settings, then one list of units after another,
from a socket. What is quicker for all of a list together is done first; from then on every document answers for itself.
It ends when the other side hangs up, and retires of itself where memory has grown.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from svodka.core.errors import SvodkaError

READY, BEGUN, RETIRED = "ready", "begun", "retired"
_RETIREMENT = 600
"""MiB of memory at which a worker makes room for a fresh one."""


def serve(connection: Connection) -> None:
    """Answer lists of units until the other side hangs up or memory has grown."""
    from svodka.engines.process import Processor

    folder, settings = connection.recv()
    os.chdir(folder)
    try:
        processor = Processor(settings)
    except SvodkaError as error:
        connection.send(error)
        return
    connection.send(READY)
    while resident() < _RETIREMENT:
        units, together = connection.recv()
        begun = processor.begin(units) if together else [None] * len(units)
        connection.send(BEGUN)
        for unit, way in zip(units, begun, strict=True):
            connection.send(processor.result(unit, way))
    connection.send(RETIRED)


def resident() -> int:
    """Return how much memory this process has, in MiB; 0 where the system does not tell."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * 4096 >> 20 if statm.exists() else 0


if __name__ == "__main__":
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        serve(Connection(int(sys.argv[1])))
