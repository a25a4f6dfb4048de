"""What a line of text is for by its first characters: heading, list item, table row, rule, page number."""

from __future__ import annotations

import re
from typing import Final

HEADING: Final = re.compile(r"[ ]{0,3}\#{1,6}[ \t]+(?=\S)", re.VERBOSE)
"""A Markdown heading mark."""

BULLET: Final = re.compile(r"\s*[•‣▪●◦·*+][ \t\u00a0]+(?=\S)")
"""A list item by a mark that nothing else starts a line with."""

DASH_ITEM: Final = re.compile(r"\s*[-–—][ \t\u00a0]*(?=[^\W_]|[«\"“„(])")
"""A list item or a piece of speech by its dash; in a wrapped text it may also continue a sentence."""

NUMBERED: Final = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zа-я]\))[ \t\u00a0]+(?=[^\W\d_]|[«\"“„(])")
"""A numbered list item."""

_TABLE_ROW: Final = re.compile(r"[^|]*\|[^|]*\|.*|\S.*?(?:\t|[ \u00a0]{3})\S.*(?:\t|[ \u00a0]{3})\S.*")
_CELL_END: Final = re.compile(r"[|\t]|[ \u00a0]{3}")

RULE_LINE: Final = re.compile(r"\s{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:=[ \t]*){4,})")
"""A horizontal rule drawn with characters."""

TABLE_RULE: Final = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?")
"""The line under the head of a Markdown table."""

PAGE_NUMBER: Final = re.compile(r"\s*(?:[-–—]\s*)?\d{1,4}(?:\s*[-–—])?\s*")
"""A line that may be the number of a page."""


def is_list_item(line: str) -> bool:
    """Tell whether the line starts like a list item.

    Examples:
        >>> [is_list_item(line) for line in ("– в Омске;", "1) сеялки", "• сеялки", "2019 г. было")]
        [True, True, True, False]
    """
    return any(pattern.match(line) for pattern in (BULLET, DASH_ITEM, NUMBERED))


def is_table_row(line: str) -> bool:
    """Tell whether the line is a row of at least three cells, or of cells between bars.

    Examples:
        >>> is_table_row("| Минск | 5 |"), is_table_row("Минск   5   12"), is_table_row("Минск   5")
        (True, True, False)
    """
    return bool(_CELL_END.search(line) and _TABLE_ROW.fullmatch(line))


def is_rule(line: str) -> bool:
    """Tell whether the line is only drawn.

    Examples:
        >>> is_rule("---"), is_rule("* * *"), is_rule("- пункт")
        (True, True, False)
    """
    return bool(RULE_LINE.fullmatch(line) or TABLE_RULE.fullmatch(line.strip()))
