"""Characters that act on a page or a terminal instead of standing on it are shown by their names."""

from __future__ import annotations

import re

_ACTING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    r"""Return ``text`` with control characters, direction marks and lone surrogates named.

    Examples:
        >>> visible("отчёт\u202etxt.exe"), visible("\x1b[2J")
        ('отчёт‹U+202E›txt.exe', '‹U+001B›[2J')
    """
    return _ACTING.sub(lambda match: f"‹U+{ord(match[0]):04X}›", text)


def masked(text: str) -> str:
    r"""Return ``text`` with the same characters replaced one by one, so that offsets stay right.

    Examples:
        >>> masked("\x1b[2J")
        '\ufffd[2J'
    """
    return _ACTING.sub("\ufffd", text)
