"""RTF: its text by striprtf, a paragraph a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from svodka.core.errors import DamagedSourceError
from svodka.ingest.composer import Composer
from svodka.ingest.guard import check_loss
from svodka.ingest.readings import Job, Reading

MEDIA_TYPE = "application/rtf"

_ESCAPED = re.compile(r"\\'[c-f][0-9a-f]|\\u10[2-9]\d|\\u11[0-9]\d", re.IGNORECASE)
_HIDDEN = re.compile(
    r"\{\\(?:\*\\\w+|fonttbl|colortbl|stylesheet|info|header\w?|footer\w?|pict)\b(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
)
_TITLE = re.compile(r"\{\\title\s+(?P<title>[^{}]*)\}")


def read_rtf(data: bytes, job: Job) -> Iterator[Reading]:
    """Read an RTF document."""
    from striprtf.striprtf import rtf_to_text as untyped

    rtf_to_text: Callable[..., str] = untyped

    raw = data.decode("latin-1")
    text = rtf_to_text(raw, encoding="cp1251", errors="replace")
    if not raw.rstrip().rstrip("\0").endswith("}"):
        raise DamagedSourceError(f"{job.name}: this RTF is cut short; save or fetch it again")
    composer = Composer()
    for number, line in enumerate(text.replace("\r", "\n").split("\n"), 1):
        cells = line.split("|")
        if len(cells) > 2:  # striprtf ends each cell of a table with a bar
            composer.row(cells[:-1], paragraph=number)
        else:
            composer.add(line, "paragraph", paragraph=number)
    check_loss(composer.text, len(_ESCAPED.findall(_HIDDEN.sub("", raw))), job)
    title = _TITLE.search(raw)
    named = rtf_to_text("{\\rtf1\\ansi " + title["title"] + "}", encoding="cp1251").strip() if title else ""
    yield Reading(composer.text, MEDIA_TYPE, composer.blocks, {"title": named} if named else {})
