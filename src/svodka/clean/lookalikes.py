"""Latin letters that stand in Russian words because they look alike: read as what they look like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from svodka.core.spans import Edit

LOOKALIKE = "lookalike"
"""The rule of these edits; they keep the length of the text and are undone in quotes."""

_LATIN, _CYRILLIC = "ABCEHKMOPTXaceopxyë", "АВСЕНКМОРТХасеорхуё"
_SAME = dict(zip(_LATIN, _CYRILLIC, strict=True))
_BESIDE = re.compile(r"[A-Za-zë](?:[А-Яа-яЁё]|(?<=[А-Яа-яЁё].))")  # begins with what is rare
_MIXED = re.compile(r"[^\W\d_]*(?:[А-Яа-яЁё][A-Za-zë]|[A-Za-zë][А-Яа-яЁё])[^\W\d_]*")


def lookalikes(text: str) -> Iterator[Edit]:
    """Yield an edit for each Latin letter in a word that is otherwise Russian.

    A word with a Latin letter that looks like no Russian one, or with more Latin letters than Russian ones, is left
    as it is.

    Examples:
        >>> [(edit.start, edit.text) for edit in lookalikes("Cоглашение, 1C, BMW, Wi-Fi, ITшник, Мocквa")]
        [(0, 'С'), (37, 'о'), (38, 'с'), (41, 'а')]
    """
    if not _BESIDE.search(text):
        return
    for word in _MIXED.finditer(text):
        latin = [i for i, character in enumerate(word[0], word.start()) if character < "\u0250"]
        if all(text[i] in _SAME for i in latin) and 2 * len(latin) <= len(word[0]):
            yield from (Edit(i, i + 1, _SAME[text[i]], LOOKALIKE) for i in latin)
