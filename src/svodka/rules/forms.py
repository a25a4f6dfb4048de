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


def whole_words(forms: Iterable[str]) -> str:
    """Return a pattern that matches any of the forms where the end of the word is asked for behind it.

    Endings that several stems share are written once, so that the pattern is short and quick to compile. It does not
    try the longest form first.

    Examples:
        >>> whole_words(["пять", "пяти", "шесть", "шести", "сто"])
        '(?:пя|шес)(?:т(?:и|ь))|сто'
    """
    left = set(forms)
    stems: dict[tuple[str, ...], list[str]] = {}
    for stem, endings in _endings(left).items():
        stems.setdefault(endings, []).append(stem)
    patterns = []
    for endings, all_stems in sorted(stems.items(), key=_spared):
        free = [stem for stem in all_stems if left.issuperset(declined(stem, *endings))]
        if len(free) > 1 and len(endings) > 1:
            left -= {form for stem in free for form in declined(stem, *endings)}
            patterns.append(f"(?:{alternation(free)})(?:{alternation(endings)}){'?' if '' in endings else ''}")
    return "|".join([*patterns, alternation(left)] if left else patterns)


def first_words(forms: Iterable[str]) -> str:
    r"""Return the cue of words with which forms begin.

    Examples:
        >>> first_words(["более", "более чем", "где-то"])
        '\\bболее\\b|\\bгде\\b'
    """
    return "|".join(rf"\b{word}\b" for word in sorted({re.split(r"\W", form, maxsplit=1)[0] for form in forms}))


def _endings(forms: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return all endings of each beginning of the forms."""
    endings: dict[str, list[str]] = {}
    for form in sorted(forms):
        for size in range(1, len(form) + 1):
            endings.setdefault(form[:size], []).append(form[size:])
    return {stem: tuple(found) for stem, found in endings.items()}


def _spared(paradigm: tuple[tuple[str, ...], list[str]]) -> int:
    """Order paradigms by the letters that they spare, the most first."""
    endings, stems = paradigm
    return (1 - len(stems)) * sum(map(len, endings))


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
