"""Which measured noun phrases are one metric: lemmas, and a small table of synonyms.

«Товарооборот», «взаимный товарооборот» and «внешнеторговый оборот» are three metrics: with one partner, between two
regions, with all countries. Only what the table joins is one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from svodka.language.morphology import Morphology

SYNONYMS: dict[str, tuple[str, ...]] = {
    "внешнеторговый оборот": ("оборот внешняя торговля", "внешний товарооборот", "объём внешняя торговля"),
    "взаимный товарооборот": ("взаимная торговля", "оборот взаимная торговля", "объём взаимная торговля"),
    "товарооборот": ("объём товарооборот", "торговый оборот", "оборот торговля"),
    "доля": ("удельный вес",),
    "экспорт": ("объём экспорт", "экспортный поставка", "объём экспортный поставка"),
    "импорт": ("объём импорт", "импортный поставка"),
    "сальдо": ("внешнеторговый сальдо", "сальдо внешняя торговля", "торговый баланс"),
    "положительный сальдо": ("профицит", "профицит внешняя торговля"),
    "население": ("численность население", "число житель"),
    "зарплата": ("заработный плата", "средний зарплата", "средний заработный плата", "средняя зарплата"),
    "инвестиция": ("объём инвестиция", "сумма инвестиция"),
    "урожай": ("валовой сбор", "валовой сбор зерно"),
    "прибыль": ("размер прибыль", "объём прибыль"),
    "выручка": ("объём выручка", "размер выручка"),
}
"""Canonical metric to other wordings, all as lemmas."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@lru_cache(maxsize=65_536)
def lemmas(phrase: str) -> tuple[str, ...]:
    """Return the lemmas of the words of a phrase.

    Examples:
        >>> lemmas("объёмы экспорта")
        ('объём', 'экспорт')
    """
    morphology = Morphology()
    return tuple(morphology.likeliest_lemma(word) for word in _WORD.findall(phrase))


@lru_cache(maxsize=1)
def _canonical() -> dict[tuple[str, ...], str]:
    """Return every wording with its metric; the table's words are lemmatised as those of texts are."""
    table: dict[tuple[str, ...], str] = {}
    for metric, others in SYNONYMS.items():
        for wording in (metric, *others):
            table[lemmas(wording)] = metric
    return table


def canonical(phrase: str) -> str:
    """Return the metric that a phrase names.

    What follows a metric of the table («доля России») says whose it is and is left to the subject; a phrase that no
    wording of the table begins is its own lemmas.

    Examples:
        >>> canonical("удельный вес"), canonical("доля России"), canonical("общая сумма поставок")
        ('доля', 'доля', 'общий сумма поставка')
        >>> canonical("товарооборот"), canonical("взаимный товарооборот"), canonical("внешнеторговый оборот региона")
        ('товарооборот', 'взаимный товарооборот', 'внешнеторговый оборот')
    """
    words, table = lemmas(phrase), _canonical()
    for length in range(len(words), 0, -1):
        if words[:length] in table:
            return table[words[:length]]
    return " ".join(words)
