"""Forms of words: declined from a stem, and many of them as one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping


def declined(stem: str, *endings: str) -> tuple[str, ...]:
    """Return the forms ``stem + ending``."""
    return tuple(stem + ending for ending in endings)


def by_form(table: Mapping[int, Iterable[str]]) -> dict[str, int]:
    """Return the value of every form of a table.

    Examples:
        >>> by_form({1: declined("январ", "ь", "я"), 2: ("февраль",)})
        {'январь': 1, 'января': 1, 'февраль': 2}
    """
    return {form: value for value, forms in table.items() for form in forms}


def alternation(forms: Iterable[str]) -> str:
    r"""Return a pattern that matches any of the forms, the longest first, safe inside a verbose expression.

    The forms are folded into a prefix tree, so that a text is compared letter by letter and not form by form. A blank
    in a form stands for any white space.

    Examples:
        >>> alternation(["т", "тыс.", "года"])
        'года|т(?:ыс\\.)?'
        >>> alternation(["день победы"])
        'день\\s+победы'
    """
    tree: _Tree = {}
    for form in sorted(set(forms)):
        node = tree
        for letter in form:
            node = node.setdefault(letter, {})
        node[""] = {}
    return "|".join(_branches(tree))


_Tree = dict[str, "_Tree"]


def _branches(tree: _Tree) -> list[str]:
    """Write one level of a prefix tree, one pattern for each first letter."""
    branches = []
    for letter, below in tree.items():
        if letter:
            rest = _branches(below)
            tail = "" if not rest else rest[0] if len(rest) == 1 and "" not in below else f"(?:{'|'.join(rest)})"
            branches.append(
                (r"\s+" if letter == " " else re.escape(letter)) + tail + ("?" if tail and "" in below else "")
            )
    return branches
