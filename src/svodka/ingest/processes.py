"""Starting and ending a process of this package's own, with a pipe to it.

It gets neither the Ctrl-C of the terminal nor anything to print to: its parent decides what becomes of it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

_HOME = Path(__file__).parents[2]
"""Where the package lies: the process starts there, so that it imports nothing from the user's folder."""


def start(module: str, *arguments: str) -> tuple[subprocess.Popen[bytes], Connection]:
    """Start ``python -m module FD arguments``; return the process and this end of the pipe whose other end is FD."""
    own, theirs = Pipe()
    process = subprocess.Popen(
        [sys.executable, "-m", module, str(theirs.fileno()), *arguments], pass_fds=[theirs.fileno()],
        start_new_session=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        cwd=_HOME,
    )  # fmt: skip
    theirs.close()
    return process, own


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process, with all that it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
