"""How much: tables of quantity expressions, one module for each purpose, and how their context decides what they mean.

``read`` finds the quantities of a text: the rows of the tables, traps taken out, then the comparator before each heard
(``comparators``). What a percentage stands for (a change, a share, an index) is decided by ``interpret`` from the
lemmas around it, what a number counts by the component, which sees the parse; then ``shared`` gives the numbers of a
list their neighbour's unit. Patterns work on folded text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from svodka.core.spans import Span
from svodka.core.values import FigureKind
from svodka.rules.figures.attributes import ATTRIBUTES
from svodka.rules.figures.changes import CHANGES
from svodka.rules.figures.comparators import COMPARATORS, framed
from svodka.rules.figures.counts import COUNTS
from svodka.rules.figures.lifetimes import LIFETIMES
from svodka.rules.figures.lists import Item, shared
from svodka.rules.figures.meaning import delta, interpret, is_settled
from svodka.rules.figures.measures import MEASURES
from svodka.rules.figures.money import MONEY, document_rouble, settle_rouble
from svodka.rules.figures.orders import ORDERS
from svodka.rules.figures.quantity import Quantity
from svodka.rules.figures.results import RESULTS
from svodka.rules.figures.shares import SHARES
from svodka.rules.figures.traps import TRAPS
from svodka.rules.rule import Match, Rule, fold
from svodka.rules.table import Table

__all__ = [
    "COMPARATORS", "FIGURES", "KINDS", "TABLE", "TRAPS", "Item", "Quantity", "delta", "document_rouble", "interpret",
    "is_settled", "read", "settle_rouble", "shared",
]  # fmt: skip

FIGURES: tuple[Rule[Quantity], ...] = (
    *MONEY, *SHARES, *CHANGES, *MEASURES, *LIFETIMES, *ATTRIBUTES, *ORDERS, *RESULTS, *COUNTS,
)  # fmt: skip
TABLE = Table(FIGURES, TRAPS, beside=COMPARATORS)
_HEDGES = Table(COMPARATORS)


# The kinds of the record contract, in its order.
KINDS: tuple[str, ...] = get_args(FigureKind)


def read(text: str, claimed: Sequence[Span] = ()) -> list[Match[Quantity]]:
    """Return the quantities of a text with the comparators before them, in text order.

    Args:
        text: Any text.
        claimed: Spans that another layer took.

    Examples:
        >>> [match.value.shown() for match in read("вырос более чем на 56 % и составил почти 326 млн долларов")]
        ['percent gt 56 %', 'money almost 326000000 USD']
    """
    folded = fold(text)
    places = TABLE.places(folded)
    hedges = {match.span.end: match for match in _HEDGES.search(folded, places=places)}
    return [framed(match, folded, hedges) for match in TABLE.search(folded, claimed, places)]
