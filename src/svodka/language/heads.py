"""Repair of dependency heads: every sentence becomes one tree.

A parser that chooses each head on its own leaves cycles and several roots, and ``Token.subtree`` of a cycle
never ends.
"""

from __future__ import annotations

from collections.abc import Sequence

ROOT = 0


def repair_heads(heads: Sequence[int], relations: Sequence[str] = ()) -> tuple[int, ...]:
    """Return heads that form one tree, changing as few as possible.

    Heads are one-based, ``0`` for the root, as in CoNLL-U; one that points to itself or outside counts as a
    root. A cycle is opened at the word whose relation is ``root``, else at its first word. Of several roots
    the one with relation ``root`` wins, then the one with most words under it, then the first; the others are
    hung under it.

    Args:
        heads: The head of each word.
        relations: The relation of each word to its head, where known.

    Examples:
        >>> repair_heads([2, 1, 2])
        (0, 1, 2)
        >>> repair_heads([0, 1, 0, 3, 3])
        (3, 1, 0, 3, 3)
    """
    length = len(heads)
    repaired = [head if 0 < head <= length and head != word else ROOT for word, head in enumerate(heads, 1)]
    says_root = [relation == "root" for relation in relations] or [False] * length
    for cycle in _cycles(repaired):
        repaired[_best(cycle, says_root) - 1] = ROOT
    if repaired.count(ROOT) > 1:
        roots = [word for word, head in enumerate(repaired, 1) if head == ROOT]
        sizes = _subtree_sizes(repaired)
        chosen = max(roots, key=lambda word: (says_root[word - 1], sizes[word - 1], -word))
        for word in roots:
            repaired[word - 1] = ROOT if word == chosen else chosen
    return tuple(repaired)


def _best(cycle: list[int], says_root: list[bool]) -> int:
    return max(cycle, key=lambda word: (says_root[word - 1], -word))


def _cycles(heads: Sequence[int]) -> list[list[int]]:
    """Return every cycle as its words; each word is walked once."""
    walked_from = [0] * (len(heads) + 1)
    cycles = []
    for start in range(1, len(heads) + 1):
        word = start
        while word != ROOT and not walked_from[word]:
            walked_from[word] = start
            word = heads[word - 1]
        if word != ROOT and walked_from[word] == start:
            cycles.append(_cycle(heads, word))
    return cycles


def _cycle(heads: Sequence[int], word: int) -> list[int]:
    """Return the words of a cycle, of which one is given."""
    cycle = [word]
    while (head := heads[cycle[-1] - 1]) != word:
        cycle.append(head)
    return cycle


def _subtree_sizes(heads: Sequence[int]) -> list[int]:
    """Return how many words stand under each word, itself included; the heads must hold no cycle."""
    sizes = [1] * len(heads)
    pending = [0] * (len(heads) + 1)
    for head in heads:
        pending[head] += 1
    leaves = [word for word in range(1, len(heads) + 1) if not pending[word]]
    while leaves:
        word = leaves.pop()
        head = heads[word - 1]
        if head != ROOT:
            sizes[head - 1] += sizes[word - 1]
            pending[head] -= 1
            if not pending[head]:
                leaves.append(head)
    return sizes
