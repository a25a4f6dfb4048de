"""The process that parses: it may be killed at any time, has its memory bounded, and writes and connects nowhere.

``python -m svodka.ingest.worker FD MEBIBYTES`` reads jobs from a socket and answers each with its items, as JSON and
raw bytes: nothing that comes back can be more than data.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any, Final

from pydantic import TypeAdapter

from svodka.core.errors import (
    DamagedSourceError,
    HungrySourceError,
    MissingExtraError,
    NestedSourceError,
    SvodkaError,
)
from svodka.ingest.formats import FORMATS
from svodka.ingest.options import MEBIBYTE
from svodka.ingest.readings import Item, Job, Part, Reading, Refused

JOB: Final = TypeAdapter(Job)
ITEM: Final[dict[str, TypeAdapter[Any]]] = {kind.__name__: TypeAdapter(kind) for kind in (Reading, Part, Refused)}
END: Final = "end"
_FILE = 64 * MEBIBYTE


def run(kind: str, data: bytes, job: Job) -> Iterator[Item]:
    """Yield what the reader of a format makes of the bytes; its trouble, of any kind, ends in a refusal."""
    module, function = FORMATS[kind].reader.split(":")
    try:
        yield from getattr(import_module(f"svodka.ingest.{module}"), function)(data, job)
    except SvodkaError as error:
        yield Refused.because(job.name, error)
    except ImportError:
        needed = f"svodka[{FORMATS[kind].extra or 'all'}]"
        wrong = MissingExtraError(f"{job.name}: reading {kind} needs {needed}; run pip install '{needed}'")
        yield Refused.because(job.name, wrong)
    except MemoryError:
        wrong_size = HungrySourceError(
            f"{job.name}: needs more memory than --limit memory={job.options.limits.memory} MiB; raise it"
        )
        yield Refused.because(job.name, wrong_size)
    except RecursionError:
        yield Refused.because(
            job.name, NestedSourceError(f"{job.name}: nested too deeply to be a document; save it anew")
        )
    except Exception as error:  # the parsers of others raise what they like
        kind_of = type(error).__name__
        yield Refused.because(
            job.name,
            DamagedSourceError(f"{job.name}: damaged or not what it seems ({kind_of}); save or fetch it again"),
        )


def serve(connection: Connection) -> None:
    """Answer jobs until the other side hangs up."""
    while True:
        try:
            kind, job = connection.recv_bytes().decode(), JOB.validate_json(connection.recv_bytes())
            data = connection.recv_bytes()
        except EOFError:
            return
        for item in run(kind, data, job):
            send(connection, item)
        connection.send_bytes(END.encode())


def send(connection: Connection, item: Item) -> None:
    """Send an item: its type, its fields without bytes, and the bytes of a part."""
    adapter = ITEM[type(item).__name__]
    connection.send_bytes(type(item).__name__.encode())
    connection.send_bytes(adapter.dump_json(item, exclude={"data"}))
    if isinstance(item, Part):
        connection.send_bytes(item.data)


def bound(mebibytes: int) -> None:
    """Bound the memory and the files of this process, and cut it off from the network."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (mebibytes * MEBIBYTE, mebibytes * MEBIBYTE))
        resource.setrlimit(resource.RLIMIT_FSIZE, (_FILE, _FILE))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(_connects_nowhere)


def _connects_nowhere(event: str, _: object) -> None:
    """Refuse connections and look-ups of names: no document is worth one."""
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind"):
        raise OSError("a reader connects nowhere")


if __name__ == "__main__":
    own = Connection(int(sys.argv[1]))
    bound(int(sys.argv[2]))
    serve(own)
