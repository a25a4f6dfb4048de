"""Characters that act on the page instead of standing on it are shown by their names."""

from __future__ import annotations

import re

_ACTING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    r"""Return ``text`` with control characters, direction marks and lone surrogates named.

    Examples:
        >>> visible("отчёт\u202etxt.exe")
        'отчёт‹U+202E›txt.exe'
    """
    return _ACTING.sub(lambda match: f"‹U+{ord(match[0]):04X}›", text)
