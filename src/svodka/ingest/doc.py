"""Old Word files, by a program of the user's: antiword or catdoc."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator

from svodka.core.errors import DamagedSourceError, MissingToolError
from svodka.ingest.readings import Job, Reading
from svodka.ingest.text import text_blocks

MEDIA_TYPE = "application/msword"
TOOLS = (("antiword", "-m", "UTF-8.txt", "-w", "0", "-"), ("catdoc", "-d", "utf-8", "-w"))
"""Commands that turn the file on their standard input into text in UTF-8, the better one first."""


def read_doc(data: bytes, job: Job) -> Iterator[Reading]:
    """Read an old Word document."""
    command = next((tool for tool in TOOLS if shutil.which(tool[0])), None)
    if command is None:
        raise MissingToolError(
            f"{job.name}: an old Word file needs the program antiword or catdoc; install one, or save it as DOCX"
        )
    done = subprocess.run(command, input=data, capture_output=True, check=False, timeout=job.options.limits.seconds)
    text = done.stdout.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    if done.returncode or not text.strip():
        raise DamagedSourceError(f"{job.name}: {command[0]} cannot read this Word file; save it as DOCX")
    yield Reading(text, MEDIA_TYPE, text_blocks(text))
