"""Compare this project's figures with natasha's MoneyExtractor and with quantulum3 on the phrases of the tables.

``python -m tests.benchmarks.figures`` prints a table in Markdown: phrases right by value, sums right by value and
currency, traps hit, and the time of the figure tables on the seeds, all in one run. natasha's extractor needs pymorphy2
and with it Python 3.10; a tool that cannot be imported is left out. The phrases are the examples of the rows, with
their values; the traps are the examples of the rows that claim text and mean nothing.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from svodka.core.values import plain
from svodka.rules.figures import FIGURES, TRAPS, read
from svodka.rules.rule import unmark
from tests.texts import SEEDS


class Found(NamedTuple):
    """What a tool finds: where, the numbers, and the currency if it is money."""

    start: int
    end: int
    numbers: frozenset[str]
    currency: str | None = None


Reader = Callable[[str], list[Found]]


def phrases() -> list[tuple[str, frozenset[str], str | None]]:
    """Return text, numbers and currency (an empty string where the document must say it) of every marked phrase."""
    return [
        (text, _numbers(shown), _currency(shown))
        for rule in FIGURES
        for text, values in (unmark(example) for example in rule.finds)
        for _, shown in sorted(values)
        if "?" not in shown
    ]


def _numbers(shown: str) -> frozenset[str]:
    parts = shown.split()
    return frozenset(next(part for part in parts[1:] if part.lstrip("-")[:1].isdigit()).split(".."))


def _currency(shown: str) -> str | None:
    kind, *parts = shown.split()
    return (parts[-1] if parts[-1].isalpha() else "") if kind == "money" else None


def traps() -> list[tuple[str, int, int]]:
    """Return text and bounds of every trap."""
    marked = [unmark(example) for rule in TRAPS for example in rule.finds]
    return [
        (text, text.index(quote), text.index(quote) + len(quote))
        for text, quotes in marked
        for quote, _ in sorted(quotes)
    ]


def svodka_reader() -> Reader:
    def run(text: str) -> list[Found]:
        return [
            Found(match.span.start, match.span.end, frozenset(
                number for number in (match.value.value.value, match.value.value.low, match.value.value.high) if number
            ), match.value.value.unit)
            for match in read(text)
        ]  # fmt: skip

    return run


def natasha_reader() -> Reader:
    from natasha import MoneyExtractor, MorphVocab

    extract = MoneyExtractor(MorphVocab())

    def run(text: str) -> list[Found]:
        return [
            Found(match.start, match.stop, frozenset((plain(Decimal(str(match.fact.amount))),)), match.fact.currency)
            for match in extract(text)
        ]

    return run


def quantulum_reader() -> Reader:
    warnings.simplefilter("ignore")
    from quantulum3 import parser

    codes = {"dollar": "USD", "euro": "EUR", "pound sterling": "GBP"}

    def run(text: str) -> list[Found]:
        return [
            Found(*found.span, frozenset((plain(Decimal(str(found.value))),)), codes.get(found.unit.name))
            for found in parser.parse(text)
        ]

    return run


def measured(name: str, make: Callable[[], Reader]) -> str | None:
    """Return one row of the table, or nothing where the tool cannot be imported."""
    try:
        run = make()
    except (ImportError, AttributeError):
        return None
    cases, false = phrases(), traps()
    sums = [case for case in cases if case[2] is not None]
    values = sum(any(found.numbers == wanted for found in run(text)) for text, wanted, _ in cases)
    money = sum(
        any(found.numbers == wanted and (not currency or found.currency == currency) for found in run(text))
        for text, wanted, currency in sums
    )
    hits = sum(any(found.start < end and found.end > start for found in run(text)) for text, start, end in false)
    return (
        f"| {name} | {values} of {len(cases)} ({values / len(cases):.0%}) | {money} of {len(sums)} "
        f"({money / len(sums):.0%}) "
        f"| {hits} of {len(false)} |"
    )


def cost() -> str:
    """Return the time of the figure tables per 1,000 characters of the seeds, the best of five."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]

    def once() -> float:
        start = time.perf_counter()
        for text in texts:
            read(text)
        return time.perf_counter() - start

    return f"figure tables {min(once() for _ in range(5)) / sum(map(len, texts)) * 1e6:.2f} ms per 1,000 characters"


def main() -> None:
    """Print the table and the cost."""
    print("| tool | phrases right by value | sums right by value and currency | traps hit |\n|---|---|---|---|")
    readers = {"svodka": svodka_reader, "natasha MoneyExtractor": natasha_reader, "quantulum3": quantulum_reader}
    for name, make in readers.items():
        print(measured(name, make) or f"| {name} | cannot be imported here | | |")
    print(cost())


if __name__ == "__main__":
    main()
